"""Writing, editing, deleting; nothing lost, nothing doubled, and nothing left of what was purged."""

from datetime import timedelta

import pytest
from qi_social_space import api
from qi_social_space.domain.pacing import TooFast
from qi_social_space.domain.posting import parse_draft, parse_edit
from qi_social_space.domain.states import NotAllowed
from qi_social_space.models import Post, PostVersion
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db

CARD = {"kind": "cycle", "title": "A cycle", "lines": []}


def change(who, post, text, *, now, premoderated=False, has_card=False):
    rendered = api.Rendered(f"<p>{text}</p>", premoderated=premoderated)
    return api.edit(who, post, parse_edit({"text": text}, has_card=has_card), rendered, now=now)


def test_the_same_sending_twice_is_one_post(amara):
    draft = parse_draft({"token": "abcdef01", "text": "Once"})
    first = api.write(amara, draft, api.Rendered("<p>Once</p>"), now=NOW)
    again = api.write(amara, draft, api.Rendered("<p>Once</p>"), now=later(minutes=1))
    assert (first.is_new, again.is_new, first.id, Post.objects.count()) == (True, False, again.id, 1)


@pytest.mark.parametrize(
    "later_on, is_other", [({}, False), ({"text": "Twice"}, True), ({"audience": "facilitators"}, True)]
)
def test_what_was_changed_after_a_sending_that_had_arrived_is_told(later_on, is_other, amara):
    draft = {"token": "abcdef01", "text": "Once"}
    first = api.write(amara, parse_draft(draft), api.Rendered("<p>Once</p>"), now=NOW)
    again = api.write(amara, parse_draft(draft | later_on), api.Rendered("<p>x</p>"), now=later(minutes=1))
    assert (first.is_other, again.id, again.is_other) == (False, first.id, is_other)
    assert Post.objects.get().html == "<p>Once</p>"


def test_two_people_may_have_the_same_token(amara, bilal):
    draft = parse_draft({"token": "abcdef01", "text": "Once"})
    assert all(api.write(who, draft, api.Rendered(""), now=NOW).is_new for who in (amara, bilal))


def test_the_same_token_in_another_room_is_another_post(amara, reader, usage_key):
    draft = parse_draft({"token": "abcdef01", "text": "Once"})
    elsewhere = reader("amara", space_id=api.space_of(usage_key, cohort=2, on_leaving="erase"))
    assert all(api.write(who, draft, api.Rendered(""), now=NOW).is_new for who in (amara, elsewhere))


def test_a_reply_to_a_reply_joins_the_thread(amara, bilal, chi, say):
    post = say(amara)
    reply = say(bilal, "Reply", reply_to=post)
    say(chi, "Reply to the reply", reply_to=reply)
    assert api.thread(amara, post).reply_count == 2


def test_nobody_replies_to_what_they_cannot_see(amara, bilal, say):
    private = say(amara, audience="me")
    for who in (amara, bilal):
        with pytest.raises(api.NotThere):
            say(who, "Hm", reply_to=private)


def test_nobody_replies_to_what_is_hidden_or_gone(amara, bilal, farida, say):
    hidden, deleted = say(amara, "One"), say(amara, "Two")
    say(bilal, "Before", reply_to=deleted)
    api.decide(farida, hidden, act="hide", reason="", note="", now=NOW)
    api.delete(amara, deleted, now=NOW)
    for post in (hidden, deleted):
        with pytest.raises(NotAllowed):
            say(bilal, "Late", reply_to=post)


def test_a_facilitator_may_answer_what_is_held(amara, farida, say):
    held = say(amara, premoderated=True)
    say(farida, "In a moment", reply_to=held)
    assert api.thread(amara, held).reply_count == 1


def test_rules_come_first(course, space, people, say):
    stranger = api.Reader(people["amara"], space, course.key)
    with pytest.raises(api.RulesNotAccepted):
        say(stranger)
    api.accept_rules(stranger, now=NOW)
    api.accept_rules(stranger, now=NOW)
    assert say(stranger)


def test_who_is_paused_reads_and_does_not_write(amara, farida, say, texts):
    post = say(amara)
    api.pause(farida, amara.user_id, until=later(days=1), now=NOW)
    for attempt in (lambda: say(amara), lambda: change(amara, post, "Other", now=NOW)):
        with pytest.raises(api.Paused):
            attempt()
    assert texts(amara) == ["<p>Hello</p>"]
    assert api.standing_of(amara, now=NOW).paused_until == later(days=1)
    assert say(amara, "Later", now=later(days=1, seconds=1))
    api.pause(farida, amara.user_id, until=later(days=3), now=NOW)
    api.pause(farida, amara.user_id, until=None, now=NOW)
    assert say(amara, "Again", now=later(days=2))


def test_learners_are_slowed_down_and_facilitators_not(amara, farida, say):
    for n in range(4):
        say(amara, f"Post {n}")
    with pytest.raises(TooFast):
        say(amara, "Too much")
    for n in range(12):
        say(farida, f"Post {n}")


def test_the_same_text_again_waits_for_a_facilitator(amara, say):
    say(amara, "Buy this")
    again = say(amara, "buy THIS!")
    assert api.thread(amara, again).post.held_for == "duplicate"


