"""Tracking events: the course context of a request, and the backend that keeps events in a table."""

import json
from collections.abc import Callable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponseBase
from eventtracking import tracker
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, LearningContextKey, UsageKey

MAX_EVENT_BYTES = 50_000


class OversizedEvent(Exception):
    """An event that the platform would drop; `size` in bytes."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(f"{name}: {size} bytes, at most {MAX_EVENT_BYTES}")


class ActivityBackend:
    """Keeps every event as a row that the activity panel shows."""

    def send(self, event: dict[str, Any]) -> None:
        from demo.models import ActivityEvent  # pylint: disable=import-outside-toplevel  # apps load later

        written = json.dumps(event, cls=DjangoJSONEncoder)
        if len(written) > MAX_EVENT_BYTES:
            raise OversizedEvent(event["name"], len(written))
        plain = json.loads(written)
        context = plain["context"]
        ActivityEvent.objects.create(
            name=plain["name"], user_id=context.get("user_id"), data=plain["data"], context=context
        )


def course_context(key: LearningContextKey) -> dict[str, Any]:
    return {"course_id": str(key), "org_id": getattr(key, "org", "")}


class CourseContextMiddleware:
    """Adds the course named by the URL, and who asks, to every event of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with tracker.get_tracker().context("request", self._context(request)):
            return self.get_response(request)

    def _context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = {"path": request.path, "user_id": None, "username": ""}
        if request.path.startswith("/static/"):
            return context  # no session is read for a file
        if request.user.is_authenticated:
            context |= {"user_id": request.user.pk, "username": request.user.get_username()}
        key = course_of(request.path)
        return context | course_context(key) if key else context


def course_of(path: str) -> CourseKey | None:
    """The course whose key, or the key of one of whose blocks, is a part of the path."""
    for part in path.split("/"):
        try:
            if part.startswith("course-v1:"):
                return CourseKey.from_string(part)
            if part.startswith("block-v1:"):
                return UsageKey.from_string(part).course_key
        except InvalidKeyError:
            continue
    return None
