"""What the block tells the platform and answers it: completion, events, reports, copies, phases."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from demo.models import ActivityEvent, StudentState
from demo.roles import anonymous_id
from demo.testing import add_block, call, open_block
from django.utils import timezone
from qi_social_space.models import Post
from tests.qi_social_space.block.conftest import completion, page_of, told

pytestmark = pytest.mark.django_db


def test_reading_and_posting_complete_the_activity(block, amara, write, ask):
    assert ask(amara, "seen", up_to=1)["me"]["progress"] == 0.5
    write(amara)
    assert completion(amara) == 1.0
    assert StudentState.objects.get(user=amara).state == json.dumps({"last_saved_revision": 1})
    ask(amara, "delete_post", post=Post.objects.get().id)
    assert completion(amara) == 0.5


def test_who_would_rather_not_post_is_done_by_reading(block, amara, ask):
    ask(amara, "seen", up_to=0)
    assert ask(amara, "decline", declines=True)["me"]["progress"] == 1.0
    assert ask(amara, "decline", declines=False)["me"]["progress"] == 0.5


def test_completion_is_published_only_when_it_changes(block, amara, ask):
    for _ in range(3):
        ask(amara, "seen", up_to=1)
    assert ActivityEvent.objects.filter(name__contains="completion").count() <= 1


def test_events_carry_numbers_and_closed_words(block, amara, bilal, farida, write, ask):
    post = write(amara, "Secret words", question="aim_clear")["id"]
    ask(amara, "edit_post", post=post, draft={"text": "Secret words, better"})
    write(bilal, "Secret reply", reply_to=post)
    ask(bilal, "react", post=post, kind="me_too", is_on=True)
    ask(bilal, "report_post", post=post, reason="unkind")
    ask(farida, "decide", post=post, act="hide", reason="unkind", note="Secret note")
    ask(amara, "delete_post", post=post)
    names = [name for name, _ in told()]
    assert names == [
        "qi.space.rules_accepted",
        "qi.space.post_written",
        "qi.space.post_edited",
        "qi.space.rules_accepted",
        "qi.space.post_written",
        "qi.space.reacted",
        "qi.space.reported",
        "qi.space.moderated",
        "qi.space.post_deleted",
    ]
    assert "Secret" not in str(told())
    assert told()[1][1] == {
        "post": post, "is_reply": 0, "has_card": 0, "is_held": 0, "audience": "everyone", "question": "aim_clear",
    }  # fmt: skip


def test_the_same_sending_is_told_once(block, amara, ask):
    ask(amara, "accept_rules")
    draft = {"token": "abcdef01", "text": "Once"}
    ids = {ask(amara, "write_post", draft=draft)["post"]["id"] for _ in range(2)}
    (post,) = ids
    for _ in range(2):
        ask(amara, "edit_post", post=post, draft={"text": "Once more"})
    assert [name for name, _ in told()].count("qi.space.post_edited") == 1
    assert [name for name, _ in told()].count("qi.space.post_written") == 1


def test_a_run_has_phases_and_ends(course, amara, farida, write, ask):
    today = timezone.localdate()
    settings = {"live_from": today.isoformat(), "daily_prompts": "Say hello\n\nShare an aim"}
    live = add_block(course, "qi_social_space", settings, name="live")
    assert page_of(live, amara)["phase"] == {"name": "live", "until": None, "prompt": "Say hello"}
    over = {"closed_from": (today - timedelta(days=1)).isoformat()}
    closed = add_block(course, "qi_social_space", over, name="closed")
    assert write(amara, key=closed, status=403) == {"reason": "closed"}
    post = write(farida, "An announcement", key=closed)["id"]
    assert ask(amara, "react", key=closed, post=post, kind="thanks", is_on=True, status=403) == {"reason": "closed"}
    ask(amara, "report_post", key=closed, post=post, reason="other")


def test_dates_out_of_order_are_told_to_the_author_and_count_as_none(course, amara, farida):
    wrong = {"live_from": "2026-03-09", "apply_from": "2026-03-02"}
    key = add_block(course, "qi_social_space", wrong, name="wrong")
    assert page_of(key, amara)["phase"]["name"] == "open"
    messages = open_block(key, farida, place="studio_preview").validate().messages
    assert ["dates" in message.text for message in messages] == [True]
    assert open_block(add_block(course, "qi_social_space", name="right"), farida).validate().messages == []


def test_a_copy_of_ones_own(block, amara, bilal, write):
    write(amara, "Größe")
    write(bilal, "Not hers")
    reply = call(block, "export_mine", user=amara, method="GET")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="my-posts.json"'
    copy = json.loads(reply.body)
    assert [one["text"] for one in copy["posts"]] == ["Größe"]


def test_deleting_the_learners_state_forgets_the_visit_and_keeps_the_words(block, amara, ask, write):
    write(amara)
    ask(amara, "seen", up_to=1)
    assert completion(amara) == 1.0
    unbound = open_block(block)
    unbound.clear_student_state(user_id=anonymous_id(amara, block.context_key), course_id="", item_id="")
    unbound.clear_student_state(user_id="nobody", course_id="", item_id="")
    assert (completion(amara), Post.objects.count()) == (0.0, 1)


def test_reports_hold_counts(block, amara, bilal, write):
    post = write(amara)["id"]
    write(amara, "More", reply_to=post)
    rows = [SimpleNamespace(username=name) for name in ("amara", "bilal", "amara")]
    assert list(open_block(block).generate_report_data(iter(rows))) == [("amara", {"Posts": 1, "Replies": 1})]


def test_the_summary_in_studio_shows_the_settings(block, farida):
    html = open_block(block, farida, place="studio_preview").author_view({}).content
    assert "Falls, Handover" in html and "What counts for completion" in html


def test_what_apps_and_the_search_get_is_the_same_for_everybody(block):
    unbound = open_block(block)
    assert unbound.student_view_data() == {
        "tool": "space",
        "title": "QI: social space",
        "instructions_html": "",
        "prompt_html": "<p>What will <em>you</em> try?</p>",
    }
    assert unbound.index_dictionary()["content"]["display_name"] == "QI: social space"
