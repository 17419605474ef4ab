"""The snapshot of a part of somebody's project that goes into a post: what others see never changes behind them.

It reads the documents of other tools as they are stored, in the schemas it knows; of any other it offers nothing.
What an aim and a diagram look like is in drawn_cards.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from qi_social_space.domain.drawn_cards import TEXT_MAX, Json, aim_card, diagram_card, is_said
from qi_social_space.domain.vocabulary import CardKind

SCHEMAS: Mapping[str, frozenset[int]] = {
    "pdsa": frozenset({1, 2}),
    "measures": frozenset({1}),
    "diagram": frozenset({1}),
    "project": frozenset({1, 2}),
}
POINTS_MAX = 120
OFFERED_MAX = 40
SEAL_LENGTH = 16
# there is one of each in a project
THE_AIM, THE_DIAGRAM = "wholeaim", "wholediagram"
Card = dict[str, Any]


class Work:
    """One learner's stored documents by their tools' names; what is missing or of another release says nothing."""

    def __init__(self, **documents: Json | None) -> None:
        known = {tool: document for tool, document in documents.items() if document}
        self._known = {tool: one for tool, one in known.items() if one.get("schema") in SCHEMAS[tool]}

    def _parts(self, tool: str, name: str) -> list[Json]:
        found: list[Json] = self._known.get(tool, {}).get(name, [])
        return found

    @property
    def aim(self) -> Json:
        found: Json = self._known.get("project", {}).get("aim", {})
        return found if is_said(found) else {}

    @property
    def nodes(self) -> list[Json]:
        return self._parts("diagram", "nodes")

    @property
    def links(self) -> list[Json]:
        return self._parts("diagram", "links")

    @property
    def cycles(self) -> list[Json]:
        """Each with its idea in the words that it has in the diagram today."""
        called = {node["id"]: node["text"] for node in self.nodes}
        return [
            {**cycle, "change_idea": called.get(cycle.get("idea") or "") or cycle.get("change_idea", "")}
            for cycle in self._parts("pdsa", "cycles")
        ]

    @property
    def measures(self) -> list[Json]:
        return self._parts("measures", "measures")


@dataclass(frozen=True)
class Offer:
    """Something of the learner's own that can be shared."""

    kind: CardKind
    id: str
    title: str


def offers(work: Work) -> tuple[Offer, ...]:
    """The aim and the diagram, then cycles and charts, newest first; what has no words yet is not offered."""
    diagram = diagram_card(work.aim, work.nodes, work.links)
    found = [
        Offer("aim", THE_AIM, str(work.aim.get("what", ""))[:TEXT_MAX]),
        Offer("diagram", THE_DIAGRAM, diagram["title"] if diagram else ""),
        *(Offer("cycle", one["id"], _title(one)) for one in reversed(work.cycles)),
        *(Offer("chart", one["id"], one["name"]) for one in reversed(work.measures)),
    ]
    return tuple(offer for offer in found if offer.title)[:OFFERED_MAX]


def card_of(kind: CardKind, wanted: str, work: Work) -> Card | None:
    """The snapshot as it will be stored and shown; None when there is no such part, or nothing in it."""
    if kind == "aim":
        return aim_card(work.aim) if work.aim else None
    if kind == "diagram":
        return diagram_card(work.aim, work.nodes, work.links)
    parts, make = _PARTS[kind](work)
    found = next((one for one in parts if one.get("id") == wanted), None)
    return make(found) if found else None


def seal(card: Card) -> str:
    """The same for the same snapshot: whoever has seen the preview has seen what goes out."""
    return sha256(json.dumps(card, sort_keys=True).encode()).hexdigest()[:SEAL_LENGTH]


def _title(cycle: Json) -> str:
    return str(cycle.get("title") or cycle.get("change_idea") or "")[:TEXT_MAX]


def _cycle_card(cycle: Json) -> Card:
    """Each line is a word of the catalogue ("card.<word>") and the learner's text; empty ones are left out."""
    lines = [("change_idea", cycle.get("change_idea", "")), ("objective", cycle.get("objective", ""))]
    for question in cycle.get("questions", ()):
        lines += [("question", question["text"]), ("prediction", question["prediction"]), ("found", question["found"])]
    study, act = cycle.get("study", {}), cycle.get("act", {})
    lines += [("learned", study.get("learned", "")), ("reason", act.get("reason", ""))]
    return {
        "kind": "cycle",
        "title": _title(cycle),
        "stage": _stage(cycle),
        "decision": act.get("decision"),
        "lines": [[word, text[:TEXT_MAX]] for word, text in lines if text],
    }


def _stage(cycle: Json) -> str:
    if cycle.get("act", {}).get("decision"):
        return "act"
    if cycle.get("study", {}).get("studied_on"):
        return "study"
    return "do" if cycle.get("do", {}).get("started_on") else "plan"


def _chart_card(measure: Json) -> Card:
    """The last points that have a value, each with its day; whoever shows them draws them, and judges nothing."""
    points = [[one["on"], _value(one)] for one in measure.get("points", ()) if not one.get("excluded")]
    lines = [("definition", measure.get("definition", "")), ("reading", measure.get("reading", {}).get("tells", ""))]
    return {
        "kind": "chart",
        "title": measure["name"],
        "unit": measure.get("unit") or "",
        "points": sorted(point for point in points if point[1] is not None)[-POINTS_MAX:],
        "lines": [[word, text[:TEXT_MAX]] for word, text in lines if text],
    }


def _value(point: Json) -> float | None:
    """As it was typed, or numerator over denominator in per cent; None: neither, or more than a number can be."""
    if point.get("value") is not None:
        return float(point["value"])
    above, below = point.get("numerator"), point.get("denominator")
    if above is None:
        return None
    found = round(100 * above / below, 1) if below else float(above)
    return found if math.isfinite(found) else None


_PARTS: Mapping[str, Callable[[Work], tuple[list[Json], Callable[[Json], Card]]]] = {
    "cycle": lambda work: (work.cycles, _cycle_card),
    "chart": lambda work: (work.measures, _chart_card),
}
