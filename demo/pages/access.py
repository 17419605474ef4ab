"""Who may enter a course's pages, its Studio, and as whom a member of staff is looking."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, UsageKey

from demo import masquerade, roles
from demo.models import Course
from demo.pages.frame import show
from demo.roles import Person

View = Callable[..., HttpResponse]
ANY_LEARNER = "*"
NOT_ENROLLED = "“{}” is open to the people who are enrolled. Its team can give you a place."


def course_called(text: str) -> Course:
    try:
        return Course.objects.get(key=CourseKey.from_string(text))
    except (InvalidKeyError, Course.DoesNotExist) as error:
        raise Http404(f"no course {text}") from error


def usage_key_called(text: str) -> UsageKey:
    try:
        return UsageKey.from_string(text)
    except InvalidKeyError as error:
        raise Http404(f"not a usage key: {text}") from error


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('landing')}?{urlencode({'next': request.get_full_path()})}#people")


def turn_away(request: HttpRequest, title: str, *, why: str) -> HttpResponse:
    context = {"title": title, "why": why, "way_in": "Be somebody who may"}
    return show(request, "demo/course/closed.html", context, status=403)


def for_members(view: View) -> View:
    """Learners and staff of the course named by the first part of the address; `view` gets the course."""

    @wraps(view)
    def guarded(request: HttpRequest, course_key: str, *args: Any, **kwargs: Any) -> HttpResponse:
        course = course_called(course_key)
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        if not (
            roles.is_enrolled(request.user, course.key) or roles.is_course_staff(request.user, course.key)
        ):
            return turn_away(request, "You are not on this course", why=NOT_ENROLLED.format(course.title))
        return view(request, course, *args, **kwargs)

    return guarded


def seen_as(request: HttpRequest, course: Course) -> str:
    """As whom staff look at a course: "" for themselves, "*" for any learner, or a certain one's username."""
    chosen = masquerade.current(request.session, course.key)
    if chosen is None or not roles.is_course_staff(request.user, course.key):
        return ""
    return chosen.user_name or ANY_LEARNER


def learner_shown(request: HttpRequest, course: Course) -> Person:
    """Whose ticks and events are shown: a certain learner's while viewing as them, else one's own."""
    return masquerade.set_up(request.user, course.key, session=request.session)


def look_as(request: HttpRequest, course: Course, chosen: str) -> None:
    if not chosen:
        masquerade.stop(request.session, course.key)
        return
    as_learner = None if chosen == ANY_LEARNER else chosen
    masquerade.start(request.session, course.key, as_learner=as_learner)
