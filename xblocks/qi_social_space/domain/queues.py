"""What waits for a facilitator: reported, held, and unanswered for a day. The oldest comes first, whatever it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

UNANSWERED_AFTER = timedelta(hours=24)
Why = Literal["reported", "held", "unanswered"]
# an appeal to look at one post for several reasons is one entry, for the most pressing of them
PRESSING: tuple[Why, ...] = ("reported", "held", "unanswered")


@dataclass(frozen=True)
class Waiting:
    """`reasons` are those of the reports, without who reported."""

    post: int
    why: Why
    since: datetime
    reasons: tuple[str, ...] = ()


def in_order(found: Iterable[Waiting]) -> tuple[Waiting, ...]:
    kept: dict[int, Waiting] = {}
    for one in sorted(found, key=lambda one: (PRESSING.index(one.why), one.since, one.post)):
        kept.setdefault(one.post, one)
    return tuple(sorted(kept.values(), key=lambda one: (one.since, one.post)))
