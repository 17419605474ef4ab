"""What the home shows of the other tools: how each stands, what happened when, and where in this course each opens."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from opaque_keys.edx.keys import CourseKey

from qi_core import compat
from qi_core.domain.chronicle import Chronicle, Line, Moment
from qi_core.domain.problems import Problems
from qi_core.domain.tool import NewerDocument
from qi_core.installed import tool_blocks
from qi_core.moments import iso
from qi_project import domain
from qi_project.domain.timeline import State, moments

log = logging.getLogger(__name__)
Json = dict[str, Any]
TALK = "qi_social_space"
MOMENTS_MAX = 200
NOTHING: Mapping[str, Any] = {"artefacts": {}, "timeline": [], "blocks": {}}


def overview_of(owner_id: int, *, course_key: CourseKey, project: int | None = None) -> Json:
    """All of the page's "overview" but its "blocks". `timeline`: newest first."""
    from qi_project import api

    whole = api.whole_of(owner_id, course_key=course_key, project=project)
    told = {tool: _chronicle(tool, stored.document) for tool, stored in whole.stored.items() if tool != domain.TOOL}
    happened = [(domain.TOOL, moment) for moment in _own_moments(whole)]
    happened += [(tool, moment) for tool, one in told.items() for moment in one.moments]
    happened += [("talk", Moment(timezone.localdate(at), f"shared_{kind}")) for at, kind in whole.shares]
    happened = sorted(happened, key=lambda entry: entry[1].on)[::-1]  # a project begins before anything of that day
    return {
        "artefacts": {
            tool: {"lines": [asdict(line) for line in one.lines], "saved_at": iso(whole.stored[tool].saved_at)}
            for tool, one in told.items()
        },
        "timeline": [
            {"tool": tool, **asdict(moment), "on": moment.on.isoformat()} for tool, moment in happened[:MOMENTS_MAX]
        ],
    }


def blocks_in(course_key: CourseKey) -> dict[str, Json]:
    """Where each tool opens the learner's project in this course, and how many blocks of it there are."""
    types = {tool: block_type for tool, (block_type, _) in tool_blocks().items()} | {"talk": TALK}
    del types[domain.TOOL]
    found = {tool: compat.blocks_of(course_key, block_type) for tool, block_type in types.items()}
    return {
        tool: {"address": compat.address_of(course_key, keys[0]), "blocks": len(keys)}
        for tool, keys in found.items()
        if keys
    }


def _chronicle(tool: str, document: Json | None) -> Chronicle:
    """Of a document that cannot be read here only that is told."""
    _, known = tool_blocks().get(tool, ("", None))
    if known is None or document is None:
        return Chronicle()
    try:
        told: Chronicle = known.chronicle(known.parse(known.upgrade(document)))
        return told
    except NewerDocument:
        return Chronicle((Line("newer"),))
    except Problems as rejected:
        log.warning("%s: a stored document no longer passes, %d problems", tool, len(rejected.problems))
        return Chronicle((Line("unreadable"),))


def _own_moments(whole: Any) -> Iterator[Moment]:
    if whole.begun:
        yield Moment(timezone.localdate(whole.begun), "begun")
    own = whole.stored.get(domain.TOOL)
    states = [*whole.earlier, *([(own.saved_at, own.document)] if own else [])]
    yield from moments(tuple(_readable(states)))


def _readable(states: list[Any]) -> Iterator[State]:
    for saved_at, document in states:
        try:
            yield State(timezone.localdate(saved_at), domain.parse(domain.upgrade(document)))
        except (NewerDocument, Problems):
            continue
