"""What a learner can have done with a document: save it, go back to a version, see versions, erase it.

Each takes the desk and the request's body and gives an Outcome; what may not happen is raised. Nothing here
knows a block: assigning fields, publishing and answering is for the caller, once all of this has succeeded.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from qi_core.desk import Desk, Opened, opened, read, standing_of, state_of, warnings_of
from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import Review
from qi_core.events import checked
from qi_core.moments import iso
from qi_project import api

Body = Mapping[str, Any]
Events = tuple[tuple[str, dict[str, int | str]], ...]
REVISION_MAX = 2**31 - 1  # more no column holds: Django 4.2 asks the database in vain, which raises an error


@dataclass(frozen=True)
class Outcome:
    """`body` answers the browser; `events` are checked already, so that publishing them cannot fail.

    `progress` None: of a project that this course does not work on now.
    """

    body: dict[str, Any]
    revision: int
    progress: float | None
    events: Events = ()


def save(desk: Desk, body: Body, *, now: datetime) -> Outcome:
    """Sending the same document again is no new revision: the answer to the first time may have been lost.

    The review is told of the change (`is_change`): what it knows of the project may be from before it.
    """
    seen = _whole(body, "revision")
    found = opened(desk)
    proposed = desk.tool.parse(_with_newer_parts(body.get("document"), found))
    whole = desk.tool.dump(proposed)
    judged = desk.tool.review(proposed, settings={**desk.settings, "is_change": True}, today=now.date())
    if found.stored.document == whole:
        return _outcome(desk, found.stored, judged, whole)
    _must_have_seen(found.stored, body, seen=seen)
    earlier = desk.tool.empty() if found.document is None else found.document
    desk.tool.revise(earlier=earlier, proposed=proposed)
    told = tuple(
        checked(f"qi.{desk.tool.TOOL}.{name}", payload)
        for name, payload in desk.tool.events(earlier=earlier, saved=proposed)
    )
    milestone = bool(told) or body.get("keep") is True
    stored = _store(desk, whole, judged, seen=seen, now=now, milestone=milestone)
    return _outcome(desk, stored, judged, whole, events=told)


def restore(desk: Desk, body: Body, *, now: datetime) -> Outcome:
    """An earlier version becomes the next revision; the present one is kept as a version first."""
    seen, revision = _whole(body, "seen"), _whole(body, "revision")
    found = opened(desk)  # a newer release's document is not to be replaced
    document = api.document_of(desk.owner_id, desk.tool.TOOL, revision=revision, **desk.where)
    if document is None:
        raise Problems({"revision": Problem("not_kept", {"revision": revision})})
    _must_have_seen(found.stored, body, seen=seen)
    chosen = desk.tool.parse(desk.tool.upgrade(document))
    judged = desk.tool.review(chosen, settings=desk.settings, today=now.date())
    whole = desk.tool.dump(chosen)
    stored = _store(desk, whole, judged, seen=seen, now=now, milestone=True)
    told = (checked("qi.project.version_restored", {"revision": stored.revision, "restored": revision}),)
    state = state_of(desk, Opened(stored, chosen, whole, {}), now=now)
    return Outcome(state, stored.revision, judged.progress, told)


def erase(desk: Desk, body: Body, *, now: datetime) -> Outcome:
    """For good: the practice sheet of this block, or the whole project in every tool and every course."""
    if body.get("confirm") != "delete":
        raise Problems({"confirm": Problem("not_allowed", {"allowed": "delete"})})
    if desk.practice_in is None:
        api.erase_project(desk.owner_id, course_key=desk.course_key, project=desk.project)
    else:
        api.erase_practice(desk.owner_id, practice_in=desk.practice_in)
    state = state_of(replace(desk, project=None), read(desk, api.Stored()), now=now)
    return Outcome(state, 0, 0.0, (checked("qi.project.erased", {}),))


def load(desk: Desk, _body: Body, *, now: datetime) -> dict[str, Any]:
    return state_of(desk, opened(desk), now=now)


def versions(  # pylint: disable=unused-argument  # called like all the others
    desk: Desk, _body: Body, *, now: datetime
) -> dict[str, Any]:
    kept = api.versions(desk.owner_id, desk.tool.TOOL, **desk.where)
    return {"versions": [asdict(one) | {"saved_at": iso(one.saved_at)} for one in kept]}


def _with_newer_parts(raw: Any, found: Opened) -> Any:
    """A page that was open before a release came knows nothing of the parts that came with it: they stay."""
    is_older = isinstance(raw, dict) and raw.get("schema") in range(1, found.plain["schema"])
    return {**found.plain, **raw} if is_older else raw


def _must_have_seen(stored: api.Stored, body: Body, *, seen: int) -> None:
    """After erasing, revisions begin at 1 again: the page also says when the one it has seen was saved."""
    if stored.revision != seen or body.get("saved_at") not in (None, iso(stored.saved_at)):
        raise api.Stale(stored)


def _store(
    desk: Desk, whole: dict[str, Any], judged: Review, *, seen: int, now: datetime, milestone: bool
) -> api.Stored:
    return api.save(
        desk.owner_id,
        desk.tool.TOOL,
        document=whole,
        seen=seen,
        counts=dict(judged.counts),
        now=now,
        milestone=milestone,
        **desk.where,
    )


def _outcome(
    desk: Desk, stored: api.Stored, judged: Review, whole: Body, *, events: Events = ()
) -> Outcome:
    body = standing_of(desk, stored, judged) | {"warnings": warnings_of(whole)}
    return Outcome(body, stored.revision, judged.progress, events)


def _whole(body: Body, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= REVISION_MAX:
        raise Problems({name: Problem("not_a_number", {})})
    return value
