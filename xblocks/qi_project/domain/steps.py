"""What is next: every small step that is due, the most useful first. Which of them a course offers, the page knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from qi_project.domain.completion import AIM_FIELDS, Asked, is_said, missing


@dataclass(frozen=True)
class Step:
    """`page` of the home, or `tool` whose block it is done in, or neither."""

    name: str
    page: str = ""
    tool: str = ""
    facts: Mapping[str, int] = field(default_factory=dict)


def steps(asked: Asked) -> tuple[Step, ...]:
    """Never empty."""
    return tuple(step for find in FINDERS if (step := find(asked)))


def _aim(asked: Asked) -> Step | None:
    left = len(missing(asked.document.aim))
    if not left:
        return None
    found = len(AIM_FIELDS) - left
    return Step("finish_aim" if found else "write_aim", page="aim", facts={"found": found})


def _going_on(asked: Asked) -> Step | None:
    """A cycle that was begun comes before anything new."""
    started, studied, decided = (asked.count("pdsa", name) for name in ("started", "studied", "decided"))
    if started > studied:
        return Step("study_cycle", tool="pdsa")
    return Step("decide", tool="pdsa") if studied > decided else None


def _why(asked: Asked) -> Step | None:
    return None if is_said(asked.document.charter.why) else Step("write_why", page="charter")


def _measure(asked: Asked) -> Step | None:
    return None if asked.count("measures", "measures") else Step("choose_measure", tool="measures")


def _theory(asked: Asked) -> Step | None:
    if not asked.count("diagram", "primary"):
        return Step("draw_theory", tool="diagram")
    return None if asked.count("diagram", "ideas") else Step("write_ideas", tool="diagram")


def _people(asked: Asked) -> Step | None:
    is_begun = any(is_said(one.name) for one in asked.document.stakeholders)
    return None if is_begun else Step("name_people", page="people")


def _cycle(asked: Asked) -> Step | None:
    cycles, started = asked.count("pdsa", "cycles"), asked.count("pdsa", "started")
    if not cycles:
        return Step("plan_first", tool="pdsa")
    return Step("start_cycle", tool="pdsa") if cycles > started else None


def _points(asked: Asked) -> Step | None:
    points = asked.count("measures", "most_points")
    return Step("add_points", tool="measures", facts={"points": points}) if points < asked.points else None


def _team(asked: Asked) -> Step | None:
    is_named = any(is_said(one.role) for one in asked.document.charter.team)
    return None if is_named else Step("name_team", page="charter")


def _next_cycle(asked: Asked) -> Step | None:
    cycles, decided = asked.count("pdsa", "cycles"), asked.count("pdsa", "decided")
    return Step("plan_next", tool="pdsa") if cycles == decided else None


def _show(_asked: Asked) -> Step:
    return Step("show_somebody")


FINDERS: tuple[Callable[[Asked], Step | None], ...] = (
    _aim, _going_on, _why, _measure, _theory, _people, _cycle, _points, _team, _next_cycle, _show,
)  # fmt: skip
