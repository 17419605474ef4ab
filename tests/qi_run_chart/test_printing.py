"""The printed page of measures: what is on a sheet, which sheets there are, who gets them."""

import json
import re
from datetime import date

import pytest
from demo import testing
from django.utils.translation import override
from qi_project.models import Artefact
from qi_run_chart import printing
from qi_run_chart.domain import measures as domain
from qi_run_chart.strings import STRINGS
from tests import measures as made

CYCLES = [
    {"number": 1, "title": "One nurse", "started_on": "2026-01-12", "decision": "adapt"},
    {"number": 2, "title": "", "started_on": "2026-01-19", "decision": None},
    {"number": 3, "title": "Before the first point", "started_on": "2025-01-19", "decision": None},
]
POINTS = [
    {"id": "point0001", "on": "2026-01-05", "numerator": 16, "denominator": 40, "note": "Staff meeting"},
    {"id": "point0002", "on": "2026-01-12", "numerator": 3, "denominator": 10, "excluded": "Bay closed"},
    {"id": "point0003", "on": "2026-01-12", "numerator": 12, "denominator": 24, "note": "Staff meeting"},
    {"id": "point0004", "on": "2026-01-19", "value": None},
    {"id": "point0005", "on": "2026-01-26", "numerator": 1234, "denominator": 4000},
]
ROUNDS = {
    "name": "Rounds done",
    "kind": "process",
    "unit": "percent",
    "definition": "Ticks on the sheet",
    "better": "up",
    "target": 90,
    "target_by": "2026-12-01",
    "points": POINTS,
    "baseline_until": "point0001",
    "phases": [{"from": "point0005", "reason": "New sheet"}],
    "annotations": [{"id": "annot001", "on": "2026-01-06", "text": "New ward manager"}],
    "reading": {"tells": "Too early to say.", "does_not": ""},
}

ROWS = [
    {"on": "5 Jan 2026", "parts": "16 / 40", "value": "40", "marks": "a b"},
    {"on": "12 Jan 2026", "parts": "12 / 24", "value": "50", "marks": "c b"},
    {"on": "19 Jan 2026", "parts": "", "value": "missing", "marks": ""},
    {"on": "26 Jan 2026", "parts": "1,234 / 4,000", "value": "30.85", "marks": "d"},
]


@pytest.fixture(autouse=True)
def british():
    with override("en-gb"):
        yield


def say(key):
    return STRINGS.get(key, key)


def sheets(document, which=""):
    charts = domain.review(document, settings={"parts": [], "points": 1}, today=date(2026, 2, 1)).overview["charts"]
    return printing.page(document, which=which, say=say, charts=charts, cycles=CYCLES)


def one_sheet(**fields):
    (sheet,) = sheets(made.parsed({"measures": [{"id": "measure1", **fields}]}))
    return sheet


def test_a_sheet_tells_the_measure_its_points_and_what_is_to_be_said_of_them():
    sheet = one_sheet(**ROUNDS)
    chart = sheet.pop("chart")
    assert (chart["measure"]["id"], chart["cycles"]) == ("measure1", CYCLES)
    assert chart["figures"]["dates"] == ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
    assert sheet == {
        "heading": "Rounds done",
        "about": "Process · %",
        "rules_note": STRINGS["rules_note.anhoej"],
        "parts": "Part / whole",
        "value": "%",
        "definition": [
            {"label": "How exactly is it measured?", "text": "Ticks on the sheet"},
            {"label": "Which direction is better?", "text": "Up"},
            {"label": "Target", "text": "90 % by 1 Dec 2026"},
        ],
        "reading": [{"label": "What does this chart tell you?", "text": "Too early to say."}],
        "happened": [
            {"mark": "C1", "on": "12 Jan 2026", "text": "One nurse (Adapt)"},
            {"mark": "C2", "on": "19 Jan 2026", "text": "PDSA cycle"},
            {"mark": "1", "on": "6 Jan 2026", "text": "New ward manager"},
        ],
        "table": [ROWS],
        "footnotes": [
            {"mark": "a", "text": "The baseline ends here."},
            {"mark": "b", "text": "Staff meeting"},
            {"mark": "c", "text": "left out: Bay closed"},
            {"mark": "d", "text": "A new phase starts here: New sheet"},
        ],
    }


def test_a_signal_is_told_in_the_table_too():
    sheet = one_sheet(name="Waits", unit="minutes", points=made.points_of(*[1] * 10, *[9] * 10, 5))
    assert {"mark": "a", "text": "part of a long run"} in sheet["footnotes"]


def test_a_measure_just_begun_is_a_sheet_without_picture_and_table():
    assert one_sheet() == {
        "heading": "Measure without a name",
        "about": "",
        "rules_note": STRINGS["rules_note.anhoej"],
        "parts": "",
        "value": "Value",
        "chart": None,
        "definition": [],
        "reading": [],
        "happened": [],
        "table": [],
        "footnotes": [],
    }


def test_a_target_without_a_date_and_a_rate_have_their_unit():
    sheet = one_sheet(unit="rate", per=1000, target=2.5)
    assert (sheet["about"], sheet["definition"]) == ("per 1,000", [{"label": "Target", "text": "2.5 per 1,000"}])


