"""Tracking events and the course they belong to."""

from types import SimpleNamespace
from typing import Any

import pytest
from eventtracking import tracker
from opaque_keys.edx.keys import CourseKey

from demo.models import ActivityEvent
from demo.tracking import ActivityBackend, OversizedEvent, course_of

COURSE = CourseKey.from_string("course-v1:QI+PDSA+2026")


@pytest.mark.parametrize(
    ("path", "course"),
    [
        ("/courses/course-v1:QI+PDSA+2026/xblock/any/handler/save", COURSE),
        ("/xblock/block-v1:QI+PDSA+2026+type@vertical+block@u1", COURSE),
        ("/xblock/lb:QI:tools:qi_probe:p1", None),
        ("/courses/course-v1:broken/", None),
        ("/static/demo/lms.js", None),
    ],
)
def test_the_course_is_read_from_the_address(path: str, course: CourseKey | None) -> None:
    assert course_of(path) == course


def test_events_outside_a_request_have_no_person(school: SimpleNamespace) -> None:
    tracker.emit("qi.alone", {"course": str(school.course.key)})
    event = ActivityEvent.objects.get()
    assert (event.name, event.user, event.data, event.context) == (
        "qi.alone",
        None,
        {"course": str(school.course.key)},
        {},
    )


def test_an_event_too_large_for_the_platform_is_not_kept(school: SimpleNamespace) -> None:
    event: dict[str, Any] = {"name": "qi.large", "data": {"text": "x" * 50_000}, "context": {}}
    with pytest.raises(OversizedEvent, match="qi.large: 50057 bytes, at most 50000"):
        ActivityBackend().send(event)
    tracker.emit("qi.large", event["data"])
    assert school.amina and not ActivityEvent.objects.exists()
