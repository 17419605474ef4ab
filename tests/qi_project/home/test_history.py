"""Earlier versions of every tool's document: listed, told apart in words, looked at, restored."""

from copy import deepcopy
from datetime import timedelta

import pytest
from qi_project import api
from tests.qi_project.home.conftest import CYCLE, DOCUMENTS, NOW

pytestmark = pytest.mark.django_db


def cycles(*changed):
    return {"schema": 2, "cycles": list(changed)}


@pytest.fixture
def changed(whole, amina, write):
    """The planner at revision 3: a prediction was changed, then a cycle came."""
    second = deepcopy(CYCLE)
    second["questions"][0]["prediction"] = "7 minutes"
    write(amina, "pdsa", cycles(second), minutes=20)
    write(amina, "pdsa", cycles(second, {"id": "cycle002", "change_idea": "Bells"}), minutes=40)
    return whole


def test_the_history_has_each_tool_that_has_something(ask, amina, changed):
    told = ask("history", amina).json["artefacts"]
    assert [(one["tool"], one["name"], [state["revision"] for state in one["states"]]) for one in told] == [
        ("project", "Project home", [1]),
        ("diagram", "Driver diagram", [1]),
        ("pdsa", "PDSA planner", [3, 2, 1]),
        ("measures", "Run chart", [1]),
    ]
    assert told[2]["states"][0]["saved_at"] == (NOW + timedelta(minutes=40)).isoformat().replace("+00:00", "Z")


def test_there_is_none_before_the_first_save(ask, amina):
    assert ask("history", amina).json == {"artefacts": []}


def test_a_version_is_told_by_what_changed_in_it(ask, amina, changed):
    told = ask("version", amina, {"tool": "pdsa", "revision": 2}).json
    assert told["changes"] == [
        {"kind": "changed", "where": "Cycle 1, question 1: We predict", "was": "5 minutes", "now": "7 minutes"}
    ]
    question = [
        {"label": "What do we want to know?", "text": "How long?"}, {"label": "We predict", "text": "7 minutes"},
    ]  # fmt: skip
    assert told["outline"] == [
        {"rows": "Cycle 1", "fields": [{"label": "Change idea", "text": "Comfort round"}]},
        {"rows": "Cycle 1, question 1", "fields": question},
    ]


def test_a_row_that_came_is_told_with_what_is_in_it(ask, amina, changed):
    told = ask("version", amina, {"tool": "pdsa", "revision": 3}).json
    assert told["changes"] == [{"kind": "added", "where": "Cycle 2", "was": "", "now": "Bells"}]


def test_the_oldest_one_has_nothing_to_be_told_apart_from(ask, amina, changed):
    told = ask("version", amina, {"tool": "pdsa", "revision": 1}).json
    assert (told["changes"], told["is_first"]) == ([], True)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"tool": "pdsa", "revision": 9}, 400, "not_kept"),
        ({"tool": "pdsa", "revision": True}, 400, "not_a_number"),
        ({"tool": "pdsa", "revision": 10**30}, 400, "not_a_number"),
        ({"tool": "auth", "revision": 1}, 400, "not_allowed"),
        ({"tool": ["pdsa"], "revision": 1}, 400, "not_allowed"),
    ],
)
def test_what_is_not_there_is_not_shown(body, status, code, ask, amina, changed):
    reply = ask("version", amina, body)
    assert (reply.status, [one["code"] for one in reply.json["problems"].values()]) == (status, [code])


def test_going_back_is_a_new_revision_and_loses_nothing(ask, amina, changed):
    reply = ask("restore_version", amina, {"tool": "pdsa", "revision": 1, "seen": 3})
    assert (reply.status, reply.json) == (200, {"revision": 4})
    stored = api.find(amina.id, "pdsa")
    assert [one["questions"][0]["prediction"] for one in stored.document["cycles"]] == ["5 minutes"]
    assert [one.revision for one in api.versions(amina.id, "pdsa")] == [3, 2, 1]


def test_going_back_on_an_old_page_is_told(ask, amina, changed):
    reply = ask("restore_version", amina, {"tool": "pdsa", "revision": 1, "seen": 2})
    assert (reply.status, reply.json) == (409, {"reason": "stale", "revision": 3})


def test_the_history_is_of_the_page_s_project(ask, amina, bilal, changed):
    sepsis = api.start_project(amina.id, title="Sepsis", now=NOW)
    assert ask("history", amina).json == {"artefacts": []}
    assert len(ask("history", amina, project=changed).json["artefacts"]) == 4
    ask("restore_version", amina, {"tool": "pdsa", "revision": 1, "seen": 3}, project=changed)
    assert api.find(amina.id, "pdsa", project=changed).revision == 4
    assert api.find(amina.id, "pdsa", project=sepsis).revision == 0
    assert ask("history", bilal, project=changed).json == {"reason": "project_gone"}
    assert ask("version", bilal, {"tool": "pdsa", "revision": 1}, project=changed).status == 400


def test_a_document_of_a_newer_release_is_left_as_it_is(ask, amina, changed, write):
    write(amina, "pdsa", {"schema": 99}, minutes=60)
    for handler in ("version", "restore_version"):
        reply = ask(handler, amina, {"tool": "pdsa", "revision": 4, "seen": 4})
        assert (handler, reply.status) in {("version", 409), ("restore_version", 400), ("restore_version", 409)}
    assert api.find(amina.id, "pdsa").revision == 4


def test_versions_are_erased_with_the_project(ask, amina, changed):
    ask("change_projects", amina, {"act": "delete", "project": str(changed), "confirm": "delete"})
    assert api.export(amina.id) == {"projects": []}


@pytest.mark.parametrize("count", [1, 3, 20])
def test_versions_of_every_document_take_few_queries(count, ask, amina, whole, write, django_assert_max_num_queries):
    for minutes in range(count):
        write(amina, "pdsa", {**DOCUMENTS["pdsa"], "confirmed": [f"m{minutes}"]}, minutes=20 * minutes)
    with django_assert_max_num_queries(30):
        assert len(ask("history", amina).json["artefacts"][2]["states"]) == count + 1
