"""Spaces and who is in them: finding the room, coming in, reading on, and what is known of one person."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from opaque_keys.edx.keys import UsageKey

from qi_social_space.domain.completion import Acts
from qi_social_space.models import (
    Follow,
    Membership,
    Mute,
    Pause,
    Post,
    PostReaction,
    RulesAccepted,
    Space,
    TopicFollow,
)
from qi_social_space.values import Reader, Standing

VISIT_ENDS_AFTER = timedelta(minutes=30)
STANDS = ("visible", "held", "hidden", "erased")  # what others took from readers was written nevertheless


def space_of(usage_key: UsageKey, *, cohort: int, on_leaving: str) -> int:
    """The id of the room, made when it is first asked for; the author's choice for leavers is kept up to date."""
    space, _ = Space.objects.get_or_create(
        usage_key=str(usage_key),
        cohort=cohort,
        defaults={"course_key": usage_key.course_key, "on_leaving": on_leaving},
    )
    if space.on_leaving != on_leaving:
        Space.objects.filter(pk=space.pk).update(on_leaving=on_leaving)
    return space.pk


def rooms_of(usage_key: UsageKey) -> dict[int, int]:
    """The ids of the rooms there are already, by cohort."""
    return dict(Space.objects.filter(usage_key=str(usage_key)).order_by("cohort").values_list("cohort", "id"))


def come_in(reader: Reader, *, now: datetime) -> None:
    """A visit that begins half an hour after the last one ended remembers how far that one had read."""
    here = Membership.objects.filter(space_id=reader.space_id, user_id=reader.user_id)
    member = here.first()
    if member is None:
        Membership.objects.get_or_create(
            space_id=reader.space_id, user_id=reader.user_id, defaults={"last_here": now}
        )
    elif now - member.last_here > VISIT_ENDS_AFTER:
        here.update(last_here=now, visit_from=member.seen_up_to)


def read_up_to(reader: Reader, *, post_id: int, now: datetime) -> None:
    """Whatever is sent, nobody has read what is not there yet, and nobody unreads."""
    here = _member(reader, now)
    newest = Post.objects.filter(space_id=reader.space_id).order_by("-id").values_list("id", flat=True).first()
    upto = min(post_id, newest or 0)
    here.filter(seen_up_to__lt=upto).update(seen_up_to=upto)
    here.update(last_here=now)
    here.filter(read_at=None).update(read_at=now)


def decline(reader: Reader, *, declines: bool, now: datetime) -> None:
    """"I'd rather not post", which can be taken back, also when it was said in another of the block's rooms."""
    here = _member(reader, now)
    if declines:
        here.update(declined_at=now)
    else:
        Membership.objects.filter(user_id=reader.user_id, space_id__in=_rooms(reader)).update(declined_at=None)


def accept_rules(reader: Reader, *, now: datetime) -> None:
    RulesAccepted.objects.get_or_create(
        course_key=reader.course_key, user_id=reader.user_id, defaults={"at": now}
    )


def standing_of(reader: Reader, *, now: datetime) -> Standing:
    """Eight queries, whatever has been said."""
    who = {"course_key": reader.course_key, "user_id": reader.user_id}
    pause = Pause.objects.filter(**who, until__gte=now).first()
    topics = TopicFollow.objects.filter(space_id=reader.space_id, user_id=reader.user_id).order_by("topic")
    return Standing(
        acts=acts_of(reader),
        has_accepted_rules=RulesAccepted.objects.filter(**who).exists(),
        paused_until=pause.until if pause else None,
        topics=tuple(topics.values_list("topic", flat=True)),
        followed=tuple(Follow.objects.filter(**who).order_by("person_id").values_list("person_id", flat=True)),
        muted=tuple(Mute.objects.filter(**who).order_by("person_id").values_list("person_id", flat=True)),
    )


def acts_of(reader: Reader) -> Acts:
    """In all rooms of the block: who was moved to another cohort, or looks into one, has done what was done."""
    rooms = _rooms(reader)
    visits = Membership.objects.filter(space_id__in=rooms, user_id=reader.user_id)
    moments = list(visits.values_list("read_at", "declined_at"))
    own = Post.objects.filter(space_id__in=rooms, author_id=reader.user_id, state__in=STANDS)
    written = own.aggregate(posts=Count("id", filter=Q(is_reply=False)), replies=Count("id", filter=Q(is_reply=True)))
    reacted = PostReaction.objects.filter(user_id=reader.user_id, post__space_id__in=rooms)
    return Acts(
        has_read=any(read_at for read_at, _ in moments),
        posts=written["posts"],
        replies=written["replies"],
        reactions=reacted.values("post_id").distinct().count(),
        has_declined=any(declined_at for _, declined_at in moments),
    )


def _rooms(reader: Reader) -> QuerySet[Space]:
    """The reader's space and the block's other ones; to be asked for as a part of another query."""
    here = Space.objects.filter(pk=reader.space_id).values("usage_key")
    return Space.objects.filter(usage_key__in=here)


def _member(reader: Reader, now: datetime) -> QuerySet[Membership]:
    come_in(reader, now=now)
    return Membership.objects.filter(space_id=reader.space_id, user_id=reader.user_id)


def was_never_here(user_id: int, *, usage_key: UsageKey) -> None:
    """What staff delete as a learner's state: reading and declining, in every room of the block."""
    Membership.objects.filter(user_id=user_id, space__usage_key=str(usage_key)).delete()


def counts_for(usernames: Collection[str], *, usage_key: UsageKey) -> dict[str, tuple[int, int]]:
    """Posts and replies by user name, whoever has written nothing left out; one query."""
    written = Post.objects.filter(
        space__usage_key=str(usage_key), author__username__in=usernames, state__in=STANDS
    ).order_by()
    begun, answered = Count("id", filter=Q(is_reply=False)), Count("id", filter=Q(is_reply=True))
    rows = written.values_list("author__username").annotate(begun=begun, answered=answered)
    return {name: (posts, replies) for name, posts, replies in rows}
