"""What a tool may know of another tool's document in the same project, without knowing that tool."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qi_project.models import Artefact
from qi_project.values import from_text


PDSA_SCHEMA = 1  # the one that is read here; of any other nothing is told


@dataclass(frozen=True)
class CycleMark:
    """A PDSA cycle that has started, as a chart pins it. `started_on` is an ISO date, `decision` a word or None."""

    number: int
    title: str
    started_on: str
    decision: str | None


def cycles_of(owner_id: int) -> tuple[CycleMark, ...]:
    """Of the learner's open project, in the planner's order; a document of another release gives none."""
    row = Artefact.objects.filter(project__owner_id=owner_id, project__is_open=True, tool="pdsa").first()
    document = from_text(row.document) if row else {}
    cycles = document["cycles"] if document.get("schema") == PDSA_SCHEMA else []
    return tuple(_mark(number, cycle) for number, cycle in enumerate(cycles, start=1) if _has_started(cycle))


def _has_started(cycle: Mapping[str, Any]) -> bool:
    return bool(cycle.get("do", {}).get("started_on"))


def _mark(number: int, cycle: Mapping[str, Any]) -> CycleMark:
    title = cycle.get("title") or cycle.get("change_idea", "")
    return CycleMark(number, title, cycle["do"]["started_on"], cycle.get("act", {}).get("decision"))
