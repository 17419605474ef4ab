"""What readers do about posts and each other. All of it may be sent twice, and can be taken back.

Taking back never asks whether post, person or topic is still there to be seen: the row is one's own.
"""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction

from qi_social_space.domain.states import PURGED, after_report
from qi_social_space.domain.vocabulary import Reaction, Reason
from qi_social_space.moderation_log import log
from qi_social_space.models import Follow, Mute, Post, PostReaction, PostReport, TopicFollow
from qi_social_space.reading import visible_to
from qi_social_space.values import NotThere, Reader
from qi_social_space.writing import answer_again


def react(reader: Reader, post_id: int, *, kind: Reaction, is_on: bool) -> None:
    """To somebody else's post that is there to be read; raises NotThere."""
    if is_on and _of_another(reader, post_id).state != "visible":
        raise NotThere
    _switch(PostReaction, is_on, post_id=post_id, user_id=reader.user_id, kind=kind)


def follow(reader: Reader, person_id: int, *, is_on: bool) -> None:
    if is_on:
        _must_have_met(reader, person_id)
    _switch(Follow, is_on, course_key=reader.course_key, user_id=reader.user_id, person_id=person_id)


def follow_topic(reader: Reader, topic: str, *, is_on: bool) -> None:
    _switch(TopicFollow, is_on, space_id=reader.space_id, user_id=reader.user_id, topic=topic)


def mute(reader: Reader, person_id: int, *, is_on: bool) -> None:
    if is_on:
        _must_have_met(reader, person_id)
    _switch(Mute, is_on, course_key=reader.course_key, user_id=reader.user_id, person_id=person_id)


def report(reader: Reader, post_id: int, *, reason: Reason, now: datetime) -> str:
    """The state of the post after it. Once a person and post; again is no other report, unless it is graver.

    Raises NotThere, also for the place of a post that is gone: there is nothing left to look at.
    """
    _of_another(reader, post_id)
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post_id)
        if post.state in PURGED:
            raise NotThere
        _take(post, reader, reason=reason, now=now)
        open_reports = PostReport.objects.filter(post_id=post_id, is_open=True).count()
        then = after_report(post.state, reason=reason, open_reports=open_reports)  # type: ignore[arg-type]
        log(reader.space_id, "report", at=now, post=post_id, reason=reason)
        if then != post.state:
            Post.objects.filter(pk=post_id).update(state=then, changed_at=now)
            log(reader.space_id, "auto_hide", at=now, post=post_id, reason=reason)
    if then != post.state:
        answer_again(post.thread_id)
    return then


def alert(reader: Reader, post_id: int, *, now: datetime) -> None:
    """Asks a facilitator to look at the reader's own post; it stays where it is. Once, however often it is asked.

    Nothing happens when it is gone.
    """
    open_one = {"post_id": post_id, "user_id": None, "reason": "safeguarding", "is_open": True}
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post_id, author_id=reader.user_id)
        if post.state not in PURGED and not PostReport.objects.filter(**open_one).exists():
            PostReport.objects.create(**open_one, created=now)
            log(reader.space_id, "alert", at=now, post=post_id, reason="safeguarding")


def _take(post: Post, reader: Reader, *, reason: Reason, now: datetime) -> None:
    """A person's second report counts as one; "a patient could be identified" always counts anew."""
    row, is_new = PostReport.objects.get_or_create(
        post=post, user_id=reader.user_id, defaults={"reason": reason, "created": now}
    )
    if not is_new and reason == "patient":
        PostReport.objects.filter(pk=row.pk).update(reason=reason, created=now, is_open=True)


def _of_another(reader: Reader, post_id: int) -> Post:
    post = visible_to(reader).filter(pk=post_id).exclude(author_id=reader.user_id).first()
    if post is None:
        raise NotThere
    return post


def _must_have_met(reader: Reader, person_id: int) -> None:
    """Ids of people are not to be tried out: only who has written something the reader can see."""
    if not visible_to(reader).filter(author_id=person_id).exclude(author_id=reader.user_id).exists():
        raise NotThere


def _switch(rows: type[models.Model], is_on: bool, **which: Any) -> None:
    manager: Any = rows._default_manager  # pylint: disable=protected-access  # Django's documented name
    if not is_on:
        manager.filter(**which).delete()
        return
    try:
        with transaction.atomic():
            manager.create(**which)
    except IntegrityError:
        if not manager.filter(**which).exists():
            raise
