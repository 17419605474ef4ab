"""Counts and events: what leaves a learner's record. Numbers and closed words, each thing told once."""

from typing import Any

import pytest
from hypothesis import given

from qi_core import events as allowed
from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Document
from qi_run_chart.domain.tallying import counts
from tests.measures import documents, edited, points_of, stored
from tests.strategies import unhurried

EMPTY = stored("empty")
ABOUT = {"measure": 1, "measures": 3, "points": 24, "kind": "outcome"}


def test_counts_tell_how_far_the_measures_have_come() -> None:
    assert counts(stored("full")) == {
        "measures": 3,
        "outcome": 1,
        "process": 1,
        "balancing": 1,
        "defined": 1,
        "points": 40,
        "most_points": 24,
        "baselines": 1,
        "phases": 1,
        "annotations": 1,
        "readings": 1,
    }
    assert counts(EMPTY) == dict.fromkeys(counts(stored("full")), 0)


def test_a_whole_measure_told_at_once_is_five_events() -> None:
    first = [event for event in measures.events(earlier=EMPTY, saved=stored("full")) if event[1]["measure"] == 1]
    assert first == [
        ("measure_defined", ABOUT),
        ("data_added", ABOUT | {"added": 24}),
        ("baseline_set", ABOUT),
        ("phase_added", ABOUT | {"phases": 1}),
        ("reading_written", ABOUT | {"chart": "run", "rules": "anhoej"}),
    ]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ({"measures[0].source": ""}, ["measure_defined"]),
        ({"measures[0].baseline_until": None}, ["baseline_set"]),
        ({"measures[0].baseline_until": "point02a"}, ["baseline_set"]),
        ({"measures[0].phases": []}, ["phase_added"]),
        ({"measures[0].reading.does_not": ""}, ["reading_written"]),
        ({"measures[0].name": "Typo"}, []),
        ({"measures[0].points[3].numerator": 20}, []),
        ({"measures[0].phases[0].reason": "Typo"}, []),
    ],
)
def test_an_event_tells_of_which_measure(before: dict[str, Any], told: list[str]) -> None:
    full = stored("full")
    found = measures.events(earlier=edited(full, **before), saved=full)
    assert [name for name, _ in found] == told
    assert all(payload.items() >= ABOUT.items() for _, payload in found)


def test_points_are_counted_when_they_are_new() -> None:
    minimal = stored("minimal")
    saved = edited(minimal, **{"measures[0].points": points_of(1, 2, None)})
    payload = {"measure": 1, "measures": 1, "points": 3, "added": 3}
    assert measures.events(earlier=minimal, saved=saved) == (("data_added", payload),)
    assert measures.events(earlier=saved, saved=minimal) == ()


@unhurried
@given(documents, documents)
def test_events_are_told_once_and_carry_only_what_the_list_allows(earlier: Document, saved: Document) -> None:
    told = measures.events(earlier=earlier, saved=saved)
    assert [allowed.checked(f"qi.measures.{name}", payload) for name, payload in told] == [
        (f"qi.measures.{name}", payload) for name, payload in told
    ]
    places = [(name, payload["measure"]) for name, payload in told]
    assert len(places) == len(set(places))
    assert measures.events(earlier=saved, saved=saved) == ()
