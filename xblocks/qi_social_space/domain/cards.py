"""The snapshot of a part of somebody's project that goes into a post: what others see never changes behind them.

It reads the documents of other tools as they are stored, in the schemas it knows; of any other it offers nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qi_social_space.domain.vocabulary import CardKind

PDSA_SCHEMAS = {1, 2}
MEASURES_SCHEMA = 1
TEXT_MAX = 1_000
POINTS_MAX = 120
OFFERED_MAX = 40
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Offer:
    """Something of the learner's own that can be shared."""

    kind: CardKind
    id: str
    title: str


def offers(pdsa: Json | None, measures: Json | None) -> tuple[Offer, ...]:
    """Newest first within each kind; what has no words yet is not offered."""
    cycles = [Offer("cycle", one["id"], _title(one)) for one in reversed(_cycles(pdsa))]
    charts = [Offer("chart", one["id"], one["name"]) for one in reversed(_measures(measures))]
    return tuple(offer for offer in (*cycles, *charts) if offer.title)[:OFFERED_MAX]


def card_of(kind: CardKind, wanted: str, *, pdsa: Json | None, measures: Json | None) -> dict[str, Any] | None:
    """The snapshot as it will be stored and shown; None when there is no such part."""
    parts, make = (_cycles(pdsa), _cycle_card) if kind == "cycle" else (_measures(measures), _chart_card)
    found = next((one for one in parts if one.get("id") == wanted), None)
    return make(found) if found else None


def _cycles(document: Json | None) -> list[dict[str, Any]]:
    return document["cycles"] if document and document.get("schema") in PDSA_SCHEMAS else []


def _measures(document: Json | None) -> list[dict[str, Any]]:
    return document["measures"] if document and document.get("schema") == MEASURES_SCHEMA else []


def _title(cycle: Json) -> str:
    return str(cycle.get("title") or cycle.get("change_idea") or "")[:TEXT_MAX]


def _cycle_card(cycle: Json) -> dict[str, Any]:
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


def _chart_card(measure: Json) -> dict[str, Any]:
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
    """As it was typed, or numerator over denominator in per cent."""
    if point.get("value") is not None:
        return float(point["value"])
    above, below = point.get("numerator"), point.get("denominator")
    if above is None:
        return None
    return round(100 * above / below, 1) if below else float(above)
