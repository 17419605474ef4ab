"""For tests: courses, people, blocks, and the whole life of a request to a handler.

Everything happens as in the running host: `call` uses the real addresses, sessions and middleware.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from opaque_keys.edx.keys import CourseKey, UsageKey
from xblock.core import XBlock
from xblock.plugin import PLUGIN_CACHE

from demo import masquerade as masks
from demo.addresses import handler as address_of
from demo.models import Block, Course, Enrolment, StaffRole
from demo.places import Place, Scratch, visit
from demo.roles import Person, User
from demo.runtime import HostRuntime

Masquerade = None | str | User  # None, "learner", or the learner to look as


@dataclass(frozen=True)
class Reply:
    """`json` is None when the body is none; `error` is what a handler raised (then `status` is 500)."""

    status: int
    json: Any
    body: bytes
    headers: Mapping[str, str] = field(repr=False)
    error: BaseException | None = None


def make_course(
    org: str = "QI", number: str = "PDSA", run: str = "2026", title: str = "Improvement"
) -> Course:
    key = CourseKey.from_string(f"course-v1:{org}+{number}+{run}")
    return Course.objects.get_or_create(key=key, defaults={"title": title})[0]


@transaction.atomic
def add_block(
    course: Course | None,
    block_type: str,
    fields: Mapping[str, Any] | None = None,
    published: bool = True,
    *,
    parent: UsageKey | None = None,
    name: str | None = None,
) -> UsageKey:
    """Without a course the block is in a content library."""
    position = Block.objects.filter(course=course).count()
    slug = name or f"{block_type}{position}"
    key = course.key.make_usage_key(block_type, slug) if course else _library_key(block_type, slug)
    authored = dict(fields or {})
    Block.objects.create(
        usage_key=key,
        course=course,
        parent=Block.objects.get(usage_key=parent) if parent else None,
        position=position,
        block_type=block_type,
        fields=authored,
        published_fields=authored if published else None,
        library=course is None,
    )
    return key


def _library_key(block_type: str, slug: str) -> UsageKey:
    return UsageKey.from_string(f"lb:QI:tools:{block_type}:{slug}")


def make_person(
    username: str,
    enrolled_in: list[Course] | None = None,
    staff_of: list[Course] | None = None,
    *,
    is_staff: bool = False,
) -> User:
    """`is_staff`: of the whole site, as the platform's global staff."""
    user = User.objects.create_user(username, f"{username}@example.org", is_staff=is_staff)
    for course in enrolled_in or []:
        Enrolment.objects.create(user=user, course=course)
    for course in staff_of or []:
        StaffRole.objects.create(user=user, course=course, role=StaffRole.STAFF)
    return user


def open_block(
    usage_key: UsageKey, user: User | None = None, place: Place = "lms", masquerade: Masquerade = None
) -> XBlock:
    """A block in a runtime of its own; nothing is saved unless the caller does."""
    session = Scratch()
    _put_on(session, usage_key, masquerade)
    person: Person = User.objects.get(pk=user.pk) if user else AnonymousUser()
    return HostRuntime(visit(place, usage_key.context_key, user=person, session=session)).get_block(usage_key)


def browser(user: User | None = None, *, enforce_csrf_checks: bool = False) -> Client:
    client = Client(enforce_csrf_checks=enforce_csrf_checks, raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def call(  # pylint: disable=too-many-positional-arguments  # tests read best in this order
    usage_key: UsageKey,
    handler: str,
    payload: Any = None,
    user: User | None = None,
    place: Place = "lms",
    masquerade: Masquerade = None,
    method: str = "POST",
    suffix: str = "",
    client: Client | None = None,
    project: int | str = "",
) -> Reply:
    """`payload` is sent as JSON unless it is bytes. Give a `client` to keep one session over many calls.

    `project` is the one that the page was opened on.
    """
    client = client or browser(user)
    if masquerade:
        session = client.session
        _put_on(session, usage_key, masquerade)
        session.save()
    person: Person = user or AnonymousUser()
    url = address_of(visit(place, usage_key.context_key, user=person), usage_key, handler, suffix=suffix)
    url += f"?project={project}" if project else ""
    body = payload if isinstance(payload, bytes) else json.dumps({} if payload is None else payload).encode()
    response: Any = client.generic(method, url, body if method != "GET" else b"", "application/json")
    raised = response.exc_info[1] if getattr(response, "exc_info", None) else None
    whole = b"".join(response.streaming_content) if response.streaming else response.content
    return Reply(response.status_code, _json_of(response, whole), whole, dict(response.headers), raised)


def _put_on(session: Any, usage_key: UsageKey, masquerade: Masquerade) -> None:
    if masquerade is not None:
        as_learner = masquerade.username if isinstance(masquerade, User) else None
        masks.start(session, usage_key.context_key, as_learner=as_learner)


def _json_of(response: Any, body: bytes) -> Any:
    if not response.headers.get("Content-Type", "").startswith("application/json"):
        return None
    return json.loads(body)


@contextmanager
def registered(**block_classes: type[XBlock]) -> Iterator[None]:
    """Block classes a test brings along, known by these tags while the context lasts."""
    names = {(XBlock.entry_point, tag): block_class for tag, block_class in block_classes.items()}
    PLUGIN_CACHE.update(names)
    try:
        yield
    finally:
        for name in names:
            PLUGIN_CACHE.pop(name, None)
