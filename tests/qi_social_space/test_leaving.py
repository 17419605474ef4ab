"""A copy of everything, and leaving for good."""

import pytest
from qi_social_space import api, signals
from qi_social_space.models import Follow, LogEntry, Membership, Mute, Post, PostReaction, PostReport, RulesAccepted
from tests.qi_social_space.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(amara, bilal, farida, say):
    post = say(amara, "Amara's words")
    say(amara, "For myself", audience="me")
    other = say(bilal, "Bilal's words")
    say(amara, "To Bilal", reply_to=other)
    say(bilal, "To Amara", reply_to=post)
    api.react(amara, other, kind="thanks", is_on=True)
    api.follow(amara, bilal.user_id, is_on=True)
    api.follow(bilal, amara.user_id, is_on=True)
    api.mute(bilal, amara.user_id, is_on=True)
    api.report(amara, other, reason="other", now=NOW)
    api.come_in(amara, now=NOW)
    api.pause(farida, amara.user_id, until=NOW, now=NOW)
    return post, other


def test_a_copy_holds_what_one_wrote_and_nobody_elses_words(amara, talk):
    copy = api.export(amara.user_id)
    assert [one["text"] for one in copy["posts"]] == ["Amara's words", "For myself", "To Bilal"]
    assert copy["reactions"] == [{"post": talk[1], "kind": "thanks"}]
    assert len(copy["spaces"]) == 1 and len(copy["follows"]) == 1 and copy["mutes"] == []
    assert "Bilal's words" not in str(copy)


def test_leaving_erases_the_words_and_keeps_the_replies(amara, bilal, talk):
    for _ in range(2):  # the platform may send it again
        signals.forget(user=type("User", (), {"id": amara.user_id}))
    assert "Amara" not in str(api.export(amara.user_id)) and not Post.objects.filter(author_id=amara.user_id)
    assert sorted(Post.objects.filter(author=None).values_list("state", "text")) == [("erased", "")] * 3
    thread = api.thread(bilal, talk[0])
    assert (thread.post.state, [one.html for one in thread.replies]) == ("erased", ["<p>To Amara</p>"])


def test_where_the_author_chose_so_the_words_stay_without_a_name(amara, bilal, usage_key, talk):
    api.space_of(usage_key, cohort=0, on_leaving="anonymise")
    api.forget_person(amara.user_id)
    kept = Post.objects.filter(author=None).order_by("id").values_list("state", "text")
    assert list(kept) == [("visible", "Amara's words"), ("erased", ""), ("visible", "To Bilal")]
    api.mute(bilal, amara.user_id, is_on=False)
    assert [one.post.author_id for one in api.page(bilal).threads] == [bilal.user_id, None]


def test_nothing_points_at_who_has_left(amara, bilal, talk):
    api.forget_person(amara.user_id)
    for rows in (Membership, PostReaction, RulesAccepted, Follow, Mute):
        assert not rows.objects.filter(user_id=amara.user_id).exists()
    assert (Follow.objects.count(), Mute.objects.count()) == (0, 0)
    assert list(PostReport.objects.values_list("user", "reason")) == [(None, "other")]
    assert list(LogEntry.objects.exclude(person=None)) == []


def test_the_others_keep_everything(amara, bilal, talk):
    before = api.export(bilal.user_id)["posts"]
    api.forget_person(amara.user_id)
    assert api.export(bilal.user_id)["posts"] == before


def test_outside_the_platform_there_is_nothing_to_connect():
    signals.connect_retirement()
