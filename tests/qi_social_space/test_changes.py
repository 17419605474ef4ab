"""What a page that is open is told of what has changed since it last asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from qi_social_space import api
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db

QUERIES = 7


def test_what_has_changed_since_comes_as_whole_threads(amara, bilal, say):
    post, other = say(amara, "Old"), say(amara, "Other")
    assert api.newest_change(bilal) == NOW
    reply = say(bilal, "New", reply_to=post, now=later(minutes=1))
    assert [(one.post.id, [r.id for r in one.replies]) for one in api.changed(amara, since=NOW)] == [(post, [reply])]
    api.delete(amara, other, now=later(minutes=2))
    assert api.newest_change(bilal) == later(minutes=2)
    assert api.changed(amara, since=later(minutes=2)) == ()


def test_an_early_reply_that_has_changed_comes_along(amara, farida, say):
    post = say(amara, "Question")
    ids = [say(farida, f"Reply {n}", reply_to=post) for n in range(5)]
    api.decide(farida, ids[0], act="hide", reason="patient", note="", now=later(minutes=1))
    (thread,) = api.changed(amara, since=NOW)
    assert ([one.id for one in thread.replies], thread.reply_count) == ([ids[0], *ids[2:]], 5)
    assert (thread.replies[0].state, thread.replies[0].html) == ("hidden", "")


def test_what_cannot_be_read_any_more_is_gone(amara, bilal, farida, say, reader):
    post, private = say(amara, "Nobody answered"), say(amara, "Mine", audience="me")
    to_staff = say(amara, "For facilitators", audience="facilitators")
    for one in (post, private, to_staff):
        api.delete(amara, one, now=later(minutes=1))
    assert api.gone(bilal, since=NOW) == (post,)
    assert sorted(api.gone(farida, since=NOW)) == [post, to_staff]
    assert api.gone(bilal, since=later(minutes=1)) == ()
    assert api.gone(reader("chi", only_own=True), since=NOW) == ()


def test_a_place_that_is_left_is_not_gone(amara, bilal, say):
    post = say(amara, "Answered")
    say(bilal, "Yes", reply_to=post)
    api.delete(amara, post, now=later(minutes=1))
    assert api.gone(bilal, since=NOW) == ()


def test_an_empty_space_has_no_newest_change(amara):
    assert api.newest_change(amara) is None


@pytest.mark.parametrize("many", [1, 20])
def test_telling_costs_the_same_however_much_has_changed(many, amara, farida, say):
    for _ in range(many):
        say(farida, reply_to=say(farida, now=later(minutes=1)), now=later(minutes=1))
        api.delete(farida, say(farida, "Gone", now=later(minutes=1)), now=later(minutes=1))
    with CaptureQueriesContext(connection) as captured:
        assert len(api.changed(amara, since=NOW)) == many
        assert len(api.gone(amara, since=NOW)) == many
    assert len(captured) == QUERIES