def test_a_long_table_goes_on_with_its_heading_and_the_notes_come_last():
    points = made.points_of(*range(300), every=1)
    points[0]["note"] = "First day"
    first, *rest = sheets(made.parsed({"measures": [{"id": "measure1", "name": "Falls", "points": points}]}))
    assert (first["table"], first["footnotes"], len(rest)) == ([], [], 2)
    assert [(sheet["heading"], sheet["about"]) for sheet in rest] == [("Falls", "Data 1 / 2"), ("Falls", "Data 2 / 2")]
    told = [[note["text"] for note in sheet["footnotes"]] for sheet in rest]
    assert told == [[], ["part of a long run", "First day"]]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *((49.0625, "49.06"), (1234.5, "1,235"), (12345.6, "12,346"), (40, "40")),
        *((0.000123456, "0.0001235"), (-3.0, "-3")),
    ],
)
def test_numbers_are_shown_as_on_the_page(value, shown):
    assert printing.number(value) == shown


def test_one_measure_is_asked_for_by_its_id():
    document = made.stored("full")
    ids = [measure.id for measure in document.measures]
    assert [sheet["heading"] for sheet in sheets(document, ids[1])] == [document.measures[1].name]
    assert len([sheet for sheet in sheets(document) if sheet["chart"]]) == len(ids)
    assert sheets(document, "nobody01") is None
    assert sheets(document, "blank-nobody01") is None


def heads(unit, which="blank-measure1"):
    document = made.parsed({"measures": [{"id": "measure1", "unit": unit}]})
    (sheet,) = sheets(document, which)
    return [cell["text"] for cell in sheet["head"]]


def test_a_blank_sheet_has_the_columns_of_its_unit():
    assert heads("percent") == ["Date", "Tally", "Numerator", "Out of", "Note", "Counted by (role)"]
    assert heads("minutes") == ["Date", "Value", "Note", "Counted by (role)"]
    assert heads("count") == ["Date", "Tally", "Value", "Note", "Counted by (role)"]
    assert heads("minutes", "blank") == ["Date", "Tally", "Value", "Out of", "Note", "Counted by (role)"]


def test_a_blank_sheet_says_what_is_counted_and_leaves_room_for_it():
    told = {"id": "measure1", "definition": "x" * 400, "target": 3}
    document = made.parsed({"measures": [told, {"id": "measure2"}]})
    (defined,), (bare,) = sheets(document, "blank-measure1"), sheets(document, "blank-measure2")
    assert defined["definition"] == [{"label": "How exactly is it measured?", "text": "x" * 400}]
    assert (len(defined["rows"]), len(bare["rows"])) == (21, 25)
    assert (defined["heading"], defined["name_to_write"]) == ("Data collection sheet", "Name of the measure")


@pytest.fixture
def course(db):
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def block(course):
    return testing.add_block(course, "qi_run_chart")


@pytest.fixture
def saved(block, learner):
    nasty = {**ROUNDS, "id": "measure1", "name": "</script><script>alert(1)</script>"}
    document = {"schema": 1, "measures": [nasty], "confirmed": []}
    assert testing.call(block, "save_work", {"revision": 0, "document": document}, learner).status == 200


def printed(block, user, which, **visit):
    return testing.call(block, "printable", None, user, method="GET", suffix=which, **visit)


@pytest.mark.usefixtures("saved")
def test_what_learners_typed_is_only_text_on_the_page(block, learner):
    reply = printed(block, learner, "measure1")
    html = reply.body.decode()
    assert (reply.status, reply.headers["Cache-Control"]) == (200, "no-store")
    assert html.count("</script>") == 3 and "<script>alert" not in html
    assert "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in html
    (drawn,) = re.findall(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)
    assert json.loads(drawn)["measure"]["name"] == "</script><script>alert(1)</script>"
    assert "public/qi_run_chart_print.js" in html and '<a href="blank-measure1">' in html


@pytest.mark.usefixtures("saved")
def test_nobody_prints_what_is_not_theirs(block, course, learner):
    other = testing.make_person("other", enrolled_in=[course])
    staff = testing.make_person("staff", staff_of=[course])
    assert printed(block, other, "measure1").status == 404
    assert printed(block, other, "blank-measure1").status == 404
    assert b"Ticks on the sheet" not in printed(block, other, "").body
    for reply in (printed(block, staff, "measure1", masquerade=learner), printed(block, None, "measure1")):
        assert reply.status in (401, 403) and b"Ticks on the sheet" not in reply.body


def test_a_blank_sheet_is_for_anybody(block):
    reply = printed(block, None, "blank")
    assert reply.status == 200 and b"Data collection sheet" in reply.body


@pytest.mark.usefixtures("saved")
def test_a_document_of_a_newer_release_is_not_printed(block, learner):
    Artefact.objects.filter(tool="measures").update(document=json.dumps({"schema": 99}))
    assert printed(block, learner, "").json == {"reason": "newer_version"}


@pytest.mark.usefixtures("saved")
def test_the_page_reads_from_right_to_left_where_the_language_does(block, learner):
    with override("ar"):
        html = testing.open_block(block, learner).printable_page(domain.empty(), which="blank")
    assert '<html lang="ar" dir="rtl">' in html
