"""What the cycles tell the project's home: how they stand, and what happened when."""

from datetime import date

from hypothesis import given

from qi_core.domain.chronicle import Chronicle, Line, Moment
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.document import Document
from tests.documents import edited, stored
from tests.strategies import documents, unhurried


def test_nothing_is_told_of_nothing() -> None:
    assert domain.chronicle(domain.empty()) == Chronicle()


def test_a_ramp_is_told_by_its_decisions_and_its_days() -> None:
    ramp = stored("ramp")
    told = domain.chronicle(ramp)
    decisions = [cycle.act.decision for cycle in ramp.cycles]
    assert {line.key: line.facts for line in told.lines} == {key: {"n": decisions.count(key)} for key in set(decisions)}
    first = ramp.cycles[0]
    about = {"number": 1, "title": first.title or first.change_idea}
    assert first.do.started_on and first.act.decision
    assert told.moments[0] == Moment(first.do.started_on, "started", about)


def test_a_cycle_without_a_decision_is_planned_running_or_studied() -> None:
    nothing = {"decided_on": None, "decision": None, "reason": "", "next_change": ""}
    studied = edited(stored("ramp"), **{"cycles[0].act": nothing})
    assert domain.chronicle(studied).lines[0] == Line("studied", {"n": 1})
    running = edited(studied, **{"cycles[0].study.learned": ""})
    assert domain.chronicle(running).lines[0] == Line("running", {"n": 1})
    planned = edited(stored("minimal"), **{"cycles[0].title": "A card"})
    assert domain.chronicle(planned) == Chronicle((Line("planned", {"n": 1}),))


def test_a_decision_without_its_day_is_no_moment() -> None:
    ramp = edited(stored("ramp"), **{"cycles[0].act.decided_on": None})
    assert [moment.key for moment in domain.chronicle(ramp).moments if moment.facts["number"] == 1] == ["started"]


@unhurried
@given(documents)
def test_every_cycle_stands_somewhere(document: Document) -> None:
    told = domain.chronicle(document)
    assert sum(int(line.facts["n"]) for line in told.lines) == len(document.cycles)
    assert all(isinstance(moment.on, date) for moment in told.moments)
