"""Completion follows the work up and down, is told only when it changes, and only of the learner."""

import pytest
from completion.models import BlockCompletion
from completion.waffle import ENABLE_COMPLETION_TRACKING_SWITCH
from demo.models import ActivityEvent, Enrolment
from demo.testing import add_block, call, make_course, make_person, open_block
from django.utils import timezone
from qi_project import api

pytestmark = pytest.mark.django_db

CHANGED = "edx.completion.block_completion.changed"


@pytest.fixture
def completions():
    return lambda: {
        (row.user.username, row.block_key.block_id): row.completion
        for row in BlockCompletion.objects.select_related("user")
    }


@pytest.fixture
def told():
    return lambda: ActivityEvent.objects.filter(name=CHANGED).count()


def test_it_goes_up_and_down_with_the_work(block, amina, save, completions):
    seen = []
    for revision, lines in enumerate([["One"], ["One", "Two"], ["One"], []]):
        save(block, amina, lines, seen=revision)
        seen.append(completions()["amina", "diary"])
    assert seen == [0.5, 1.0, 0.5, 0.0]


def test_it_is_told_only_when_it_changes(block, amina, save, told):
    save(block, amina, [])
    assert told() == 0
    save(block, amina, ["One"], seen=1)
    save(block, amina, ["Other"], seen=2)
    call(block, "load", {}, user=amina)
    open_block(block, amina).render("student_view")
    assert told() == 1


def test_work_done_elsewhere_counts_when_the_page_is_opened(block, amina, save, completions):
    elsewhere = make_course(run="2027")
    Enrolment.objects.create(user=amina, course=elsewhere)
    other = add_block(elsewhere, "qi_diary", fields={"lines": 4}, name="other")
    save(block, amina, ["One", "Two"])
    assert completions() == {("amina", "diary"): 1.0}
    open_block(other, amina).render("student_view")
    assert completions() == {("amina", "diary"): 1.0, ("amina", "other"): 0.5}


@pytest.mark.parametrize("masquerade", ["learner", "amina"])
def test_a_look_by_staff_tells_nothing(block, amina, course, save, completions, masquerade):
    save(block, amina, ["One"])
    api.save(amina.id, "pdsa", document={"schema": 2, "lines": ["a", "b"]}, seen=1, counts={}, now=timezone.now())
    staff = make_person("facilitator", staff_of=[course])
    seen_as = amina if masquerade == "amina" else masquerade
    open_block(block, staff, masquerade=seen_as).render("student_view")
    assert completions() == {("amina", "diary"): 0.5}


def test_a_document_that_no_longer_passes_leaves_it_alone(block, amina, save, completions):
    save(block, amina, ["One", "Two"])
    spoilt = {"schema": 2, "lines": ["forbidden"]}
    api.save(amina.id, "pdsa", document=spoilt, seen=1, counts={}, now=timezone.now())
    open_block(block, amina).render("student_view")
    assert completions() == {("amina", "diary"): 1.0}


def test_nothing_is_told_when_the_platform_does_not_track(block, amina, save, completions, monkeypatch):
    monkeypatch.setattr(ENABLE_COMPLETION_TRACKING_SWITCH, "is_enabled", lambda: False)
    assert save(block, amina, ["One"]).status == 200
    assert completions() == {}
    assert not ActivityEvent.objects.filter(name="completion").exists()
