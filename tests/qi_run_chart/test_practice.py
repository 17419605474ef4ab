"""A series on a practice sheet: how the sheet begins, what counts on it, what is shown to whom."""

import json
import re

import pytest
import qi_templates
from completion.models import BlockCompletion
from demo import testing
from qi_project import api
from qi_run_chart import practice

from tests.qi_run_chart.authored import OWN, STORED

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def author(course):
    return testing.make_person("author", staff_of=[course])


@pytest.fixture
def sheet(course):
    return testing.add_block(course, "qi_run_chart", {"work_on": "practice", "series": "shift"}, name="sheet")


def page_of(block, user, **visit):
    return json.loads(json.dumps(testing.open_block(block, user, **visit).student_view().json_init_args))


def save(block, user, document, *, revision=0):
    return testing.call(block, "save_work", {"revision": revision, "document": document}, user)


def read(document, tells="Better", does_not="Why"):
    [measure] = document["measures"]
    return {**document, "measures": [{**measure, "reading": {"tells": tells, "does_not": does_not}}]}


def completion_of(block, user):
    return list(BlockCompletion.objects.filter(user=user, block_key=block).values_list("completion", flat=True))


def test_the_sheet_begins_with_the_series_on_a_chart_and_nothing_is_stored(sheet, learner):
    page = page_of(sheet, learner)
    [measure] = page["state"]["document"]["measures"]
    assert measure == page["practice"]["measure"]
    assert (measure["name"], len(measure["points"]), measure["baseline_until"]) == (
        "Residents offered a drink of their choice by 4 pm", 26, "point0013",
    )  # fmt: skip
    assert [one["kind"] for one in page["state"]["overview"]["charts"][measure["id"]]["signals"][13:]] == ["run"] * 13
    assert "<p>The baseline ends in week 13" in page["practice"]["question"]
    assert "Dec. 1, 2025: Drinks trolley goes round at 3 pm" in page["practice"]["question"]
    assert "<strong>every week lies above the old median</strong>" in page["practice"]["explanation"]
    assert api.find(learner.id, "measures", practice_in=sheet).document is None


def test_the_author_s_points_alone_complete_nothing(sheet, learner):
    state = page_of(sheet, learner)["state"]
    assert (state["progress"], [todo["rule"] for todo in state["todo"]]) == (0.0, ["RC7_tells", "RC7_does_not"])
    assert completion_of(sheet, learner) == []


def test_the_learner_s_own_reading_completes_it(sheet, learner):
    document = page_of(sheet, learner)["state"]["document"]
    half = save(sheet, learner, read(document, does_not=""))
    assert (half.status, half.json["progress"]) == (200, 0.5)
    whole = save(sheet, learner, read(document), revision=1)
    assert (whole.json["progress"], whole.json["todo"], completion_of(sheet, learner)) == (1.0, [], [1.0])


def test_a_series_that_was_changed_stays_as_the_learner_left_it(sheet, learner):
    document = page_of(sheet, learner)["state"]["document"]
    [measure] = document["measures"]
    changed = {**document, "measures": [{**measure, "points": measure["points"][:20]}]}
    assert save(sheet, learner, changed).status == 200
    page = page_of(sheet, learner)
    assert (page["state"]["document"], page["practice"]["measure"]) == (changed, measure)


def test_another_series_is_another_measure(course, learner):
    """So that a new question never stands above what was made of the old series."""

    def id_of(name, **fields):
        block = testing.add_block(course, "qi_run_chart", OWN | fields, name=name)
        return page_of(block, learner)["practice"]["measure"]["id"]

    ids = [
        id_of("stable", series="stable"),
        id_of("failed", series="change-that-did-not-work"),
        id_of("own"),
        id_of("other", own_better="up"),
    ]
    assert len(set(ids)) == 4
    assert id_of("again") == id_of("asked", own_question="Now?") == ids[2]


def test_an_author_s_own_series_is_charted(course, learner):
    block = testing.add_block(course, "qi_run_chart", STORED, name="own")
    page = page_of(block, learner)
    [measure] = page["state"]["document"]["measures"]
    told = {name: measure[name] for name in ("name", "definition", "unit", "better", "chart", "rules")}
    assert told == {
        "name": "Waits", "definition": "From door to doctor", "unit": "minutes", "better": "down",
        "chart": "run", "rules": "ihi",
    }  # fmt: skip
    points = [(point["on"], point["value"]) for point in measure["points"]]
    assert points == [("2026-02-03", 31.0), ("2026-02-10", None), ("2026-02-17", 28.0)]
    assert "<p>Is it <em>better</em>?</p>" in page["practice"]["question"]
    assert page["settings"] == {
        "parts": ["reading"], "points": 12, "family": False, "charts": ["run", "i"], "rules": ["ihi"],
    }  # fmt: skip


