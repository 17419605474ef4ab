"""What may be sent, and what is refused until it is changed or called safe."""

from datetime import datetime, timedelta, timezone

import pytest
from qi_core.domain.problems import Problem, Problems
from qi_social_space.domain.posting import (
    CardChoice,
    Draft,
    Edit,
    fingerprint,
    is_marked_as_edited,
    must_be_safe,
    parse_draft,
    parse_edit,
)

TOKEN = "abcdef1234"
NHS = "943 476 5919"


def problems_of(raw):
    with pytest.raises(Problems) as raised:
        parse_draft(raw)
    return raised.value.problems


def doubts_of(shown, confirmed=()):
    with pytest.raises(Problems) as raised:
        must_be_safe(shown, confirmed=confirmed)
    return [problem.facts for path, problem in raised.value.problems.items() if path.startswith("doubts")]


def test_a_post_has_an_audience_a_question_and_a_card():
    raw = {"token": TOKEN, "text": " What would *you* count? ", "audience": "facilitators", "question": "would_measure"}
    assert parse_draft(raw | {"card": {"kind": "cycle", "id": "cycle1"}}) == Draft(
        token=TOKEN,
        text="What would *you* count?",
        audience="facilitators",
        question="would_measure",
        card=CardChoice(kind="cycle", id="cycle1"),
    )


def test_a_reply_takes_nothing_of_its_own_but_the_text():
    raw = {"token": TOKEN, "text": "Yes", "reply_to": 7, "audience": "facilitators", "topic": "falls"}
    assert parse_draft(raw) == Draft(token=TOKEN, text="Yes", reply_to=7)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u200b", "\u202e \u2066", "\ufe0f"])
def test_a_text_that_cannot_be_seen_is_missing(text):
    assert problems_of({"token": TOKEN, "text": text}) == {"text": Problem("missing")}


def test_a_card_needs_no_text():
    assert parse_draft({"token": TOKEN, "text": "", "card": {"kind": "chart", "id": "measure1"}}).text == ""


def test_characters_that_turn_text_around_are_taken_out():
    assert parse_draft({"token": TOKEN, "text": "\u202egnp.exe\u202c \u2067ok"}).text == "gnp.exe ok"


def test_joined_emoji_and_persian_stay_as_they_are():
    assert parse_draft({"token": TOKEN, "text": "👩\u200d⚕️ می\u200cخواهم"}).text == "👩\u200d⚕️ می\u200cخواهم"


@pytest.mark.parametrize(
    "wrong, problems",
    [
        ({"text": "a" * 4001}, {"text": Problem("too_long", {"max": 4000})}),
        ({"text": "a\x00b"}, {"text": Problem("control_character")}),
        ({"text": 7}, {"text": Problem("wrong_type")}),
        ({"token": "A!"}, {"token": Problem("wrong_type")}),
        (
            {"audience": "world"},
            {"audience": Problem("not_allowed", {"allowed": "'everyone', 'facilitators' or 'me'"})},
        ),
        ({"confirmed": ["9434765919"]}, {"confirmed[0]": Problem("wrong_type")}),
        ({"card": {"kind": "cycle", "id": "abcdef", "seal": "9434765919"}}, {"card.seal": Problem("wrong_type")}),
        ({"reply_to": True}, {"reply_to": Problem("wrong_type")}),
        ({"reply_to": 2**63}, {"reply_to": Problem("wrong_type")}),
        ({"author": 3}, {"author": Problem("unknown_field")}),
        (
            {"card": {"kind": "photo", "id": "abcdef"}},
            {"card.kind": Problem("not_allowed", {"allowed": "'aim', 'diagram', 'cycle' or 'chart'"})},
        ),
    ],
)
def test_what_is_refused(wrong, problems):
    assert problems_of({"token": TOKEN, "text": "Hello"} | wrong) == problems


def test_nothing_but_an_object_is_read():
    assert problems_of([]) == {"": Problem("wrong_type")}


def test_an_edit_may_be_empty_only_beside_a_card():
    assert parse_edit({"text": " Better "}, has_card=False) == Edit(text="Better")
    assert parse_edit({"text": ""}, has_card=True) == Edit(text="")
    with pytest.raises(Problems):
        parse_edit({"text": ""}, has_card=False)


def test_an_nhs_number_is_refused_even_when_confirmed():
    with pytest.raises(Problems) as raised:
        must_be_safe({"text": f"She is {NHS}", "card": {"title": NHS}}, confirmed=["x"])
    assert raised.value.problems == {"text": Problem("nhs_number"), "card.title": Problem("nhs_number")}


def test_a_doubt_has_to_be_confirmed_once():
    shown = {"text": "Mrs Baker liked it", "card": None}
    (doubt,) = doubts_of(shown)
    assert (doubt["path"], doubt["kind"], doubt["start"], doubt["end"]) == ("text", "name", 0, 9)
    must_be_safe(shown, confirmed=[doubt["mark"]])


def test_ordinary_talk_raises_no_doubt():
    must_be_safe({"text": "We tried it with one patient on our ward on Monday.", "card": None}, confirmed=())


@pytest.mark.parametrize("text", ["Two falls on our ward last month", "3 medication incidents in the unit"])
def test_small_counts_of_harm_in_a_small_place_raise_a_doubt(text):
    (doubt,) = doubts_of({"text": text})
    assert (doubt["kind"], doubt["path"]) == ("small_number", "text")


@pytest.mark.parametrize(
    "text",
    ["Two falls across the region", "12 falls on our ward", "2.5 falls per 1000 on our ward", "Two tests on our ward"],
)
def test_other_counts_raise_none(text):
    must_be_safe({"text": text}, confirmed=())


def test_a_chart_of_small_counts_raises_one_doubt_for_all_its_points():
    card = {"unit": "count", "points": [["2026-01-01", 3.0], ["2026-02-01", 5.0]]}
    (doubt,) = doubts_of({"text": "", "card": card})
    assert (doubt["kind"], doubt["path"]) == ("small_number", "card.points")
    must_be_safe({"text": "", "card": card}, confirmed=[doubt["mark"]])


@pytest.mark.parametrize("unit, value", [("count", 8.0), ("count", 0.0), ("percent", 3.0)])
def test_other_charts_raise_none(unit, value):
    must_be_safe({"text": "", "card": {"unit": unit, "points": [["2026-01-01", value]]}}, confirmed=())


def test_edits_leave_no_mark_for_thirty_minutes():
    created = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
    window = timedelta(minutes=30)
    assert not is_marked_as_edited(created=created, now=created + window)
    assert is_marked_as_edited(created=created, now=created + window + timedelta(seconds=1))


def test_texts_are_the_same_whatever_their_case_and_spaces():
    assert fingerprint("Hello,  World!") == fingerprint("hello world")
    assert fingerprint("hello world") != fingerprint("hello worlds")
