"""What facilitators and moderators do. Each act is compare-and-set on the state that was read, and is logged."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.db.models import Min, Q, QuerySet

from qi_social_space.domain import queues
from qi_social_space.domain.states import PURGED, after
from qi_social_space.domain.vocabulary import Highlight, Reason
from qi_social_space.models import Pause, Post, PostReport
from qi_social_space.moderation_log import log
from qi_social_space.reading import visible_to
from qi_social_space.values import Faster, NotThere, Reader
from qi_social_space.writing import answer_again, purge

QUEUE_MAX = 50
Decision = Literal["hide", "keep", "restore", "approve", "erase"]


def decide(
    reader: Reader, post_id: int, *, act: Decision, reason: Reason | Literal[""], note: str, now: datetime
) -> str:
    """The new state. `note` is told to the author, and goes when the post is restored or erased.

    Raises NotThere, NotAllowed, or Faster when somebody decided in between.
    """
    row = visible_to(reader).filter(pk=post_id).first()
    if row is None:
        raise NotThere
    then = after(row.state, act)  # type: ignore[arg-type]
    with transaction.atomic():
        held = Post.objects.filter(pk=row.pk, state=row.state).update(
            state=then, held_for="", note=note if act in ("hide", "keep") else "", changed_at=now
        )
        if not held:
            raise Faster
        if act == "erase":
            purge(Post.objects.filter(pk=row.pk), state=then, now=now)
        PostReport.objects.filter(post_id=row.pk, is_open=True).update(is_open=False)
        log(reader.space_id, act, at=now, post=row.pk, actor=reader.user_id, reason=reason)
    answer_again(row.thread_id)
    return then


def dismiss_reports(reader: Reader, post_id: int, *, now: datetime) -> None:
    """It was looked at and may stay as it is."""
    if not visible_to(reader).filter(pk=post_id).exists():
        raise NotThere
    with transaction.atomic():
        PostReport.objects.filter(post_id=post_id, is_open=True).update(is_open=False)
        log(reader.space_id, "dismiss", at=now, post=post_id, actor=reader.user_id)


def highlight(
    reader: Reader, post_id: int, *, highlight_as: Highlight | Literal[""], is_pinned: bool, now: datetime
) -> None:
    """Threads alone: a reply stands where it was said."""
    there = visible_to(reader).filter(pk=post_id, is_reply=False, state="visible").exists()
    if not there:
        raise NotThere
    is_pick = is_pinned or bool(highlight_as)
    Post.objects.filter(pk=post_id, state="visible").update(
        highlight=highlight_as, is_pinned=is_pinned, is_pick=is_pick, changed_at=now
    )
    act = "pin" if is_pinned else "highlight" if highlight_as else "unhighlight"
    log(reader.space_id, act, at=now, post=post_id, actor=reader.user_id)


def pause(reader: Reader, person_id: int, *, until: datetime | None, now: datetime) -> None:
    """In the whole course; None: may write again. Only who has written here can be paused here."""
    if not Post.objects.filter(space_id=reader.space_id, author_id=person_id).exists():
        raise NotThere
    who: dict[str, Any] = {"course_key": reader.course_key, "user_id": person_id}
    with transaction.atomic():
        if until is None:
            Pause.objects.filter(**who).delete()
        else:
            Pause.objects.update_or_create(**who, defaults={"until": until})
        act = "pause" if until else "unpause"
        log(reader.space_id, act, at=now, actor=reader.user_id, person=person_id)


def queue(reader: Reader, *, now: datetime) -> tuple[queues.Waiting, ...]:
    """Reported, held and unanswered, the oldest first: fifty of each at most."""
    return queues.in_order([*_reported(reader), *_held(reader), *_unanswered(reader, now)])


def open_reports(reader: Reader) -> int:
    return _open_reports(reader).count()


def waiting_in(spaces: Sequence[int], *, now: datetime) -> dict[int, int]:
    """How many posts wait in each of these spaces, as their queues would tell. Three queries, however many spaces."""
    there = Post.objects.filter(space_id__in=spaces)
    reported = Q(reports__is_open=True) & ~Q(state__in=PURGED)
    held = Q(state="held") & ~Q(audience="me")
    kinds = (there.filter(reported), there.filter(held), _old(there, now))
    most = QUEUE_MAX * max(1, len(spaces))
    found = {one for rows in kinds for one in rows.order_by("id").values_list("space_id", "id").distinct()[:most]}
    counts = Counter(space for space, _ in found)
    return {space: counts[space] for space in spaces}


def _old(posts: QuerySet[Post], now: datetime) -> QuerySet[Post]:
    waits = posts.filter(is_reply=False, answered_at=None, state="visible", by_facilitator=False)
    return waits.exclude(audience="me").filter(created__lte=now - queues.UNANSWERED_AFTER)


def _open_reports(reader: Reader) -> QuerySet[PostReport]:
    """Of what is there: a report from before may be open for a post that is gone."""
    return PostReport.objects.filter(is_open=True, post__space_id=reader.space_id).exclude(post__state__in=PURGED)


def _reported(reader: Reader) -> list[queues.Waiting]:
    reports = _open_reports(reader)
    oldest = reports.values("post_id").annotate(since=Min("created")).order_by("since", "post_id")[:QUEUE_MAX]
    since = {one["post_id"]: one["since"] for one in oldest}
    reasons: dict[int, list[str]] = defaultdict(list)
    for post_id, reason in reports.filter(post_id__in=since).order_by("id").values_list("post_id", "reason"):
        reasons[post_id].append(reason)
    return [queues.Waiting(post, "reported", at, tuple(reasons[post])) for post, at in since.items()]


def _held(reader: Reader) -> list[queues.Waiting]:
    rows = visible_to(reader).filter(state="held").exclude(audience="me").order_by("id")
    found = rows.values_list("id", "changed_at", "held_for")[:QUEUE_MAX]
    return [queues.Waiting(post, "held", at, (held_for,)) for post, at, held_for in found]


def _unanswered(reader: Reader, now: datetime) -> list[queues.Waiting]:
    old = _old(visible_to(reader), now).order_by("id")
    return [queues.Waiting(post, "unanswered", at) for post, at in old.values_list("id", "created")[:QUEUE_MAX]]
