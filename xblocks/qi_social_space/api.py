"""The one way in to what people say to each other. Callers say who reads and writes where: who may is their rule.

Finding the room and what is known of a person in `spaces`, reading in `reading`, writing in `writing`, what readers do
about posts in `reacting`, what facilitators do in `moderating`, the log, and leaving; all are offered from here.
"""

from qi_social_space.leaving import export, forget_person
from qi_social_space.moderating import decide, dismiss_reports, highlight, open_reports, pause, queue, waiting_in
from qi_social_space.moderation_log import logged
from qi_social_space.reacting import alert, follow, follow_topic, mute, react, report
from qi_social_space.reading import changed, gone, history, newest_change, news, page, posts, replies, thread
from qi_social_space.spaces import (
    accept_rules,
    acts_of,
    come_in,
    counts_for,
    decline,
    read_up_to,
    rooms_of,
    space_of,
    standing_of,
    was_never_here,
)
from qi_social_space.values import (
    Faster,
    Logged,
    News,
    NotThere,
    Page,
    Paused,
    PostView,
    Reader,
    RulesNotAccepted,
    Standing,
    Thread,
    Version,
    Written,
)
from qi_social_space.writing import Rendered, delete, edit, unshare, write

__all__ = [
    "Faster",
    "Logged",
    "News",
    "NotThere",
    "Page",
    "Paused",
    "PostView",
    "Reader",
    "Rendered",
    "RulesNotAccepted",
    "Standing",
    "Thread",
    "Version",
    "Written",
    "accept_rules",
    "acts_of",
    "alert",
    "changed",
    "come_in",
    "counts_for",
    "decide",
    "decline",
    "delete",
    "dismiss_reports",
    "edit",
    "export",
    "follow",
    "follow_topic",
    "forget_person",
    "gone",
    "history",
    "highlight",
    "logged",
    "mute",
    "newest_change",
    "news",
    "open_reports",
    "page",
    "pause",
    "posts",
    "queue",
    "react",
    "read_up_to",
    "replies",
    "report",
    "rooms_of",
    "space_of",
    "standing_of",
    "thread",
    "unshare",
    "waiting_in",
    "was_never_here",
    "write",
]
