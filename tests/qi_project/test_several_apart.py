"""Several projects: what is not theirs, not a project, erased or of another course is not reached."""

import pytest
from opaque_keys.edx.keys import UsageKey
from qi_project import api
from qi_project.models import Artefact, CourseChoice, Project

from tests.qi_project.projects import COURSE, ELSEWHERE, NOW, amina, falls, lines, read, sepsis, start, write  # noqa: F401  # pylint: disable=unused-import

pytestmark = pytest.mark.django_db

SHEET = UsageKey.from_string("block-v1:QI+PDSA+2026+type@qi_pdsa_planner+block@one")


@pytest.fixture
def bilal(django_user_model):
    return django_user_model.objects.create_user("bilal").id


def test_nobody_works_on_another_person_s_project(amina, bilal, falls):
    write(amina, "hers")
    changes = [
        lambda: api.open_project(bilal, project=falls),
        lambda: api.rename_project(bilal, project=falls, title="x"),
        lambda: api.archive_project(bilal, project=falls, now=NOW),
        lambda: api.restore_project(bilal, project=falls),
        lambda: api.choose_in_course(bilal, project=falls, course_key=COURSE),
        lambda: write(bilal, "his", project=falls),
        lambda: read(bilal, project=falls),
    ]
    for change in changes:
        with pytest.raises(api.Gone) as gone:
            change()
        assert gone.value.project == falls
    assert api.project_of(bilal, project=falls) is None
    api.erase_project(bilal, project=falls)
    assert (lines(amina), read(amina), CourseChoice.objects.count()) == ([("Falls", True, None)], "hers", 0)


def test_a_practice_sheet_is_no_project(amina, falls):
    write(amina, "sheet", practice_in=SHEET)
    sheet = Project.objects.get(practice_in=str(SHEET)).pk
    assert lines(amina) == [("Falls", True, None)]
    assert api.project_of(amina, project=sheet) is None
    for change in (api.open_project, api.restore_project):
        with pytest.raises(api.Gone):
            change(amina, project=sheet)
    with pytest.raises(api.Gone):
        read(amina, project=sheet)
    assert read(amina, practice_in=SHEET) == "sheet"


def test_erasing_takes_the_project_that_is_meant(amina, falls, sepsis):
    write(amina, "falls", project=falls)
    write(amina, "sepsis")
    api.choose_in_course(amina, project=falls, course_key=COURSE)
    api.erase_project(amina, course_key=COURSE)
    assert [lines(amina), read(amina, course_key=COURSE)] == [[("Sepsis", True, None)], "sepsis"]
    with pytest.raises(api.Gone):
        write(amina, "late", seen=1, project=falls)
    api.erase_project(amina, project=sepsis)
    assert api.projects_of(amina) == ()


def test_a_project_that_is_deleted_between_looking_and_writing(amina, falls, sepsis, monkeypatch):
    """What was meant for it goes into no other."""
    look = api._row

    def deleted_then(where, tool):
        found = look(where, tool)
        api.erase_project(amina, project=falls)
        return found

    monkeypatch.setattr(api, "_row", deleted_then)
    with pytest.raises(api.Gone):
        write(amina, "late", project=falls)
    assert (lines(amina), Artefact.objects.count()) == ([("Sepsis", True, None)], 0)


def test_staff_count_what_the_course_works_on(amina, bilal, falls, sepsis):
    write(amina, "sepsis")
    write(amina, "falls", project=falls)
    write(amina, "more falls", seen=1, project=falls)
    write(bilal, "his")
    api.choose_in_course(amina, project=falls, course_key=COURSE)
    told = {key: one.revision for key, one in api.counts_for(["amina", "bilal"], "pdsa", course_key=COURSE).items()}
    assert told == {"amina": 2, "bilal": 1}
    assert api.counts_for(["amina"], "pdsa", course_key=ELSEWHERE)["amina"].revision == 1
