"""Completion counts what is there, never how good it is. It rises and falls with the document."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain.tool import Todo
from qi_pdsa_planner.domain.completion import RULES, STAGES, progress, stage_states
from qi_pdsa_planner.domain.document import Document
from tests.documents import edited, parsed, stored
from tests.strategies import documents, unhurried

ALL = {"stages": ["plan", "do", "study", "act"], "cycles": 1}
settings_of_authors = st.fixed_dictionaries(
    {
        "stages": st.lists(st.sampled_from(STAGES), min_size=1, max_size=4, unique=True),
        "cycles": st.integers(min_value=1, max_value=10),
    }
)
# The field that takes each rule away from a cycle that meets all of them, and the rules that go.
MISSING = [
    ("cycles[0].change_idea", " \n", ["PD1"]),
    ("cycles[0].tasks[0].what", "", ["PD6"]),
    ("cycles[0].tasks[0].who", "", ["PD6"]),
    ("cycles[0].tasks[0].when", " ", ["PD6"]),
    ("cycles[0].tasks[0].where", "", ["PD6"]),
    ("cycles[0].tasks", [], ["PD6"]),
    ("cycles[0].data_plan.what", "", ["PD7"]),
    ("cycles[0].data_plan.who", "", ["PD7"]),
    ("cycles[0].do.started_on", None, ["PD3", "PD10_dates"]),
    ("cycles[0].do.happened", "", ["PD10_do"]),
    ("cycles[0].questions[0].found", "", ["PD12"]),
    ("cycles[0].questions[0].verdict", None, ["PD12"]),
    ("cycles[0].study.learned", "", ["PD10_study"]),
    ("cycles[0].study.studied_on", None, ["PD10_dates"]),
    ("cycles[0].study.studied_on", "2026-11-01", ["PD10_dates"]),
    ("cycles[0].act.decision", None, ["PD14_decision"]),
    ("cycles[0].act.reason", "\t", ["PD14_reason"]),
]


def one() -> Document:
    """A single cycle that meets every rule, and little more."""
    document = stored("ramp")
    return document.model_copy(update={"cycles": document.cycles[:1]})


def todo(rule: str, *, cycle: int = 1) -> Todo:
    path = next(known.path for known in RULES if known.name == rule)
    return Todo(f"cycles[{cycle - 1}].{path}", rule, {"cycle": cycle})


@pytest.mark.parametrize(("name", "share"), [("empty", 0.0), ("minimal", 0.0), ("full", 1.0), ("ramp", 1.0)])
def test_the_stored_examples_are_complete_or_not_begun(name: str, share: float) -> None:
    assert progress(stored(name), settings=ALL)[0] == share


@pytest.mark.parametrize(("path", "value", "rules"), MISSING, ids=[f"{path}={value!r}" for path, value, _ in MISSING])
def test_each_rule_met_raises_progress_and_each_lost_lowers_it(path: str, value: Any, rules: list[str]) -> None:
    lacking = edited(one(), **{path: value})
    share, left = progress(lacking, settings=ALL)
    assert left == tuple(todo(rule) for rule in rules)
    assert share == pytest.approx(1 - len(rules) / len(RULES))
    assert progress(one(), settings=ALL) == (1.0, ())


def test_a_plan_without_any_prediction_lacks_it_and_its_outcome() -> None:
    lacking = edited(one(), **{"cycles[0].do.started_on": None, "cycles[0].questions": []})
    left = progress(lacking, settings=ALL)[1]
    assert left == tuple(todo(rule) for rule in ("PD2", "PD3", "PD12", "PD10_dates"))


def test_a_question_without_prediction_needs_no_outcome() -> None:
    more = edited(one(), **{"cycles[0].questions[1]": {"id": "quest2", "text": "And what else?"}})
    assert progress(more, settings=ALL) == (1.0, ())


def test_every_predicted_question_needs_its_outcome() -> None:
    more = edited(one(), **{"cycles[0].questions[1]": {"id": "quest2", "prediction": "None"}})
    assert progress(more, settings=ALL)[1] == (todo("PD12"),)


def test_one_whole_task_is_enough() -> None:
    more = edited(one(), **{"cycles[0].tasks[1]": {"id": "task02", "what": "Tidy up"}})
    assert progress(more, settings=ALL) == (1.0, ())


def test_study_may_be_on_the_day_of_do() -> None:
    same_day = edited(one(), **{"cycles[0].study.studied_on": "2026-11-02"})
    assert progress(same_day, settings=ALL) == (1.0, ())


@pytest.mark.parametrize("stage", STAGES)
def test_only_the_stages_the_author_chose_count(stage: str) -> None:
    only = {"stages": [stage], "cycles": 1}
    assert progress(parsed({"cycles": [{"id": "abcdef"}]}), settings=only) == (
        0.0,
        tuple(todo(rule.name) for rule in RULES if rule.stage == stage),
    )
    assert progress(one(), settings=only) == (1.0, ())


def test_a_missing_cycle_counts_nothing_and_is_named_once_each() -> None:
    three = {"stages": ["plan"], "cycles": 3}
    assert progress(stored("empty"), settings=three) == (
        0.0,
        (Todo("", "first_cycle"), Todo("", "another_cycle"), Todo("", "another_cycle")),
    )
    share, left = progress(one(), settings=three)
    assert (share, left) == (pytest.approx(1 / 3), (Todo("", "another_cycle"), Todo("", "another_cycle")))


def test_the_fullest_cycles_count_and_the_fullest_unfinished_one_is_named_first() -> None:
    lacking = ["cycles[0].act.reason", "cycles[0].do.happened", "cycles[2].act.reason"]
    ramp = edited(stored("ramp"), **dict.fromkeys(lacking, ""))
    share, left = progress(ramp, settings=ALL | {"cycles": 3})
    assert left == (todo("PD14_reason", cycle=3), todo("PD10_do"), todo("PD14_reason"))
    assert share == pytest.approx(1 - 3 / 33)
    assert progress(ramp, settings=ALL | {"cycles": 2})[1] == (todo("PD14_reason", cycle=3),)
    assert progress(ramp, settings=ALL) == (1.0, ())


@unhurried
@given(documents, settings_of_authors)
def test_progress_is_a_share_and_whole_exactly_when_nothing_is_left(document: Document, chosen: dict[str, Any]) -> None:
    share, left = progress(document, settings=chosen)
    assert 0.0 <= share <= 1.0
    assert (share == 1.0) is not bool(left)


def test_stages_are_derived_from_what_is_written() -> None:
    assert stage_states(stored("minimal").cycles[0]) == {
        "plan": "in_progress",
        "do": "not_started",
        "study": "not_started",
        "act": "not_started",
    }
    assert stage_states(one().cycles[0]) == dict.fromkeys(STAGES, "done")


@pytest.mark.parametrize(
    ("path", "value", "stage"),
    [
        ("do.as_planned", "no", "do"),
        ("do.ended_on", "2026-11-03", "do"),
        ("study.surprised", "the noise", "study"),
        ("questions", [{"id": "quest1", "found": "7"}], "study"),
        ("questions", [{"id": "quest1", "verdict": "could_not_tell"}], "study"),
        ("act.next_change", "ask later", "act"),
        ("act.decision", "adopt", "act"),
    ],
)
def test_a_stage_is_begun_by_anything_written_in_it(path: str, value: object, stage: str) -> None:
    begun = edited(stored("minimal"), **{f"cycles[0].{path}": value})
    expected = {"plan": "in_progress", "do": "not_started", "study": "not_started", "act": "not_started"}
    assert stage_states(begun.cycles[0]) == expected | {stage: "in_progress"}
