"""Published events go where the platform sends them: completion, grades, the tracking log, or nowhere."""

from types import SimpleNamespace
from typing import Any

import pytest
from completion.models import BlockCompletion
from django.contrib.auth.models import User
from xblock.core import XBlock

from demo.models import ActivityEvent, Grade
from demo.probe import TAG, ProbeBlock
from demo.testing import Masquerade, Reply, add_block, call, make_person, registered

CHANGED = "edx.completion.block_completion.changed"


def publish(school: SimpleNamespace, name: str, event: Any, user: User | None = None, **options: Any) -> Reply:
    payload = {"type": name, "event": event}
    return call(options.pop("key", school.probe), "publish", payload, user=user or school.amina, **options)


def completions() -> list[tuple[str, str, float]]:
    return [(row.user.username, str(row.block_key), row.completion) for row in BlockCompletion.objects.all()]


def grades() -> list[tuple[str, str, float, float]]:
    return [(row.user.username, str(row.usage_key), row.earned, row.possible) for row in Grade.objects.all()]


def events() -> list[tuple[str, Any]]:
    return [(event.name, event.data) for event in ActivityEvent.objects.order_by("id")]


def test_completion_goes_up_and_down_in_the_real_table(school: SimpleNamespace) -> None:
    for value in (1.0, 0.4):
        assert publish(school, "completion", {"completion": value}).status == 200
    assert completions() == [("amina", str(school.probe), 0.4)]
    assert [(name, data["completion"]) for name, data in events()] == [(CHANGED, 1.0), (CHANGED, 0.4)]


def test_completion_is_the_visitors_whoever_the_event_names(school: SimpleNamespace) -> None:
    publish(school, "completion", {"completion": 1.0, "user_id": school.tom.pk})
    publish(school, "grade", {"value": 1, "max_value": 2, "user_id": school.tom.pk})
    assert completions() == [("amina", str(school.probe), 1.0)]
    assert grades() == [("amina", str(school.probe), 1.0, 2.0)]


def test_an_event_without_its_value_is_an_error_of_the_block(school: SimpleNamespace) -> None:
    reply = publish(school, "completion", {"done": 1.0})
    assert (reply.status, type(reply.error), completions()) == (500, KeyError, [])


def test_with_the_switch_off_completion_is_only_a_tracking_event(
    school: SimpleNamespace, settings: Any
) -> None:
    settings.WAFFLE_SWITCH_DEFAULT = False
    assert publish(school, "completion", {"completion": 1.0}).status == 200
    assert (completions(), events()) == ([], [("completion", {"completion": 1.0})])


def test_any_other_event_is_tracked_with_course_module_and_person(school: SimpleNamespace) -> None:
    publish(school, "openedx_qi.probe.tried", {"count": 1})
    event = ActivityEvent.objects.get()
    assert (event.name, event.user, event.data) == ("openedx_qi.probe.tried", school.amina, {"count": 1})
    assert event.context == {
        "course_id": str(school.course.key),
        "org_id": "QI",
        "user_id": school.amina.pk,
        "username": "amina",
        "path": f"/courses/{school.course.key}/xblock/{school.probe}/handler/publish",
        "module": {"display_name": "Probe", "usage_key": str(school.probe)},
    }


def test_progress_is_for_blocks_that_do_not_speak_of_completion_themselves(school: SimpleNamespace) -> None:
    class Plain(ProbeBlock):
        has_custom_completion = False

    assert publish(school, "progress", {}).status == 200
    with registered(qi_plain=Plain):
        key = add_block(school.course, "qi_plain")
        publish(school, "progress", {"user_id": school.tom.pk}, key=key)
        assert completions() == []
        publish(school, "progress", {}, key=key)
    assert completions() == [("amina", str(key), 1.0)]


def test_a_grade_may_be_kept_only_if_higher(school: SimpleNamespace) -> None:
    for event in (
        {"value": 1, "max_value": 2},
        {"value": 1, "max_value": 4, "only_if_higher": True},
        {"value": 3, "max_value": 4, "only_if_higher": True},
    ):
        publish(school, "grade", event)
    assert grades() == [("amina", str(school.probe), 3.0, 4.0)]
    assert completions() == []  # the probe has has_custom_completion


def test_a_score_completes_a_block_that_says_nothing_of_completion(school: SimpleNamespace) -> None:
    class Scored(ProbeBlock):
        has_custom_completion = False
        has_score = True

    with registered(qi_scored=Scored):
        key = add_block(school.course, "qi_scored")
        publish(school, "grade", {"value": 0, "max_value": 1}, key=key)
        assert completions() == [("amina", str(key), 1.0)]
        publish(school, "grade", {"value": 0, "max_value": 1, "score_deleted": True}, key=key)
    assert completions() == [("amina", str(key), 0.0)]


@pytest.mark.parametrize("name", ["completion", "grade", "openedx_qi.probe.tried"])
@pytest.mark.parametrize("place", ["studio_preview", "studio"])
def test_studio_swallows_every_event(school: SimpleNamespace, place: Any, name: str) -> None:
    assert publish(school, name, {}, user=school.staff, place=place).status == 200
    assert (completions(), grades(), events()) == ([], [], [])


def test_in_a_library_completion_is_written_for_the_librarian(school: SimpleNamespace) -> None:
    boss, key = make_person("boss", is_staff=True), add_block(None, TAG)
    publish(school, "completion", {"completion": 1.0}, user=boss, place="library", key=key)
    assert completions() == [("boss", str(key), 1.0)]


@pytest.mark.parametrize("name", ["completion", "grade"])
def test_as_a_certain_learner_it_is_only_tracked(school: SimpleNamespace, name: str) -> None:
    event = {"completion": 1.0, "value": 1, "max_value": 1}
    assert publish(school, name, event, user=school.staff, masquerade=school.amina).status == 200
    assert (completions(), grades(), events()) == ([], [], [(name, event)])


def test_as_any_learner_it_is_recorded_for_the_staff_member(school: SimpleNamespace) -> None:
    masquerade: Masquerade = "learner"
    publish(school, "completion", {"completion": 1.0}, user=school.staff, masquerade=masquerade)
    assert completions() == [("staff", str(school.probe), 1.0)]


def test_the_page_may_complete_only_blocks_that_leave_it_to_viewing(school: SimpleNamespace) -> None:
    class Viewed(XBlock):
        pass

    with registered(qi_viewed=Viewed):
        key = add_block(school.course, "qi_viewed")
        replies = [
            call(each, "publish_completion", {"completion": 1.0}, user=school.amina)
            for each in (key, school.probe)
        ]
        preview = call(key, "publish_completion", {"completion": 1.0}, user=school.staff, place="studio_preview")
    assert [(reply.status, reply.json) for reply in (*replies, preview)] == [
        (200, {"result": "ok"}),
        (400, {"error": "Block not configured for completion on view"}),
        (500, {"error": "No completion service found"}),
    ]
    assert completions() == [("amina", str(key), 1.0)]
