"""Requests to handlers, with the platform's checks in each place, and with those it does not make.

Nobody asks here whether the caller is enrolled. What a handler raises becomes an HTML page with status 500.
"""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from eventtracking import tracker
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, UsageKey
from xblock.core import XBlock
from xblock.django.request import django_to_webob_request, webob_to_django_response
from xblock.exceptions import NoSuchHandlerError, NoSuchUsage

from demo import addresses, roles
from demo.models import Block, Course
from demo.places import Visit, visit
from demo.roles import User
from demo.runtime import HostRuntime

MAX_FILES = 20
MAX_FILE_BYTES = 4 * 1000 * 1000


@transaction.non_atomic_requests
def lms(
    request: HttpRequest, course_key: str, usage_key: str, handler: str, suffix: str = ""
) -> HttpResponse:
    if request.method != "GET" and not request.user.is_authenticated:
        return HttpResponseForbidden("Unauthenticated")
    return _in_course(request, course_key, usage_key, handler, suffix)


@csrf_exempt
@transaction.non_atomic_requests
def lms_noauth(
    request: HttpRequest, course_key: str, usage_key: str, handler: str, suffix: str = ""
) -> HttpResponse:
    """No check of CSRF, none of signing in: whoever a cookie names, or nobody, reaches the handler."""
    return _in_course(request, course_key, usage_key, handler, suffix)


@login_required
def studio_preview(request: HttpRequest, usage_key: str, handler: str, suffix: str = "") -> HttpResponse:
    """Live: what a handler writes to tables of its own is written."""
    key = usage_key_of(usage_key)
    whose = visit("studio_preview", key.context_key, user=request.user, session=request.session)
    block = open_or_404(whose, key)
    return _handle(request, block, handler, suffix)


@login_required
def studio(request: HttpRequest, usage_key: str, handler: str, suffix: str = "") -> HttpResponse:
    """Runs for everybody who has signed in; only for authors is what it set kept."""
    key = usage_key_of(usage_key)
    block = open_or_404(visit("studio", key.context_key, user=request.user), key)
    response = _handle(request, block, handler, suffix)
    if roles.is_course_staff(request.user, key.context_key):
        Block.objects.filter(usage_key=key).update(fields=block.runtime.authored_fields(block))
    return response


@csrf_exempt
def library(  # pylint: disable=too-many-positional-arguments  # the parts of the address
    request: HttpRequest, usage_key: str, user_id: str, token: str, handler: str, suffix: str = ""
) -> HttpResponse:
    """The token in the address stands for the session."""
    key = usage_key_of(usage_key)
    if not addresses.is_library_token(token, user_id=int(user_id), usage_key=key):
        raise PermissionDenied
    user = User.objects.filter(pk=user_id).first() or AnonymousUser()
    return _handle(request, open_or_404(visit("library", key.context_key, user=user), key), handler, suffix)


def usage_key_of(text: str) -> UsageKey:
    try:
        return UsageKey.from_string(text)
    except InvalidKeyError as error:
        raise Http404(f"not a usage key: {text}") from error


def open_or_404(whose: Visit, usage_key: UsageKey) -> XBlock:
    try:
        return HostRuntime(whose).get_block(usage_key)
    except NoSuchUsage as error:
        raise Http404(f"no block {usage_key}") from error


def _in_course(
    request: HttpRequest, course_text: str, usage_text: str, handler: str, suffix: str
) -> HttpResponse:
    if _has_too_much(request):
        return JsonResponse({"success": "Submission aborted: too many files, or too large"}, status=413)
    try:
        course_key = CourseKey.from_string(course_text)
        usage_key = usage_key_of(usage_text).map_into_course(course_key)
    except InvalidKeyError as error:
        raise Http404(f"not a course key: {course_text}") from error
    if not Course.objects.filter(key=course_key).exists():
        raise Http404(f"no course {course_key}")
    block = open_or_404(visit("lms", course_key, user=request.user, session=request.session), usage_key)
    return _handle(request, block, handler, suffix)


def _has_too_much(request: HttpRequest) -> bool:
    uploads = [upload for name in request.FILES for upload in request.FILES.getlist(name)]
    return len(uploads) > MAX_FILES or any((upload.size or 0) > MAX_FILE_BYTES for upload in uploads)


def _handle(request: HttpRequest, block: XBlock, handler: str, suffix: str | None) -> HttpResponse:
    try:
        with tracker.get_tracker().context("module_callback_handler", _module_context(block)):
            response = block.handle(handler, django_to_webob_request(request), suffix or "")
    except NoSuchHandlerError as error:
        raise Http404(str(error)) from error
    return webob_to_django_response(response)


def _module_context(block: XBlock) -> dict[str, Any]:
    usage_key = block.scope_ids.usage_id
    name = block.display_name or usage_key.block_id
    return {"module": {"display_name": name, "usage_key": str(usage_key)}}
