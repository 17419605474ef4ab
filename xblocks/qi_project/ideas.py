"""The thread from an idea of the diagram to the cycles that test it, told and spun without knowing either tool.

An idea or a cycle is added to the other tool's document where it is; whoever has that document open elsewhere is told
as by any other save.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opaque_keys.edx.keys import CourseKey

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_project.domain.ideas import NewCycle, NewIdea
from qi_project.shared import KNOWN, read
from qi_project.values import Stale, Stored

Json = dict[str, Any]
ATTEMPTS = 3
NODES_MAX, CYCLES_MAX = 200, 60  # of the two tools; their own domains refuse more
PRESENT: Mapping[str, int] = {tool: max(schemas) for tool, schemas in KNOWN.items()}


@dataclass(frozen=True)
class Idea:
    """`path`: the drivers it leads to, the nearest first. Empty while it is linked to none."""

    id: str
    text: str
    path: tuple[str, ...]


def ideas_in(diagram: Mapping[str, Any]) -> tuple[Idea, ...]:
    """In the order of the diagram; without those that have no text yet."""
    nodes = {node["id"]: node for node in diagram.get("nodes", ())}
    home: dict[str, str] = {}
    for link in diagram.get("links", ()):
        home.setdefault(link["from"], link["to"])
    ideas = [node for node in nodes.values() if node["level"] == "idea" and node.get("text", "").strip()]
    return tuple(Idea(node["id"], node["text"], _path(node["id"], home, nodes)) for node in ideas)


def _path(id: str, home: Mapping[str, str], nodes: Mapping[str, Json]) -> tuple[str, ...]:  # pylint: disable=redefined-builtin
    """Links lead to the left, so this ends."""
    driver = home.get(id)
    return () if driver is None else (nodes[driver].get("text", ""), *_path(driver, home, nodes))


Find = Callable[..., Stored]
Save = Callable[..., Stored]


@dataclass(frozen=True)
class Place:
    """Whose project, as seen from which course or page, with the record's own way to find and to save."""

    owner_id: int
    course_key: CourseKey
    now: datetime
    find: Find
    save: Save
    project: int | None = None


def add_idea(place: Place, idea: NewIdea) -> None:
    """Raises Problems when the diagram is full; adding the same id again does nothing."""

    def added(diagram: Json) -> Json | None:
        nodes = diagram.get("nodes", [])
        if any(node["id"] == idea.id for node in nodes):
            return None
        if len(nodes) >= NODES_MAX:
            raise Problems({"text": Problem("too_many", {"max": NODES_MAX})})
        node = {"id": idea.id, "level": "idea", "text": idea.text}
        return {"links": [], "confirmed": [], **diagram, "nodes": [*nodes, node]}

    _change(place, "diagram", added, count="ideas")


def begin_cycle(place: Place, cycle: NewCycle, *, text: str) -> int:
    """The number of the cycle that tests the idea: a waiting one if there is one, otherwise a new one."""

    def begun(pdsa: Json) -> Json | None:
        cycles = pdsa.get("cycles", [])
        if _waiting(cycles, cycle.idea) is not None:
            return None
        if len(cycles) >= CYCLES_MAX:
            raise Problems({"idea": Problem("too_many", {"max": CYCLES_MAX})})
        new = {"id": cycle.id, "idea": cycle.idea, "change_idea": text}
        return {"confirmed": [], **pdsa, "cycles": [*cycles, new]}

    document = _change(place, "pdsa", begun, count="cycles")
    return (_waiting(document["cycles"], cycle.idea) or 0) + 1


def _waiting(cycles: list[Json], idea: str) -> int | None:
    """Where the first cycle of the idea stands that has not started."""
    return next(
        (
            place
            for place, cycle in enumerate(cycles)
            if cycle.get("idea") == idea and not (cycle.get("do") or {}).get("started_on")
        ),
        None,
    )


def _change(place: Place, tool: str, change: Callable[[Json], Json | None], *, count: str) -> Json:
    """Try again on the newer document when somebody saved in between. Raises NewerDocument, and Stale at last."""
    for _ in range(ATTEMPTS - 1):
        try:
            return _change_once(place, tool, change, count=count)
        except Stale:
            continue
    return _change_once(place, tool, change, count=count)


def _change_once(place: Place, tool: str, change: Callable[[Json], Json | None], *, count: str) -> Json:
    stored = place.find(place.owner_id, tool, course_key=place.course_key, project=place.project)
    found = stored.document or {}
    if found and not read(tool, found):
        raise NewerDocument(found.get("schema", 0), PRESENT[tool])
    changed = change(found)
    if changed is None:
        return found
    document = {**changed, "schema": PRESENT[tool]}
    place.save(
        place.owner_id,
        tool,
        document=document,
        seen=stored.revision,
        counts={**stored.counts, count: stored.counts.get(count, 0) + 1},
        now=place.now,
        course_key=place.course_key,
        project=place.project,
    )
    return document
