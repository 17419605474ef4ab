"""The page of a space and its handlers, on the happy way and where a text is refused."""

from datetime import timedelta

import pytest
from demo.models import Block
from demo.testing import add_block, call
from django.utils import timezone
from qi_project import api as projects
from qi_social_space.models import Post
from tests.documents import STORED
from tests.qi_social_space.block.conftest import page_of, texts
from tests.qi_social_space.conftest import poll, token

NHS = "943 476 5919"

NO_MOMENTS = ("soon", "2026-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")
pytestmark = pytest.mark.django_db


def test_the_first_page_holds_all_that_the_first_look_needs(block, amara, bilal, write):
    write(bilal, "Hello *all*")
    page = page_of(block, amara)
    assert page["prompt_html"] == "<p>What will <em>you</em> try?</p>"
    assert [one["label"] for one in page["topics"]] == ["Falls", "Handover"]
    room = page["room"]
    assert texts(room["feed"]) == ["<p>Hello <em>all</em></p>"]
    assert (room["role"], room["cohorts"], room["waiting"]) == ("learner", [], 0)
    assert room["me"] == {
        "progress": 0.0,
        "todo": [{"rule": "read", "facts": {"left": 1}}, {"rule": "post", "facts": {"left": 1}}],
        "counts": {"posts": 0, "replies": 0, "reactions": 0},
        "is_open": True,
        "has_declined": False,
        "accepted": False,
        "paused_until": None,
        "topics": [],
        "followed": [],
        "muted": [],
    }


def test_a_name_is_looked_up_and_never_kept(block, bilal, amara, write, ask):
    write(bilal)
    bilal.first_name, bilal.last_name = "Bilal", "Hassan"
    bilal.save()
    (thread,) = ask(amara, "feed", sort="new", topic="")["threads"]
    assert thread["post"]["author"] == {"id": bilal.id, "name": "Bilal Hassan"}
    plain = add_block(bilal.enrolment_set.get().course, "qi_social_space", {"names": "user"}, name="plain")
    write(bilal, key=plain)
    (thread,) = ask(amara, "feed", key=plain, sort="new", topic="")["threads"]
    assert thread["post"]["author"]["name"] == "bilal"


def test_a_sending_that_had_arrived_and_was_deleted_since_is_told(block, amara, ask):
    ask(amara, "accept_rules")
    draft = {"token": "sentonce1", "text": "Once"}
    first = ask(amara, "write_post", draft=draft)
    ask(amara, "delete_post", post=first["post"]["id"])
    again = ask(amara, "write_post", draft=draft)
    assert (first["is_other"], again["is_other"], again["post"]) == (False, True, None)


def test_an_nhs_number_is_not_kept(block, amara, write):
    assert write(amara, f"It was {NHS}", status=400)["problems"] == {"text": {"code": "nhs_number", "facts": {}}}
    assert Post.objects.count() == 0


def test_a_doubt_is_told_with_its_mark_and_passes_when_confirmed(block, amara, write):
    (doubt,) = write(amara, "Mrs Baker liked it", status=400)["problems"].values()
    assert (doubt["code"], doubt["facts"]["kind"]) == ("could_identify", "name")
    assert write(amara, "Mrs Baker liked it", confirmed=[doubt["facts"]["mark"]])["state"] == "visible"


def test_post_before_reading_others(course, amara, bilal, write, ask):
    shy = add_block(course, "qi_social_space", {"post_first": "yes"}, name="shy")
    theirs = write(bilal, "Theirs", key=shy)
    room = page_of(shy, amara)["room"]
    assert (texts(room["feed"]), room["me"]["is_open"]) == ([], False)
    for handler, body in (("thread", {"post": theirs["id"]}), ("replies", {"post": theirs["id"]})):
        ask(amara, handler, key=shy, status=404, **body)
    assert poll(shy, amara, since="1970-01-01T00:00:00+00:00").json()["threads"] == []
    write(amara, "A private answer", key=shy, audience="me")
    assert texts(ask(amara, "feed", key=shy, sort="new", topic="")) == ["<p>A private answer</p>", "<p>Theirs</p>"]


