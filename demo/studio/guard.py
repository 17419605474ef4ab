"""Only a course's staff enters its Studio; everybody else is told so, politely."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from demo.models import Block, Course
from demo.pages.access import ask_to_sign_in, course_called, turn_away, usage_key_called
from demo.roles import is_course_staff

NOT_STAFF = "Studio is where a course’s own team builds it. Ask them if you would like to help."


def course_staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """`view` gets the course instead of its key."""

    @wraps(view)
    def guarded(request: HttpRequest, course_key: str, *args: Any, **kwargs: Any) -> HttpResponse:
        course = course_called(course_key)
        return _refusal(request, course) or view(request, course, *args, **kwargs)

    return guarded


def block_staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """`view` gets the row, a block of a course, instead of its usage key."""

    @wraps(view)
    def guarded(request: HttpRequest, usage_key: str, *args: Any, **kwargs: Any) -> HttpResponse:
        key = usage_key_called(usage_key)
        row = (
            Block.objects.select_related("course", "parent")
            .filter(usage_key=key, course__isnull=False)
            .first()
        )
        if row is None or row.course is None:
            raise Http404(f"no block {key}")
        return _refusal(request, row.course) or view(request, row, *args, **kwargs)

    return guarded


def _refusal(request: HttpRequest, course: Course) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    if not is_course_staff(request.user, course.key):
        return turn_away(request, "This door is for the course’s team", why=NOT_STAFF)
    return None
