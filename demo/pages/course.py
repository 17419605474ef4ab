"""The course outline, a unit's page around its frame, and looking at the course as somebody else."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from demo.models import Block, Course
from demo.pages.access import ANY_LEARNER, for_members, learner_shown, look_as, seen_as
from demo.pages.frame import Masquerade, safe_next, show
from demo.pages.outline import SectionLine, all_units, next_unit, progress_by_person, progress_of, sections_of
from demo.pages.people import PEOPLE, person_of
from demo.roles import enrolled_in, is_course_staff


@dataclass(frozen=True)
class Choice:
    value: str
    name: str
    chosen: bool


def _masquerade_notice(request: HttpRequest, course: Course) -> Masquerade | None:
    now = seen_as(request, course)
    if not now:
        return None
    url = reverse("view_as", args=[str(course.key)])
    if now == ANY_LEARNER:
        return Masquerade("a learner", "You see what any learner would see; the ticks are your own.", url)
    what = "You see how far they are. What they wrote stays theirs, and nothing you do is saved for them."
    return Masquerade(person_of(learner_shown(request, course)).name, what, url)


def _viewing(request: HttpRequest, course: Course) -> dict[str, Any] | None:
    """The menu for staff; learners have none."""
    if not is_course_staff(request.user, course.key):
        return None
    learners = enrolled_in(course.key).exclude(username=request.user.get_username()).order_by("username")
    named = [(learner.username, person_of(learner).name) for learner in learners]
    now = seen_as(request, course)
    choices = [("", "Staff (yourself)"), (ANY_LEARNER, "Any learner"), *named]
    return {
        "url": reverse("view_as", args=[str(course.key)]),
        "choices": [Choice(value, name, value == now) for value, name in choices],
    }


def _resume(sections: tuple[SectionLine, ...]) -> dict[str, str] | None:
    at = next_unit(sections)
    if at is None:
        return None
    begun = any(each.state.kind != "new" for each in all_units(sections))
    verb = "Look again" if at.state.kind == "complete" else "Go on" if begun else "Start"
    return {"url": at.url, "name": at.name, "verb": verb}


def _studio_url(request: HttpRequest, course: Course) -> str:
    if seen_as(request, course) or not is_course_staff(request.user, course.key):
        return ""
    return reverse("studio_course", args=[str(course.key)])


@require_GET
@for_members
def outline(request: HttpRequest, course: Course) -> HttpResponse:
    sections = sections_of(course, learner_shown(request, course))
    mine = Q(enrolment__user=request.user) | Q(staffrole__user=request.user)
    others = Course.objects.filter(mine).exclude(pk=course.pk).distinct()
    context = {
        "course": _about(course),
        "sections": sections,
        "progress": {
            **_progress(sections),
            "title": "Where they are" if _is_other(request, course) else "Where you are",
        },
        "resume": _resume(sections),
        "studio_url": _studio_url(request, course),
        "viewing": _viewing(request, course),
        "group": _group(request, course),
        "elsewhere": [_about(other) for other in others],
    }
    return show(request, "demo/course/outline.html", context, masquerade=_masquerade_notice(request, course))


def _about(course: Course) -> dict[str, str]:
    return {
        "title": course.title,
        "short_title": course.title.split(":")[0],
        "url": reverse("course", args=[str(course.key)]),
        "number": course.key.course,
        "run": course.key.run,
    }


def _is_other(request: HttpRequest, course: Course) -> bool:
    return learner_shown(request, course) != request.user


def _group(request: HttpRequest, course: Course) -> list[dict[str, Any]]:
    """For staff: how far each learner is. Nothing here says what anybody wrote."""
    if seen_as(request, course) or not is_course_staff(request.user, course.key):
        return []
    people = {person.username: person for person in PEOPLE}
    return [
        {"name": people[username].name if username in people else username, "progress": progress}
        for username, progress in progress_by_person(course)
    ]


def _progress(sections: tuple[SectionLine, ...]) -> dict[str, Any]:
    progress = progress_of(sections)
    return {"units": progress.units, "complete": progress.complete, "words": progress.words}


@require_GET
@for_members
def unit(request: HttpRequest, course: Course, unit_key: str) -> HttpResponse:
    sections = sections_of(course, learner_shown(request, course))
    units = all_units(sections)
    here = next((at for at, each in enumerate(units) if str(each.key) == unit_key), None)
    if here is None:
        raise Http404(f"no published unit {unit_key}")
    context = {
        "course": _about(course),
        "sections": sections,
        "unit": units[here],
        "frame_url": f"{reverse('unit_frame', args=[unit_key])}?view=student_view&show_title=0",
        "before": units[here - 1] if here else None,
        "after": units[here + 1] if here + 1 < len(units) else None,
        "viewing": _viewing(request, course),
        "activity_url": reverse("activity", args=[str(course.key)]),
    }
    return show(request, "demo/course/unit.html", context, masquerade=_masquerade_notice(request, course))


@require_GET
@for_members
def jump_to(_request: HttpRequest, course: Course, usage_key: str) -> HttpResponse:
    """The platform's address for "the unit in which this block stands"."""
    row = Block.objects.filter(course=course, usage_key=usage_key, parent__isnull=False).first()
    if row is None or row.parent is None:
        raise Http404(f"no block {usage_key}")
    return redirect("unit", str(course.key), str(row.parent.usage_key))


@require_POST
@for_members
def view_as(request: HttpRequest, course: Course) -> HttpResponse:
    if not is_course_staff(request.user, course.key):
        return HttpResponse("Only the course's staff may view it as somebody else.", status=403)
    look_as(request, course, request.POST.get("view_as", ""))
    return redirect(safe_next(request, otherwise=reverse("course", args=[str(course.key)])))
