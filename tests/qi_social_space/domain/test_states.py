"""The life of a post, over every sequence of acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qi_social_space.domain.states import NEXT, PURGED, NotAllowed, after, after_report
from qi_social_space.domain.vocabulary import REASONS, STATES

ACTS = ("hide", "keep", "restore", "approve", "erase", "delete", "edit")
acts = st.lists(st.sampled_from(ACTS), max_size=12)
states = st.sampled_from(STATES)
counts = st.integers(min_value=1, max_value=9)


def lived(state, sequence):
    """Every state on the way; acts that do not apply change nothing."""
    passed = [state]
    for act in sequence:
        try:
            passed.append(after(passed[-1], act))
        except NotAllowed:
            passed.append(passed[-1])
    return passed


@given(states, acts)
def test_a_purged_text_never_comes_back(state, sequence):
    passed = lived(state, sequence)
    first = next((place for place, one in enumerate(passed) if one in PURGED), len(passed))
    assert set(passed[first:]) <= PURGED


@given(acts)
def test_erased_is_the_end(sequence):
    assert set(lived("erased", sequence)) == {"erased"}


@given(states, acts)
def test_only_a_facilitator_makes_hidden_or_held_visible(state, sequence):
    passed = lived(state, sequence)
    for act, one, then in zip(sequence, passed, passed[1:], strict=False):
        if one != "visible" and then == "visible":
            assert act in ("restore", "approve")


@given(st.sampled_from(["visible", "held", "hidden"]), acts)
def test_whatever_happened_a_post_that_is_there_can_be_erased(state, sequence):
    assert after(lived(state, sequence)[-1], "erase") == "erased" if lived(state, sequence)[-1] != "erased" else True


@given(states, st.sampled_from(REASONS), counts)
def test_a_report_hides_what_is_visible_and_touches_nothing_else(state, reason, reports):
    then = after_report(state, reason=reason, open_reports=reports)
    hides = state == "visible" and (reason == "patient" or reports >= 2)
    assert then == ("hidden" if hides else state)


def test_hiding_and_restoring_come_back_to_where_they_began():
    assert after(after("visible", "hide"), "restore") == "visible"


def test_what_reports_have_hidden_may_stay_hidden():
    assert after(after_report("visible", reason="patient", open_reports=1), "keep") == "hidden"


def test_an_author_who_mends_a_hidden_post_waits_for_a_facilitator():
    assert after("hidden", "edit") == "held"


def test_what_does_not_apply_says_what_does():
    told = "restore does not apply to a post that is visible; hide, delete, erase, edit do"
    with pytest.raises(NotAllowed, match=told):
        after("visible", "restore")
    with pytest.raises(NotAllowed, match="erased; nothing does"):
        after("erased", "hide")


def test_the_table_names_every_state_and_leads_nowhere_else():
    assert set(NEXT) == set(STATES)
    assert {then for row in NEXT.values() for then in row.values()} <= set(STATES)
