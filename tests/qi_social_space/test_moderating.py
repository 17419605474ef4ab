"""Reports, decisions, the queue and the log."""

import pytest
from qi_social_space import api
from qi_social_space.domain.posting import Edit
from qi_social_space.domain.queues import Waiting
from qi_social_space.domain.states import NotAllowed
from qi_social_space.models import Post, PostReport
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db


def acts(farida):
    return [(one.act, one.reason) for one in api.logged(farida.space_id)]


def test_a_patient_who_could_be_identified_hides_at_once(amara, bilal, farida, say):
    post = say(amara)
    assert api.report(bilal, post, reason="patient", now=NOW) == "hidden"
    assert acts(farida) == [("report", "patient"), ("auto_hide", "patient")]


def test_other_reasons_hide_at_the_second_person(amara, bilal, chi, farida, say):
    post = say(amara)
    assert [api.report(bilal, post, reason="unkind", now=NOW) for _ in range(3)] == ["visible"] * 3
    assert api.report(chi, post, reason="spam", now=NOW) == "hidden"
    assert api.queue(farida, now=later(hours=1)) == (Waiting(post, "reported", NOW, ("unkind", "spam")),)
    assert api.thread(farida, post).post.reports == ("unkind", "spam")
    assert api.thread(bilal, post).post.reports == ()


def test_restoring_closes_the_reports_so_that_it_takes_two_new_ones(amara, bilal, chi, farida, say):
    post = say(amara)
    for who in (bilal, chi):
        api.report(who, post, reason="unkind", now=NOW)
    api.decide(farida, post, act="restore", reason="", note="", now=NOW)
    assert api.report(chi, post, reason="spam", now=NOW) == "visible"
    assert api.queue(farida, now=later(hours=1)) == ()


def test_a_graver_second_report_of_the_same_person_hides(amara, bilal, farida, say):
    post = say(amara)
    api.report(bilal, post, reason="spam", now=NOW)
    assert api.report(bilal, post, reason="patient", now=NOW) == "hidden"
    assert PostReport.objects.count() == 1


def test_reports_can_be_dismissed(amara, bilal, farida, say):
    post = say(amara)
    api.report(bilal, post, reason="other", now=NOW)
    api.dismiss_reports(farida, post, now=NOW)
    assert api.queue(farida, now=NOW) == ()
    assert acts(farida)[-1] == ("dismiss", "")


def test_the_place_of_a_post_that_is_gone_is_not_reported_and_waits_for_nobody(amara, bilal, farida, say):
    post = say(amara)
    reply = say(bilal, "Reply", reply_to=post)
    api.delete(amara, post, now=NOW)
    with pytest.raises(api.NotThere):
        api.report(bilal, post, reason="spam", now=NOW)
    api.alert(amara, post, now=NOW)
    assert (PostReport.objects.count(), acts(farida)) == (0, [])
    # as an earlier release left one
    PostReport.objects.create(post_id=post, user_id=bilal.user_id, reason="spam", created=NOW)
    api.delete(bilal, reply, now=NOW)
    assert (api.queue(farida, now=NOW), api.open_reports(farida)) == ((), 0)
    assert api.waiting_in([farida.space_id], now=NOW) == {farida.space_id: 0}


def test_an_answer_that_is_held_after_an_edit_or_hidden_by_reports_makes_its_thread_wait_again(
    amara, bilal, chi, farida, say, texts
):
    post = say(amara, "Question")
    edited, reported = (say(bilal, f"Answer {n}", reply_to=post) for n in range(2))
    link = Edit(text="https://example.org")
    assert api.edit(bilal, edited, link, api.Rendered("x"), now=later(minutes=1)).state == "held"
    assert texts(chi, sort="waiting") == []
    assert api.report(amara, reported, reason="patient", now=NOW) == "hidden"
    assert texts(chi, sort="waiting") == ["<p>Question</p>"]
    api.decide(farida, edited, act="approve", reason="", note="", now=NOW)
    assert texts(chi, sort="waiting") == []


def test_nobody_reports_or_thanks_themselves(amara, say):
    post = say(amara)
    with pytest.raises(api.NotThere):
        api.report(amara, post, reason="spam", now=NOW)
    with pytest.raises(api.NotThere):
        api.react(amara, post, kind="thanks", is_on=True)


def test_what_cannot_be_seen_cannot_be_reported_reacted_to_or_decided(amara, bilal, farida, reader, usage_key, say):
    other = api.space_of(usage_key, cohort=7, on_leaving="erase")
    post = say(reader("amara", space_id=other))
    tries = [
        lambda: api.report(bilal, post, reason="spam", now=NOW),
        lambda: api.react(bilal, post, kind="thanks", is_on=True),
        lambda: api.decide(farida, post, act="hide", reason="", note="", now=NOW),
        lambda: api.dismiss_reports(farida, post, now=NOW),
        lambda: api.highlight(farida, post, highlight_as="question", is_pinned=True, now=NOW),
        lambda: api.pause(farida, 10**9, until=None, now=NOW),
    ]
    for attempt in tries:
        with pytest.raises(api.NotThere):
            attempt()
    assert api.logged(farida.space_id) == () == api.logged(other)


