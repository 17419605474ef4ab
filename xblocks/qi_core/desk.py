"""One learner's document of one tool, opened: what is stored, read into the present schema, and judged."""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_core.domain import privacy
from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import Review, Tool
from qi_core.handlers import problems_json
from qi_core.moments import iso
from qi_project import api

log = logging.getLogger(__name__)
WARNINGS_TOLD_MAX = 200  # nobody looks at more at once, and a hostile document has a hundred thousand


@dataclass(frozen=True)
class Desk:
    """Whose record, with which tool, in a project (`practice_in` None) or on a practice sheet.

    `project` is the one that the page was opened on; None: the one that the course works on.
    `start` is the document before the first save where it is not an empty one; it is not stored by itself.
    """

    tool: Tool
    owner_id: int
    course_key: CourseKey
    practice_in: UsageKey | None
    settings: Mapping[str, Any]
    start: Any = None
    project: int | None = None

    @property
    def where(self) -> dict[str, Any]:
        """As the record's api asks for it."""
        return {"course_key": self.course_key, "project": self.project, "practice_in": self.practice_in}


@dataclass(frozen=True)
class Opened:
    """`document` is None when the stored one no longer passes; `plain` and `problems` show what there is."""

    stored: api.Stored
    document: Any
    plain: dict[str, Any]
    problems: Mapping[str, Problem]


def opened(desk: Desk) -> Opened:
    """Raises NewerDocument when the stored document is of a newer release."""
    return read(desk, api.find(desk.owner_id, desk.tool.TOOL, **desk.where))


def read(desk: Desk, stored: api.Stored) -> Opened:
    """Before the first save: what the sheet starts with, or an empty document."""
    tool = desk.tool
    if stored.document is None:
        start = tool.empty() if desk.start is None else desk.start
        return Opened(stored, start, tool.dump(start), {})
    plain = tool.upgrade(stored.document)
    try:
        document = tool.parse(plain)
    except Problems as rejected:
        log.warning("%s: a stored document no longer passes, %d problems", tool.TOOL, len(rejected.problems))
        return Opened(stored, None, plain, rejected.problems)
    return Opened(stored, document, tool.dump(document), {})


def state_of(desk: Desk, found: Opened, *, now: datetime) -> dict[str, Any]:
    """All that the page needs to know of a document, as plain JSON."""
    if found.document is None:
        judged = Review(progress=0.0, counts=found.stored.counts)
    else:
        judged = desk.tool.review(found.document, settings=desk.settings, today=now.date())
    return {
        "document": found.plain,
        **standing_of(desk, found.stored, judged),
        "warnings": warnings_of(found.plain),
        "problems": problems_json(found.problems),
    }


def standing_of(desk: Desk, stored: api.Stored, judged: Review) -> dict[str, Any]:
    """`project` is empty before there is one, and on a practice sheet."""
    return {
        "project": "" if desk.practice_in else str(stored.project or desk.project or ""),
        "revision": stored.revision,
        "saved_at": iso(stored.saved_at),
        "progress": judged.progress,
        "checks": [asdict(check) for check in judged.checks],
        "todo": [asdict(todo) for todo in judged.todo],
        "counts": dict(judged.counts),
        "overview": judged.overview,
    }


def warnings_of(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Places that may name a person, without those the learner has called safe. The rest comes when these are done."""
    return list(privacy.screen(document, document.get("confirmed", ())).warnings[:WARNINGS_TOLD_MAX])


def closed_state(desk: Desk, *, with_counts: bool, now: datetime) -> dict[str, Any]:
    """What a visitor gets who may not see the record: an empty document, and at most counts."""
    state = state_of(desk, read(desk, api.Stored()), now=now)
    if with_counts:
        stored = api.find(desk.owner_id, desk.tool.TOOL, **desk.where)
        state["counts"] = dict(stored.counts)
    return state
