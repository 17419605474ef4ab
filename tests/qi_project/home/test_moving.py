"""A project as one file: written, brought in as a new one, and every kind of file that is none."""

import json
from copy import deepcopy

import pytest
from qi_core.domain.problems import Problem, Problems
from qi_project import api
from qi_project import several as store
from qi_project.domain.moving import read
from tests.qi_project.home.conftest import DOCUMENTS, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(ask, amina, whole):
    return json.loads(ask("export_project", amina, method="GET").body)


@pytest.fixture
def bring(ask, amina):
    return lambda file, user=amina: ask("import_project", user, {"file": file})


def without_time(file):
    return {name: value for name, value in file.items() if name != "exported_at"}


def test_the_file_holds_everything_and_nobody_s_id(file, ask, amina):
    assert (file["format"], file["version"], file["title"], file["created"]) == (
        "qi-project", 1, "Falls on Ward 5", NOW.isoformat(),
    )  # fmt: skip
    assert [(one["tool"], one["document"]["schema"]) for one in file["artefacts"]] == [
        ("project", 2), ("diagram", 1), ("pdsa", 2), ("measures", 1),
    ]  # fmt: skip
    assert sorted(file) == ["artefacts", "created", "exported_at", "format", "title", "version"]
    assert "amina" not in json.dumps(file)
    reply = ask("export_project", amina, method="GET")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="my-project.json"'


def test_there_and_back_is_the_same(file, bring, ask, amina):
    made = int(bring(file).json["made"])
    again = json.loads(ask("export_project", amina, method="GET", project=made).body)
    assert without_time(again) == without_time(file)


def test_what_is_brought_in_stands_beside_the_others(file, bring, amina, whole):
    before = api.documents_of(amina.id)
    assert bring(file).json["title"] == "Falls on Ward 5"
    assert [(line.is_open, line.title) for line in api.projects_of(amina.id)] == [
        (True, "Falls on Ward 5"), (False, "Falls on Ward 5"),
    ]  # fmt: skip
    assert api.documents_of(amina.id) == before
    assert api.projects_of(amina.id)[1].counts["pdsa"]["cycles"] == 1


def test_another_person_s_first_project_is_open_at_once(file, bring, bilal, whole):
    made = int(bring(file, user=bilal).json["made"])
    assert (api.project_of(bilal.id).id, made != whole) == (made, True)
    assert api.find(bilal.id, "pdsa").document["cycles"][0]["change_idea"] == "Comfort round"


def test_a_file_of_an_older_schema_is_read(file, bring, amina):
    file["artefacts"][2]["document"]["schema"] = 1
    file["artefacts"][2]["document"]["cycles"][0].pop("idea", None)
    made = int(bring(file).json["made"])
    assert api.find(amina.id, "pdsa", project=made).document["schema"] == 2


def test_times_that_have_not_come_are_now(file, bring, amina):
    file["created"] = file["artefacts"][0]["saved_at"] = "2999-01-01T00:00:00+00:00"
    made = int(bring(file).json["made"])
    line = next(one for one in api.projects_of(amina.id) if one.id == made)
    assert line.created.year < 2999 and line.saved_at.year < 2999


def refused(reply):
    assert reply.status == 400
    return {path: one["code"] for path, one in reply.json["problems"].items()}


