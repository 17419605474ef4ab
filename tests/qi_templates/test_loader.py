"""Reading templates, and saying which file and field is wrong."""

import json

import pytest
import qi_templates
from qi_templates import TemplateError, loader

GOOD = {
    "id": "one", "title": "One", "summary": "One sentence.", "author": "Us", "note": "Ask first.",
    "written": "2026-11-22", "review_by": "2028-11-22", "version": 1,
    "teaches": "a small start", "cycles": [{}], "not_this": {"why": "", "cycle": {}},
}  # fmt: skip


def read(**changes):
    kept = {field: value for field, value in (GOOD | changes).items() if value is not None}
    return loader.read(json.dumps(kept), file="pdsa_ramps/one.json", kind="pdsa_ramps")


def test_a_good_template_is_read_whole():
    assert read() == GOOD


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"note": None}, "pdsa_ramps/one.json: note: missing"),
        ({"colour": "red"}, "pdsa_ramps/one.json: colour: unknown"),
        ({"title": " "}, "pdsa_ramps/one.json: title: not a text, or blank"),
        ({"teaches": 3}, "pdsa_ramps/one.json: teaches: not a text, or blank"),
        ({"written": "22/11/2026"}, "pdsa_ramps/one.json: written: not a date such as 2026-11-22"),
        ({"review_by": 2028}, "pdsa_ramps/one.json: review_by: not a date such as 2026-11-22"),
        ({"version": True}, "pdsa_ramps/one.json: version: not a whole number from 1"),
        ({"version": 0}, "pdsa_ramps/one.json: version: not a whole number from 1"),
        ({"cycles": []}, "pdsa_ramps/one.json: cycles: not a list, or empty"),
        ({"not_this": []}, "pdsa_ramps/one.json: not_this: not a dict, or empty"),
        ({"id": "two"}, "pdsa_ramps/one.json: id: 'two' is not the name of the file"),
    ],
)
def test_an_error_names_the_file_and_the_field(changes, message):
    with pytest.raises(TemplateError) as raised:
        read(**changes)
    assert str(raised.value) == message


@pytest.mark.parametrize(("text", "message"), [("{", "not JSON: "), ("[]", "not a JSON object")])
def test_a_file_that_is_no_object_is_refused(text, message):
    with pytest.raises(TemplateError) as raised:
        loader.read(text, file="pdsa_ramps/one.json", kind="pdsa_ramps")
    assert (raised.value.file, raised.value.field) == ("pdsa_ramps/one.json", "")
    assert raised.value.fault.startswith(message)


def test_an_unknown_kind_or_template_says_what_there_is():
    with pytest.raises(TemplateError, match="no such kind; there are pdsa_ramps"):
        qi_templates.list_templates("../secrets")
    with pytest.raises(TemplateError, match=r"pdsa_ramps/\.\./x\.json: no such template; there are "):
        qi_templates.load("pdsa_ramps", "../x")


def test_every_template_loads_under_its_id():
    ids = qi_templates.list_templates("pdsa_ramps")
    assert ids == sorted(ids)
    assert [qi_templates.load("pdsa_ramps", one)["id"] for one in ids] == ids
