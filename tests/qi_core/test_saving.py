"""One learner, one block: saving, loading, versions, erasing, as the page does them."""

import json

import pytest
from completion.models import BlockCompletion
from demo.models import ActivityEvent, StudentState
from demo.testing import call, open_block
from qi_project import api

pytestmark = pytest.mark.django_db


def completion_of(user, usage_key):
    row = BlockCompletion.objects.filter(user=user, block_key=usage_key).first()
    return row and row.completion


def events():
    """Those of ours, oldest first."""
    rows = ActivityEvent.objects.filter(name__startswith="qi.").order_by("id")
    return [(row.name, row.data) for row in rows]


def test_a_save_is_stored_and_answered_with_a_review(block, amina, save):
    reply = save(block, amina, ["One", "x"])
    saved_at = reply.json.pop("saved_at")
    assert (reply.status, reply.json) == (
        200,
        {
            "project": str(api.project_of(amina.id).id),
            "revision": 1,
            "progress": 1.0,
            "checks": [{"path": "lines[1]", "rule": "short", "facts": {}}],
            "todo": [],
            "counts": {"cycles": 2},
            "overview": {"first": ["One"]},
            "warnings": [],
        },
    )
    stored = api.find(amina.id, "pdsa")
    assert (stored.document, stored.revision, stored.counts) == (
        {"schema": 2, "lines": ["One", "x"]},
        1,
        {"cycles": 2},
    )
    assert saved_at == stored.saved_at.isoformat().replace("+00:00", "Z")
    assert reply.headers["Cache-Control"] == "no-store"


def test_load_gives_the_document_back(block, amina, save):
    save(block, amina, ["One"])
    state = call(block, "load", {}, user=amina).json
    assert (state["revision"], state["document"]) == (1, {"schema": 2, "lines": ["One"]})
    assert state["todo"] == [{"path": "lines", "rule": "more", "facts": {"left": 1}}]


def test_the_platform_sees_the_learner_in_one_small_field(block, amina, save):
    save(block, amina, ["One"])
    save(block, amina, ["One", "Two"], seen=1)
    rows = StudentState.objects.filter(user=amina, usage_key=block).values_list("state", flat=True)
    assert [json.loads(state) for state in rows] == [{"last_saved_revision": 2}]


def test_a_problem_is_answered_by_path_and_nothing_is_written(block, amina, save):
    reply = save(block, amina, ["fine", "forbidden"])
    assert (reply.status, reply.json) == (
        400,
        {"problems": {"lines[1]": {"code": "nhs_number", "facts": {"length": 9}}}},
    )
    assert api.find(amina.id, "pdsa").revision == 0
    assert not StudentState.objects.exists()


def test_a_change_the_tool_forbids_is_refused(block, amina, save):
    save(block, amina, ["!locked"])
    reply = save(block, amina, ["other"], seen=1)
    assert (reply.status, reply.json) == (400, {"problems": {"lines": {"code": "locked", "facts": {}}}})


@pytest.mark.parametrize("revision", [None, "1", 1.0, True, -1, [1]])
def test_a_revision_that_is_none_is_refused(block, amina, save, revision):
    reply = save(block, amina, ["One"], seen=revision)
    assert (reply.status, reply.json) == (400, {"problems": {"revision": {"code": "not_a_number", "facts": {}}}})


def test_a_late_save_is_told_what_came_first(block, amina, save):
    save(block, amina, ["One"])
    reply = save(block, amina, ["Mine"], seen=0)
    assert (reply.status, reply.json["revision"]) == (409, 1)
    assert reply.json["document"] == {"schema": 2, "lines": ["One"]}
    assert api.find(amina.id, "pdsa").document == {"schema": 2, "lines": ["One"]}


def test_sending_the_same_again_is_no_new_revision(block, amina, save):
    """The answer to the first time was lost on its way."""
    first = save(block, amina, ["One"])
    again = save(block, amina, ["One"], seen=0)
    assert (again.status, again.json) == (200, first.json)
    assert len(events()) == 1


def test_a_save_over_the_other_window_keeps_its_version(block, amina, save):
    save(block, amina, ["One"])
    save(block, amina, ["Theirs"], seen=1)
    save(block, amina, ["Mine"], seen=2, body={"keep": True})
    assert [version.revision for version in api.versions(amina.id, "pdsa")] == [2, 1]


def test_somebody_else_has_signed_in(block, amina, save):
    reply = save(block, amina, ["One"], body={"who": str(amina.id + 1)})
    assert (reply.status, reply.json) == (403, {"reason": "someone_else"})
    assert save(block, amina, ["One"], body={"who": str(amina.id)}).status == 200


def test_versions_are_listed_without_text_and_restored(block, amina, save):
    save(block, amina, ["One"])
    save(block, amina, ["Two"], seen=1)
    listed = call(block, "versions", {}, user=amina).json["versions"]
    assert [(one["revision"], one["counts"], sorted(one)) for one in listed] == [
        (1, {"cycles": 1}, ["counts", "revision", "saved_at"])
    ]
    reply = call(block, "restore", {"revision": 1, "seen": 2}, user=amina)
    assert (reply.status, reply.json["revision"]) == (200, 3)
    assert reply.json["document"] == {"schema": 2, "lines": ["One"]}
    assert [version.revision for version in api.versions(amina.id, "pdsa")] == [2, 1]
    assert events()[-1] == ("qi.project.version_restored", {"revision": 3, "restored": 1})


