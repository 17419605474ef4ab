"""How fast one may post, and what is held."""

from datetime import datetime, timedelta, timezone

import pytest
from qi_social_space.domain.pacing import Sent, TooFast, held_because, must_be_slow

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
LONG_AGO = NOW - timedelta(days=30)


def sent(*minutes_ago):
    return [Sent(NOW - timedelta(minutes=one), f"print{one}") for one in minutes_ago]


def wait(earlier, first_ever=LONG_AGO):
    try:
        must_be_slow(earlier, first_ever=first_ever, now=NOW)
    except TooFast as fast:
        return fast.wait_s
    return 0


def test_ten_posts_in_ten_minutes_and_then_a_wait_for_the_first_to_pass():
    assert wait(sent(*range(9))) == 0
    assert wait(sent(*range(10))) == 60


def test_newcomers_begin_slower():
    assert wait(sent(0, 1, 2, 3), first_ever=NOW - timedelta(hours=1)) == 7 * 60
    assert wait([], first_ever=None) == 0
    assert wait(sent(0, 1, 2, 3)) == 0


def test_sixty_posts_a_day():
    assert wait(sent(*range(11, 71))) > 0
    assert wait(sent(*range(11, 70))) == 0


def test_the_wait_is_never_nothing():
    just = [Sent(NOW - timedelta(minutes=10) + timedelta(milliseconds=1), "x")] * 10
    assert wait(just) == 1


@pytest.mark.parametrize(
    "text, held",
    [
        ("https://example.org/a", "link_only"),
        ("see [this](https://example.org)", "link_only"),
        ("www.example.org now", "link_only"),
        ("Our trust's form is at https://example.org/a", None),
        ("No link at all", None),
        ("Hi", None),
    ],
)
def test_links_with_hardly_a_word_are_held(text, held):
    assert held_because(text, fingerprint="new", sent=(), premoderated=False) == held


def test_the_same_text_again_is_held():
    assert held_because("Hello", fingerprint="print1", sent=sent(1, 2), premoderated=False) == "duplicate"
    assert held_because("", fingerprint="print1", sent=sent(1), premoderated=False) is None


def test_everything_is_held_in_a_moderated_space():
    assert held_because("Hello", fingerprint="new", sent=(), premoderated=True) == "premoderated"
