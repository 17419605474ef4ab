"""The moderation log: added to, read and exported, never changed."""

from datetime import datetime

from qi_social_space.models import LogEntry
from qi_social_space.values import Logged


def log(
    space_id: int,
    act: str,
    *,
    at: datetime,
    post: int | None = None,
    actor: int | None = None,
    person: int | None = None,
    reason: str = "",
) -> None:
    """Numbers and closed words only."""
    LogEntry.objects.create(
        space_id=space_id, act=act, at=at, post=post, actor_id=actor, person_id=person, reason=reason
    )


def logged(space_id: int, *, newest: int | None = None) -> tuple[Logged, ...]:
    """Oldest first; `newest` leaves out what is older than so many."""
    rows = LogEntry.objects.filter(space_id=space_id).order_by("-id")
    told = rows.values_list("at", "act", "reason", "post", "actor_id", "person_id")[:newest]
    return tuple(Logged(*one) for one in reversed(told))
