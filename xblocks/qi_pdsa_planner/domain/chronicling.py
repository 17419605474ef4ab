"""How the cycles stand and what happened when, for the project's home."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from qi_core.domain.chronicle import Chronicle, Facts, Line, Moment
from qi_pdsa_planner.domain.completion import is_done
from qi_pdsa_planner.domain.document import Cycle, Document

Standing = Literal["planned", "running", "studied", "adopt", "adapt", "expand", "abandon"]
ORDER: tuple[Standing, ...] = ("running", "studied", "planned", "adopt", "expand", "adapt", "abandon")


def chronicle(document: Document) -> Chronicle:
    standings = Counter(map(_standing, document.cycles))
    return Chronicle(
        tuple(Line(name, {"n": standings[name]}) for name in ORDER if standings[name]),
        tuple(moment for number, cycle in enumerate(document.cycles, 1) for moment in _moments(number, cycle)),
    )


def _standing(cycle: Cycle) -> Standing:
    if cycle.act.decision:
        return cycle.act.decision
    if not cycle.is_locked:
        return "planned"
    return "studied" if is_done(cycle, "study") else "running"


def _moments(number: int, cycle: Cycle) -> Iterator[Moment]:
    about: Facts = {"number": number, "title": cycle.title or cycle.change_idea}
    if cycle.do.started_on:
        yield Moment(cycle.do.started_on, "started", about)
    if cycle.act.decided_on and cycle.act.decision:
        yield Moment(cycle.act.decided_on, cycle.act.decision, about)