def test_an_early_edit_leaves_no_trace(amara, bilal, say):
    post = say(amara, "Teh")
    change(amara, post, "The", now=later(minutes=30))
    seen = api.thread(bilal, post).post
    assert (seen.html, seen.edited_at, PostVersion.objects.count()) == ("<p>The</p>", None, 0)


def test_a_late_edit_is_marked_and_the_earlier_text_kept(amara, bilal, say):
    post = say(amara, "Teh")
    change(amara, post, "The", now=later(minutes=31))
    assert api.thread(bilal, post).post.edited_at == later(minutes=31)
    assert list(PostVersion.objects.values_list("text", flat=True)) == ["Teh"]


def test_the_same_edit_twice_is_one(amara, bilal, farida, say):
    post = say(amara, "Teh")
    first = change(amara, post, "The", now=later(minutes=31))
    again = change(amara, post, "The", now=later(minutes=32))
    assert (first.is_new, again) == (True, api.Written(post, None, "visible", is_new=False))
    assert list(PostVersion.objects.values_list("text", flat=True)) == ["Teh"]
    assert api.thread(bilal, post).post.edited_at == later(minutes=31)
    api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    assert change(amara, post, "The", now=later(minutes=33)).state == "hidden"


def test_an_edit_cannot_slip_past_moderation(amara, bilal, farida, say, texts):
    post = say(amara, "Fine")
    assert change(amara, post, "https://example.org", now=NOW).state == "held"
    assert texts(bilal) == []
    api.decide(farida, post, act="approve", reason="", note="", now=NOW)
    assert change(amara, post, "Other", now=NOW, premoderated=True).state == "held"
    mine = say(farida, "Mine")
    assert change(farida, mine, "Other", now=NOW, premoderated=True).state == "visible"


def test_a_hidden_post_that_is_mended_waits_for_a_facilitator(amara, farida, say):
    post = say(amara, "Rude")
    api.decide(farida, post, act="hide", reason="unkind", note="Be kind", now=NOW)
    assert change(amara, post, "Kind", now=NOW).state == "held"
    assert [(one.why, one.reasons) for one in api.queue(farida, now=NOW)] == [("held", ("edited",))]


def test_an_edit_of_what_has_changed_in_between_is_not_made(amara, say, monkeypatch):
    post = say(amara, "One")
    from qi_social_space import writing

    own = writing._own

    def meanwhile(reader, post_id):
        row = own(reader, post_id)
        Post.objects.filter(pk=post_id).update(changed_at=later(seconds=5))
        return row

    monkeypatch.setattr(writing, "_own", meanwhile)
    with pytest.raises(api.Faster):
        change(amara, post, "Two", now=later(seconds=9))
    assert Post.objects.get().text == "One"


@pytest.mark.parametrize("act", ["edit", "delete", "unshare"])
def test_nobody_changes_what_is_not_their_own(act, amara, bilal, farida, say):
    post = say(amara, "Mine", card=CARD)
    acts = {
        "edit": lambda who: change(who, post, "Yours", now=NOW),
        "delete": lambda who: api.delete(who, post, now=NOW),
        "unshare": lambda who: api.unshare(who, post, now=NOW),
    }
    for who in (bilal, farida):
        with pytest.raises(api.NotThere):
            acts[act](who)
    assert Post.objects.get().text == "Mine"


def test_taking_a_card_back_leaves_the_words(amara, bilal, say):
    post = say(amara, "Look", card=CARD, question="aim_clear")
    assert api.thread(bilal, post).post.card == CARD
    api.unshare(amara, post, now=NOW)
    seen = api.thread(bilal, post).post
    assert (seen.html, seen.card, seen.question) == ("<p>Look</p>", None, "")


def test_taking_a_card_back_without_words_deletes_the_post(amara, bilal, say, texts):
    draft = parse_draft({"token": "abcdef02", "text": "", "card": {"kind": "cycle", "id": "abcdef"}})
    post = api.write(amara, draft, api.Rendered("", card=CARD), now=NOW).id
    api.unshare(amara, post, now=NOW)
    assert (Post.objects.get(pk=post).state, texts(bilal)) == ("deleted", [])


def test_a_deleted_post_cannot_be_changed(amara, say):
    post = say(amara)
    api.delete(amara, post, now=NOW)
    for attempt in (
        lambda: change(amara, post, "Back", now=NOW),
        lambda: api.delete(amara, post, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_acts_count_what_was_written_even_when_it_was_hidden(amara, bilal, farida, say):
    post, other = say(amara, "One"), say(bilal, "Two")
    say(amara, "Private", audience="me")
    say(amara, "Reply", reply_to=other)
    for kind in ("thanks", "me_too"):
        api.react(amara, other, kind=kind, is_on=True)
    api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    api.read_up_to(amara, post_id=other, now=NOW)
    api.decline(amara, declines=True, now=NOW)
    acts = api.acts_of(amara)
    assert (acts.has_read, acts.posts, acts.replies, acts.reactions, acts.has_declined) == (True, 2, 1, 1, True)
    api.decline(amara, declines=False, now=NOW + timedelta(minutes=1))
    api.delete(amara, post, now=NOW)
    assert (api.acts_of(amara).posts, api.acts_of(amara).has_declined) == (1, False)


def test_emoji_survive_every_table(amara, say):
    post = say(amara, "👩‍⚕️ Größe — «ok»")
    assert api.thread(amara, post).post.text == "👩‍⚕️ Größe — «ok»"
