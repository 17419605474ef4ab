"""The list of projects on the home: each change, what is refused, and that it is nobody else's."""

import pytest
from demo.models import ActivityEvent
from demo.testing import make_person, open_block
from qi_project import api

pytestmark = pytest.mark.django_db


def told(reply):
    """(title, in what state), the project of this course with a star."""
    assert reply.status == 200, reply.json
    here = reply.json["here"]

    def state(line):
        flags = [name for name in ("is_open", "is_archived", "is_chosen") if line[name]]
        return " ".join([line["title"] + "*" * (line["id"] == here), *flags])

    return [state(line) for line in reply.json["projects"]]


@pytest.fixture
def change(ask, amina):
    def one(act, project="", *, user=amina, **more):
        return ask("change_projects", user, {"act": act, "project": str(project), **more})

    return one


def test_before_the_first_save_there_is_none(ask, amina):
    assert ask("projects", amina).json == {"here": "", "projects": []}


def test_starting_opening_and_putting_away(ask, change, whole):
    assert told(change("start", title=" Sepsis ")) == ["Sepsis* is_open", "Falls on Ward 5"]
    sepsis = change("rename", whole, title="Falls").json["here"]
    assert told(change("open", whole)) == ["Falls* is_open", "Sepsis"]
    assert told(change("archive", sepsis)) == ["Falls* is_open", "Sepsis is_archived"]
    assert told(change("restore", sepsis)) == ["Falls* is_open", "Sepsis"]
    changes = ActivityEvent.objects.filter(name="qi.project.list_changed").order_by("id")
    names = list(changes.values_list("data", flat=True))
    assert [one["act"] for one in names] == ["start", "rename", "open", "archive", "restore"]


def test_a_course_of_its_own_and_back(change, whole):
    change("start", title="Sepsis")
    assert told(change("choose", whole)) == ["Sepsis is_open", "Falls on Ward 5* is_chosen"]
    assert told(change("leave")) == ["Sepsis* is_open", "Falls on Ward 5"]


def test_deleting_one_for_good_needs_the_word(change, whole, amina):
    assert change("delete", whole).json == {
        "problems": {"confirm": {"code": "not_allowed", "facts": {"allowed": "delete"}}}
    }
    assert told(change("delete", whole, confirm="delete")) == []
    assert api.find(amina.id, "pdsa") == api.Stored()


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({"act": "burn"}, "act", "not_allowed"),
        ({"act": "open", "project": 7}, "project", "wrong_type"),
        ({"act": "open", "project": "-1"}, "project", "wrong_type"),
        ({"act": "start", "title": "  "}, "title", "missing"),
        ({"act": "start", "title": "x" * 301}, "title", "too_long"),
        ({"act": "start", "title": "943 476 5919"}, "title", "nhs_number"),
        ({"act": "start", "title": "a\x00b"}, "title", "control_character"),
        ({"act": "start", "title": "x", "owner": 1}, "owner", "unknown_field"),
    ],
)
def test_what_is_no_change_is_refused(body, path, code, ask, amina, whole):
    reply = ask("change_projects", amina, body)
    assert (reply.status, {at: one["code"] for at, one in reply.json["problems"].items()}) == (400, {path: code})
    assert len(api.projects_of(amina.id)) == 1


def test_the_open_one_is_not_put_away(change, whole):
    assert change("archive", whole).json["problems"]["project"]["code"] == "is_open"


@pytest.mark.parametrize("act", ["rename", "archive", "restore", "open", "choose"])
def test_another_person_s_project_is_gone(act, change, whole, bilal, amina):
    reply = change(act, whole, user=bilal, title="His")
    assert (reply.status, reply.json) == (409, {"reason": "project_gone"})
    assert [line.title for line in api.projects_of(amina.id)] == ["Falls on Ward 5"]


def test_deleting_another_person_s_project_does_nothing(change, whole, bilal, amina):
    assert told(change("delete", whole, user=bilal, confirm="delete")) == []
    assert len(api.projects_of(amina.id)) == 1


@pytest.mark.parametrize(
    "handler",
    ["projects", "change_projects", "history", "version", "restore_version", "import_project", "export_project"],
)
def test_who_may_not(handler, ask, whole, amina, course):
    body = {"act": "delete", "project": str(whole), "confirm": "delete", "tool": "pdsa", "revision": 1, "seen": 1}
    staff, stranger = make_person("staff", staff_of=[course]), make_person("stranger")
    before = api.export(amina.id)
    replies = [
        ask(handler, None, body),
        ask(handler, stranger, body),
        ask(handler, staff, body, masquerade=amina),
        ask(handler, staff, body, masquerade="learner"),
        *(ask(handler, staff, body, place=place) for place in ("studio_preview", "studio", "library")),
    ]
    assert [reply.status for reply in replies] == [403] * 7
    assert not any("Falls" in reply.body.decode() for reply in replies)
    assert api.export(amina.id) == before


@pytest.mark.parametrize("handler", ["change_projects", "restore_version", "import_project"])
def test_a_page_of_somebody_who_has_gone_changes_nothing(handler, ask, amina, whole):
    reply = ask(handler, amina, {"who": str(amina.id + 1), "act": "start", "title": "x"})
    assert (reply.status, reply.json) == (403, {"reason": "someone_else"})


def test_the_home_works_on_the_project_even_when_an_import_says_practice(home, amina, whole):
    block = open_block(home, amina)
    block.work_on = "practice"
    assert block.student_view().json_init_args["project"]["title"] == "Falls on Ward 5"
    assert api.project_of(amina.id).id == whole


@pytest.mark.parametrize("handler", ["history", "export_project"])
def test_a_project_that_is_gone_is_not_taken_for_an_empty_one(handler, ask, whole, amina, bilal):
    visit = {"method": "GET"} if handler == "export_project" else {}
    assert ask(handler, bilal, project=whole, **visit).status == 409
    api.erase_project(amina.id, project=whole)
    reply = ask(handler, amina, project=whole, **visit)
    assert (reply.status, reply.json) == (409, {"reason": "project_gone"})
