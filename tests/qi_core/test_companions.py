"""A page may edit a second document of the same project beside its own: same guards, same revisions."""

import json

import pytest
from demo import testing
from qi_project import api

from tests.qi_core.conftest import Diary, DiaryBlock

pytestmark = pytest.mark.django_db


class Letters(Diary):
    TOOL = "project"

    def events(self, *, earlier, saved):
        return ()


class PairBlock(DiaryBlock):
    """Its diary counts as done with one line, and only beside a letter."""

    companions = {"project": Letters()}

    def judging_settings(self, visitor):
        written = api.find(visitor.user_id, "project", practice_in=self.practice_in).document or {"lines": []}
        return {"lines": 1 if written["lines"] else 2}


@pytest.fixture(autouse=True)
def _pair():
    with testing.registered(qi_pair=PairBlock):
        yield


@pytest.fixture
def pair(course):
    return testing.add_block(course, "qi_pair", name="pair")


def write(pair, user, lines, *, seen=0, **more):
    payload = {"revision": seen, "document": {"lines": lines}, "tool": "project"}
    return testing.call(pair, "save_work", payload, user, **more)


def test_a_companion_is_saved_and_the_block_s_own_document_judged_again(pair, amina, save):
    save(pair, amina, ["one"])
    reply = write(pair, amina, ["Dear Jo"])
    own = {"progress": 1.0, "checks": [], "todo": [], "overview": {"first": ["one"]}}
    assert (reply.status, reply.json["revision"], reply.json["own"]) == (200, 1, own)
    assert [api.find(amina.pk, tool).document["lines"] for tool in ("pdsa", "project")] == [["one"], ["Dear Jo"]]


def test_a_companion_comes_with_the_page_and_by_load(pair, amina):
    write(pair, amina, ["Dear Jo"])
    page = json.loads(json.dumps(testing.open_block(pair, amina).student_view().json_init_args))
    assert page["companions"]["project"]["document"] == {"schema": 2, "lines": ["Dear Jo"]}
    loaded = testing.call(pair, "load", {"tool": "project"}, amina)
    assert loaded.json["document"] == {"schema": 2, "lines": ["Dear Jo"]}


def test_a_companion_s_lost_race_is_a_conflict_with_its_newer_document(pair, amina):
    write(pair, amina, ["Dear Jo"])
    late = write(pair, amina, ["Dear Kim"])
    assert (late.status, late.json["document"]["lines"]) == (409, ["Dear Jo"])


def test_a_companion_s_problems_are_its_own(pair, amina):
    reply = write(pair, amina, ["forbidden"])
    assert (reply.status, list(reply.json["problems"])) == (400, ["lines[0]"])
    assert api.find(amina.pk, "project").revision == 0


@pytest.mark.parametrize("tool", ["measures", "", 5, ["project"]])
def test_what_is_no_companion_is_refused(pair, amina, tool):
    reply = testing.call(pair, "save_work", {"revision": 0, "document": {"lines": []}, "tool": tool}, amina)
    problem = {"code": "not_allowed", "facts": {"allowed": "pdsa, project"}}
    assert (reply.status, reply.json) == (400, {"problems": {"tool": problem}})


def test_nobody_else_reads_or_writes_a_companion(pair, amina, course):
    outsider = testing.make_person("outsider")
    assert write(pair, outsider, ["x"]).status == 403
    assert testing.call(pair, "load", {"tool": "project"}, outsider).status == 403
    staff = testing.make_person("staff", staff_of=[course])
    assert write(pair, staff, ["x"], masquerade=amina).status == 403
    assert api.find(amina.pk, "project").revision == 0
