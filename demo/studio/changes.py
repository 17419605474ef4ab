"""Studio's forms: one `change` a request, then back to the page it was made on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from demo.models import Block, Course
from demo.olx import NotACourse, export_course, import_course
from demo.pages.frame import tell
from demo.studio import edits
from demo.studio.guard import block_staff_only, course_staff_only
from demo.studio.lines import anchor_of, kinds, name_of

MAX_NAME = 120
# Each does one thing to the row, and answers with the row to look at next (None: what held it).
Change = Callable[[HttpRequest, Block], Block | None]


class Refused(Exception):
    """The form asks for what cannot be done."""


def _name_in(request: HttpRequest) -> str:
    name = request.POST.get("name", "").strip()[:MAX_NAME]
    if not name:
        raise Refused("a name is needed")
    return name


def _add(request: HttpRequest, row: Block) -> Block:
    if row.block_type == edits.SECTION:
        return edits.add_unit(row, name=_name_in(request))
    wanted = request.POST.get("block_type", "")
    if row.block_type != edits.UNIT or wanted not in {kind.block_type for kind in kinds()}:
        raise Refused(f"no block of type {wanted!r} can be added to a {row.block_type}")
    return edits.add_block(row, block_type=wanted)


def _rename(request: HttpRequest, row: Block) -> Block:
    edits.rename(row, name=_name_in(request))
    return row


def _up(_request: HttpRequest, row: Block) -> Block:
    edits.move(row, step=-1)
    return row


def _down(_request: HttpRequest, row: Block) -> Block:
    edits.move(row, step=1)
    return row


def _duplicate(_request: HttpRequest, row: Block) -> Block:
    if row.parent is None or row.parent.block_type != edits.UNIT:
        raise Refused("only blocks can be duplicated")
    return edits.duplicate(row)


def _delete(request: HttpRequest, row: Block) -> None:
    name = name_of(row)
    edits.delete(row)
    tell(request, f"“{name}” was deleted.")


def _publish(request: HttpRequest, row: Block) -> Block:
    if row.block_type != edits.UNIT:
        raise Refused("only units are published")
    edits.publish(row)
    tell(request, "Published. Learners see this version now.")
    return row


CHANGES: dict[str, Change] = {
    "add": _add,
    "rename": _rename,
    "up": _up,
    "down": _down,
    "duplicate": _duplicate,
    "delete": _delete,
    "publish": _publish,
}


@require_POST
@block_staff_only
def change(request: HttpRequest, row: Block) -> HttpResponse:
    wanted = CHANGES.get(request.POST.get("change", ""))
    if wanted is None:
        return HttpResponseBadRequest(f"change is one of {', '.join(CHANGES)}")
    try:
        shown = wanted(request, row)
    except Refused as error:
        return HttpResponseBadRequest(str(error))
    return redirect(_page_of(row, shown, published=wanted is _publish))


def _page_of(row: Block, shown: Block | None, *, published: bool) -> str:
    """Blocks are changed on their unit's page, as is a unit that is published or added to."""
    holder = shown.parent if shown else row.parent
    if published:
        return reverse("studio_unit", args=[str(row.usage_key)])
    if holder is not None and holder.block_type == edits.UNIT:
        page = reverse("studio_unit", args=[str(holder.usage_key)])
    else:
        assert row.course is not None
        page = reverse("studio_course", args=[str(row.course.key)])
    return f"{page}#{anchor_of(shown)}" if shown else page


@require_POST
@course_staff_only
def add_section(request: HttpRequest, course: Course) -> HttpResponse:
    try:
        section = edits.add_section(course, name=_name_in(request))
    except Refused as error:
        return HttpResponseBadRequest(str(error))
    return redirect(f"{reverse('studio_course', args=[str(course.key)])}#{anchor_of(section)}")


@require_GET
@course_staff_only
def export(_request: HttpRequest, course: Course) -> HttpResponse:
    name = f"{course.key.org}-{course.key.course}-{course.key.run}.tar.gz"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(export_course(course), content_type="application/gzip", headers=disposition)


@require_POST
@course_staff_only
def import_archive(request: HttpRequest, course: Course) -> HttpResponse:
    upload = request.FILES.get("archive")
    if upload is None:
        return HttpResponseBadRequest("an archive is needed")
    try:
        import_course(course, upload.read())
    except NotACourse as error:
        tell(request, f"Nothing was imported. {error}", kind="stop")
    else:
        tell(request, "Imported. Publish each unit when you are happy with it.")
    return redirect("studio_course", str(course.key))
