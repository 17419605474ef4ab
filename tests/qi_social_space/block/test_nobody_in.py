"""For every handler: who may not, and what may not get through."""

import json

import pytest
from demo.testing import add_block, browser, call, make_person
from tests.qi_social_space.block.requests import (
    ABOUT_A_POST,
    EVERY,
    FACILITATOR,
    GETS,
    MODERATOR,
    POSTS,
    SECRET,
    everything,
)

pytestmark = pytest.mark.django_db

WRONG = ["x", 1.5, True, None, [], {}, -1, 0, 2**63, "1 OR 1=1"]


@pytest.fixture
def secret(amara, bilal, write):
    """The number of a post of Amara's, answered by Bilal."""
    post = write(amara, SECRET)["id"]
    write(bilal, "Reply", reply_to=post)
    return post


def ask(key, handler, secret, amara, **visit):
    body = dict(POSTS.get(handler, {}))
    body |= {"post": secret} if "post" in body else {}
    body |= {"person": amara.id} if "person" in body else {}
    return call(key, handler, body, method="GET" if handler in GETS else "POST", **visit)


def assert_kept_out(reply, before, *, status=403, reason=None):
    assert reply.status == status
    assert reason is None or reply.json == {"reason": reason}
    assert SECRET.encode() not in reply.body
    assert everything() == before


@pytest.mark.parametrize("handler", EVERY)
def test_anonymous(handler, block, secret, amara):
    before = everything()
    assert_kept_out(ask(block, handler, secret, amara), before)


@pytest.mark.parametrize("handler", EVERY)
def test_signed_in_but_not_enrolled(handler, block, secret, amara):
    stranger, before = make_person("stranger"), everything()
    assert_kept_out(ask(block, handler, secret, amara, user=stranger), before, reason="not_enrolled")


@pytest.mark.parametrize("handler", EVERY)
def test_staff_viewing_as_that_learner(handler, block, secret, amara, farida):
    before = everything()
    reply = ask(block, handler, secret, amara, user=farida, masquerade=amara)
    assert_kept_out(reply, before, reason="masquerade")


@pytest.mark.parametrize("handler", EVERY)
def test_staff_viewing_as_a_learner(handler, block, secret, amara, farida):
    before = everything()
    assert_kept_out(ask(block, handler, secret, amara, user=farida, masquerade="learner"), before, reason="preview")


@pytest.mark.parametrize("place", ["studio_preview", "studio"])
@pytest.mark.parametrize("handler", EVERY)
def test_studio(handler, place, block, secret, amara, farida):
    before = everything()
    assert_kept_out(ask(block, handler, secret, amara, user=farida, place=place), before, reason="preview")


@pytest.mark.parametrize("handler", EVERY)
def test_library(handler, secret, amara, farida):
    shelf, before = add_block(None, "qi_social_space", name="shelf"), everything()
    reply = ask(shelf, handler, secret, amara, user=farida, place="library")
    assert_kept_out(reply, before, reason="library")


@pytest.mark.parametrize("handler", [*FACILITATOR, *MODERATOR])
def test_learners_are_no_facilitators(handler, block, secret, amara, bilal):
    before = everything()
    assert_kept_out(ask(block, handler, secret, amara, user=bilal), before, reason="not_facilitator")


@pytest.mark.parametrize("handler", MODERATOR)
def test_a_facilitator_is_no_moderator(handler, course, secret, amara, bilal):
    listed = add_block(course, "qi_social_space", {"facilitators": "bilal"}, name="listed")
    before = list(everything())
    reply = ask(listed, handler, secret, amara, user=bilal)
    assert (reply.status, reply.json) == (403, {"reason": "not_facilitator"})
    assert [len(rows) for rows in everything()][1:] == [len(rows) for rows in before][1:]


@pytest.mark.parametrize("who", ["bilal", "farida"])
@pytest.mark.parametrize("handler", ABOUT_A_POST)
def test_a_number_from_another_course_does_not_exist(handler, who, secret, amara, bilal, farida):
    from demo.models import Enrolment, StaffRole
    from demo.testing import make_course

    other = make_course(number="OTHER")
    user = {"bilal": bilal, "farida": farida}[who]
    Enrolment.objects.create(user=user, course=other)
    StaffRole.objects.create(user=farida, course=other, role=StaffRole.STAFF)
    elsewhere = add_block(other, "qi_social_space", name="elsewhere")
    call(elsewhere, "accept_rules", {}, user=user)
    reply = ask(elsewhere, handler, secret, amara, user=user)
    learner_at_staffs = who == "bilal" and handler in FACILITATOR | MODERATOR
    assert (reply.status, reply.json) == (
        (403, {"reason": "not_facilitator"}) if learner_at_staffs else (404, {"reason": "not_there"})
    )


@pytest.mark.parametrize("handler", POSTS)
def test_somebody_else_has_signed_in_meanwhile(handler, block, secret, amara, farida):
    before = everything()
    body = POSTS[handler] | {"who": str(amara.id)}
    assert_kept_out(call(block, handler, body, user=farida), before, reason="someone_else")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
@pytest.mark.parametrize("handler", POSTS)
def test_a_form_on_another_site(handler, kind, block, secret, farida):
    before = everything()
    url = f"/courses/{block.course_key}/xblock/{block}/handler_noauth/{handler}"
    reply = browser(farida, enforce_csrf_checks=True).generic("POST", url, json.dumps(POSTS[handler]), kind)
    assert reply.status_code == 400
    assert everything() == before


@pytest.mark.parametrize("handler", ABOUT_A_POST)
def test_a_number_that_is_none_is_refused(handler, block, secret, farida):
    before = everything()
    replies = [call(block, handler, POSTS[handler] | {"post": wrong}, user=farida) for wrong in WRONG]
    assert [(reply.status, reply.error) for reply in replies] == [(400, None)] * len(WRONG)
    assert everything() == before


@pytest.mark.parametrize(
    "handler, wrong",
    [
        ("feed", {"sort": "best"}),
        ("feed", {"sort": ["new"]}),
        ("feed", {"topic": "mine"}),
        ("feed", {"after": "x"}),
        ("react", {"kind": "dislike"}),
        ("react", {"is_on": "yes"}),
        ("report_post", {"reason": "boring"}),
        ("decide", {"act": "erase"}),
        ("decide", {"reason": "because"}),
        ("decide", {"note": []}),
        ("highlight", {"highlight": "best"}),
        ("highlight", {"is_pinned": 1}),
        ("pause", {"days": "7"}),
        ("pause", {"days": True}),
        ("follow", {"person": "x"}),
        ("decline", {"declines": None}),
        ("write_post", {"draft": None}),
        ("write_post", {"draft": {"token": "hostile1", "text": "a" * 100_000}}),
        ("write_post", {"draft": {"token": "hostile1", "text": "\u200b\u202e"}}),
        ("write_post", {"draft": {"token": "hostile1", "text": "x", "author": 1}}),
        ("edit_post", {"draft": {"text": 7}}),
    ],
)
def test_what_is_not_on_the_list_is_refused(handler, wrong, block, secret, amara, farida):
    call(block, "accept_rules", {}, user=farida)
    before = everything()
    body = POSTS[handler] | ({"post": secret} if "post" in POSTS[handler] else {}) | wrong
    reply = call(block, handler, body, user=farida)
    assert reply.status == 400 and reply.error is None
    assert everything() == before


def test_a_body_of_half_a_megabyte_is_not_read(block, amara):
    assert call(block, "write_post", {"draft": "x" * 600_000}, user=amara).status == 413
