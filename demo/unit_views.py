"""Pages that are made to stand in an iframe: a unit in the LMS, its preview, a block's editor, a library.

In the LMS one block that raises takes the whole unit with it (500); Studio shows a box in its place.
"""

import logging
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from opaque_keys.edx.keys import UsageKey
from web_fragments.fragment import Fragment
from xblock.core import XBlock

from demo import roles
from demo.children import children_of
from demo.models import Block
from demo.places import Place, Visit, visit
from demo.runtime import HostRuntime
from demo.xblock_views import usage_key_of

log = logging.getLogger(__name__)
STUDENT_VIEWS = ("student_view", "public_view")
STRUCTURE = ("chapter", "vertical")


def lms(request: HttpRequest, usage_key: str) -> HttpResponse:
    view = request.GET.get("view", "student_view")
    if view not in STUDENT_VIEWS:
        return HttpResponseBadRequest(f"Rendering of the xblock view '{view}' is not supported.")
    key = usage_key_of(usage_key)
    if not roles.is_member(request.user, key.context_key):
        raise Http404("not a member of the course")
    whose = visit("lms", key.context_key, user=request.user, session=request.session)
    runtime = HostRuntime(whose)
    parts = [_in_unit(runtime, row, view, number) for number, row in enumerate(_leaves(key, published=True))]
    return _page(request, whose, parts)


@login_required
def studio_preview(request: HttpRequest, usage_key: str) -> HttpResponse:
    key = usage_key_of(usage_key)
    whose = _for_author(request, "studio_preview", key)
    runtime = HostRuntime(whose)
    asked = request.GET.get("view", "author_view")
    views = ("student_view",) if asked == "student_view" else ("author_view", "student_view")
    parts = [_boxed(runtime, row, *views) for row in _leaves(key)]
    return _page(request, whose, parts)


@login_required
def studio_editor(request: HttpRequest, usage_key: str) -> HttpResponse:
    key = usage_key_of(usage_key)
    whose = _for_author(request, "studio", key)
    return _page(request, whose, [_boxed(HostRuntime(whose), row, "studio_view") for row in _leaves(key)])


@login_required
def library(request: HttpRequest, usage_key: str) -> HttpResponse:
    key = usage_key_of(usage_key)
    whose = _for_author(request, "library", key)
    return _page(request, whose, [_boxed(HostRuntime(whose), row, "student_view") for row in _leaves(key)])


def _for_author(request: HttpRequest, place: Place, key: UsageKey) -> Visit:
    if not roles.is_course_staff(request.user, key.context_key):
        raise PermissionDenied
    return visit(place, key.context_key, user=request.user, session=request.session)


def _leaves(key: UsageKey, *, published: bool = False) -> list[Block]:
    """The blocks of a unit, or the one block asked for."""
    row = get_object_or_404(Block, usage_key=key)
    if published and row.published_fields is None:
        raise Http404(f"{key} is not published")
    return children_of(row, published=published) if row.block_type in STRUCTURE else [row]


def _in_unit(runtime: HostRuntime, row: Block, view: str, number: int) -> Fragment:
    block = runtime.get_block(row.usage_key)
    shown = block.render(view, {"username": runtime.visit.user.get_username()})
    whole = Fragment()
    whole.add_fragment_resources(shown)
    whole.add_content(
        format_html(
            '<div class="vert vert-{}" data-id="{}"{}>{}</div>',
            number,
            row.usage_key,
            _completed_on_view(block),
            mark_safe(shown.content),
        )
    )
    return whole


def _completed_on_view(block: XBlock) -> str:
    service = block.runtime.service(block, "completion")
    if service is None or block.runtime.visit.is_specific_masquerade:
        return ""
    if not service.blocks_to_mark_complete_on_view([block]):
        return ""
    delay_ms = service.get_complete_on_view_delay_ms()
    return format_html(' data-mark-completed-on-view-after-delay="{}"', delay_ms)


def _boxed(runtime: HostRuntime, row: Block, *views: str) -> Fragment:
    """The first of the views the block has; a box with the reason when it raises."""
    try:
        block = runtime.get_block(row.usage_key)
        view = next((name for name in views if hasattr(block, name)), views[-1])
        return block.render(view, {})
    except Exception as error:  # pylint: disable=broad-exception-caught  # Studio shows whatever goes wrong
        log.exception("%s cannot be shown", row.usage_key)
        return Fragment(format_html('<div class="xblock-error"><p>We cannot show this: {}</p></div>', error))


def _page(request: HttpRequest, whose: Visit, parts: list[Fragment]) -> HttpResponse:
    get_token(request)  # the cookie that the page's scripts send back
    whole = Fragment()
    for part in parts:
        whole.add_fragment_resources(part)
        whole.add_content(part.content)
    context: dict[str, Any] = {
        "place": whose.place,
        "context_key": whose.context_key,
        "has_define": whose.place != "lms",
        "head": mark_safe(whole.head_html()),
        "body": mark_safe(whole.body_html()),
        "foot": mark_safe(whole.foot_html()),
    }
    return render(request, "demo/unit.html", context)
