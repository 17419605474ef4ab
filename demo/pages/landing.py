"""The front page, becoming somebody, the reading direction, and one's courses."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model, login, logout
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from demo.models import Course
from demo.pages.access import ask_to_sign_in
from demo.pages.frame import LANGUAGES, safe_next, show
from demo.pages.outline import Progress, next_unit, progress_of, sections_of
from demo.pages.people import person_called


@dataclass(frozen=True)
class CourseCard:
    title: str
    url: str
    progress: Progress
    next_name: str


@require_GET
def landing(request: HttpRequest) -> HttpResponse:
    return show(request, "demo/landing.html", {"next": safe_next(request, otherwise=reverse("courses"))})


@require_POST
def become(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the invented people, with a new session; "" is the visitor."""
    person = person_called(request.POST.get("person", ""))
    if person is None:
        raise Http404("nobody of that name")
    logout(request)
    if not person.username:
        return redirect("landing")
    user = get_user_model().objects.get(username=person.username)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    wanted = safe_next(request, otherwise=reverse("courses"))
    return redirect("courses" if wanted == reverse("landing") else wanted)


@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Choose the language, and with it the reading direction."""
    code = request.POST.get("language", "")
    if code not in {language.code for language in LANGUAGES}:
        raise Http404("no such language")
    response = redirect(safe_next(request, otherwise=reverse("landing")))
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, samesite="Lax")
    return response


@require_GET
def courses(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    mine = Course.objects.all()
    if not request.user.is_staff:
        mine = mine.filter(Q(enrolment__user=request.user) | Q(staffrole__user=request.user)).distinct()
    return show(
        request, "demo/courses.html", {"courses": [_card(request, course) for course in mine.order_by("id")]}
    )


def _card(request: HttpRequest, course: Course) -> CourseCard:
    sections = sections_of(course, request.user)
    unit = next_unit(sections)
    return CourseCard(
        title=course.title,
        url=reverse("course", args=[str(course.key)]),
        progress=progress_of(sections),
        next_name=unit.name if unit else "",
    )
