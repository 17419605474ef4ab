"""Counts and events: what leaves a learner's record. Numbers and closed words, each thing told once."""

from typing import Any

import pytest
from hypothesis import given

from qi_core import events as allowed
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.document import Document
from qi_pdsa_planner.domain.telling import counts
from tests.documents import edited, stored
from tests.strategies import documents, unhurried

EMPTY = stored("empty")
ONE = {"cycle": 1, "cycles": 1, "ramp": 1, "ramp_position": 1, "scale": "one_session"}
NOTHING = dict.fromkeys(
    [
        "cycles",
        "ramps",
        "predictions",
        "started",
        "studied",
        "decided",
        "adopted",
        "adapted",
        "abandoned",
        "expanded",
    ],
    0,
)


def test_counts_of_nothing_are_noughts() -> None:
    assert counts(EMPTY) == NOTHING


def test_counts_tell_how_far_a_ramp_has_come() -> None:
    ramp = edited(stored("ramp"), **{"cycles[2].act.decision": "abandon", "cycles[1].study.learned": ""})
    assert counts(ramp) == NOTHING | {
        "cycles": 3,
        "ramps": 1,
        "predictions": 3,
        "started": 3,
        "studied": 2,
        "decided": 3,
        "adapted": 1,
        "abandoned": 1,
        "expanded": 1,
    }


def test_only_what_is_written_counts_as_a_prediction() -> None:
    assert counts(stored("full"))["predictions"] == 2


def test_a_whole_cycle_told_at_once_is_four_events() -> None:
    assert domain.events(earlier=EMPTY, saved=stored("full")) == (
        ("cycle_started", ONE),
        ("prediction_locked", ONE | {"questions": 5, "predictions": 2}),
        ("cycle_studied", ONE | {"partly": 1, "matched": 1, "could_not_tell": 1, "did_not_match": 1}),
        ("decision_made", ONE | {"decision": "adapt"}),
    )


@pytest.mark.parametrize(
    ("before", "event"),
    [
        (
            {"cycles[2].do.started_on": None, "cycles[2].study.studied_on": None},
            ["prediction_locked", "cycle_studied"],
        ),
        ({"cycles[2].study.learned": ""}, ["cycle_studied"]),
        ({"cycles[2].act.decision": None}, ["decision_made"]),
        ({"cycles[2].act.decision": "adapt"}, ["decision_made"]),
        ({"cycles[2].title": "Typo"}, []),
    ],
)
def test_an_event_tells_which_cycle_of_which_ramp(before: dict[str, Any], event: list[str]) -> None:
    ramp = stored("ramp")
    about = {"cycle": 3, "cycles": 3, "ramp": 1, "ramp_position": 3, "scale": "one_team"}
    more: dict[str, dict[str, int | str]] = {
        "prediction_locked": {"questions": 1, "predictions": 1},
        "cycle_studied": {"partly": 1},
        "decision_made": {"decision": "adopt"},
    }
    told = domain.events(earlier=edited(ramp, **before), saved=ramp)
    assert told == tuple((name, about | more[name]) for name in event)


def test_a_cycle_without_scale_tells_none() -> None:
    assert domain.events(earlier=EMPTY, saved=stored("minimal")) == (
        ("cycle_started", {"cycle": 1, "cycles": 1, "ramp": 1, "ramp_position": 1}),
    )


def test_taking_something_back_is_no_event() -> None:
    full = stored("full")
    assert domain.events(earlier=full, saved=edited(full, **{"cycles[0].act.decision": None})) == ()
    assert domain.events(earlier=full, saved=EMPTY) == ()


@unhurried
@given(documents, documents)
def test_events_are_told_once_and_carry_only_what_the_list_allows(earlier: Document, saved: Document) -> None:
    told = domain.events(earlier=earlier, saved=saved)
    assert [allowed.checked(f"qi.pdsa.{name}", payload) for name, payload in told] == [
        (f"qi.pdsa.{name}", payload) for name, payload in told
    ]
    places = [(name, payload["cycle"]) for name, payload in told]
    assert len(places) == len(set(places))
    assert domain.events(earlier=saved, saved=saved) == ()