def test_in_a_project_no_series_is_used(course, learner):
    block = testing.add_block(course, "qi_run_chart", {"series": "shift"}, name="project")
    page = page_of(block, learner)
    assert (page["practice"], page["state"]["document"]["measures"]) == (None, [])
    assert page["settings"]["parts"] == ["definition", "data", "reading"]


def test_the_preview_and_a_library_show_the_series(course, author):
    fields = {"work_on": "practice", "series": "shift"}
    sheet = testing.add_block(course, "qi_run_chart", fields, name="seen")
    shelf = testing.add_block(None, "qi_run_chart", fields, name="shelf")
    librarian = testing.make_person("librarian", is_staff=True)
    shown = [
        page_of(sheet, author, place="studio_preview")["state"]["document"]["measures"][0]["name"],
        page_of(shelf, librarian, place="library")["state"]["document"]["measures"][0]["name"],
    ]
    assert shown == ["Residents offered a drink of their choice by 4 pm"] * 2


def test_a_chart_that_is_not_allowed_is_kept_and_shown(course, learner):
    block = testing.add_block(course, "qi_run_chart", {"charts": ["run"], "rules": ["anhoej"]}, name="narrow")
    measure = {"id": "measure1", "chart": "i", "rules": "mdc_xmr", "points": []}
    reply = save(block, learner, {"schema": 1, "measures": [measure], "confirmed": []})
    assert (reply.status, reply.json["overview"]["charts"]["measure1"]["chart"]) == (200, "i")


def test_examples_are_listed_where_learners_bring_numbers(course, sheet, learner):
    project = testing.add_block(course, "qi_run_chart", name="project")
    links = re.findall(r"handler/example/([a-z-]+)", page_of(project, learner)["examples"])
    assert links == qi_templates.list_templates("chart_series")
    assert page_of(sheet, learner)["examples"] == ""


def test_an_example_is_a_page_of_its_own_for_everybody(course, learner):
    project = testing.add_block(course, "qi_run_chart", name="project")
    other = testing.make_person("other", enrolled_in=[course])
    pages = [
        testing.call(project, "example", None, user, method="GET", suffix="freak-point") for user in (learner, other)
    ]
    assert pages[0].status == 200 and pages[0].body == pages[1].body
    [args] = re.findall(r'<script id="args" type="application/json">(.*?)</script>', pages[0].body.decode())
    found = json.loads(args)
    told = (found["can_save"], found["why_not"], found["title"])
    assert told == (False, "example", "One very bad week in the laboratory")
    [chart] = found["state"]["overview"]["charts"].values()
    assert [one and one["kind"] for one in chart["signals"][11:14]] == [None, "outside", None]
    assert testing.call(project, "example", None, learner, method="GET", suffix="../shift").status == 404


def test_a_site_s_series_that_the_tool_would_not_keep_is_none(monkeypatch):
    measure = {"name": "943 476 5919"}
    bad = {"id": "odd", "measure": measure, "points": [], "annotations": [], "question": "", "explanation": ""}
    monkeypatch.setattr("qi_run_chart.practice.ready_made", lambda kind: [bad])
    assert practice.example("odd") is None


def test_cycles_of_the_project_count_as_something_that_happened(course, learner):
    planner = testing.add_block(course, "qi_pdsa_planner")
    cycle = {
        "id": "cycle001",
        "questions": [{"id": "quest001", "prediction": "20 minutes"}],
        "do": {"started_on": "2026-11-03"},
    }
    plan = {"schema": 1, "cycles": [cycle], "confirmed": []}
    block = testing.add_block(course, "qi_run_chart", {"parts": ["annotation"]}, name="chart")
    points = [{"id": f"point{day:03d}", "on": f"2026-11-{day:02d}", "value": 4.0} for day in (1, 5)]
    document = {"schema": 1, "measures": [{"id": "measure1", "points": points}], "confirmed": []}
    assert save(block, learner, document).json["progress"] == 0.0
    assert testing.call(planner, "save_work", {"revision": 0, "document": plan}, learner).status == 200
    assert page_of(block, learner)["state"]["progress"] == 1.0
    assert completion_of(block, learner) == [1.0]
