"""The project's home in the local host: one project in every course, and nobody else in."""

import json

import pytest
from demo import testing
from qi_project import api
from qi_templates import list_templates

pytestmark = pytest.mark.django_db

AIM = {"what": "falls", "direction": "reduce", "by_how_much": "4.0", "for_whom": "Ward 5", "by_when": "2099-01-31"}
PLACES = ("visitor", "outsider", "staff as the learner", "preview", "library")


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def home(course):
    return testing.add_block(course, "qi_project")


def save(home, person, *, aim=None, revision=0, **more):
    document = {"schema": 1, "aim": aim or AIM}
    return testing.call(home, "save_work", {"revision": revision, "document": document}, person, **more)


def page_of(home, person):
    return json.loads(json.dumps(testing.open_block(home, person).student_view().json_init_args))


def test_completion_is_of_the_parts_that_the_author_asks_for(home, course, learner):
    saved = save(home, learner).json
    assert (saved["progress"], [todo["rule"] for todo in saved["todo"]]) == (0.5, ["CH1", "CH2", "CH3", "CH4"])
    only_aim = testing.add_block(course, "qi_project", {"parts": ["aim"]}, name="aim")
    assert page_of(only_aim, learner)["state"]["progress"] == 1.0
    cycle = testing.add_block(course, "qi_project", {"parts": ["cycle"]}, name="cycle")
    assert page_of(cycle, learner)["state"]["todo"] == [{"path": "pdsa", "rule": "PR2", "facts": {}}]


def test_a_ready_made_text_can_be_read_by_anybody_and_only_those_there_are(home):
    for kind in ("charters", "stakeholders"):
        for one in list_templates(kind):
            found = testing.call(home, "template", None, None, method="GET", suffix=f"{kind}/{one}")
            assert found.json["id"] == one
    for wrong in ("charters/nothing", "driver_diagrams/falls", "charters", ""):
        assert testing.call(home, "template", None, None, method="GET", suffix=wrong).status == 404


def test_the_project_is_the_same_in_every_course(home, learner):
    save(home, learner)
    other = testing.make_course(number="RAMP")
    testing.Enrolment.objects.create(user=learner, course=other)
    page = page_of(testing.add_block(other, "qi_project"), learner)
    assert (page["state"]["document"]["aim"]["what"], page["works_on"]) == ("falls", "project")


def test_a_practice_sheet_never_leaks_in(home, course, learner):
    sheet = testing.add_block(course, "qi_driver_diagram", {"work_on": "practice"})
    body = {"revision": 0, "document": {"schema": 1, "aim": AIM}, "tool": "project"}
    assert testing.call(sheet, "save_work", body, learner).status == 200
    assert page_of(home, learner)["state"]["revision"] == 0
    imported = testing.add_block(course, "qi_project", {"work_on": "practice"}, name="imported")
    assert page_of(imported, learner)["works_on"] == "project"
    save(imported, learner)
    assert api.find(learner.pk, "project").revision == 1


def seen_from(who, home, course, learner):
    """The block, the place, the person asking, and as whom."""
    place = {"preview": "studio_preview"}.get(who, "lms")
    person = {"visitor": None, "outsider": testing.make_person("outsider")}.get(who, learner)
    if who in ("staff as the learner", "preview"):
        person = testing.make_person("staff", staff_of=[course])
    if who == "library":
        home, place = testing.add_block(None, "qi_project"), "library"
    return home, place, person, learner if who == "staff as the learner" else None


@pytest.mark.parametrize("who", PLACES)
def test_nobody_else_gets_in(home, course, learner, who):
    home, place, person, masquerade = seen_from(who, home, course, learner)
    assert save(home, person, place=place, masquerade=masquerade).status in (401, 403, 404)
    assert api.find(learner.pk, "project").revision == 0
