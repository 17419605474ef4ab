"""How fast one may post, and what is held for a facilitator, from the writer's recent posts and the time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

SHORT_SPAN, LONG_SPAN = timedelta(minutes=10), timedelta(days=1)
POSTS_IN_SHORT_SPAN, POSTS_IN_LONG_SPAN = 10, 60
# who has posted for the first time less than a day ago, or not at all
NEWCOMER_SPAN = timedelta(days=1)
NEWCOMERS_POSTS = 4
LINK = re.compile(r"\[[^\]]*\]\([^)\s]*\)|<?(?:https?://|www\.)\S+", re.IGNORECASE)
WORDS_BESIDE_LINK = 3

Held = Literal["premoderated", "duplicate", "link_only"]


@dataclass(frozen=True)
class Sent:
    """One of the writer's posts of the last day."""

    at: datetime
    fingerprint: str


class TooFast(Exception):
    """Nothing was kept; the writer may try again after `wait_s` seconds."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"again in {wait_s} s")
        self.wait_s = wait_s


def must_be_slow(sent: Sequence[Sent], *, first_ever: datetime | None, now: datetime) -> None:
    """Raises TooFast."""
    is_newcomer = first_ever is None or now - first_ever < NEWCOMER_SPAN
    short = NEWCOMERS_POSTS if is_newcomer else POSTS_IN_SHORT_SPAN
    for allowed, span in ((short, SHORT_SPAN), (POSTS_IN_LONG_SPAN, LONG_SPAN)):
        inside = sorted(one.at for one in sent if now - one.at < span)
        if len(inside) >= allowed:
            wait = inside[len(inside) - allowed] + span - now
            raise TooFast(max(1, round(wait.total_seconds())))


def held_because(text: str, *, fingerprint: str, sent: Sequence[Sent], premoderated: bool) -> Held | None:
    """Why a facilitator has to look first; None: everybody may read it now."""
    if premoderated:
        return "premoderated"
    if text and any(one.fingerprint == fingerprint for one in sent):
        return "duplicate"
    return "link_only" if is_link_only(text) else None


def is_link_only(text: str) -> bool:
    rest, links = LINK.subn(" ", text)
    return links > 0 and len(re.findall(r"\w+", rest)) < WORDS_BESIDE_LINK