def test_private_answers_can_be_switched_off(course, amara, write):
    public = add_block(course, "qi_social_space", {"private_answers": "no"}, name="public")
    assert write(amara, key=public, audience="me", status=400)["problems"]["audience"]["code"] == "not_allowed"


def test_topics_are_the_authors(block, amara, write, ask):
    falls = page_of(block, amara)["topics"][0]["key"]
    assert write(amara, topic=falls)["topic"] == falls
    write(amara, "Other")
    assert write(amara, topic="mine", status=400)["problems"]["topic"]["code"] == "not_allowed"
    assert texts(ask(amara, "feed", sort="new", topic=falls)) == ["<p>Hello</p>"]
    assert ask(amara, "follow", topic=falls, is_on=True)["me"]["topics"] == [falls]


def test_a_topic_that_the_author_took_out_can_still_be_left(course, amara, ask):
    talk = add_block(course, "qi_social_space", {"topics": "Falls, Handover"}, name="old")
    falls, handover = (one["key"] for one in page_of(talk, amara)["topics"])
    for topic in (falls, handover):
        ask(amara, "follow", key=talk, topic=topic, is_on=True)
    Block.objects.filter(usage_key=talk).update(published_fields={"topics": "Handover"})
    assert ask(amara, "follow", key=talk, topic=falls, is_on=False)["me"]["topics"] == [handover]
    for topic, is_on in ((falls, True), ("mine", False), ([], False), ("\ud800", False)):
        problems = ask(amara, "follow", key=talk, topic=topic, is_on=is_on, status=400)["problems"]
        assert problems["topic"]["code"] == "not_allowed"


def test_a_cycle_of_ones_own_project_goes_along_as_a_snapshot(block, amara, bilal, write, ask):
    cycle = STORED["full"]["cycles"][0]
    projects.save(amara.id, "pdsa", document=STORED["full"], seen=0, counts={}, now=timezone.now())
    (offer, *_) = ask(amara, "shareable")["offers"]
    assert offer["kind"] == "cycle"
    chosen = {"kind": "cycle", "id": cycle["id"]}
    draft = {"token": token(), "text": "", "card": chosen, "question": "aim_clear"}
    shown = call(block, "preview", {"draft": draft}, user=amara)
    marks = [one["facts"]["mark"] for one in shown.json.get("problems", {}).values()]
    shown = ask(amara, "preview", draft=draft | {"confirmed": marks})
    sealed = {"card": chosen | {"seal": shown["seal"]}, "question": "aim_clear", "confirmed": marks}
    other = sealed | {"card": chosen | {"seal": "0" * 16}}
    assert write(amara, "", **other, status=400)["problems"] == {"card": {"code": "changed", "facts": {}}}
    post = write(amara, "", **sealed)
    assert (post["card"], post["card"]["title"]) == (shown["card"], cycle["title"])
    projects.erase_project(amara.id)
    (thread,) = ask(bilal, "feed", sort="new", topic="")["threads"]
    assert thread["post"]["card"] == post["card"]
    assert write(amara, "", card=chosen, status=400)["problems"] == {"card": {"code": "missing", "facts": {}}}
    assert ask(amara, "unshare", post=post["id"])["post"] is None
    assert texts(ask(bilal, "feed", sort="new", topic="")) == []


def test_taking_the_card_back_leaves_the_words(block, amara, write, ask):
    document = {"schema": 1, "aim": {"what": "waiting", "direction": "reduce"}, "confirmed": []}
    projects.save(amara.id, "project", document=document, seen=0, counts={}, now=timezone.now())
    (offer,) = ask(amara, "shareable")["offers"]
    post = write(amara, "Is it too large?", card={"kind": offer["kind"], "id": offer["id"]}, question="aim_clear")
    assert post["card"]["aim"]["what"] == "waiting"
    left = ask(amara, "unshare", post=post["id"])["post"]
    assert (left["card"], left["question"], left["html"]) == (None, "", "<p>Is it too large?</p>")


