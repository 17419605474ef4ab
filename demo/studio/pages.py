"""Studio's pages: one's courses, a course's outline, a unit, the content library."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from demo.models import Block, Course
from demo.pages.access import ask_to_sign_in, turn_away
from demo.pages.frame import show
from demo.studio.edits import SECTION, UNIT, is_waiting
from demo.studio.guard import NOT_STAFF, block_staff_only, course_staff_only
from demo.studio.lines import block_lines, change_url, kind_name, kinds, name_of, section_lines, unit_status

WAYS = {"author": "As its author", "student": "As a learner, to try"}


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    mine = Q() if request.user.is_staff else Q(staffrole__user=request.user)
    courses = Course.objects.filter(mine).distinct().order_by("id")
    if not courses and not request.user.is_staff:
        return turn_away(request, "This door is for course teams", why=NOT_STAFF)
    library_url = reverse("studio_library") if Block.objects.filter(library=True).exists() else ""
    context = {"courses": [_card(course) for course in courses], "library_url": library_url}
    return show(request, "demo/studio/home.html", context)


def _card(course: Course) -> dict[str, Any]:
    rows = list(Block.objects.filter(course=course))
    units = [row for row in rows if row.block_type == UNIT]
    return {
        "title": course.title,
        "url": reverse("studio_course", args=[str(course.key)]),
        "sections": sum(row.block_type == SECTION for row in rows),
        "units": len(units),
        "waiting": sum(is_waiting(unit, among=rows) for unit in units),
    }


@require_GET
@course_staff_only
def outline(request: HttpRequest, course: Course) -> HttpResponse:
    about = {
        "title": course.title,
        "key": course.key,
        "live_url": reverse("course", args=[str(course.key)]),
        "add_url": reverse("studio_add_section", args=[str(course.key)]),
        "export_url": reverse("studio_export", args=[str(course.key)]),
        "import_url": reverse("studio_import", args=[str(course.key)]),
    }
    return show(request, "demo/studio/course.html", {"course": about, "sections": section_lines(course)})


@require_GET
@block_staff_only
def unit(request: HttpRequest, row: Block) -> HttpResponse:
    """`?view=student`: every block as its `student_view` in preview, which keeps nothing."""
    if row.block_type != UNIT or row.course is None:
        raise Http404(f"not a unit: {row.usage_key}")
    view = request.GET.get("view", "author")
    if view not in WAYS:
        raise Http404(f"not a way to show blocks: {view}")
    context = {
        "course": {
            "url": reverse("studio_course", args=[str(row.course.key)]),
            "short_title": row.course.title.split(":")[0],
        },
        "unit": _about_unit(row),
        "blocks": block_lines(row, view=view),
        "kinds": kinds(),
        "ways": [{"name": name, "url": f"?view={way}", "here": way == view} for way, name in WAYS.items()],
        "way_name": WAYS[view],
    }
    return show(request, "demo/studio/unit.html", context)


def _about_unit(row: Block) -> dict[str, Any]:
    assert row.course is not None
    live = reverse("unit", args=[str(row.course.key), str(row.usage_key)])
    return {
        "name": row.fields.get("display_name") or "Unit",
        "section": name_of(row.parent) if row.parent else "",
        "status": unit_status(row),
        "change_url": change_url(row),
        "live_url": live if row.published_fields is not None else "",
    }


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """Content libraries belong to the staff of the site and, here, to whoever builds a course."""
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    if not (request.user.is_staff or Course.objects.filter(staffrole__user=request.user).exists()):
        return turn_away(request, "This door is for course teams", why=NOT_STAFF)
    blocks = [
        {
            "name": name_of(row),
            "kind": kind_name(row.block_type),
            "key": str(row.usage_key),
            "frame_url": reverse("library_frame", args=[str(row.usage_key)]),
        }
        for row in Block.objects.filter(library=True)
    ]
    return show(request, "demo/studio/library.html", {"blocks": blocks})
