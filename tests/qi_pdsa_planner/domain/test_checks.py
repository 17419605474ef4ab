"""Gentle checks: each where it belongs, silent elsewhere, and never in the way."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain.tool import Check
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.checks import checks
from qi_pdsa_planner.domain.document import Document
from tests.documents import edited, parsed, stored
from tests.strategies import any_text, documents, unhurried

TODAY = date(2026, 11, 20)
ALL = {"stages": ["plan", "do", "study", "act"], "cycles": 3}
PLANNED = "Ask each patient at the desk whether the letter was clear"


def found(document: Document, *, today: date = TODAY) -> list[tuple[str, str]]:
    judged = checks(document, today=today)
    assert all(check == Check(check.path, check.rule) for check in judged)
    return [(check.path, check.rule) for check in judged]


def cycle_of(**fields: Any) -> Document:
    return parsed({"cycles": [{"id": "cycle0a", **fields}]})


def question(**fields: Any) -> dict[str, Any]:
    return {"id": "quest1", **fields}


@pytest.mark.parametrize("name", ["empty", "minimal", "full", "ramp"])
def test_a_good_document_is_left_in_peace(name: str) -> None:
    assert found(stored(name), today=date(2026, 11, 6)) == []


def test_a_prediction_nobody_could_check_is_noticed_until_do_starts() -> None:
    vague = cycle_of(questions=[question(prediction="It will be fine", because="It was")])
    assert found(vague) == [("cycles[0].questions[0].prediction", "PD4")]
    assert found(edited(vague, **{"cycles[0].do.started_on": "2026-11-03"})) == []


@pytest.mark.parametrize(
    ("prediction", "because", "expected"),
    [
        ("7 in 10", "", [("cycles[0].questions[0].because", "PD5")]),
        ("7 in 10", " \n", [("cycles[0].questions[0].because", "PD5")]),
        ("7 in 10", "They said so", []),
        ("7 in 10, Because they said so", "", []),
        (" ", "", []),
    ],
)
def test_a_prediction_asks_for_its_theory(prediction: str, because: str, expected: list[tuple[str, str]]) -> None:
    assert found(cycle_of(questions=[question(prediction=prediction, because=because)])) == expected


@pytest.mark.parametrize(
    ("scale", "expected"),
    [(None, []), ("one_team", []), ("several_teams", ["PD8"]), ("whole_service", ["PD8"])],
)
def test_a_ramp_may_begin_smaller(scale: str | None, expected: list[str]) -> None:
    assert [rule for _, rule in found(cycle_of(scale=scale))] == expected


def test_a_later_cycle_of_a_ramp_may_be_large() -> None:
    later = {"id": "cycle0b", "follows": "cycle0a", "scale": "whole_service"}
    assert found(parsed({"cycles": [{"id": "cycle0a"}, later]})) == []
    apart = later | {"follows": None}
    assert found(parsed({"cycles": [{"id": "cycle0a"}, apart]})) == [("cycles[1].scale", "PD8")]


@pytest.mark.parametrize("path", ["questions[0].found", "study.learned", "do.happened"])
def test_what_happened_should_not_read_like_a_plan(path: str) -> None:
    ramp = edited(stored("ramp"), **{f"cycles[1].{path}": "We will ask the nurses"})
    assert found(ramp) == [(f"cycles[1].{path}", "PD11")]


@pytest.mark.parametrize("plan", ["change_idea", "objective", "questions[0].prediction"])
@pytest.mark.parametrize("path", ["questions[0].found", "study.learned", "do.happened"])
def test_what_happened_should_not_be_the_plan_again(plan: str, path: str) -> None:
    bare = cycle_of(questions=[question(because="They told us")])
    copied = edited(bare, **{f"cycles[0].{plan}": PLANNED, f"cycles[0].{path}": PLANNED.upper()})
    told = [entry for entry in found(copied) if entry[1] == "PD13"]
    assert told == [(f"cycles[0].{path}", "PD13")]


def test_another_cycle_s_plan_may_be_what_happened() -> None:
    cycles = [{"id": "cycle0a", "objective": PLANNED}, {"id": "cycle0b", "do": {"happened": PLANNED}}]
    assert found(parsed({"cycles": cycles})) == []


@pytest.mark.parametrize(
    ("decision", "decided_on", "expected"),
    [
        ("adapt", "2026-11-06", True),
        ("expand", "2026-11-06", True),
        ("adapt", "2026-11-07", False),
        ("adapt", "2026-12-24", False),
        ("adapt", None, False),
        ("adopt", "2026-11-06", False),
        (None, "2026-11-06", False),
    ],
)
def test_two_weeks_after_going_on_was_decided_the_next_cycle_is_due(
    decision: str | None, decided_on: str | None, expected: bool
) -> None:
    waiting = cycle_of(act={"decision": decision, "decided_on": decided_on})
    assert found(waiting) == ([("cycles[0].act.next_change", "PD15")] if expected else [])
    followed = edited(waiting, **{"cycles[1]": {"id": "cycle0b", "follows": "cycle0a", "title": "next"}})
    assert found(followed)[:1] == ([("cycles[1].change_idea", "PD16")] if decision == "adapt" else [])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("change_idea", "Ask at the door"),
        ("objective", "Learn why"),
        ("scale", "one_day"),
        ("questions", [{"id": "quest1", "prediction": "9 in 10", "because": "It is louder"}]),
        ("tasks", [{"id": "task01", "who": "Ward clerk"}]),
        ("data_plan.how", "Tally"),
    ],
)
def test_after_adapt_the_next_plan_differs_in_something(path: str, value: Any) -> None:
    before = {"id": "cycle0a", "change_idea": PLANNED, "act": {"decision": "adapt"}}
    after = {"id": "cycle0b", "follows": "cycle0a", "change_idea": PLANNED, "planned_start": "2026-11-20"}
    same = parsed({"cycles": [before, after]})
    assert found(same) == [("cycles[1].change_idea", "PD16")]
    assert found(edited(same, **{f"cycles[1].{path}": value})) == []
    assert found(edited(same, **{"cycles[0].act.decision": "expand"})) == []


def test_the_ids_of_tasks_and_questions_make_no_difference_to_a_plan() -> None:
    before = {"id": "cycle0a", "tasks": [{"id": "task01"}], "questions": [question()], "act": {"decision": "adapt"}}
    after = {"id": "cycle0b", "follows": "cycle0a", "tasks": [{"id": "task02"}], "questions": [{"id": "quest2"}]}
    assert found(parsed({"cycles": [before, after]})) == [("cycles[1].change_idea", "PD16")]


def test_stopping_for_a_reason_is_celebrated() -> None:
    assert found(cycle_of(act={"decision": "abandon"})) == []
    stopped = cycle_of(act={"decision": "abandon", "reason": "Nobody took one"})
    assert found(stopped) == [("cycles[0].act.reason", "PD20")]


@unhurried
@given(documents, st.dates())
def test_any_document_can_be_reviewed_on_any_day(document: Document, today: date) -> None:
    judged = domain.review(document, settings=ALL, today=today)
    assert {check.rule for check in judged.checks} <= {"PD4", "PD5", "PD8", "PD11", "PD13", "PD15", "PD16", "PD20"}
    overview = judged.overview
    assert list(overview["cycles"]) == [cycle.id for cycle in document.cycles]
    assert sum(len(ramp["cycles"]) for ramp in overview["ramps"]) == judged.counts["cycles"] == len(document.cycles)


@given(any_text, any_text)
def test_any_text_can_be_reviewed(planned: str, told: str) -> None:
    document = cycle_of(questions=[question(prediction=planned, found=told)], do={"happened": told})
    domain.review(document, settings=ALL, today=TODAY)
