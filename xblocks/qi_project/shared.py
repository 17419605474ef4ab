"""What a tool may know of another tool's document in the same project, without knowing that tool."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project.choosing import Where, projects
from qi_project.domain.completion import AIM_FIELDS
from qi_project.models import Artefact
from qi_project.values import from_text

Json = Mapping[str, Any]
# The schemas that are read here; a document of any other tells nothing.
KNOWN: Mapping[str, frozenset[int]] = {
    "pdsa": frozenset({1, 2}),
    "diagram": frozenset({1}),
    "measures": frozenset({1}),
    "project": frozenset({1, 2}),
}


@dataclass(frozen=True)
class CycleMark:
    """A PDSA cycle that has started, as a chart pins it. `started_on` is an ISO date, `decision` a word or None."""

    number: int
    title: str
    started_on: str
    decision: str | None


@dataclass(frozen=True)
class IdeaTest:
    """A PDSA cycle of the change idea with this id, started or not."""

    number: int
    title: str
    idea: str
    has_started: bool
    decision: str | None


@dataclass(frozen=True)
class MeasureName:
    """`driver` is the id of the driver that the measure is of, if any."""

    id: str
    name: str
    kind: str | None
    driver: str | None


@dataclass(frozen=True)
class DriverName:
    """A driver of the diagram, for a measure to belong to."""

    id: str
    text: str


@dataclass(frozen=True)
class Thread:
    """What a run chart knows of the rest of its project; `aim` is what is to change, in the learner's words."""

    cycles: tuple[CycleMark, ...]
    drivers: tuple[DriverName, ...]
    aim: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What a driver diagram knows of the rest of its project."""

    aim_missing: tuple[str, ...]
    tests: tuple[IdeaTest, ...]
    measures: tuple[MeasureName, ...]
    studied_on: date | None
    revised_on: date | None


def thread_of(owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None) -> Thread:
    """Of one project, not of a practice sheet; a document of another release gives nothing. One query."""
    found = _rows(Where(owner_id, course_key, project), ("pdsa", "diagram", "project"))
    nodes = _read(found, "diagram").get("nodes", ())
    names = {node["id"]: node.get("text", "") for node in nodes}
    return Thread(
        cycles=tuple(_mark(number, cycle, names) for number, cycle in _cycles(found) if _has_started(cycle)),
        drivers=tuple(
            DriverName(node["id"], node["text"])
            for node in nodes
            if node["level"] != "idea" and node.get("text", "").strip()
        ),
        aim=_read(found, "project").get("aim", {}).get("what", ""),
    )


def cycles_of(
    owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None
) -> tuple[CycleMark, ...]:
    """In the planner's order."""
    return thread_of(owner_id, course_key=course_key, project=project).cycles


def surroundings_of(
    owner_id: int,
    *,
    course_key: CourseKey | None = None,
    project: int | None = None,
    practice_in: UsageKey | None = None,
) -> Surroundings:
    """One query."""
    found = _rows(Where(owner_id, course_key, project, practice_in), tuple(KNOWN))
    aim = _read(found, "project").get("aim", {})
    cycles = list(_cycles(found))
    studied = [day for _, cycle in cycles if (day := cycle.get("study", {}).get("studied_on"))]
    return Surroundings(
        aim_missing=tuple(field for field in AIM_FIELDS if not str(aim.get(field) or "").strip()),
        tests=tuple(_test(number, cycle) for number, cycle in cycles if cycle.get("idea")),
        measures=tuple(_measure(one) for one in _read(found, "measures").get("measures", ())),
        studied_on=date.fromisoformat(max(studied)) if studied else None,
        revised_on=found["diagram"].saved_at.date() if "diagram" in found else None,
    )


def _rows(where: Where, tools: tuple[str, ...]) -> dict[str, Artefact]:
    rows = Artefact.objects.filter(project__in=projects(where), tool__in=tools)
    return {row.tool: row for row in rows}


def read(tool: str, document: Json) -> Json:
    """What of it may be read here; nothing of another release's."""
    return document if document.get("schema") in KNOWN[tool] else {}


def _read(rows: Mapping[str, Artefact], tool: str) -> Json:
    return read(tool, from_text(rows[tool].document)) if tool in rows else {}


def _cycles(rows: Mapping[str, Artefact]) -> Iterator[tuple[int, Json]]:
    return enumerate(_read(rows, "pdsa").get("cycles", ()), start=1)


def _has_started(cycle: Json) -> bool:
    return bool(cycle.get("do", {}).get("started_on"))


def _decision(cycle: Json) -> str | None:
    decision: str | None = cycle.get("act", {}).get("decision")
    return decision


def _mark(number: int, cycle: Json, ideas: Mapping[str, str]) -> CycleMark:
    """A cycle of an idea of the diagram is called by what that idea is called today."""
    title = cycle.get("title") or ideas.get(cycle.get("idea") or "") or cycle.get("change_idea", "")
    return CycleMark(number, title, cycle["do"]["started_on"], _decision(cycle))


def _test(number: int, cycle: Json) -> IdeaTest:
    return IdeaTest(number, cycle.get("title", ""), cycle["idea"], _has_started(cycle), _decision(cycle))


def _measure(measure: Json) -> MeasureName:
    return MeasureName(measure["id"], measure.get("name", ""), measure.get("kind"), measure.get("driver_id"))
