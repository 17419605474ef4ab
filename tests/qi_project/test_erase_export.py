"""The learner's own: erasing for good, a copy of everything; and what staff may count."""

from datetime import datetime, timezone

import pytest
from opaque_keys.edx.keys import CourseKey, UsageKey
from qi_project import api
from qi_project.models import Artefact, ArtefactVersion, CourseChoice, Project, Share

pytestmark = pytest.mark.django_db

COURSE = CourseKey.from_string("course-v1:QI+PDSA+2026")
SHEET = UsageKey.from_string("block-v1:QI+PDSA+2026+type@qi_pdsa_planner+block@one")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture
def person(django_user_model):
    return lambda username: django_user_model.objects.create_user(username).id


@pytest.fixture
def amina(person):
    return person("amina")


def write(owner, *, tool="pdsa", practice_in=None, saves=2):
    for seen in range(saves):
        api.save(
            owner,
            tool,
            document={"n": seen + 1},
            seen=seen,
            counts={"cycles": seen + 1},
            now=NOW,
            course_key=COURSE,
            practice_in=practice_in,
        )


def rows():
    return [model.objects.count() for model in (Project, Artefact, ArtefactVersion, CourseChoice, Share)]


def leave_traces(owner):
    """A course that works on the project, and a question to others about it."""
    api.choose_in_course(owner, project=api.project_of(owner).id, course_key=COURSE)
    api.note_share(owner, "aim", course_key=COURSE, now=NOW)


def test_erasing_the_project_takes_every_tool_and_version_and_leaves_practice(amina, person):
    write(amina)
    write(amina, tool="run_chart")
    write(amina, practice_in=SHEET)
    write(person("bilal"))
    leave_traces(amina)
    api.erase_project(amina)
    assert rows() == [2, 2, 2, 0, 0]
    assert api.find(amina, "pdsa") == api.Stored()
    assert api.find(amina, "pdsa", practice_in=SHEET).revision == 2


def test_erasing_practice_leaves_the_project(amina):
    write(amina)
    write(amina, practice_in=SHEET)
    api.erase_practice(amina, practice_in=SHEET)
    assert api.find(amina, "pdsa").revision == 2
    assert api.find(amina, "pdsa", practice_in=SHEET) == api.Stored()


def test_erasing_a_person_leaves_nothing_and_can_be_repeated(amina, person):
    write(amina)
    write(amina, practice_in=SHEET)
    write(person("bilal"))
    leave_traces(amina)
    api.erase_person(amina)
    api.erase_person(amina)
    assert rows() == [1, 1, 1, 0, 0]


def test_a_new_project_can_begin_after_erasing(amina):
    write(amina)
    api.erase_project(amina)
    write(amina, saves=1)
    assert api.find(amina, "pdsa").revision == 1


def test_the_copy_holds_everything_of_the_learner_and_nothing_of_others(amina, person):
    write(amina)
    write(amina, practice_in=SHEET, saves=1)
    write(person("bilal"))
    first = {"revision": 1, "saved_at": NOW.isoformat(), "counts": {"cycles": 1}, "document": {"n": 1}}
    second = {"revision": 2, "saved_at": NOW.isoformat(), "counts": {"cycles": 2}, "document": {"n": 2}}
    leave_traces(amina)
    about = {"title": "", "created": NOW.isoformat(), "opened_in": str(COURSE), "archived_at": None}
    assert api.export(amina) == {
        "projects": [
            {
                **{**about, "practice_in": None, "is_open": True, "chosen_in": [str(COURSE)]},
                "shares": [{"kind": "aim", "shared_at": NOW.isoformat()}],
                "artefacts": [{"tool": "pdsa", **second, "versions": [first]}],
            },
            {
                **{**about, "practice_in": str(SHEET), "is_open": False, "chosen_in": []},
                "shares": [],
                "artefacts": [{"tool": "pdsa", **first, "versions": []}],
            },
        ]
    }


def test_the_copy_of_nothing_is_empty(amina):
    assert api.export(amina) == {"projects": []}


@pytest.mark.parametrize("sheets", [1, 3, 20])
def test_the_copy_takes_five_queries(amina, sheets, django_assert_num_queries):
    for number in range(sheets):
        write(amina, practice_in=SHEET.replace(block_id=f"sheet{number}"))
    with django_assert_num_queries(5):
        assert len(api.export(amina)["projects"]) == sheets


def test_staff_count_without_reading(amina, person):
    write(amina)
    write(person("bilal"), practice_in=SHEET, saves=1)
    person("chloe")
    everyone = ["amina", "bilal", "chloe"]
    assert api.counts_for(everyone, "pdsa") == {"amina": api.Standing(2, NOW, {"cycles": 2})}
    assert api.counts_for(everyone, "pdsa", practice_in=SHEET) == {"bilal": api.Standing(1, NOW, {"cycles": 1})}
    assert api.counts_for(everyone, "run_chart") == {}


@pytest.mark.parametrize("people", [1, 3, 100])
def test_counts_take_one_query(person, people, django_assert_num_queries):
    usernames = [f"learner{number}" for number in range(people)]
    for username in usernames:
        write(person(username), saves=1)
    with django_assert_num_queries(1):
        assert len(api.counts_for(usernames, "pdsa")) == people
