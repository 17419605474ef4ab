"""Several windows and several projects: what a page sends goes to the project that it was opened on, or nowhere."""

import json
from datetime import UTC, datetime

import pytest
from demo.testing import add_block, call, make_person, open_block
from completion.models import BlockCompletion
from qi_project import api

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
def falls(amina):
    return api.start_project(amina.id, title="Falls", now=NOW)


@pytest.fixture
def sepsis(amina, falls):
    """Opened in another window, after the page of `falls`."""
    return api.start_project(amina.id, title="Sepsis", now=NOW)


def lines(user, **which):
    return (api.find(user.id, "pdsa", **which).document or {"lines": None})["lines"]


def arguments(usage_key, user):
    return open_block(usage_key, user).student_view().json_init_args


def test_the_page_names_its_project(block, amina, falls):
    args = arguments(block, amina)
    assert (args["project"], args["state"]["project"]) == ({"id": str(falls), "title": "Falls"}, str(falls))


def test_the_page_of_a_course_with_its_own_project_names_that(block, course, amina, falls, sepsis):
    api.choose_in_course(amina.id, project=falls, course_key=course.key)
    assert arguments(block, amina)["project"]["title"] == "Falls"


def test_a_practice_sheet_names_none(sheet, amina, falls, save):
    assert save(sheet, amina, ["Practice"], project=falls).json["project"] == ""
    assert (arguments(sheet, amina)["project"]["id"], lines(amina, project=falls)) == ("", None)
    assert lines(amina, practice_in=sheet) == ["Practice"]


def test_an_old_window_writes_into_its_own_project_and_is_told(block, amina, falls, sepsis, save):
    save(block, amina, ["Sepsis"])
    reply = save(block, amina, ["Falls"], project=falls)
    assert (reply.status, reply.json["elsewhere"], reply.json["project"]) == (200, {"title": "Sepsis"}, str(falls))
    assert [lines(amina, project=falls), lines(amina)] == [["Falls"], ["Sepsis"]]
    again = save(block, amina, ["Falls", "More"], seen=1, project=falls, body={"who": str(amina.id)})
    assert again.status == 200
    assert "elsewhere" not in save(block, amina, ["Sepsis", "x"], seen=1, project=sepsis).json


def test_work_in_another_project_than_the_course_s_completes_nothing(block, amina, falls, sepsis, save):
    save(block, amina, ["One", "Two"], project=falls)
    assert not BlockCompletion.objects.filter(user=amina, block_key=block, completion__gt=0).exists()
    save(block, amina, ["One", "Two"], project=sepsis)
    assert BlockCompletion.objects.get(user=amina, block_key=block).completion == 1.0


def test_a_conflict_is_with_the_page_s_own_project(block, amina, falls, sepsis, save):
    save(block, amina, ["Falls"], project=falls)
    save(block, amina, ["Sepsis"])
    reply = save(block, amina, ["Late"], seen=7, project=falls)
    assert (reply.status, reply.json["document"]["lines"], reply.json["project"]) == (409, ["Falls"], str(falls))


@pytest.mark.parametrize(
    ("handler", "payload"),
    [("save_work", {"revision": 0, "document": {"lines": ["x"]}}), ("restore", {"revision": 1, "seen": 1}),
     ("load", {}), ("versions", {}), ("printable", None)],
)  # fmt: skip
@pytest.mark.parametrize("named", ["erased", "somebody else's", "a practice sheet", "no number", "far too long"])
def test_a_project_that_is_not_theirs_is_gone(
    handler, payload, named, block, sheet, course, amina, falls, sepsis, save
):
    other = make_person("bilal", enrolled_in=[course])
    save(block, other, ["His"])
    save(sheet, amina, ["Practice"])
    his, practice = (api.find(user.id, "pdsa", **where).project for user, where in (
        (other, {}), (amina, {"practice_in": sheet}),
    ))  # fmt: skip
    api.erase_project(amina.id, project=falls)
    known = {"erased": falls, "somebody else's": his, "a practice sheet": practice, "no number": "1x"}
    project = known.get(named, "9" * 30)
    before = json.dumps(api.export(amina.id)), json.dumps(api.export(other.id))
    method = "GET" if payload is None else "POST"
    reply = call(block, handler, payload, user=amina, project=project, method=method)
    if handler == "versions":
        assert reply.json == {"versions": []}
    else:
        assert (reply.status, reply.json) == (409, {"reason": "project_gone"})
    assert before == (json.dumps(api.export(amina.id)), json.dumps(api.export(other.id)))


def test_erasing_takes_the_project_of_the_page(block, amina, falls, sepsis, save):
    save(block, amina, ["Sepsis"])
    reply = call(block, "erase_project", {"confirm": "delete"}, user=amina, project=falls)
    assert (reply.status, reply.json["project"]) == (200, "")
    assert [line.title for line in api.projects_of(amina.id)] == ["Sepsis"]


def test_versions_are_those_of_the_page_s_project(block, amina, falls, sepsis, save):
    save(block, amina, ["One"], project=falls)
    save(block, amina, ["Two"], seen=1, project=falls)
    assert call(block, "versions", {}, user=amina).json == {"versions": []}
    reply = call(block, "restore", {"revision": 1, "seen": 2}, user=amina, project=falls)
    assert (reply.status, reply.json["document"]["lines"]) == (200, ["One"])
    assert lines(amina) is None


def test_printing_takes_the_page_s_project(block, amina, falls, sepsis, save):
    save(block, amina, ["Falls"], project=falls)
    reply = call(block, "printable", user=amina, method="GET", project=falls)
    assert b"Falls" in reply.body


def test_staff_count_the_project_that_their_course_works_on(block, course, amina, falls, sepsis, save):
    save(block, amina, ["One"], project=falls)
    api.choose_in_course(amina.id, project=falls, course_key=course.key)
    counts = api.counts_for([amina.username], "pdsa", course_key=course.key)
    assert counts[amina.username].counts == {"cycles": 1}
    assert api.counts_for([amina.username], "pdsa") == {}


def test_a_page_of_a_course_that_came_later_works_on_the_open_project(amina, falls):
    from demo.models import Enrolment
    from demo.testing import make_course

    later = make_course(run="2027")
    Enrolment.objects.create(user=amina, course=later)
    assert arguments(add_block(later, "qi_diary"), amina)["project"]["title"] == "Falls"