def test_restoring_on_an_old_revision_is_stale(block, amina, save):
    save(block, amina, ["One"])
    save(block, amina, ["Two"], seen=1)
    reply = call(block, "restore", {"revision": 1, "seen": 1}, user=amina)
    assert (reply.status, reply.json["document"]) == (409, {"schema": 2, "lines": ["Two"]})


def test_a_version_that_is_not_kept_cannot_be_restored(block, amina, save):
    save(block, amina, ["One"])
    reply = call(block, "restore", {"revision": 7, "seen": 1}, user=amina)
    assert (reply.status, reply.json) == (
        400,
        {"problems": {"revision": {"code": "not_kept", "facts": {"revision": 7}}}},
    )


def test_erasing_needs_the_word(block, amina, save):
    save(block, amina, ["One"])
    assert call(block, "erase_project", {"confirm": True}, user=amina).status == 400
    assert api.find(amina.id, "pdsa").revision == 1


def test_erasing_the_project_takes_the_completion_along(block, sheet, amina, save):
    save(block, amina, ["One", "Two"])
    save(sheet, amina, ["Practice"])
    reply = call(block, "erase_project", {"confirm": "delete"}, user=amina)
    assert (reply.status, reply.json["revision"], reply.json["document"]["lines"]) == (200, 0, [])
    assert api.find(amina.id, "pdsa") == api.Stored()
    assert api.find(amina.id, "pdsa", practice_in=sheet).revision == 1
    assert completion_of(amina, block) == 0.0


def test_erasing_on_a_practice_sheet_leaves_the_project(block, sheet, amina, save):
    save(block, amina, ["One"])
    save(sheet, amina, ["Practice"])
    assert call(sheet, "erase_project", {"confirm": "delete"}, user=amina).status == 200
    assert api.find(amina.id, "pdsa").revision == 1
    assert api.find(amina.id, "pdsa", practice_in=sheet) == api.Stored()


def test_the_copy_is_an_attachment_of_ones_own(block, amina, author, save):
    save(block, amina, ["Hers ü"])
    save(block, author, ["His"])
    reply = call(block, "export_work", user=amina, method="GET")
    copy = json.loads(reply.body)
    assert reply.headers["Content-Disposition"] == 'attachment; filename="my-work.json"'
    assert [one["artefacts"][0]["document"]["lines"] for one in copy["projects"]] == [["Hers ü"]]


def test_printing_gives_a_page(block, amina, save):
    save(block, amina, ["One"])
    reply = call(block, "printable", user=amina, method="GET", suffix="1")
    assert (reply.status, reply.body.decode()) == (200, "<!doctype html><p>1: ('One',)</p>")
    assert call(block, "printable", user=amina, method="GET", suffix="nothing").status == 404


def test_another_block_of_another_course_opens_the_same_project(amina, block, save):
    from demo.testing import add_block, make_course
    from demo.models import Enrolment

    elsewhere = make_course(run="2027")
    Enrolment.objects.create(user=amina, course=elsewhere)
    other = add_block(elsewhere, "qi_diary", name="other")
    save(block, amina, ["One"])
    assert call(other, "load", {}, user=amina).json["document"]["lines"] == ["One"]
    assert open_block(other, amina).practice_in is None


@pytest.mark.parametrize("late", ["save_work", "restore"])
def test_a_window_from_before_erasing_does_not_overwrite_the_new_project(late, block, amina, save):
    """Revisions begin at 1 again; the time of the last save tells the two apart."""
    old = save(block, amina, ["Erased"]).json
    call(block, "erase_project", {"confirm": "delete"}, user=amina)
    save(block, amina, ["New"])
    save(block, amina, ["New", "More"], seen=1)
    now = save(block, amina, ["New"], seen=2, body={"keep": True}).json
    body = {"saved_at": old["saved_at"], "document": {"lines": ["Erased", "Typed on"]}}
    numbers = {"save_work": {"revision": 3}, "restore": {"revision": 2, "seen": 3}}
    reply = call(block, late, body | numbers[late], user=amina)
    assert (reply.status, reply.json["document"]["lines"]) == (409, ["New"])
    assert api.find(amina.id, "pdsa").revision == 3
    assert call(block, late, body | numbers[late] | {"saved_at": now["saved_at"]}, user=amina).status == 200


def test_a_document_full_of_names_is_not_answered_with_megabytes(block, amina, save):
    reply = save(block, amina, [f"{n} " + "Amina " * 600 for n in range(20)])
    assert (reply.status, len(reply.json["warnings"])) == (200, 200)
    assert [one["path"] for one in reply.json["warnings"][:2]] == ["lines[0]", "lines[0]"]