def test_reactions_are_counted_and_taken_back(amara, bilal, chi, say):
    post = say(amara)
    for _ in range(2):
        api.react(bilal, post, kind="thanks", is_on=True)
    api.react(chi, post, kind="thanks", is_on=True)
    api.react(chi, post, kind="learned", is_on=True)
    seen = api.thread(chi, post).post
    assert (seen.reactions, seen.mine) == ({"thanks": 2, "learned": 1}, ("learned", "thanks"))
    api.react(chi, post, kind="thanks", is_on=False)
    assert api.thread(amara, post).post.reactions == {"thanks": 1, "learned": 1}


def test_a_hidden_post_takes_no_reactions(amara, bilal, farida, say):
    post = say(amara)
    api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    with pytest.raises(api.NotThere):
        api.react(bilal, post, kind="thanks", is_on=True)


def test_what_one_has_done_is_taken_back_whatever_became_of_the_post_or_person(amara, bilal, farida, reader, say):
    post, other = say(amara, "One"), say(amara, "Two")
    api.react(bilal, post, kind="thanks", is_on=True)
    api.react(bilal, other, kind="thanks", is_on=True)
    api.follow(bilal, amara.user_id, is_on=True)
    api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    api.mute(bilal, amara.user_id, is_on=True)
    closed_again = reader("bilal", only_own=True)
    for _ in range(2):
        api.react(closed_again, post, kind="thanks", is_on=False)
        api.react(bilal, other, kind="thanks", is_on=False)
        api.follow(closed_again, amara.user_id, is_on=False)
    assert (api.acts_of(bilal).reactions, api.standing_of(bilal, now=NOW).followed) == (0, ())


def test_nobody_takes_back_what_others_have_done(amara, bilal, chi, say):
    post = say(amara)
    api.react(bilal, post, kind="thanks", is_on=True)
    api.follow(bilal, amara.user_id, is_on=True)
    api.react(chi, post, kind="thanks", is_on=False)
    api.follow(chi, amara.user_id, is_on=False)
    assert (api.acts_of(bilal).reactions, api.standing_of(bilal, now=NOW).followed) == (1, (amara.user_id,))


def test_the_queue_is_oldest_first_and_knows_the_unanswered(amara, bilal, farida, say):
    old = say(amara, "Old")
    say(amara, "Answered")
    say(farida, "Reply", reply_to=say(amara, "Asked"))
    say(farida, "From a facilitator")
    say(amara, "Private", audience="me", now=later(minutes=11))
    held = say(bilal, "Held", premoderated=True, now=later(hours=1))
    api.report(bilal, old, reason="unkind", now=later(hours=2))
    assert [(one.post, one.why) for one in api.queue(farida, now=later(hours=23))] == [
        (held, "held"),
        (old, "reported"),
    ]
    found = api.queue(farida, now=later(hours=24))
    assert [one.why for one in found] == ["unanswered", "held", "reported"]


def test_what_somebody_else_has_decided_is_not_decided_again(amara, farida, say):
    post = say(amara)
    api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    with pytest.raises(NotAllowed):
        api.decide(farida, post, act="hide", reason="", note="", now=NOW)


def test_between_reading_and_writing_the_faster_one_wins(amara, farida, say, monkeypatch):
    from qi_social_space import moderating

    post = say(amara)
    real = moderating.after

    def meanwhile(state, act):
        Post.objects.filter(pk=post).update(state="deleted")
        return real(state, act)

    monkeypatch.setattr(moderating, "after", meanwhile)
    with pytest.raises(api.Faster):
        api.decide(farida, post, act="hide", reason="", note="", now=NOW)
    assert api.logged(farida.space_id) == ()


def test_only_threads_that_are_visible_are_highlighted(amara, bilal, farida, say):
    reply = say(bilal, "Reply", reply_to=say(amara))
    with pytest.raises(api.NotThere):
        api.highlight(farida, reply, highlight_as="good_example", is_pinned=False, now=NOW)


def test_highlights_are_logged(amara, farida, say):
    post = say(amara)
    for highlight_as, is_pinned in (("question", False), ("", True), ("", False)):
        api.highlight(farida, post, highlight_as=highlight_as, is_pinned=is_pinned, now=NOW)
    assert acts(farida) == [("highlight", ""), ("pin", ""), ("unhighlight", "")]
