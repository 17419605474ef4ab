"""Plain values that the api takes and hands out, and what it raises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from opaque_keys.edx.keys import CourseKey

from qi_social_space.domain.completion import Acts


@dataclass(frozen=True)
class Reader:
    """Somebody in a space, let in by the caller. `only_own`: others' posts open after one's own."""

    user_id: int
    space_id: int
    course_key: CourseKey
    facilitates: bool = False
    moderates: bool = False
    only_own: bool = False


@dataclass(frozen=True)
class PostView:
    """A post as this reader may see it: without text and card when it is only a place in its thread.

    `text` is for its author alone, to edit; `reports` and `note` are for facilitators (the note for its author, too).
    `author_id` None: somebody who has left. `reactions` counts; `mine` are the reader's own.
    """

    id: int
    thread: int | None
    author_id: int | None
    is_own: bool
    by_facilitator: bool
    audience: str
    state: str
    created: datetime
    edited_at: datetime | None
    is_answered: bool
    html: str = ""
    text: str = ""
    card: Mapping[str, Any] | None = None
    note: str = ""
    question: str = ""
    topic: str = ""
    highlight: str = ""
    is_pinned: bool = False
    held_for: str = ""
    reactions: Mapping[str, int] = field(default_factory=dict)
    mine: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thread:
    """`replies` are the last ones, oldest of them first; `reply_count` counts all."""

    post: PostView
    replies: tuple[PostView, ...] = ()
    reply_count: int = 0


@dataclass(frozen=True)
class Page:
    """`after` asks for the next page; None: this is the last."""

    threads: tuple[Thread, ...] = ()
    pinned: tuple[Thread, ...] = ()
    after: int | None = None


@dataclass(frozen=True)
class News:
    """Since the last visit: new posts of others (counted to a hundred), and replies to the reader, newest first."""

    posts: int = 0
    replies: tuple[PostView, ...] = ()
    is_return: bool = False


@dataclass(frozen=True)
class Version:
    """A text as it was until then."""

    text: str
    replaced_at: datetime


@dataclass(frozen=True)
class Standing:
    """What the space knows of one person, for the page and for completion."""

    acts: Acts = Acts()
    has_accepted_rules: bool = False
    paused_until: datetime | None = None
    topics: tuple[str, ...] = ()
    followed: tuple[int, ...] = ()
    muted: tuple[int, ...] = ()


@dataclass(frozen=True)
class Written:
    """`is_new` False: the same sending had arrived before; `is_other`: with other words, or for others to read."""

    id: int
    thread: int | None
    state: str
    is_new: bool = True
    is_other: bool = False


@dataclass(frozen=True)
class Logged:
    at: datetime
    act: str
    reason: str
    post: int | None
    actor_id: int | None
    person_id: int | None


class NotThere(Exception):
    """There is no such post for this reader, whether or not there is one at all."""


class Paused(Exception):
    def __init__(self, until: datetime) -> None:
        super().__init__(f"until {until.isoformat()}")
        self.until = until


class RulesNotAccepted(Exception):
    """Who writes has accepted the community rules first."""


class Faster(Exception):
    """Somebody else changed the post between reading and writing; nothing was written."""
