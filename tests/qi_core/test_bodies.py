"""For every handler: bodies no page of ours would send. The answer is JSON, and nothing is written."""

import json

import pytest
from demo.testing import call
from qi_core.handlers import BODY_MAX
from qi_project import api

pytestmark = pytest.mark.django_db

HANDLERS = ["save_work", "load", "versions", "restore", "erase_project"]


def problem(code, **facts):
    return {"problems": {"": {"code": code, "facts": facts}}}


@pytest.mark.parametrize("handler", HANDLERS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"not json",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"\xff\xfe{}",
        b'{"a": "\xff"}',
        b"[" * 200_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    ],
    ids=lambda body: body[:12].decode("latin-1"),
)
def test_what_is_no_json(handler, body, block, amina):
    reply = call(block, handler, body, user=amina)
    expected = [problem("not_json"), problem("too_deep", max=32), problem("too_large", max=BODY_MAX)]
    assert reply.status in (400, 413) and reply.json in expected
    assert api.find(amina.id, "pdsa").revision == 0


@pytest.mark.parametrize("handler", HANDLERS)
@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"1", b"true"])
def test_what_is_no_object(handler, body, block, amina):
    reply = call(block, handler, body, user=amina)
    assert (reply.status, reply.json) == (400, problem("not_an_object"))


@pytest.mark.parametrize("handler", HANDLERS)
def test_a_megabyte(handler, block, amina):
    reply = call(block, handler, {"revision": 0, "document": {"lines": ["x" * 1_000_000]}}, user=amina)
    assert (reply.status, reply.json) == (413, problem("too_large", max=BODY_MAX))
    assert api.find(amina.id, "pdsa").revision == 0


@pytest.mark.parametrize("handler", HANDLERS)
def test_nested_deeper_than_any_document(handler, block, amina):
    deep = []
    for _ in range(60):
        deep = [deep]
    reply = call(block, handler, {"revision": 0, "document": {"lines": deep}}, user=amina)
    assert (reply.status, reply.json) == (400, problem("too_deep", max=32))


@pytest.mark.parametrize("document", [None, 1, "text", [], {}, {"lines": 1}, {"lines": [1]}, {"lines": [None]}])
def test_a_document_that_is_none(document, block, amina):
    reply = call(block, "save_work", {"revision": 0, "document": document}, user=amina)
    assert reply.status == 400 and reply.json["problems"]
    assert api.find(amina.id, "pdsa").revision == 0


def test_scripts_stay_text(block, amina, save):
    script = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    save(block, amina, [script])
    assert call(block, "load", {}, user=amina).json["document"]["lines"] == [script]
    copy = call(block, "export_work", user=amina, method="GET")
    assert copy.headers["Content-Type"].startswith("application/json")
    assert json.loads(copy.body)["projects"][0]["artefacts"][0]["document"]["lines"] == [script]


@pytest.mark.parametrize("text", ["🌱", "\u202eabc", "a\u0000b", "é\u0301", "١٢٣", "x" * 4000])
def test_any_text_comes_back_as_it_was(text, block, amina, save):
    save(block, amina, [text])
    assert call(block, "load", {}, user=amina).json["document"]["lines"] == [text]


def test_half_a_character_does_no_harm(block, amina):
    """A lone surrogate cannot be encoded; the tool's domain is free to refuse it, the rest must stand it."""
    body = b'{"revision": 0, "document": {"lines": ["\\ud83c"]}}'
    assert call(block, "save_work", body, user=amina).status == 200
    assert call(block, "load", {}, user=amina).json["document"]["lines"] == ["\ud83c"]
    assert call(block, "export_work", user=amina, method="GET").status == 200


@pytest.mark.parametrize("revision", [2**31, 2**63, 10**30, 10**4000], ids=["2**31", "2**63", "10**30", "10**4000"])
def test_numbers_no_revision_ever_has(revision, block, amina, save):
    save(block, amina, ["One"])
    restored = call(block, "restore", {"revision": revision, "seen": 1}, user=amina)
    for reply in (restored, save(block, amina, ["Two"], seen=revision)):
        assert (reply.status, reply.json["problems"]["revision"]["code"]) == (400, "not_a_number")
