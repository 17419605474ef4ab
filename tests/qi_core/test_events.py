"""Tracking events carry numbers and words of closed sets, and nothing else."""

import pytest
from qi_core.events import EVENTS, UnknownEvent, checked


def test_a_listed_event_passes():
    payload = {"cycle": 2, "ramp_position": 1, "decision": "abandon"}
    assert checked("qi.pdsa.decision_made", payload) == ("qi.pdsa.decision_made", payload)


def test_an_unlisted_event_is_refused():
    with pytest.raises(UnknownEvent, match="qi.pdsa.made_up"):
        checked("qi.pdsa.made_up", {})


@pytest.mark.parametrize(
    "payload",
    [
        {"note": 1},
        {"decision": "Mrs Khan said so"},
        {"cycle": "Mrs Khan"},
        {"cycle": 1.5},
        {"cycle": True},
        {"decision": 3},
    ],
)
def test_what_is_not_listed_is_refused_and_not_repeated(payload):
    with pytest.raises(UnknownEvent) as refused:
        checked("qi.pdsa.decision_made", payload)
    assert "Khan" not in str(refused.value)


@pytest.mark.parametrize("name", EVENTS)
def test_names_of_platform_events_are_not_taken(name):
    assert name.startswith("qi.")
