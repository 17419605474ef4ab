"""The lock (PD3): from the day Do started, what was predicted stays; everything else may change."""

from typing import Any

import pytest
from hypothesis import given

from qi_core.domain.problems import Problem, Problems
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.document import Cycle, Document
from tests.documents import edited, stored
from tests.strategies import documents, not_started, unhurried

LOCKED = Problem("locked")
SECOND_THOUGHT = {"on": "2026-11-04", "text": "Two were away"}


def problems_of(*, earlier: Document, proposed: Document) -> dict[str, Problem]:
    try:
        domain.revise(earlier=earlier, proposed=proposed)
    except Problems as refused:
        return refused.problems
    return {}


def with_cycles(document: Document, *cycles: Cycle) -> Document:
    return document.model_copy(update={"cycles": cycles})


@pytest.mark.parametrize(
    ("path", "value", "refused"),
    [
        ("questions[0].text", "Another?", "questions[0].text"),
        ("questions[0].prediction", "About 4 in 12", "questions[0].prediction"),
        ("questions[0].because", "", "questions[0].because"),
        ("questions[2].prediction", "Thought of afterwards", "questions[2].prediction"),
        ("questions[0].prediction", "About 3 in 10 ", "questions[0].prediction"),
        ("questions[0].addenda", [], "questions[0].addenda"),
        ("questions[0].addenda[0].text", "Changed", "questions[0].addenda"),
        ("questions[0].addenda[0].on", "2026-11-05", "questions[0].addenda"),
        ("do.started_on", None, "do.started_on"),
        ("questions[0].id", "quest9", "questions"),
    ],
)
def test_a_locked_prediction_stays_as_it_was(path: str, value: Any, refused: str) -> None:
    full = stored("full")
    proposed = edited(full, **{f"cycles[0].{path}": value})
    assert problems_of(earlier=full, proposed=proposed) == {f"cycles[0].{refused}": LOCKED}


def test_locked_questions_keep_their_set_and_order() -> None:
    full = stored("full")
    kept = domain.dump(full)["cycles"][0]["questions"]
    for questions in (kept[:1], kept[:-1], kept[::-1]):
        proposed = edited(stored("full"), **{"cycles[0].questions": questions})
        assert problems_of(earlier=full, proposed=proposed) == {"cycles[0].questions": LOCKED}
    ramp = stored("ramp")
    more = edited(ramp, **{"cycles[1].questions[1]": {"id": "quest2", "prediction": "One more"}})
    assert problems_of(earlier=ramp, proposed=more) == {"cycles[1].questions": LOCKED}


def test_every_broken_lock_is_named() -> None:
    ramp = stored("ramp")
    proposed = edited(
        ramp,
        **{
            "cycles[0].questions[0].text": "Why?",
            "cycles[0].questions[0].because": "",
            "cycles[2].do.started_on": None,
        },
    )
    assert problems_of(earlier=ramp, proposed=proposed) == {
        "cycles[0].questions[0].text": LOCKED,
        "cycles[0].questions[0].because": LOCKED,
        "cycles[2].do.started_on": LOCKED,
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("questions[0].addenda[1]", SECOND_THOUGHT),
        ("questions[3].addenda[0]", SECOND_THOUGHT),
        ("questions[0].found", "5 of 12"),
        ("questions[0].verdict", None),
        ("do.started_on", "2026-11-02"),
        ("change_idea", "Corrected"),
        ("tasks", []),
        ("data_plan.what", ""),
        ("act.decision", None),
    ],
)
def test_all_else_in_a_locked_cycle_may_change(path: str, value: Any) -> None:
    full = stored("full")
    assert problems_of(earlier=full, proposed=edited(full, **{f"cycles[0].{path}": value})) == {}


def test_a_locked_cycle_may_be_deleted_or_moved() -> None:
    ramp = stored("ramp")
    first, second, third = ramp.cycles
    alone = second.model_copy(update={"follows": None})
    for kept in ((), (first, second), (alone, third), (third, alone, first)):
        assert problems_of(earlier=ramp, proposed=with_cycles(ramp, *kept)) == {}


def test_a_lock_goes_with_the_cycle_not_with_its_place() -> None:
    ramp = stored("ramp")
    alone = edited(ramp, **{"cycles[1].follows": None, "cycles[1].questions[0].prediction": "As it turned out"})
    proposed = with_cycles(alone, alone.cycles[1])
    assert problems_of(earlier=ramp, proposed=proposed) == {"cycles[0].questions[0].prediction": LOCKED}


def test_a_new_cycle_may_come_with_its_lock() -> None:
    assert problems_of(earlier=stored("empty"), proposed=stored("ramp")) == {}


@unhurried
@given(documents, documents)
def test_before_do_starts_every_edit_is_free(earlier: Document, proposed: Document) -> None:
    unlocked = with_cycles(earlier, *map(not_started, earlier.cycles))
    assert problems_of(earlier=unlocked, proposed=proposed) == {}
    assert problems_of(earlier=earlier, proposed=earlier) == {}


@unhurried
@given(documents)
def test_no_lock_is_ever_taken_back(document: Document) -> None:
    proposed = with_cycles(document, *map(not_started, document.cycles))
    assert problems_of(earlier=document, proposed=proposed) == {
        f"cycles[{index}].do.started_on": LOCKED for index, cycle in enumerate(document.cycles) if cycle.is_locked
    }
