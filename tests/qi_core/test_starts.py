"""A sheet that starts with something: shown to everybody, stored only when the learner does something."""

import pytest
from completion.models import BlockCompletion
from demo.testing import add_block, call, open_block, registered
from qi_project import api

from tests.qi_core.conftest import DiaryBlock

pytestmark = pytest.mark.django_db


class BegunBlock(DiaryBlock):
    def starts_with(self):
        return ("A line of the author's",) if self.setting("work_on") == "practice" else None


@pytest.fixture(autouse=True)
def _begun(_diary):
    with registered(qi_begun=BegunBlock):
        yield


@pytest.fixture
def begun(course):
    return add_block(course, "qi_begun", fields={"work_on": "practice"}, name="begun")


def shown(usage_key, user, **visit):
    return open_block(usage_key, user, **visit).student_view().json_init_args["state"]["document"]["lines"]


def test_the_page_begins_with_it_and_nothing_is_stored(begun, amina):
    assert shown(begun, amina) == ["A line of the author's"]
    assert call(begun, "load", {}, user=amina).json["document"]["lines"] == ["A line of the author's"]
    assert api.find(amina.id, "pdsa", practice_in=begun).document is None
    assert not BlockCompletion.objects.filter(user=amina, completion__gt=0.5).exists()


def test_an_author_sees_it_in_the_preview(begun, author):
    assert shown(begun, author, place="studio_preview") == ["A line of the author's"]


def test_what_the_author_gave_is_no_event_of_the_learner_s(begun, amina, save):
    reply = save(begun, amina, ["A line of the author's", "Mine"])
    assert reply.status == 200
    assert shown(begun, amina) == ["A line of the author's", "Mine"]


def test_deleting_the_sheet_brings_it_back(begun, amina, save):
    save(begun, amina, ["Mine"])
    reply = call(begun, "erase_project", {"confirm": "delete"}, user=amina)
    assert reply.json["document"]["lines"] == ["A line of the author's"]


def test_a_project_is_not_begun_by_an_author(course, amina):
    project = add_block(course, "qi_begun", name="project")
    assert shown(project, amina) == []
