"""For every handler: who may not, and what may not get through."""

import json

import pytest
from demo.models import Enrolment, StaffRole
from demo.testing import add_block, browser, call, make_course, make_person
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


@pytest.fixture
def keeps_out(block, secret, amara):
    """keeps_out("feed", user=stranger, reason="not_enrolled"): refused for this reason, and nothing has changed."""
    before = everything()

    def one(handler, *, key=block, reason=None, **visit):
        reply = ask(key, handler, secret, amara, **visit)
        assert reply.status == 403, handler
        assert reason is None or reply.json == {"reason": reason}, handler
        assert SECRET.encode() not in reply.body, handler
        assert everything() == before, handler

    return one


def test_anonymous(keeps_out):
    for handler in EVERY:
        keeps_out(handler)


def test_signed_in_but_not_enrolled(keeps_out):
    stranger = make_person("stranger")
    for handler in EVERY:
        keeps_out(handler, user=stranger, reason="not_enrolled")


def test_staff_viewing_as_that_learner(keeps_out, farida, amara):
    for handler in EVERY:
        keeps_out(handler, user=farida, masquerade=amara, reason="masquerade")


def test_staff_viewing_as_a_learner(keeps_out, farida):
    for handler in EVERY:
        keeps_out(handler, user=farida, masquerade="learner", reason="preview")


@pytest.mark.parametrize("place", ["studio_preview", "studio"])
def test_studio(place, keeps_out, farida):
    for handler in EVERY:
        keeps_out(handler, user=farida, place=place, reason="preview")


def test_library(keeps_out, farida):
    shelf = add_block(None, "qi_social_space", name="shelf")
    for handler in EVERY:
        keeps_out(handler, key=shelf, user=farida, place="library", reason="library")


def test_learners_are_no_facilitators(keeps_out, bilal):
    for handler in [*FACILITATOR, *MODERATOR]:
        keeps_out(handler, user=bilal, reason="not_facilitator")


def test_a_facilitator_is_no_moderator(course, secret, amara, bilal):
    listed = add_block(course, "qi_social_space", {"facilitators": "bilal"}, name="listed")
    before = list(everything())
    for handler in MODERATOR:
        reply = ask(listed, handler, secret, amara, user=bilal)
        assert (reply.status, reply.json) == (403, {"reason": "not_facilitator"}), handler
    assert [len(rows) for rows in everything()][1:] == [len(rows) for rows in before][1:]


@pytest.mark.parametrize("who", ["bilal", "farida"])
def test_a_number_from_another_course_does_not_exist(who, secret, amara, bilal, farida):
    other = make_course(number="OTHER")
    user = {"bilal": bilal, "farida": farida}[who]
    Enrolment.objects.create(user=user, course=other)
    StaffRole.objects.create(user=farida, course=other, role=StaffRole.STAFF)
    elsewhere = add_block(other, "qi_social_space", name="elsewhere")
    call(elsewhere, "accept_rules", {}, user=user)
    for handler in ABOUT_A_POST:
        reply = ask(elsewhere, handler, secret, amara, user=user)
        learner_at_staffs = who == "bilal" and handler in FACILITATOR | MODERATOR
        refused = (403, {"reason": "not_facilitator"}) if learner_at_staffs else (404, {"reason": "not_there"})
        assert (reply.status, reply.json) == refused, handler


def test_somebody_else_has_signed_in_meanwhile(block, secret, amara, farida):
    before = everything()
    for handler, body in POSTS.items():
        reply = call(block, handler, body | {"who": str(amara.id)}, user=farida)
        assert (reply.status, reply.json) == (403, {"reason": "someone_else"}), handler
        assert everything() == before, handler


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_on_another_site(kind, block, secret, farida):
    before = everything()
    for handler, body in POSTS.items():
        url = f"/courses/{block.course_key}/xblock/{block}/handler_noauth/{handler}"
        reply = browser(farida, enforce_csrf_checks=True).generic("POST", url, json.dumps(body), kind)
        assert reply.status_code == 400, handler
        assert everything() == before, handler


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_a_number_that_is_none_is_refused(wrong, block, secret, farida):
    before = everything()
    for handler in ABOUT_A_POST:
        reply = call(block, handler, POSTS[handler] | {"post": wrong}, user=farida)
        assert (reply.status, reply.error) == (400, None), handler
        assert everything() == before, handler


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
