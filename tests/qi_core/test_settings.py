"""Authors' settings: the form, what is refused, and what an import may bring."""

import pytest
from demo.models import Block
from demo.testing import add_block, call, make_person, open_block
from lxml import etree
from qi_core.settings_form import Setting, checked, spec
from qi_core.domain.problems import Problem, Problems
from xblock.field_data import DictFieldData
from xblock.runtime import NullI18nService
from xblock.test.tools import TestRuntime

pytestmark = pytest.mark.django_db

VALID = {
    "display_name": "Fewer falls",
    "instructions": "Plan *one* cycle.\n\n- small\n\t- \"soon\" & <now>",
    "work_on": "practice",
    "stages": ["do", "plan"],
    "lines": 3,
}
STORED = VALID | {"stages": ["plan", "do"]}


@pytest.fixture
def send(block, author):
    return lambda fields: call(block, "save_settings", {"fields": fields}, user=author, place="studio")


def authored(usage_key):
    return Block.objects.get(usage_key=usage_key).fields


def test_valid_settings_are_saved(block, send):
    assert (send(VALID).status, send(VALID).json) == (200, {})
    assert authored(block) == STORED


def test_a_setting_left_out_stays(block, send):
    send(VALID)
    send({"lines": 5})
    assert authored(block) == STORED | {"lines": 5}


@pytest.mark.parametrize(
    "name, value, code, facts",
    [
        ("display_name", "", "missing", {}),
        ("display_name", "  ", "missing", {}),
        ("display_name", "x" * 301, "too_long", {"max": 300}),
        ("display_name", None, "wrong_type", {}),
        ("display_name", 3, "wrong_type", {}),
        ("display_name", "a\x0bb", "control_character", {}),
        ("display_name", "a\x00b", "control_character", {}),
        ("display_name", "a\ufffeb", "control_character", {}),
        ("instructions", "x" * 10_001, "too_long", {"max": 10_000}),
        ("work_on", "both", "not_allowed", {"allowed": "project, practice"}),
        ("work_on", ["project"], "wrong_type", {}),
        ("stages", [], "missing", {}),
        ("stages", "plan", "wrong_type", {}),
        ("stages", ["plan", "plan"], "not_allowed", {"allowed": "plan, do"}),
        ("stages", ["plan", "rest"], "not_allowed", {"allowed": "plan, do"}),
        ("stages", [{"plan": 1}], "wrong_type", {}),
        ("lines", 0, "out_of_range", {"min": 1, "max": 9}),
        ("lines", 10, "out_of_range", {"min": 1, "max": 9}),
        ("lines", "3", "not_a_number", {}),
        ("lines", True, "not_a_number", {}),
        ("lines", 2.5, "not_a_number", {}),
        ("children", [], "unknown_field", {}),
        ("last_saved_revision", 3, "unknown_field", {}),
    ],
)
def test_one_wrong_setting_keeps_all_from_being_saved(block, send, name, value, code, facts):
    reply = send(VALID | {name: value})
    assert (reply.status, reply.json) == (400, {"problems": {name: {"code": code, "facts": facts}}})
    assert authored(block) == {}


@pytest.mark.parametrize("fields", [None, [], "x", 1])
def test_fields_must_be_an_object(send, fields):
    assert send(fields).json == {"problems": {"fields": {"code": "wrong_type", "facts": {}}}}


def test_line_ends_become_those_of_xml():
    setting = Setting("text", "markdown", "Text")
    assert checked([setting], {"text": "a\r\nb\rc"}) == {"text": "a\nb\nc"}


def test_the_form_gets_what_it_needs():
    setting = Setting("n", "number", "Number", "Help", minimum=1, maximum=4, required=True)
    assert spec([setting], {"n": 2}, translate=str.upper) == [
        {
            "name": "n",
            "kind": "number",
            "label": "NUMBER",
            "help": "HELP",
            "value": 2,
            "choices": [],
            "minimum": 1,
            "maximum": 4,
            "required": True,
            "group": "",
            "when": None,
        }
    ]


ROWS = Setting("rows", "rows", "Rows", required=True, when=("series", ("own",)), check=lambda values: [
    Problem("bad_row", {"line": line}) for line, row in enumerate(values["rows"].split(), 1) if row == "bad"
])  # fmt: skip
SERIES = Setting("series", "choice", "Series", choices=(("", "None"), ("own", "Own")), when=("sheet", ("yes",)))
SHEET = Setting("sheet", "choice", "Sheet", choices=(("yes", "Yes"), ("no", "No")))
NESTED = [SHEET, SERIES, ROWS]


