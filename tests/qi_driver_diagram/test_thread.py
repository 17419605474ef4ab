"""From an idea to its cycle and back, through the handlers of both blocks."""

import pytest
from demo import testing
from qi_project import api

from tests.qi_driver_diagram.test_block import DIAGRAM, page_of, save

pytestmark = pytest.mark.django_db
BEGIN = {"id": "cycle001", "idea": "ideaaa01"}


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def block(course):
    unit = testing.add_block(course, "vertical", name="theory")
    return testing.add_block(course, "qi_driver_diagram", parent=unit)


@pytest.fixture
def planner(course):
    unit = testing.add_block(course, "vertical", name="try")
    return testing.add_block(course, "qi_pdsa_planner", parent=unit, name="planner")


def test_an_idea_s_cycle_is_begun_and_its_status_follows_the_decision(block, planner, course, learner):
    save(block, learner)
    reply = testing.call(block, "begin_cycle", BEGIN, learner)
    waiting = {"number": 1, "title": "", "idea": "ideaaa01", "has_started": False, "decision": None}
    where = f"/courses/{course.key}/jump_to/{planner}"
    assert (reply.status, reply.json) == (200, {"number": 1, "planner": where, "cycles": [waiting]})
    document = api.find(learner.pk, "pdsa").document
    cycle = document["cycles"][0] | {
        "questions": [{"id": "quest001", "prediction": "20 minutes"}],
        "do": {"started_on": "2026-11-20"},
        "act": {"decision": "adopt"},
    }
    body = {"revision": 1, "document": document | {"cycles": [cycle]}}
    assert testing.call(planner, "save_work", body, learner).status == 200
    page = page_of(block, learner)
    assert page["state"]["overview"]["status"]["ideaaa01"] == "adopted"
    assert page["cycles"] == [waiting | {"has_started": True, "decision": "adopt"}]
    printed = testing.call(block, "printable", None, learner, method="GET", suffix="a4")
    assert b'"ideaaa01": "adopted"' in printed.body


def test_without_a_planner_in_the_course_nobody_is_sent_anywhere(block, learner):
    save(block, learner)
    assert testing.call(block, "begin_cycle", BEGIN, learner).json["planner"] is None


def test_nobody_is_sent_to_a_practice_sheet(block, course, learner):
    unit = testing.add_block(course, "vertical", name="practice")
    testing.add_block(course, "qi_pdsa_planner", {"work_on": "practice"}, parent=unit, name="a_sheet")
    save(block, learner)
    assert testing.call(block, "begin_cycle", BEGIN, learner).json["planner"] is None


def test_an_idea_that_was_never_saved_begins_nothing(block, learner):
    reply = testing.call(block, "begin_cycle", BEGIN, learner)
    assert (reply.status, reply.json) == (400, {"problems": {"idea": {"code": "not_there", "facts": {}}}})


def test_an_idea_written_in_the_planner_joins_the_diagram(block, planner, learner):
    save(block, learner)
    reply = testing.call(planner, "add_idea", {"id": "ideaaa09", "text": "Whiteboard"}, learner)
    assert reply.json["ideas"][-1] == {"id": "ideaaa09", "text": "Whiteboard", "path": []}
    assert page_of(planner, learner)["ideas"] == reply.json["ideas"]
    assert page_of(block, learner)["state"]["document"]["nodes"][-1]["text"] == "Whiteboard"


def test_a_renamed_idea_is_printed_by_its_new_name(block, planner, learner):
    save(block, learner)
    testing.call(block, "begin_cycle", BEGIN, learner)
    renamed = {"ideaaa01": {"text": "A card for two people"}}
    nodes = [node | renamed.get(node["id"], {}) for node in DIAGRAM["nodes"]]
    assert save(block, learner, DIAGRAM | {"nodes": nodes}, revision=1).status == 200
    printed = testing.call(planner, "printable", None, learner, method="GET")
    assert b"A card for two people" in printed.body and b"Bedside card" not in printed.body


@pytest.mark.parametrize(("kind", "handler"), [("qi_driver_diagram", "begin_cycle"), ("qi_pdsa_planner", "add_idea")])
def test_the_thread_is_spun_by_its_owner_alone(course, learner, kind, handler):
    body = BEGIN | {"text": "Whiteboard"}
    block, sheet = (testing.add_block(course, kind, {"work_on": where}) for where in ("project", "practice"))
    outsider, staff = testing.make_person("outsider"), testing.make_person("staff", staff_of=[course])
    replies = [
        testing.call(block, handler, body, outsider),
        testing.call(block, handler, body, staff, masquerade=learner),
        testing.call(block, handler, body | {"who": "999"}, learner),
        testing.call(sheet, handler, body, learner),
    ]
    assert [reply.status for reply in replies] == [403] * 4
    assert api.find(learner.pk, "pdsa").revision == api.find(learner.pk, "diagram").revision == 0


def test_paper_of_two_sizes_and_of_no_other(block, learner):
    save(block, learner)
    papers = {"": "A4", "a4": "A4", "a3": "A3"}
    for suffix, name in papers.items():
        page = testing.call(block, "printable", None, learner, method="GET", suffix=suffix)
        assert page.status == 200 and f"size: {name} landscape".encode() in page.body
    assert testing.call(block, "printable", None, learner, method="GET", suffix="blank").status == 404
    assert testing.call(block, "printable", None, testing.make_person("outsider"), method="GET").status == 403
