"""Several projects of one learner: one is open, a course may have its own, and nothing gets into the wrong one."""

import pytest
from django.db import IntegrityError
from qi_core.domain.problems import Problem, Problems
from qi_project import api, several
from qi_project.domain.ideas import NewCycle, NewIdea
from qi_project.models import CourseChoice

from tests.qi_project.projects import COURSE, ELSEWHERE, NOW, amina, falls, lines, read, sepsis, start, write  # noqa: F401  # pylint: disable=unused-import

pytestmark = pytest.mark.django_db


def test_a_new_project_is_open_and_empty_and_the_other_one_stays(amina, falls):
    write(amina, "falls")
    start(amina, "Sepsis", course_key=COURSE)
    assert read(amina) is None
    assert read(amina, project=falls) == "falls"
    assert lines(amina) == [("Sepsis", True, None), ("Falls", False, None)]


def test_the_first_save_of_all_begins_a_project(amina):
    write(amina, "first", course_key=COURSE)
    found = api.project_of(amina, course_key=ELSEWHERE)
    assert (found.title, read(amina, course_key=ELSEWHERE)) == ("", "first")
    assert api.projects_of(amina) == (
        api.ProjectLine(found.id, "", NOW, NOW, True, None, (), {"pdsa": {"cycles": 1}}),
    )


def test_opening_another_one_counts_in_every_course(amina, falls, sepsis):
    write(amina, "sepsis")
    write(amina, "falls", project=falls)
    api.open_project(amina, project=falls)
    assert [read(amina), read(amina, course_key=COURSE), read(amina, project=sepsis)] == ["falls", "falls", "sepsis"]


def test_a_course_may_have_a_project_of_its_own(amina, falls, sepsis):
    write(amina, "sepsis")
    api.choose_in_course(amina, project=falls, course_key=COURSE)
    write(amina, "falls", course_key=COURSE)
    assert [read(amina), read(amina, course_key=COURSE), read(amina, course_key=ELSEWHERE)] == [
        "sepsis", "falls", "sepsis",
    ]  # fmt: skip
    assert api.project_of(amina, course_key=COURSE) == api.ProjectName(falls, "Falls")
    assert [line.courses for line in api.projects_of(amina)] == [(), (str(COURSE),)]
    api.choose_in_course(amina, project=None, course_key=COURSE)
    assert read(amina, course_key=COURSE) == "sepsis"


def test_choosing_again_replaces_the_choice(amina, falls, sepsis):
    for project in (falls, sepsis, sepsis):
        api.choose_in_course(amina, project=project, course_key=COURSE)
    assert list(CourseChoice.objects.values_list("project_id", flat=True)) == [sepsis]


@pytest.mark.parametrize("action", ["open", "start"])
def test_what_is_opened_from_a_course_is_what_that_course_works_on(action, amina, falls, sepsis):
    api.choose_in_course(amina, project=falls, course_key=COURSE)
    if action == "open":
        api.open_project(amina, project=sepsis, course_key=COURSE)
    else:
        sepsis = start(amina, "Third", course_key=COURSE)
    assert api.project_of(amina, course_key=COURSE).id == sepsis


def test_a_page_that_names_its_project_reads_and_writes_no_other(amina, falls, sepsis):
    write(amina, "falls", project=falls, course_key=COURSE)
    assert [read(amina, project=falls), read(amina, course_key=COURSE)] == ["falls", None]
    write(amina, "sepsis", course_key=COURSE)
    with pytest.raises(api.Stale):
        write(amina, "late", project=falls)
    write(amina, "more falls", seen=1, project=falls, milestone=True)
    assert read(amina) == "sepsis"
    assert [one.revision for one in api.versions(amina, "pdsa", project=falls)] == [1]
    assert api.document_of(amina, "pdsa", revision=1, project=falls) == {"text": "falls"}
    assert api.versions(amina, "pdsa", course_key=COURSE) == ()


