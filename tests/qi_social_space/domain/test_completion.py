"""What counts, out of the learner's own acts."""

import pytest
from qi_core.domain.tool import Review, Todo
from qi_social_space.domain.checks import checks
from qi_social_space.domain.completion import Acts, Wanted, has_opened, review

ALL = Wanted({"read", "post", "reply", "react"}, posts=1, replies=2, reactions=1)


def test_nothing_done_lists_everything_that_is_left():
    assert review(Acts(), ALL) == Review(
        0.0,
        todo=(
            Todo("read", "read", {"left": 1}),
            Todo("post", "post", {"left": 1}),
            Todo("reply", "reply", {"left": 2}),
            Todo("react", "react", {"left": 1}),
        ),
        counts={"posts": 0, "replies": 0, "reactions": 0},
    )


def test_half_the_replies_are_half_their_share():
    found = review(Acts(has_read=True, posts=1, replies=1, reactions=5), ALL)
    assert (found.progress, found.todo) == (0.875, (Todo("reply", "reply", {"left": 1}),))


def test_more_than_enough_is_complete():
    assert review(Acts(True, 3, 4, 5), ALL).progress == 1.0


def test_only_what_the_author_asks_for_counts():
    assert review(Acts(posts=1), Wanted({"post"})).progress == 1.0
    assert review(Acts(has_read=True), Wanted(set())).progress == 1.0


def test_who_would_rather_not_post_still_reads():
    assert review(Acts(has_declined=True), ALL).todo == (Todo("read", "read", {"left": 1}),)
    assert review(Acts(has_read=True, has_declined=True), ALL).progress == 1.0


@pytest.mark.parametrize("acts, opened", [(Acts(), False), (Acts(posts=1), True), (Acts(has_declined=True), True)])
def test_others_open_after_a_post_or_a_no(acts, opened):
    assert has_opened(acts) is opened


def test_advice_for_long_and_for_harsh_words():
    assert [check.rule for check in checks("a" * 1501)] == ["long"]
    assert [check.rule for check in checks("That is a stupid idea.")] == ["harsh"]
    assert checks("I would measure the wait.") == ()
