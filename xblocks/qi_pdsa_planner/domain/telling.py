"""What a course team may count: events between two versions of a document, and totals.

Numbers and words of closed sets only; never a text.
"""

from collections import Counter
from collections.abc import Iterator

from qi_pdsa_planner.domain.completion import is_done
from qi_pdsa_planner.domain.document import Cycle, Document
from qi_pdsa_planner.domain.ramps import ramps

Payload = dict[str, int | str]


def counts(document: Document) -> dict[str, int]:
    """The only thing that course staff ever see of a learner's cycles."""
    cycles = document.cycles
    decisions = Counter(cycle.act.decision for cycle in cycles)
    return {
        "cycles": len(cycles),
        "ramps": len(ramps(document)),
        "predictions": sum(map(_predictions, cycles)),
        "started": sum(cycle.is_locked for cycle in cycles),
        "studied": sum(is_done(cycle, "study") for cycle in cycles),
        "decided": sum(count for decision, count in decisions.items() if decision),
        "adopted": decisions["adopt"],
        "adapted": decisions["adapt"],
        "abandoned": decisions["abandon"],
        "expanded": decisions["expand"],
    }


def events(*, earlier: Document, saved: Document) -> tuple[tuple[str, Payload], ...]:
    """Each once: when a cycle is begun, its predictions are locked, it is studied, a decision is made or changed."""
    known = {cycle.id: cycle for cycle in earlier.cycles}
    positions = {
        cycle.id: (number, place)
        for number, ramp in enumerate(ramps(saved), 1)
        for place, cycle in enumerate(ramp, 1)
    }
    told: list[tuple[str, Payload]] = []
    for index, cycle in enumerate(saved.cycles):
        number, place = positions[cycle.id]
        about: Payload = {"cycle": index + 1, "cycles": len(saved.cycles), "ramp": number, "ramp_position": place}
        if cycle.scale:
            about["scale"] = cycle.scale
        told += [(name, about | more) for name, more in _between(known.get(cycle.id), cycle)]
    return tuple(told)


def _between(before: Cycle | None, after: Cycle) -> Iterator[tuple[str, Payload]]:
    if before is None:
        yield "cycle_started", {}
    if after.is_locked and not (before and before.is_locked):
        yield "prediction_locked", {"questions": len(after.questions), "predictions": _predictions(after)}
    if is_done(after, "study") and not (before and is_done(before, "study")):
        verdicts = Counter[str](question.verdict for question in after.questions if question.verdict)
        yield "cycle_studied", dict(verdicts)
    decision = after.act.decision
    if decision and decision != (before.act.decision if before else None):
        yield "decision_made", {"decision": decision}


def _predictions(cycle: Cycle) -> int:
    return sum(bool(question.prediction.strip()) for question in cycle.questions)
