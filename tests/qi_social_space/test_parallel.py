"""Many people at once: nothing lost, nothing doubled, nobody waits for ever."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from qi_social_space import api
from qi_social_space.domain.posting import parse_draft
from qi_social_space.domain.states import NotAllowed
from qi_social_space.models import Post, PostReaction, PostReport, Space
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db(transaction=True)

CROWD = 50


def all_at_once(action, number=CROWD):
    start = Barrier(number)

    def one(place):
        try:
            start.wait(timeout=60)
            return action(place)
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


@pytest.fixture
def crowd(course, space, django_user_model):
    users = [django_user_model.objects.create_user(f"person{n}") for n in range(CROWD)]
    readers = [api.Reader(user.id, space, course.key) for user in users]
    for one in readers:
        api.accept_rules(one, now=NOW)
    return readers


def test_fifty_people_thank_for_one_post(amara, crowd, say):
    post = say(amara)
    all_at_once(lambda n: api.react(crowd[n], post, kind="thanks", is_on=True))
    assert api.thread(amara, post).post.reactions == {"thanks": CROWD}


def test_one_person_presses_fifty_times(amara, bilal, say):
    post = say(amara)
    all_at_once(lambda n: api.react(bilal, post, kind="thanks", is_on=True))
    assert PostReaction.objects.count() == 1


def test_the_same_sending_arrives_fifty_times(amara):
    draft = parse_draft({"token": "abcdef09", "text": "Once"})
    found = all_at_once(lambda n: api.write(amara, draft, api.Rendered(""), now=NOW))
    assert Post.objects.count() == 1
    assert {one.id for one in found} == set(Post.objects.values_list("id", flat=True))
    assert Counter(one.is_new for one in found) == {True: 1, False: CROWD - 1}


def test_fifty_people_reply_to_one_post(amara, crowd, say):
    post = say(amara)
    all_at_once(lambda n: say(crowd[n], f"Reply {n}", reply_to=post))
    assert api.thread(amara, post).reply_count == CROWD
    assert api.page(amara, sort="waiting").threads == ()


def test_replies_to_a_post_that_is_being_deleted_all_have_a_place_or_are_refused(amara, crowd, say):
    post = say(amara)

    def action(n):
        if n == 0:
            return api.delete(amara, post, now=later(minutes=1))
        try:
            return say(crowd[n], f"Reply {n}", reply_to=post)
        except NotAllowed:
            return None
        except api.NotThere:
            return None

    written = {one for one in all_at_once(action) if one}
    assert Post.objects.get(pk=post).state == "deleted"
    assert set(Post.objects.filter(thread_id=post).values_list("id", flat=True)) == written
    if written:
        assert api.thread(crowd[0], post).reply_count == len(written)


def test_moderators_hide_and_restore_at_once_and_the_log_tells_the_true_order(amara, farida, say):
    post = say(amara)

    def action(n):
        act = "hide" if n % 2 else "restore"
        try:
            return api.decide(farida, post, act=act, reason="", note="", now=NOW)
        except (api.Faster, NotAllowed):
            return None

    done = [one for one in all_at_once(action) if one]
    acts = [one.act for one in api.logged(farida.space_id)]
    assert len(done) == len(acts) >= 1
    assert acts == [("hide", "restore")[n % 2] for n in range(len(acts))]
    assert Post.objects.get().state == ("hidden" if acts[-1] == "hide" else "visible")


def test_fifty_people_report_at_once(amara, farida, crowd, say):
    post = say(amara)
    all_at_once(lambda n: api.report(crowd[n], post, reason="unkind", now=NOW))
    assert (Post.objects.get().state, PostReport.objects.count()) == ("hidden", CROWD)
    assert Counter(one.act for one in api.logged(farida.space_id)) == {"report": CROWD, "auto_hide": 1}


def test_erasing_while_people_react_reply_and_report(amara, farida, crowd, say):
    post = say(amara, "Secret")

    def action(n):
        try:
            if n == 0:
                return api.decide(farida, post, act="erase", reason="patient", note="", now=NOW)
            if n % 3 == 0:
                return api.react(crowd[n], post, kind="thanks", is_on=True)
            if n % 3 == 1:
                return say(crowd[n], "Reply", reply_to=post)
            return api.report(crowd[n], post, reason="unkind", now=NOW)
        except (api.NotThere, NotAllowed, api.Faster):
            return None

    all_at_once(action)
    if Post.objects.get(pk=post).state != "erased":  # two reports hid it first
        api.decide(farida, post, act="erase", reason="patient", note="", now=NOW)
    kept = Post.objects.get(pk=post)
    assert (kept.state, kept.text, kept.html) == ("erased", "", "")


def test_a_room_is_made_once(usage_key):
    ids = all_at_once(lambda n: api.space_of(usage_key, cohort=3, on_leaving="erase"))
    assert len(set(ids)) == 1 == Space.objects.count()


def test_coming_in_reading_and_accepting_at_once(amara, say):
    post = say(amara)
    acts = (
        lambda: api.come_in(amara, now=NOW),
        lambda: api.read_up_to(amara, post_id=post, now=NOW),
        lambda: api.accept_rules(amara, now=NOW),
        lambda: api.decline(amara, declines=True, now=NOW),
    )
    all_at_once(lambda n: acts[n % len(acts)]())
    assert api.acts_of(amara).has_read and api.acts_of(amara).has_declined
