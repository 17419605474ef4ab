"""For every handler: who may not. Nobody but the learner reads or writes the learner's record."""

import json

import pytest
from demo.models import StudentState
from demo.testing import add_block, browser, call, make_person
from completion.models import BlockCompletion
from qi_project import api
from qi_project.models import ArtefactVersion

pytestmark = pytest.mark.django_db

SECRET = "Amina's own words"
POSTS = {
    "save_work": {"revision": 2, "document": {"lines": ["Overwritten"]}},
    "load": {},
    "versions": {},
    "restore": {"revision": 1, "seen": 2},
    "erase_project": {"confirm": "delete"},
}
FILES = "multipart/form-data; boundary=x"
GETS = ("export_work", "printable")
EVERY = [*POSTS, *GETS]


@pytest.fixture
def record(block, amina, save):
    """Amina's project, at revision 2 with one version."""
    save(block, amina, [SECRET])
    save(block, amina, [SECRET, "More"], seen=1)
    return lambda: (api.find(amina.id, "pdsa"), ArtefactVersion.objects.count(), BlockCompletion.objects.count())


@pytest.fixture
def staff(course):
    return make_person("facilitator", staff_of=[course])


def ask(usage_key, handler, **visit):
    method = "GET" if handler in GETS else "POST"
    return call(usage_key, handler, POSTS.get(handler), method=method, **visit)


def assert_kept_out(reply, reason, record, before):
    assert (reply.status, reply.json) == (403, {"reason": reason})
    assert SECRET.encode() not in reply.body
    assert record() == before


@pytest.mark.parametrize("handler", GETS)
def test_anonymous_reading(handler, block, record):
    assert_kept_out(ask(block, handler), "sign_in", record, record())


@pytest.mark.parametrize("handler", POSTS)
def test_anonymous_writing_is_stopped_before_the_block(handler, block, record):
    before = record()
    reply = ask(block, handler)
    assert (reply.status, record()) == (403, before)


@pytest.mark.parametrize("handler", EVERY)
def test_signed_in_but_not_enrolled(handler, block, record):
    assert_kept_out(ask(block, handler, user=make_person("stranger")), "not_enrolled", record, record())


@pytest.mark.parametrize("handler", EVERY)
def test_another_learner_meets_only_their_own(handler, block, record, course):
    before, other = record(), make_person("bilal", enrolled_in=[course])
    reply = ask(block, handler, user=other)
    assert SECRET.encode() not in reply.body
    assert reply.status in ({"save_work": {409}, "restore": {400}}.get(handler, {200}))
    assert record()[:2] == before[:2]


@pytest.mark.parametrize("handler", EVERY)
def test_course_staff_meet_only_their_own(handler, block, record, staff):
    before = record()
    reply = ask(block, handler, user=staff)
    assert SECRET.encode() not in reply.body
    assert record()[:2] == before[:2]


@pytest.mark.parametrize("handler", EVERY)
def test_staff_viewing_as_that_learner(handler, block, record, staff, amina):
    states = list(StudentState.objects.values())
    reply = ask(block, handler, user=staff, masquerade=amina)
    assert_kept_out(reply, "masquerade", record, record())
    assert list(StudentState.objects.values()) == states


@pytest.mark.parametrize("handler", EVERY)
def test_staff_viewing_as_a_learner(handler, block, record, staff, save):
    save(block, staff, ["The facilitator's own"])
    own = api.find(staff.id, "pdsa")
    assert_kept_out(ask(block, handler, user=staff, masquerade="learner"), "preview", record, record())
    assert api.find(staff.id, "pdsa") == own


@pytest.mark.parametrize("place", ["studio_preview", "studio"])
@pytest.mark.parametrize("handler", EVERY)
def test_studio(handler, place, block, record, author):
    assert_kept_out(ask(block, handler, user=author, place=place), "preview", record, record())


@pytest.mark.parametrize("handler", EVERY)
def test_library(handler, record, author):
    in_library = add_block(None, "qi_diary", name="shelf")
    reply = ask(in_library, handler, user=author, place="library")
    assert_kept_out(reply, "library", record, record())


@pytest.mark.parametrize("handler", POSTS)
def test_reading_with_get_changes_nothing(handler, block, record, amina):
    before = record()
    reply = call(block, handler, user=amina, method="GET")
    assert (reply.status, reply.json, reply.headers["Allow"]) == (405, {"reason": "post_only"}, "POST")
    assert record() == before


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", FILES, ""])
@pytest.mark.parametrize("handler", POSTS)
def test_a_form_on_another_site(handler, kind, block, record, amina):
    """The platform's second address asks for no CSRF token and still knows the visitor by the cookie."""
    before = record()
    url = f"/courses/{block.course_key}/xblock/{block}/handler_noauth/{handler}"
    reply = browser(amina, enforce_csrf_checks=True).generic("POST", url, json.dumps(POSTS[handler]), kind)
    assert (reply.status_code, reply.json()) == (400, {"problems": {"": {"code": "not_json", "facts": {}}}})
    assert record() == before


def test_a_blank_sheet_is_for_everybody(block):
    reply = call(block, "printable", method="GET", suffix="blank")
    assert (reply.status, reply.body) == (200, b"<!doctype html><p>blank: ()</p>")


@pytest.mark.parametrize("place, who", [("lms", "author"), ("lms", "amina"), ("library", "amina")])
def test_settings_are_for_authors_in_studio(place, who, block, author, amina):
    usage_key = add_block(None, "qi_diary", name="shelf") if place == "library" else block
    reply = call(
        usage_key, "save_settings", {"fields": {"lines": 3}}, user={"author": author, "amina": amina}[who], place=place
    )
    assert (reply.status, reply.json) == (403, {"reason": "not_author"})


def test_learners_cannot_change_settings_in_studio(block, amina):
    reply = call(block, "save_settings", {"fields": {"lines": 3}}, user=amina, place="studio")
    assert (reply.status, reply.json) == (403, {"reason": "not_author"})