HOSTILE = {
    "nothing": (lambda file: None, {"": "not_a_project"}),
    "a list": (lambda file: [file], {"": "not_a_project"}),
    "another file": (lambda file: {"projects": []}, {"": "not_a_project"}),
    "a newer file": (lambda file: file | {"version": 2}, {"version": "newer_version"}),
    "an owner": (lambda file: file | {"owner": 1}, {"owner": "unknown_field"}),
    "no time": (lambda file: file | {"created": "yesterday"}, {"created": "not_a_date"}),
    "a time without zone": (lambda file: file | {"created": "2026-01-01T00:00:00"}, {"created": "not_a_date"}),
    "a day that is none": (lambda file: file | {"created": "2026-13-41T00:00:00Z"}, {"created": "not_a_date"}),
    "a time before databases": (
        lambda file: file | {"created": "0001-01-01T00:00:00+14:00"}, {"created": "not_a_date"},
    ),
    "a time after them": (lambda file: file | {"created": "9999-12-31T23:00:00-14:00"}, {"created": "not_a_date"}),
    "a field like a path": (lambda file: file | {"a].document.b": 1}, {"a].document.b": "unknown_field"}),
    "a field like a place": (
        lambda file: file | {"artefacts[19].document.cycles": 1}, {"artefacts[19].document.cycles": "unknown_field"},
    ),
    "a number as title": (lambda file: file | {"title": 5}, {"title": "wrong_type"}),
    "an NHS number as title": (lambda file: file | {"title": "943 476 5919"}, {"title": "nhs_number"}),
    "far too many": (lambda file: file | {"artefacts": file["artefacts"] * 900}, {"artefacts": "too_many"}),
    "one twice": (lambda file: file | {"artefacts": file["artefacts"][:1] * 2}, {"artefacts[1].tool": "twice"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_project_is_refused_and_nothing_is_written(name, file, bring, amina):
    change, problems = HOSTILE[name]
    assert refused(bring(change(deepcopy(file)))) == problems
    assert len(api.projects_of(amina.id)) == 1


def test_a_wrong_document_is_named_in_the_words_of_its_tool(file, bring, amina):
    cycle = file["artefacts"][2]["document"]["cycles"][0]
    cycle["questions"][0]["prediction"], cycle["change_idea"] = "943 476 5919", "x" * 5000
    reply = bring(file)
    assert refused(reply) == {"artefacts[2].document.cycles[0].change_idea": "too_long"}
    assert reply.json["places"] == {
        "artefacts[2].document.cycles[0].change_idea": "PDSA planner: Cycle 1: Change idea"
    }
    cycle["change_idea"] = "fine"
    assert refused(bring(file)) == {"artefacts[2].document.cycles[0].questions[0].prediction": "nhs_number"}
    assert "943 476 5919" not in bring(file).body.decode()


def test_documents_of_unknown_tools_and_newer_releases_are_refused(file, bring):
    file["artefacts"][0]["tool"] = "auth"
    file["artefacts"][1]["document"]["schema"] = 99
    assert refused(bring(file)) == {
        "artefacts[0].tool": "unknown_tool", "artefacts[1].document": "newer_version",
    }  # fmt: skip


@pytest.mark.parametrize("document", [5, "x", [], {"schema": "x", "cycles": 7}, {"cycles": [None]}, {"cycles": [[[]]]}])
def test_nonsense_as_a_document_is_refused(document, file, bring):
    file["artefacts"][2]["document"] = document
    found = refused(bring(file))
    assert found and all(path.startswith("artefacts[2].document") for path in found)


def in_place_of(number, document):
    return lambda file: file["artefacts"][number].update(document=document)


def without_document(file):
    del file["artefacts"][2]["document"]
    file["artefacts"][2]["document.foo"] = 1


BY_HAND = {
    "a day that no calendar has": (
        in_place_of(3, {"schema": 1, "measures": [{"id": "measure1", "name": "Falls", "points": [
            {"id": "point001", "on": "2026-02-30", "value": 5},
        ]}]}),
        "artefacts[3].document.measures[0].points[0].on", "Run chart: Falls, 2026-02-30: Date",
    ),
    "a number among cycles": (
        in_place_of(2, {"schema": 2, "cycles": [{}, 5]}), "artefacts[2].document.cycles[1]", "PDSA planner: Cycles",
    ),
    "a word among cycles": (
        in_place_of(2, {"schema": 2, "cycles": [{}, "x"]}), "artefacts[2].document.cycles[1]", "PDSA planner: Cycles",
    ),
    "a name that is none": (
        in_place_of(3, {"schema": 1, "measures": [{"id": "aaaaaa", "name": {"a": 1}, "points": []}]}),
        "artefacts[3].document.measures[0].name", "Run chart: (no name yet): Name of the measure",
    ),
    "no document": (without_document, "artefacts[2].document.foo", None),
    "a field like a row": (
        in_place_of(2, {"schema": 2, "study": [{}], "study[0]": 1}), "artefacts[2].document.study[0]", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_file_changed_by_hand_is_refused_and_its_places_told_as_far_as_there_are_words(name, file, bring):
    change, path, place = BY_HAND[name]
    change(file)
    reply = bring(file)
    assert path in refused(reply)
    assert reply.json["places"].get(path) == place


def test_a_file_too_large_or_too_deep_is_not_read(file, bring):
    file["title"] = "x" * (2 * 1024 * 1024)
    assert bring(file).status == 413
    deep = []
    for _ in range(40):
        deep = [deep]
    file["title"] = deep
    assert bring(file).json["problems"][""]["code"] == "too_deep"


def test_markup_comes_in_as_the_text_it_is(file, bring, amina):
    file["artefacts"][2]["document"]["cycles"][0]["change_idea"] = "<script>alert(1)</script>"
    made = int(bring(file).json["made"])
    stored = api.find(amina.id, "pdsa", project=made).document
    assert stored["cycles"][0]["change_idea"] == "<script>alert(1)</script>"


def test_without_a_project_there_is_no_file(ask, amina, bilal, whole):
    assert ask("export_project", bilal, method="GET").status == 404
    assert ask("export_project", bilal, method="GET", project=whole).status == 409
    assert ask("export_project", None, method="GET").status == 403


def test_a_document_that_no_longer_passes_is_written_as_it_is(ask, amina, whole, write):
    write(amina, "pdsa", {"schema": 2, "cycles": [{"id": "x"}]}, minutes=30)
    write(amina, "measures", {"schema": 99}, minutes=30)
    file = json.loads(ask("export_project", amina, method="GET").body)
    assert [one["document"] for one in file["artefacts"][2:]] == [
        {"schema": 2, "cycles": [{"id": "x"}]}, {"schema": 99},
    ]  # fmt: skip


def test_reading_gives_at_most_a_hundred_problems(file):
    tools = {"pdsa": _Endless()}
    file["artefacts"] = [file["artefacts"][2]]
    with pytest.raises(Problems) as problems:
        read(file, tools=tools)
    assert len(problems.value.problems) == 100


class _Endless:
    def upgrade(self, stored):
        return stored

    def parse(self, raw):
        raise Problems({"": Problem("x"), "[0]": Problem("y")} | {f"a{n}": Problem("z") for n in range(500)})


def test_there_is_a_most(file, bring, monkeypatch):
    monkeypatch.setattr(store, "PROJECTS_MAX", 1)
    assert refused(bring(file)) == {"": "too_many_projects"}


def test_a_document_without_a_tool_on_this_site_stays_at_home(ask, amina, whole, write):
    write(amina, "diary", {"schema": 1}, minutes=30)
    written = json.loads(ask("export_project", amina, method="GET").body)
    assert "diary" not in [one["tool"] for one in written["artefacts"]]
    assert "diary" not in [one["tool"] for one in ask("history", amina).json["artefacts"]]


def test_documents_are_told_in_two_queries(amina, whole, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert list(api.documents_of(amina.id).documents) == list(DOCUMENTS)
    assert api.documents_of(amina.id + 1) is None