def test_earlier_words_come_sanitised(block, amara, bilal, write, ask):
    post = write(amara, "<img src=x>First *words*")["id"]
    Post.objects.update(created=timezone.now() - timedelta(hours=1))
    ask(amara, "edit_post", post=post, draft={"text": "Second"})
    (version,) = ask(amara, "history", post=post)["versions"]
    assert version["html"] == "<p>First <em>words</em></p>"
    ask(bilal, "history", post=post, status=404)


def test_following_and_muting_are_in_the_page(block, amara, bilal, write, ask):
    write(bilal)
    me = ask(amara, "follow", person=bilal.id, is_on=True)["me"]
    assert me["followed"] == [{"id": bilal.id, "name": "bilal"}]
    assert texts(ask(amara, "feed", sort="following", topic="")) == ["<p>Hello</p>"]
    assert ask(amara, "mute", person=bilal.id, is_on=True)["me"]["muted"] == [{"id": bilal.id, "name": "bilal"}]
    assert texts(ask(amara, "feed", sort="new", topic="")) == []


def test_more_replies_and_a_deep_link(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    ids = [write(farida, f"Reply {n}", reply_to=post)["id"] for n in range(5)]
    thread = ask(bilal, "thread", post=ids[0])["thread"]
    assert (thread["post"]["id"], [one["id"] for one in thread["replies"]], thread["reply_count"]) == (post, ids[2:], 5)
    assert [one["id"] for one in ask(bilal, "replies", post=post, before=ids[2])["replies"]] == ids[:2]
    assert [one["id"] for one in ask(bilal, "replies", post=post)["replies"]] == ids


def test_polling_answers_304_until_something_changes(block, amara, bilal, write):
    write(amara)
    since = page_of(block, bilal)["room"]["feed"]["since"]

    first = poll(block, bilal, since=since, cohort="0")
    assert (first.status_code, first.json()["threads"]) == (200, [])
    assert poll(block, bilal, etag=first["ETag"], since=since, cohort="0").status_code == 304
    write(amara, "Another")
    again = poll(block, bilal, etag=first["ETag"], since=since, cohort="0")
    assert (again.status_code, [one["post"]["html"] for one in again.json()["threads"]]) == (200, ["<p>Another</p>"])


def test_polling_with_nonsense(block, amara):
    assert [poll(block, amara, since=one).status_code for one in NO_MOMENTS] == [400] * 4
    assert poll(block, amara, cohort="x").json()["threads"] == []


def test_rules_come_before_the_first_post_and_speed_has_limits(block, amara, write, ask):
    draft = {"token": token(), "text": "Hello"}
    assert ask(amara, "write_post", draft=draft, status=403) == {"reason": "rules"}
    for n in range(4):
        write(amara, f"Post {n}")
    slow = write(amara, "Too fast", status=429)
    assert slow["reason"] == "too_fast" and slow["wait_s"] > 0


def test_the_project_remembers_that_others_were_asked(block, amara, course, write, ask):
    document = {"schema": 1, "aim": {"what": "waiting", "direction": "reduce"}, "confirmed": []}
    projects.save(amara.id, "project", document=document, seen=0, counts={}, now=timezone.now())
    chosen = {"kind": "aim", "id": ask(amara, "shareable")["offers"][0]["id"]}
    write(amara, "Is it too large?", card=chosen, token="sameone1")
    write(amara, "Is it too large?", card=chosen, token="sameone1")
    write(amara, "Without a card")
    assert [kind for _, kind in projects.whole_of(amara.id, course_key=course.key).shares] == ["aim"]
