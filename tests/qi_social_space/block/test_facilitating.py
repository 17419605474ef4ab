"""The handlers of facilitators and moderators."""

import pytest
from demo.testing import add_block, call
from qi_core import compat
from qi_social_space import facilitating_handlers
from qi_social_space.models import LogEntry, Post
from tests.qi_social_space.block.conftest import page_of
from tests.qi_social_space.conftest import poll

NHS = "943 476 5919"

pytestmark = pytest.mark.django_db


def test_a_facilitator_sees_the_queue_decides_and_highlights(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    ask(bilal, "report_post", post=post, reason="patient")
    queue = ask(farida, "queue")
    assert [(one["post"], one["why"], one["reasons"]) for one in queue["queue"]] == [(post, "reported", ["patient"])]
    assert queue["posts"][0]["reports"] == ["patient"]
    assert page_of(block, farida)["room"]["waiting"] == 1
    since = "1970-01-01T00:00:00+00:00"
    assert [poll(block, who, since=since).json().get("waiting") for who in (farida, amara)] == [1, None]
    assert ask(farida, "decide", post=post, act="restore", reason="")["post"]["state"] == "visible"
    ask(bilal, "report_post", post=post, reason="patient")
    assert ask(farida, "decide", post=post, act="restore", reason="")["post"]["state"] == "visible"
    assert ask(farida, "highlight", post=post, highlight="good_example", is_pinned=True)["post"]["is_pinned"]
    found = ask(amara, "feed", sort="new", topic="")
    assert [one["post"]["highlight"] for one in found["pinned"]] == ["good_example"]
    ask(farida, "decide", post=post, act="hide", reason="unkind", note="Please be kind")
    ask(farida, "decide", post=post, act="hide", reason="unkind", note="", status=409)
    assert ask(amara, "thread", post=post)["thread"]["post"]["note"] == "Please be kind"
    log = [(one["act"], one["actor"]) for one in ask(farida, "log")["log"]]
    assert log[-1] == ("hide", "farida") and ("report", None) in log


def test_what_reports_have_hidden_can_stay_hidden_and_its_writer_is_told(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    ask(bilal, "report_post", post=post, reason="patient")
    told = {"act": "keep", "reason": "patient", "note": "Please leave the bay out"}
    assert ask(farida, "decide", post=post, **told)["post"]["state"] == "hidden"
    assert ask(amara, "thread", post=post)["thread"]["post"]["note"] == told["note"]
    assert ask(farida, "queue")["queue"] == []


def test_the_log_can_be_taken_away_without_a_word_of_what_was_said(block, amara, bilal, farida, write, ask):
    farida.first_name = "=Farida"
    farida.save()
    post = write(amara, "Secret words")["id"]
    ask(bilal, "report_post", post=post, reason="patient")
    ask(farida, "decide", post=post, act="restore", reason="", note="")
    ask(farida, "pause", person=amara.id, days=1)
    reply = call(block, "export_log", user=farida, method="GET")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="moderation-log.csv"'
    head, *rows = reply.body.decode("utf-8-sig").splitlines()
    assert head == "at,act,reason,post,actor,person"
    assert [row.split(",", 1)[1] for row in rows] == [
        f"report,patient,{post},,",
        f"auto_hide,patient,{post},,",
        f"restore,,{post},'=Farida,",
        "pause,,,'=Farida,amara",
    ]
    refused = call(block, "export_log", user=amara, method="GET")
    assert (refused.status, refused.json) == (403, {"reason": "not_facilitator"})


def test_of_a_long_log_the_newest_are_shown_and_all_can_be_taken_away(block, amara, farida, write, ask, monkeypatch):
    monkeypatch.setattr(facilitating_handlers, "LOG_SHOWN", 2)
    post = write(amara)["id"]
    for word in ("good_example", "question", ""):
        ask(farida, "highlight", post=post, highlight=word, is_pinned=False)
    assert [one["act"] for one in ask(farida, "log")["log"]] == ["highlight", "unhighlight"]
    assert len(call(block, "export_log", user=farida, method="GET").body.decode().splitlines()) == 4


def test_a_post_that_speaks_of_an_own_danger_asks_a_facilitator_to_look(block, amara, farida, write, ask):
    ask(amara, "accept_rules")
    draft = {"token": "danger01", "text": "I want to die"}
    answers = [ask(amara, "write_post", draft=draft) for _ in range(2)]
    assert [(one["in_danger"], one["post"]["state"]) for one in answers] == [(True, "visible")] * 2
    (waiting,) = ask(farida, "queue")["queue"]
    assert (waiting["why"], waiting["reasons"]) == ("reported", ["safeguarding"])
    assert [(one["act"], one["actor"]) for one in ask(farida, "log")["log"]] == [("alert", None)]
    ask(farida, "decide", post=answers[0]["post"]["id"], act="dismiss")
    assert ask(farida, "queue")["queue"] == []


def test_of_what_is_the_writers_alone_nobody_is_asked_to_look(block, amara, farida, write, ask):
    ask(amara, "accept_rules")
    draft = {"token": "danger02", "text": "I want to die", "audience": "me"}
    assert ask(amara, "write_post", draft=draft)["in_danger"] is True
    assert (ask(farida, "queue")["queue"], ask(farida, "log")["log"]) == ([], [])


def test_a_sending_that_comes_again_after_its_post_was_deleted_asks_nobody_to_look(
    block, amara, farida, write, ask
):
    ask(amara, "accept_rules")
    draft = {"token": "danger03", "text": "I want to die"}
    post = ask(amara, "write_post", draft=draft)["post"]["id"]
    write(farida, "I am here", reply_to=post)
    ask(amara, "delete_post", post=post)
    again = ask(amara, "write_post", draft=draft)
    assert (again["in_danger"], again["is_other"], again["post"]["state"]) == (False, True, "deleted")
    assert ask(farida, "queue")["queue"] == []


def test_nobody_waits_for_a_post_that_is_gone(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    ask(bilal, "report_post", post=post, reason="unkind")
    ask(amara, "delete_post", post=post)
    assert ask(farida, "queue")["queue"] == []
    assert page_of(block, farida)["room"]["waiting"] == 0


def test_an_open_page_of_a_facilitator_hears_of_a_report_that_hides_nothing(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    etags = {one: poll(block, one)["ETag"] for one in (farida, amara)}
    assert poll(block, farida, etag=etags[farida]).status_code == 304
    ask(bilal, "report_post", post=post, reason="unkind")
    assert poll(block, farida, etag=etags[farida]).json()["waiting"] == 1
    assert poll(block, amara, etag=etags[amara]).status_code == 304


def test_reports_can_be_dismissed(block, amara, bilal, farida, write, ask):
    post = write(amara)["id"]
    ask(bilal, "report_post", post=post, reason="other")
    ask(farida, "decide", post=post, act="dismiss")
    assert ask(farida, "queue")["queue"] == []


def test_a_note_to_the_author_is_checked_like_a_post(block, amara, farida, write, ask):
    post = write(amara)["id"]
    ask(farida, "decide", post=post, act="hide", reason="patient", note=f"You wrote {NHS}", status=400)
    ask(farida, "decide", post=post, act="hide", reason="patient", note="x" * 4001, status=400)
    ask(farida, "decide", post=post, act="hide", reason="patient", note=7, status=400)
    ask(farida, "decide", post=post, act="hide", reason="patient", note=f"You wrote {NHS}", confirmed=[[]], status=400)
    assert Post.objects.get().state == "visible"


def test_erasing_asks_for_the_word_and_leaves_nothing(block, amara, farida, write, ask):
    post = write(amara, "Secret")["id"]
    ask(farida, "erase_post", post=post, reason="patient", status=400)
    ask(farida, "erase_post", post=post, reason="patient", confirm="erase")
    row = Post.objects.get()
    assert (row.state, row.text, row.html) == ("erased", "", "")
    assert list(LogEntry.objects.values_list("act", "reason")) == [("erase", "patient")]


def test_pausing_a_person(block, amara, farida, write, ask):
    write(amara)
    ask(farida, "pause", person=amara.id, days=7)
    refused = write(amara, "More", status=403)
    assert refused["reason"] == "paused"
    assert page_of(block, amara)["room"]["me"]["paused_until"] is not None
    ask(farida, "pause", person=amara.id, days=0)
    write(amara, "More")
    ask(farida, "pause", person=amara.id, days=91, status=400)


def test_a_listed_learner_and_a_discussion_moderator_facilitate(course, amara, bilal, write, ask, monkeypatch):
    listed = add_block(course, "qi_social_space", {"facilitators": "bilal"}, name="listed")
    assert page_of(listed, bilal)["room"]["role"] == "facilitator"
    assert write(bilal, key=listed)["by_facilitator"]
    ask(bilal, "erase_post", key=listed, post=1, confirm="erase", reason="", status=403)
    assert page_of(listed, amara)["room"]["role"] == "learner"
    roles = {amara.id: {"Moderator"}}
    monkeypatch.setattr(compat, "discussion_roles", lambda user_id, key: roles.get(user_id, set()))
    assert page_of(listed, amara)["room"]["role"] == "moderator"


def test_a_moderated_space_holds_everything(course, amara, bilal, farida, write, ask):
    chat = add_block(course, "qi_social_space", {"premoderation": "yes"}, name="chat")
    post = write(amara, key=chat)
    assert (post["state"], post["held_for"]) == ("held", "premoderated")
    ask(bilal, "thread", key=chat, post=post["id"], status=404)
    ask(farida, "decide", key=chat, post=post["id"], act="approve", reason="")
    assert ask(bilal, "thread", key=chat, post=post["id"])["thread"]["post"]["html"] == "<p>Hello</p>"
