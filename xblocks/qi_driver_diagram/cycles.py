"""From an idea to its PDSA cycle: begun in the learner's planner, and the way there."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from opaque_keys.edx.keys import CourseKey

from qi_core import compat
from qi_core.domain.problems import Problem, Problems
from qi_project.domain.ideas import parse_cycle

PLANNER = "qi_pdsa_planner"


def begin(
    owner_id: int, body: Mapping[str, Any], *, course_key: CourseKey, project: int | None, now: datetime
) -> dict[str, Any]:
    """Raises Problems when the idea has not been saved yet, or the planner is full."""
    from qi_project import api

    cycle = parse_cycle({name: body.get(name) for name in ("id", "idea")})
    number = api.begin_cycle(owner_id, cycle, now=now, course_key=course_key, project=project)
    if number is None:
        raise Problems({"idea": Problem("not_there")})
    planners = compat.blocks_of(course_key, PLANNER)
    tests = api.surroundings_of(owner_id, course_key=course_key, project=project).tests
    return {
        "number": number,
        "planner": compat.address_of(course_key, planners[0]) if planners else None,
        "cycles": [asdict(one) for one in tests],
    }
