"""Gentle advice for a text, and when a facilitator is asked to look at who wrote it."""

import pytest
from qi_core.domain.tool import Check
from qi_social_space.domain.checks import LONG, checks, may_be_in_danger


@pytest.mark.parametrize(
    "text, rules",
    [
        ("A short and kind one.", ()),
        ("a" * (LONG + 1), ("long",)),
        ("That was stupid, really.", ("harsh",)),
        ("I want to die. It is all useless!", ("danger", "harsh")),
    ],
)
def test_advice_names_its_rule(text, rules):
    assert checks(text) == tuple(Check("text", rule) for rule in rules)


@pytest.mark.parametrize(
    "text",
    ["I think of killing myself", "i’m suicidal", "I just want to die", "Some nights I want to end my own life."],
)
def test_who_writes_of_an_own_danger_is_looked_after(text):
    assert may_be_in_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our aim is fewer deaths by suicide among people known to the service",
        "Ask everybody who self-harms the same two questions",
        "People who want to die at home, and can",
        "I cut the form myself to one page",
        "We could kill the old form ourselves",
    ],
)
def test_talk_about_the_work_is_left_alone(text):
    assert not may_be_in_danger(text)