def test_the_thread_is_of_the_project_that_is_meant(amina, falls, sepsis):
    idea = {"id": "ideaaa01", "level": "idea", "text": "Bells in reach"}
    tree = {"schema": 1, "nodes": [idea], "links": [], "confirmed": []}
    api.save(amina, "diagram", document=tree, seen=0, counts={}, now=NOW, project=falls)
    which = {"course_key": COURSE, "project": falls}
    assert [one.text for one in api.ideas_of(amina, **which)] == ["Bells in reach"]
    assert api.ideas_of(amina, course_key=COURSE) == ()
    api.add_idea(amina, NewIdea(id="ideaaa02", text="Slippers"), now=NOW, **which)
    assert api.begin_cycle(amina, NewCycle(id="cycle001", idea="ideaaa02"), now=NOW, **which) == 1
    assert [one.idea for one in api.surroundings_of(amina, **which).tests] == ["ideaaa02"]
    assert api.surroundings_of(amina, course_key=COURSE).tests == ()
    assert [len(api.thread_of(amina, **which).drivers), api.cycles_of(amina, **which)] == [0, ()]
    assert api.find(amina, "pdsa").revision == 0


def test_an_archived_project_is_kept_whole_and_forgotten_by_courses(amina, falls, sepsis):
    write(amina, "falls", project=falls)
    api.choose_in_course(amina, project=falls, course_key=COURSE)
    api.archive_project(amina, project=falls, now=NOW)
    assert lines(amina) == [("Sepsis", True, None), ("Falls", False, NOW)]
    assert api.project_of(amina, course_key=COURSE).id == sepsis
    assert read(amina, project=falls) == "falls"
    api.restore_project(amina, project=falls)
    assert lines(amina) == [("Sepsis", True, None), ("Falls", False, None)]


def test_the_open_project_cannot_be_archived(amina, sepsis):
    with pytest.raises(Problems) as refused:
        api.archive_project(amina, project=sepsis, now=NOW)
    assert refused.value.problems == {"project": Problem("is_open")}


@pytest.mark.parametrize("take_out", ["open", "choose"])
def test_working_on_an_archived_project_takes_it_out(take_out, amina, falls, sepsis):
    api.archive_project(amina, project=falls, now=NOW)
    if take_out == "open":
        api.open_project(amina, project=falls)
    else:
        api.choose_in_course(amina, project=falls, course_key=COURSE)
    assert [line.archived_at for line in api.projects_of(amina)] == [None, None]


def test_a_title_is_changed(amina, falls):
    api.rename_project(amina, project=falls, title="Falls at night")
    assert api.project_of(amina) == api.ProjectName(falls, "Falls at night")


def test_somebody_who_opens_one_in_between_is_waited_for(amina, falls, monkeypatch):
    tries = []

    def busy(*_):
        tries.append(1)
        if len(tries) < several.ATTEMPTS:
            raise IntegrityError

    monkeypatch.setattr(several, "wait_for_turn", busy)
    start(amina, "Sepsis")
    assert [len(tries), lines(amina)[0]] == [several.ATTEMPTS, ("Sepsis", True, None)]


def test_a_failed_change_leaves_the_open_project_open(amina, falls):
    with pytest.raises(api.Gone):
        api.open_project(amina, project=falls + 1)
    assert lines(amina) == [("Falls", True, None)]


def test_there_is_a_most(amina, monkeypatch):
    monkeypatch.setattr(several, "PROJECTS_MAX", 1)
    start(amina, "Only one")
    with pytest.raises(Problems) as refused:
        start(amina, "One more")
    assert refused.value.problems == {"title": Problem("too_many_projects", {"max": 1})}


@pytest.mark.parametrize("count", [1, 3, 20])
def test_queries_do_not_grow_with_projects(amina, count, django_assert_num_queries):
    for number in range(count):
        start(amina, f"{number}")
        write(amina, "text", course_key=COURSE)
    api.choose_in_course(amina, project=api.project_of(amina).id, course_key=COURSE)
    with django_assert_num_queries(3):
        assert len(api.projects_of(amina)) == count
    with django_assert_num_queries(1):
        assert read(amina, course_key=COURSE) == "text"
    with django_assert_num_queries(1):
        assert api.counts_for(["amina"], "pdsa", course_key=COURSE)
    with django_assert_num_queries(1):
        assert api.project_of(amina, course_key=COURSE)
    with django_assert_num_queries(2 + 4):  # as when there was only one, see test_save
        write(amina, "next", seen=1, course_key=COURSE)
