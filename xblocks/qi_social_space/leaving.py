"""A person's own copy, and a person who leaves."""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from qi_social_space.models import (
    Follow,
    LogEntry,
    Membership,
    Mute,
    Pause,
    Post,
    PostReaction,
    PostReport,
    PostVersion,
    RulesAccepted,
    TopicFollow,
)
from qi_social_space.writing import answer_again, purge


def export(user_id: int) -> dict[str, Any]:
    """Plain JSON types: everything a person wrote in any space, and what the person did there."""
    posts = Post.objects.filter(author_id=user_id).select_related("space").order_by("id").prefetch_related("versions")
    reactions = PostReaction.objects.filter(user_id=user_id).order_by("id").values_list("post_id", "kind")
    here = Membership.objects.filter(user_id=user_id).select_related("space").order_by("id")
    return {
        "posts": [_post(post) for post in posts],
        "reactions": [{"post": post, "kind": kind} for post, kind in reactions],
        "spaces": [
            {"space": one.space.usage_key, "last_here": one.last_here.isoformat(), "declined": bool(one.declined_at)}
            for one in here
        ],
        "follows": list(Follow.objects.filter(user_id=user_id).order_by("id").values_list("person_id", flat=True)),
        "mutes": list(Mute.objects.filter(user_id=user_id).order_by("id").values_list("person_id", flat=True)),
    }


def forget_person(user_id: int, *, now: datetime | None = None) -> None:
    """What each space's author chose; private answers and posts for facilitators go in any case. May be repeated."""
    when = now or datetime.now(UTC)
    own = Post.objects.filter(author_id=user_id)
    stays = Q(space__on_leaving="anonymise", audience="everyone")
    threads = set(own.exclude(thread=None).values_list("thread_id", flat=True))
    with transaction.atomic():
        gone = list(own.exclude(stays).values_list("pk", flat=True))
        purge(Post.objects.filter(pk__in=gone), state="erased", now=when)
        PostVersion.objects.filter(post__author_id=user_id).delete()
        own.update(author=None, note="", changed_at=when)
        for rows in (Membership, PostReaction, RulesAccepted, Follow, TopicFollow, Mute, Pause):
            rows.objects.filter(user_id=user_id).delete()
        Follow.objects.filter(person_id=user_id).delete()
        Mute.objects.filter(person_id=user_id).delete()
        PostReport.objects.filter(user_id=user_id).update(user=None)
        LogEntry.objects.filter(actor_id=user_id).update(actor=None)
        LogEntry.objects.filter(person_id=user_id).update(person=None)
    for thread_id in threads:
        answer_again(thread_id)


def _post(post: Post) -> dict[str, Any]:
    return {
        "space": post.space.usage_key,
        "id": post.pk,
        "thread": post.thread_id,
        "created": post.created.isoformat(),
        "audience": post.audience,
        "state": post.state,
        "text": post.text,
        "card": post.card,
        "earlier": [{"text": one.text, "replaced_at": one.replaced_at.isoformat()} for one in post.versions.all()],
    }
