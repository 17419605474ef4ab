"""The run-chart block in the local host: reading rows, the file, the pinned cycles, completion, and nobody else in."""

import json

import pytest
from demo import testing
from qi_project import api
from qi_project.models import Artefact
from qi_run_chart.settings import CHARTS, RULES

pytestmark = pytest.mark.django_db

POINT = {"numerator": None, "denominator": None, "note": "", "excluded": None}
ROWS = "Date\tWaits\n2026-11-02\t12\n2026-11-09\t\n2026-11-16\tabc\n2026-11-23\t14\n2026-11-30\t15\n"
CYCLE = {
    "id": "cycle001",
    "title": "One nurse",
    "questions": [{"id": "quest001", "prediction": "20 minutes"}],
    "do": {"started_on": "2026-11-03"},
}


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def block(course):
    return testing.add_block(course, "qi_run_chart", {"parts": ["definition", "data"], "points": 2})


def measure(**more):
    values = [(f"point{n:03d}", f"2026-11-{n + 1:02d}", 10.0 + n % 3) for n in range(12)]
    points = [{"id": name, "on": on, "value": value, **POINT} for name, on, value in values]
    return {
        "id": "measure1", "name": "Waits", "kind": "outcome", "unit": "minutes", "better": "down", "who": "clerk",
        "how_often": "daily", "source": "board", "points": points, **more,
    }  # fmt: skip


def save(block, learner, *measures, revision=0):
    document = {"schema": 1, "measures": list(measures), "confirmed": []}
    return testing.call(block, "save_work", {"revision": revision, "document": document}, learner)


def page_of(block, learner):
    """The arguments the page's script gets, as JSON would bring them."""
    return json.loads(json.dumps(testing.open_block(block, learner).student_view().json_init_args))


def test_a_saved_measure_comes_back_with_its_chart(block, learner):
    reply = save(block, learner, measure())
    assert (reply.status, reply.json["progress"], reply.json["todo"]) == (200, 1.0, [])
    chart = reply.json["overview"]["charts"]["measure1"]
    assert (chart["y"][:3], chart["phases"][0]["centre"]) == ([10.0, 11.0, 12.0], 11.0)
    assert page_of(block, learner)["state"]["document"]["measures"][0]["name"] == "Waits"


def test_pasted_rows_are_read_and_nothing_is_stored(block, learner):
    reply = testing.call(block, "read_rows", {"text": ROWS, "day_first": None}, learner)
    assert reply.status == 200
    assert [(row["line"], row["on"], row["value"]) for row in reply.json["rows"]] == [
        (2, "2026-11-02", 12.0),
        (3, "2026-11-09", None),
        (5, "2026-11-23", 14.0),
        (6, "2026-11-30", 15.0),
    ]
    assert [(one["line"], one["code"], one["text"]) for one in reply.json["problems"]] == [(4, "not_a_number", "abc")]
    assert api.find(learner.id, "measures").revision == 0


@pytest.mark.parametrize("body", [{}, {"text": 5}, {"text": "a", "day_first": "yes"}])
def test_nonsense_is_refused(block, learner, body):
    reply = testing.call(block, "read_rows", body, learner)
    assert (reply.status, reply.json) == (400, {"problems": {"text": {"code": "wrong_type", "facts": {}}}})


@pytest.mark.parametrize("handler, method", [("read_rows", "POST"), ("export_csv", "GET")])
@pytest.mark.parametrize("who", ["visitor", "outsider", "staff as the learner", "preview", "library"])
def test_nobody_else_gets_in(block, course, learner, handler, method, who):
    save(block, learner, measure())
    place = {"preview": "studio_preview"}.get(who, "lms")
    person = {"visitor": None, "outsider": testing.make_person("outsider")}.get(who, learner)
    if who in ("staff as the learner", "preview"):
        person = testing.make_person("staff", staff_of=[course])
    if who == "library":
        block, place = testing.add_block(None, "qi_run_chart"), "library"
    reply = testing.call(
        block, handler, {"text": ROWS}, person, place=place, method=method, suffix="measure1",
        masquerade=learner if who == "staff as the learner" else None,
    )  # fmt: skip
    assert reply.status in (401, 403, 404)
    assert b"Waits" not in reply.body and b"2026-11-02" not in reply.body


def test_the_file_of_a_measure_is_an_attachment_for_the_learner_alone(block, learner):
    save(block, learner, measure())
    reply = testing.call(block, "export_csv", None, learner, method="GET", suffix="measure1")
    assert (reply.status, reply.headers["Cache-Control"]) == (200, "no-store")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="measure.csv"'
    assert reply.body.startswith(b"\xef\xbb\xbfdate,value,")
    assert testing.call(block, "export_csv", None, learner, method="GET", suffix="nobody01").status == 404


def test_started_cycles_of_the_same_project_are_pinned(block, course, learner):
    planner = testing.add_block(course, "qi_pdsa_planner")
    waiting = {"id": "cycle002", "title": "Not started"}
    document = {"schema": 1, "cycles": [CYCLE, waiting], "confirmed": []}
    assert testing.call(planner, "save_work", {"revision": 0, "document": document}, learner).status == 200
    pinned = {"number": 1, "title": "One nurse", "started_on": "2026-11-03", "decision": None}
    assert page_of(block, learner)["cycles"] == [pinned]
    other = testing.make_person("somebody", enrolled_in=[course])
    assert page_of(block, other)["cycles"] == []
    sheet = testing.add_block(course, "qi_run_chart", {"work_on": "practice"})
    assert page_of(sheet, learner)["cycles"] == []


def test_the_aim_of_the_same_project_is_what_an_outcome_speaks_of(block, course, learner):
    diagram = testing.add_block(course, "qi_driver_diagram")
    aim = {"revision": 0, "document": {"schema": 1, "aim": {"what": "falls on the ward"}}, "tool": "project"}
    assert testing.call(diagram, "save_work", aim, learner).status == 200
    checks = save(block, learner, measure()).json["checks"]
    said = {"path": "measures[0].name", "rule": "ME7", "facts": {"aim": "falls on the ward"}}
    assert [check for check in checks if check["rule"] == "ME7"] == [said]


def test_a_document_of_a_newer_release_is_left_alone(block, learner):
    save(block, learner, measure())
    Artefact.objects.filter(tool="measures").update(document=json.dumps({"schema": 99}))
    reply = testing.call(block, "export_csv", None, learner, method="GET", suffix="measure1")
    assert (reply.status, reply.json) == (409, {"reason": "newer_version"})


def test_the_author_s_settings_reach_the_page(block, learner):
    assert page_of(block, learner)["settings"] == {
        "parts": ["definition", "data"], "points": 2, "family": False, "charts": CHARTS, "rules": RULES,
    }  # fmt: skip