@pytest.mark.parametrize(
    "raw, now, problems",
    [
        ({"rows": "bad"}, {"sheet": "no", "series": "own"}, {}),
        ({"rows": "bad"}, {"sheet": "yes", "series": ""}, {}),
        ({"rows": ""}, {"sheet": "yes", "series": "own"}, {"rows": Problem("missing", {})}),
        ({"series": "own"}, {"sheet": "yes", "rows": ""}, {"rows": Problem("missing", {})}),
        ({"rows": "a\x0b"}, {"sheet": "no", "series": ""}, {"rows": Problem("control_character", {})}),
        (
            {"rows": "good bad bad"},
            {"sheet": "yes", "series": "own"},
            {"rows": Problem("bad_row", {"line": 2}), "rows[1]": Problem("bad_row", {"line": 3})},
        ),
    ],
)
def test_what_is_not_asked_needs_no_sense(raw, now, problems):
    try:
        found = checked(NESTED, raw, now=now)
    except Problems as refused:
        found = refused.problems
    assert found == (problems or raw)


def test_every_problem_is_named_at_once():
    settings = [Setting("a", "text", "A", required=True), Setting("b", "number", "B", maximum=1)]
    with pytest.raises(Problems) as refused:
        checked(settings, {"a": "", "b": 7})
    assert sorted(refused.value.problems) == ["a", "b"]


def test_the_studio_view_has_its_buttons_outside_of_any_shadow(block, author):
    fragment = open_block(block, author, place="studio").studio_view({})
    html = etree.HTML(fragment.content)
    assert [len(html.xpath(f"//div[@class='editor-with-buttons']{path}")) for path in (
        "//div[@class='qi-settings']",
        "//button[contains(@class, 'save-button')]",
        "//button[contains(@class, 'cancel-button')]",
    )] == [1, 1, 1]
    assert fragment.js_init_fn == "QiSettings"
    assert fragment.resources[0].data.endswith("public/qi_diary_studio.js")
    fields = fragment.json_init_args["fields"]
    assert [(field["name"], field["value"]) for field in fields] == [
        ("display_name", "Improvement tool"),
        ("instructions", ""),
        ("work_on", "project"),
        ("stages", ["plan", "do"]),
        ("lines", 2),
    ]


def test_a_library_s_authors_set_a_block_up():
    shelf = add_block(None, "qi_diary", name="shelf")
    librarian, reader = make_person("librarian", is_staff=True), make_person("reader")
    replies = [
        call(shelf, "save_settings", {"fields": {"lines": lines}}, user=user, place="library").status
        for user, lines in ((librarian, 3), (reader, 4))
    ]
    assert (replies, authored(shelf)) == ([200, 403], {"lines": 3})


def test_olx_brings_every_setting_back(course, author):
    usage_key = add_block(course, "qi_diary", fields=STORED, name="out")
    block = open_block(usage_key, author, place="studio")
    node = etree.Element("unknown")
    block.add_xml_to_node(node)
    xml = etree.tostring(node)
    runtime = TestRuntime(services={"field-data": DictFieldData({}), "i18n": NullI18nService()})
    back = type(block).parse_xml(etree.fromstring(xml), runtime, block.scope_ids)
    assert node.tag == "qi_diary"
    assert {name: getattr(back, name) for name in STORED} == STORED
    assert b"last_saved_revision" not in xml


def test_nonsense_from_an_import_counts_as_the_default_and_is_told_to_the_author(course, author, amina):
    nonsense = {"stages": ["rest"], "lines": 99, "work_on": "both"}
    usage_key = add_block(course, "qi_diary", fields=nonsense, name="odd")
    page = open_block(usage_key, amina).student_view().json_init_args
    assert (page["works_on"], page["settings"]) == ("project", {"lines": 2})
    told = open_block(usage_key, author, place="studio").validate()
    assert [(message.type, message.text) for message in told.messages] == [
        ("error", f"{label}: this value cannot be used, the default counts instead.")
        for label in ("Works on", "Stages", "Lines")
    ]


def test_settings_as_they_come_are_valid(block, author):
    assert open_block(block, author, place="studio").validate().empty


@pytest.mark.parametrize(
    "value, taken", [("", True), ("2026-03-02", True), ("2.3.2026", False), ("20260302", False), (7, False)]
)
def test_a_date_is_iso_or_nothing(value, taken):
    setting = Setting("live_from", "date", "Live week begins")
    if taken:
        assert checked([setting], {"live_from": value}) == {"live_from": value}
        return
    with pytest.raises(Problems) as raised:
        checked([setting], {"live_from": value})
    assert [problem.code for problem in raised.value.problems.values()] == ["not_a_date"]
