"""Documents of older and newer releases."""

import pytest
from demo.testing import call, open_block
from django.utils import timezone
from qi_project import api

pytestmark = pytest.mark.django_db

NEWER = {"schema": 3, "pages": ["from the future"]}


def store(user, document, *, seen=0):
    api.save(user.id, "pdsa", document=document, seen=seen, counts={"cycles": 4}, now=timezone.now())


def page_of(usage_key, user, **visit):
    block = open_block(usage_key, user, **visit)
    return block.student_view().json_init_args


def test_an_older_document_is_upgraded_when_read(block, amina, save):
    store(amina, {"schema": 1, "line": "Old"})
    assert call(block, "load", {}, user=amina).json["document"] == {"schema": 2, "lines": ["Old"]}
    assert save(block, amina, ["Old", "New"], seen=1).status == 200
    assert api.find(amina.id, "pdsa").document == {"schema": 2, "lines": ["Old", "New"]}


@pytest.mark.parametrize(
    "handler, payload",
    [
        ("save_work", {"revision": 1, "document": {"lines": ["Mine"]}}),
        ("load", {}),
        ("restore", {"revision": 1, "seen": 2}),
    ],
)
def test_a_newer_document_is_refused_and_left_untouched(block, amina, handler, payload):
    store(amina, {"schema": 1, "line": "Old"})
    store(amina, NEWER, seen=1)
    reply = call(block, handler, payload, user=amina)
    assert (reply.status, reply.json) == (409, {"reason": "newer_version"})
    assert api.find(amina.id, "pdsa").document == NEWER


def test_the_page_of_a_newer_document_opens_read_only(block, amina):
    store(amina, NEWER)
    page = page_of(block, amina)
    assert (page["can_save"], page["why_not"]) == (False, "newer_version")
    assert page["state"]["document"]["lines"] == []
    assert call(block, "printable", user=amina, method="GET").json == {"reason": "newer_version"}


def test_the_learner_may_take_away_or_erase_a_newer_document(block, amina):
    store(amina, NEWER)
    assert b"from the future" in call(block, "export_work", user=amina, method="GET").body
    assert call(block, "erase_project", {"confirm": "delete"}, user=amina).status == 200
    assert api.find(amina.id, "pdsa") == api.Stored()


def test_a_document_that_no_longer_passes_can_be_put_right(block, amina, save):
    """A newer release may know more patterns that identify a patient."""
    store(amina, {"schema": 2, "lines": ["forbidden", "fine"]})
    page = page_of(block, amina)
    assert page["can_save"] is True
    assert page["state"]["document"]["lines"] == ["forbidden", "fine"]
    assert page["state"]["problems"] == {"lines[0]": {"code": "nhs_number", "facts": {"length": 9}}}
    assert save(block, amina, ["fine"], seen=1).status == 200
    assert page_of(block, amina)["state"]["problems"] == {}


def test_a_document_that_no_longer_passes_is_not_printed(block, amina):
    store(amina, {"schema": 2, "lines": ["forbidden"]})
    reply = call(block, "printable", user=amina, method="GET")
    assert (reply.status, list(reply.json["problems"])) == (400, ["lines[0]"])
