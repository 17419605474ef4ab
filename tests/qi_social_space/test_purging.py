"""Deleting and erasing: of a purged post no word is left anywhere, and that it happened is kept."""

import pytest
from django.apps import apps
from qi_social_space import api
from qi_social_space.domain.posting import parse_edit
from qi_social_space.models import PostReaction, PostVersion
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db

SECRET = "Secret words"
CARD = {"kind": "cycle", "title": SECRET, "lines": []}


def left_of(secret):
    """In any column of any of our tables."""
    rows = [row for model in apps.get_app_config("qi_social_space").get_models() for row in model.objects.values()]
    return [row for row in rows if secret in str(row)]


def purge_by_deleting(post, amara, farida):
    api.delete(amara, post, now=NOW)


def purge_by_erasing(post, amara, farida):
    api.decide(farida, post, act="hide", reason="patient", note=SECRET, now=NOW)
    api.decide(farida, post, act="erase", reason="patient", note=SECRET, now=NOW)


@pytest.mark.parametrize("purge", [purge_by_deleting, purge_by_erasing])
def test_of_a_purged_post_no_column_of_no_table_keeps_a_word(purge, amara, bilal, farida, say):
    post = say(amara, SECRET, card=CARD)
    say(bilal, "Reply", reply_to=post)
    api.react(bilal, post, kind="thanks", is_on=True)
    edited = parse_edit({"text": f"{SECRET}, edited"}, has_card=True)
    api.edit(amara, post, edited, api.Rendered(SECRET), now=later(hours=1))
    assert left_of(SECRET)
    purge(post, amara, farida)
    assert left_of(SECRET) == []
    assert PostVersion.objects.count() == 0
    assert api.thread(bilal, post).reply_count == 1


@pytest.mark.parametrize("purge", [purge_by_deleting, purge_by_erasing])
def test_who_reacted_to_a_purged_post_has_reacted_and_nobody_is_shown_it(purge, amara, bilal, farida, say):
    post = say(amara, SECRET)
    say(bilal, "Reply", reply_to=post)
    api.react(bilal, post, kind="thanks", is_on=True)
    before = api.acts_of(bilal)
    purge(post, amara, farida)
    assert (api.acts_of(bilal), before.reactions) == (before, 1)
    shown = [api.thread(who, post).post for who in (amara, bilal, farida)]
    assert [(one.html, one.reactions, one.mine) for one in shown] == [("", {}, ())] * 3
    api.forget_person(bilal.user_id, now=NOW)
    assert PostReaction.objects.count() == 0


def test_who_posted_has_posted_also_when_it_was_erased(amara, farida, say):
    post = say(amara, SECRET)
    purge_by_erasing(post, amara, farida)
    assert api.acts_of(amara).posts == 1


def test_the_log_keeps_that_it_happened(amara, farida, say):
    post = say(amara, SECRET)
    purge_by_erasing(post, amara, farida)
    kept = [(one.act, one.reason, one.post, one.actor_id) for one in api.logged(farida.space_id)]
    assert kept == [("hide", "patient", post, farida.user_id), ("erase", "patient", post, farida.user_id)]
