"""The thread from an idea to its cycles: told, added from the other side, under other people's saves."""

from datetime import UTC, datetime

import pytest
from demo import testing
from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_driver_diagram import domain as diagram
from qi_pdsa_planner import domain as planner
from qi_project import api, ideas
from qi_project.domain.ideas import NewCycle, NewIdea, parse_cycle, parse_idea

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
IDEA, CYCLE = NewIdea(id="ideaaa01", text="Comfort round"), NewCycle(id="cycle001", idea="ideaaa01")
TREE = {
    "schema": 1,
    "nodes": [
        {"id": "primary1", "level": "primary", "text": "Timely help"},
        {"id": "second01", "level": "secondary", "text": "Known times"},
        {"id": "ideaaa01", "level": "idea", "text": "Comfort round"},
        {"id": "ideaaa02", "level": "idea", "text": " "},
        {"id": "ideaaa03", "level": "idea", "text": "Bells in reach"},
    ],
    "links": [
        {"from": "second01", "to": "primary1"},
        {"from": "ideaaa01", "to": "second01"},
        {"from": "ideaaa01", "to": "primary1"},
    ],
}


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


def keep(learner, tool, document):
    return api.save(learner.pk, tool, document=document, seen=0, counts={}, now=NOW)


def added(learner, course, idea=IDEA):
    return api.add_idea(learner.pk, idea, now=NOW, course_key=course.key)


def begun(learner, course, cycle=CYCLE):
    return api.begin_cycle(learner.pk, cycle, now=NOW, course_key=course.key)


def test_ideas_are_told_with_the_drivers_they_lead_to(learner):
    keep(learner, "diagram", TREE)
    assert api.ideas_of(learner.pk) == (
        api.Idea("ideaaa01", "Comfort round", ("Known times", "Timely help")),
        api.Idea("ideaaa03", "Bells in reach", ()),
    )


def test_an_idea_that_is_added_is_one_the_diagram_can_read(learner, course):
    assert added(learner, course) == (api.Idea("ideaaa01", "Comfort round", ()),)
    stored = api.find(learner.pk, "diagram")
    assert diagram.parse(stored.document).nodes[0].text == "Comfort round"
    assert stored.counts == {"ideas": 1}
    assert added(learner, course) and api.find(learner.pk, "diagram").revision == 1


def test_what_is_there_stays(learner, course):
    keep(learner, "diagram", TREE)
    added(learner, course, NewIdea(id="ideaaa09", text="Whiteboard"))
    assert api.find(learner.pk, "diagram").document == TREE | {
        "confirmed": [],
        "nodes": [*TREE["nodes"], {"id": "ideaaa09", "level": "idea", "text": "Whiteboard"}],
    }


def test_a_full_diagram_and_a_full_planner_take_no_more(learner, course):
    nodes = [{"id": f"node{n:04d}", "level": "idea", "text": "x"} for n in range(199)]
    keep(learner, "diagram", {"schema": 1, "nodes": [TREE["nodes"][2], *nodes]})
    keep(learner, "pdsa", {"schema": 1, "cycles": [{"id": f"cycle{n:03d}"} for n in range(60)]})
    for act, path, most in ((lambda: added(learner, course, NewIdea(id="ideaaa09", text="x")), "text", 200),
                            (lambda: begun(learner, course), "idea", 60)):  # fmt: skip
        with pytest.raises(Problems) as refused:
            act()
        assert refused.value.problems == {path: Problem("too_many", {"max": most})}


def test_a_cycle_is_begun_once_and_waits(learner, course):
    keep(learner, "diagram", TREE)
    assert begun(learner, course) == 1
    assert begun(learner, course, NewCycle(id="cycle002", idea="ideaaa01")) == 1
    assert begun(learner, course, NewCycle(id="cycle003", idea="ideaaa03")) == 2
    (first, second) = planner.parse(api.find(learner.pk, "pdsa").document).cycles
    assert (first.idea, first.change_idea, second.change_idea) == ("ideaaa01", "Comfort round", "Bells in reach")
    assert api.find(learner.pk, "pdsa").document["schema"] == planner.SCHEMA


def test_a_cycle_that_has_started_waits_no_more(learner, course):
    keep(learner, "diagram", TREE)
    started = {"id": "cycle000", "idea": "ideaaa01", "do": {"started_on": "2026-11-20"}}
    keep(learner, "pdsa", {"schema": 2, "cycles": [started], "confirmed": []})
    assert begun(learner, course) == 2
    found = api.surroundings_of(learner.pk).tests
    assert found == (
        api.IdeaTest(1, "", "ideaaa01", True, None),
        api.IdeaTest(2, "", "ideaaa01", False, None),
    )


def test_of_an_idea_that_is_not_there_no_cycle_begins(learner, course):
    assert begun(learner, course) is None
    assert api.find(learner.pk, "pdsa").revision == 0


def test_a_chart_pins_a_cycle_by_what_its_idea_is_called_today(learner):
    keep(learner, "diagram", TREE)
    cycle = {"id": "cycle000", "idea": "ideaaa01", "change_idea": "Old name", "do": {"started_on": "2026-11-20"}}
    keep(learner, "pdsa", {"schema": 2, "cycles": [cycle, {**cycle, "id": "cycle001", "idea": "gone0001"}]})
    assert [mark.title for mark in api.cycles_of(learner.pk)] == ["Comfort round", "Old name"]


def test_a_newer_release_s_document_is_left_alone(learner, course):
    keep(learner, "diagram", {"schema": 99})
    assert api.ideas_of(learner.pk) == ()
    with pytest.raises(NewerDocument):
        added(learner, course)


def test_somebody_else_s_save_in_between_is_kept(learner, course):
    keep(learner, "diagram", TREE)
    late = iter([api.Stored(TREE, 0), api.Stored(TREE, 7)])  # what was read is not what is stored by now

    def find(owner_id, tool, **which):
        return next(late, None) or api.find(owner_id, tool, **which)

    ideas.add_idea(ideas.Place(learner.pk, course.key, NOW, find, api.save), NewIdea(id="ideaaa09", text="Third time"))
    assert api.ideas_of(learner.pk)[-1].text == "Third time"


def test_after_three_lost_races_it_gives_up(learner, course):
    keep(learner, "diagram", TREE)
    place = ideas.Place(learner.pk, course.key, NOW, lambda *_, **__: api.Stored(TREE, 5), api.save)
    with pytest.raises(api.Stale):
        ideas.add_idea(place, IDEA.model_copy(update={"id": "ideaaa09"}))


@pytest.mark.parametrize(
    ("raw", "problems"),
    [
        ({"id": "x", "text": "fine"}, {"id": Problem("wrong_type")}),
        ({"id": "ideaaa01", "text": " "}, {"text": Problem("missing")}),
        ({"id": "ideaaa01", "text": "x" * 301}, {"text": Problem("too_long", {"max": 300})}),
        ({"id": "ideaaa01", "text": "943 476 5919"}, {"text": Problem("nhs_number")}),
    ],
)
def test_an_idea_from_elsewhere_is_read_as_strictly(raw, problems):
    with pytest.raises(Problems) as refused:
        parse_idea(raw)
    assert refused.value.problems == problems


def test_a_cycle_to_be_has_two_ids():
    with pytest.raises(Problems) as refused:
        parse_cycle({"id": "cycle001", "idea": None})
    assert refused.value.problems == {"idea": Problem("wrong_type")}
    assert parse_cycle(CYCLE.model_dump()) == CYCLE
