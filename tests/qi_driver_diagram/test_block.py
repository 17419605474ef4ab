"""The driver-diagram block in the local host: the aim beside it, what it knows of the project, and nobody else in."""

import json
from pathlib import Path

import pytest
from demo import testing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from qi_project import api
from qi_templates import list_templates

pytestmark = pytest.mark.django_db

STORED = Path(__file__).parents[1] / "contracts/diagram_schema_1.json"
DIAGRAM = json.loads(STORED.read_text(encoding="utf-8"))["full"]
AIM = {"what": "falls", "direction": "reduce", "by_how_much": "4.0", "for_whom": "Ward 5", "by_when": "2099-01-31"}
PLACES = ("visitor", "outsider", "staff as the learner", "preview", "library")


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def block(course):
    return testing.add_block(course, "qi_driver_diagram", {"ideas": 3})


def save(block, person, document=DIAGRAM, *, revision=0, **more):
    return testing.call(block, "save_work", {"revision": revision, "document": document}, person, **more)


def write_aim(block, person, aim=None, *, revision=0, **more):
    document = {"schema": 1, "aim": aim or AIM}
    body = {"revision": revision, "document": document, "tool": "project"}
    return testing.call(block, "save_work", body, person, **more)


def page_of(block, person):
    return json.loads(json.dumps(testing.open_block(block, person).student_view().json_init_args))


def test_a_diagram_counts_as_done_once_the_aim_is_written(block, learner):
    first = save(block, learner)
    assert (first.status, [todo["rule"] for todo in first.json["todo"]]) == (200, ["DD1"])
    second = write_aim(block, learner)
    assert (second.status, second.json["own"]["progress"], second.json["own"]["todo"]) == (200, 1.0, [])
    page = page_of(block, learner)
    assert page["companions"]["project"]["document"]["aim"]["what"] == "falls"
    assert page["state"]["progress"] == 1.0


def test_an_aim_in_parts_names_what_is_missing(block, learner):
    write_aim(block, learner, AIM | {"by_when": None})
    assert save(block, learner).json["todo"][0] == {"path": "aim.by_when", "rule": "DD1", "facts": {}}


@pytest.mark.parametrize("write", [save, write_aim])
@pytest.mark.parametrize("who", PLACES)
def test_nobody_else_gets_in(block, course, learner, write, who):
    place = {"preview": "studio_preview"}.get(who, "lms")
    person = {"visitor": None, "outsider": testing.make_person("outsider")}.get(who, learner)
    if who in ("staff as the learner", "preview"):
        person = testing.make_person("staff", staff_of=[course])
    if who == "library":
        block, place = testing.add_block(None, "qi_driver_diagram"), "library"
    masquerade = learner if who == "staff as the learner" else None
    assert write(block, person, place=place, masquerade=masquerade).status in (401, 403, 404)
    assert api.find(learner.pk, "diagram").revision == api.find(learner.pk, "project").revision == 0


def test_a_wrong_link_and_a_late_save_are_refused(block, learner):
    wrong = {**DIAGRAM, "links": [{"from": "primary1", "to": "second01"}]}
    assert save(block, learner, wrong).json == {"problems": {"links[0].to": {"code": "not_further_left", "facts": {}}}}
    save(block, learner)
    late = save(block, learner, {**DIAGRAM, "confirmed": []})
    assert (late.status, late.json["document"]) == (409, DIAGRAM)


def test_practice_sheets_have_an_aim_of_their_own(block, course, learner):
    sheet = testing.add_block(course, "qi_driver_diagram", {"work_on": "practice"})
    write_aim(sheet, learner)
    assert page_of(block, learner)["companions"]["project"]["revision"] == 0
    assert save(sheet, learner).json["progress"] == 1.0


def test_the_page_knows_the_cycles_and_measures_of_the_project(block, course, learner):
    save(block, learner)
    measures = testing.add_block(course, "qi_run_chart")
    named = {"id": "measure1", "name": "Falls", "kind": "outcome"}
    document = {"schema": 1, "measures": [named | {"driver_id": "second01"}], "confirmed": []}
    assert testing.call(measures, "save_work", {"revision": 0, "document": document}, learner).status == 200
    page = page_of(block, learner)
    assert page["measures"] == [named | {"driver": "second01"}]
    assert page["state"]["overview"]["unmeasured"] == ["third001", "primary2", "second02"]
    drivers = [(one["id"], one["text"]) for one in page_of(measures, learner)["drivers"]]
    assert drivers[:2] == [("primary1", "Knowing who is at risk"), ("second01", "On arrival")] and len(drivers) == 5


def ideas(count):
    return {"schema": 1, "nodes": [{"id": f"node{n:05d}", "level": "idea", "text": f"Idea {n}"} for n in range(count)]}


def test_a_save_asks_the_database_the_same_number_of_times_for_10_nodes_and_for_200(block, learner):
    asked = []
    for revision, count in enumerate((200, 10, 11, 199, 200)):
        with CaptureQueriesContext(connection) as queries:
            assert save(block, learner, ideas(count), revision=revision).status == 200
        asked.append(sum("qi_project" in query["sql"] for query in queries))
    assert asked[2:] == [5, 5, 5]  # the first two also keep a version


def test_an_example_to_read_counts_when_it_is_opened(course, learner):
    fields = {"example": "outline", "outline": "Timely help\n  Bells in reach", "tertiary": "yes"}
    page = page_of(testing.add_block(course, "qi_driver_diagram", fields), learner)
    assert (page["state"]["progress"], page["settings"]["parts"]) == (1.0, [])
    assert page["example"] == {"kind": "outline", "starter": "", "outline": fields["outline"]}


def test_a_starter_can_be_read_by_anybody_and_only_those_there_are(block):
    assert testing.call(block, "starter_diagram", None, None, method="GET", suffix="no-such").status == 404
    for one in list_templates("driver_diagrams"):
        found = testing.call(block, "starter_diagram", None, None, method="GET", suffix=one)
        assert found.json["id"] == one and found.json["nodes"]


def test_a_page_from_before_the_charter_keeps_what_it_does_not_know(block, course, learner):
    home = testing.add_block(course, "qi_project")
    whole = json.loads((STORED.parent / "project_schema_2.json").read_text(encoding="utf-8"))["full"]
    assert testing.call(home, "save_work", {"revision": 0, "document": whole}, learner).status == 200
    assert write_aim(block, learner, AIM | {"what": "pressure ulcers"}, revision=1).status == 200
    kept = api.find(learner.pk, "project").document
    assert (kept["schema"], kept["aim"]["what"]) == (2, "pressure ulcers")
    assert [kept[name] for name in ("charter", "stakeholders")] == [whole[name] for name in ("charter", "stakeholders")]
