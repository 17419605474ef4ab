"""Writing: a post or reply that arrives once however often it is sent, edits, deleting, taking a card back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Min, Q, QuerySet

from qi_social_space.domain import pacing
from qi_social_space.domain.posting import Draft, Edit, fingerprint, is_blank, is_marked_as_edited
from qi_social_space.domain.states import NotAllowed, after
from qi_social_space.domain.vocabulary import State
from qi_social_space.models import Pause, Post, PostReport, PostVersion, RulesAccepted
from qi_social_space.reading import visible_to
from qi_social_space.values import Faster, NotThere, Paused, Reader, RulesNotAccepted, Written


@dataclass(frozen=True)
class Rendered:
    """What the sanitiser and the snapshot made of a draft; `premoderated`: a facilitator looks at everything first."""

    html: str
    card: Mapping[str, Any] | None = None
    premoderated: bool = False


def write(reader: Reader, draft: Draft, rendered: Rendered, *, now: datetime) -> Written:
    """Raises Paused, RulesNotAccepted, TooFast, NotThere (nothing to reply to), NotAllowed (it is there no more)."""
    earlier = _sent_before(reader, draft)
    if earlier:
        return earlier
    must_be_free(reader, now=now)
    root = _root_of(reader, draft)
    held = _pace(reader, draft.text, now=now, premoderated=rendered.premoderated)
    row = _row(reader, draft, rendered, held=held, root=root, now=now)
    try:
        with transaction.atomic():
            if root is not None and row.state == "visible" and root.author_id != reader.user_id:
                # before the reply goes in: its foreign key would hold the thread's row for reading, and two
                # repliers would wait for each other
                Post.objects.filter(pk=root.pk, answered_at=None).update(answered_at=now, changed_at=now)
            row.save(force_insert=True)
    except IntegrityError:
        again = _sent_before(reader, draft)
        if again is None:
            raise
        return again
    return Written(row.pk, row.thread_id, row.state)


def edit(reader: Reader, post_id: int, change: Edit, rendered: Rendered, *, now: datetime) -> Written:
    """The text alone; a hidden post is looked at again. Raises Faster, NotThere, NotAllowed, Paused.

    The text that is there already changes nothing: the first answer may have been lost on the way.
    """
    must_be_free(reader, now=now)
    row = _own(reader, post_id)
    then: State = after(row.state, "edit")  # type: ignore[arg-type]
    if change.text == row.text:
        return Written(row.pk, row.thread_id, row.state, is_new=False)
    held = pacing.held_because(change.text, fingerprint="", sent=(), premoderated=rendered.premoderated)
    if reader.facilitates or row.audience == "me":
        held = None
    is_marked = is_marked_as_edited(created=row.created, now=now)
    if held and then == "visible":
        then = "held"
    with transaction.atomic():
        changed = Post.objects.filter(pk=row.pk, state=row.state, changed_at=row.changed_at).update(
            text=change.text,
            html=rendered.html,
            fingerprint=fingerprint(change.text),
            state=then,
            held_for=held or ("edited" if then == "held" else ""),
            edited_at=now if is_marked else row.edited_at,
            changed_at=now,
        )
        if not changed:
            raise Faster
        if is_marked:
            PostVersion.objects.create(post_id=row.pk, text=row.text, replaced_at=now)
    if then != row.state:
        answer_again(row.thread_id)
    return Written(row.pk, row.thread_id, then)


def delete(reader: Reader, post_id: int, *, now: datetime) -> None:
    """The writer's own, at any time; replies stay. The text is gone everywhere."""
    row = _own(reader, post_id)
    after(row.state, "delete")  # type: ignore[arg-type]
    purge(Post.objects.filter(pk=row.pk), state="deleted", now=now)
    answer_again(row.thread_id)


def unshare(reader: Reader, post_id: int, *, now: datetime) -> None:
    """The card goes, the words stay; without words the whole post goes."""
    row = _own(reader, post_id)
    if is_blank(row.text):
        return delete(reader, post_id, now=now)
    after(row.state, "edit")  # type: ignore[arg-type]
    Post.objects.filter(pk=row.pk).update(card=None, question="", changed_at=now)
    return None


def purge(posts: QuerySet[Post], *, state: State, now: datetime) -> None:
    """Text, card, note and earlier versions are overwritten or deleted, for good; nobody waits for it.

    Reactions stay and are shown no more: that they reacted is what other people have done here.
    """
    with transaction.atomic():
        ids = list(posts.select_for_update().values_list("pk", flat=True))
        Post.objects.filter(pk__in=ids).update(
            state=state, text="", html="", card=None, note="", fingerprint="", question="", topic="",
            highlight="", held_for="", is_pinned=False, is_pick=False, changed_at=now,
        )  # fmt: skip
        PostVersion.objects.filter(post_id__in=ids).delete()
        PostReport.objects.filter(post_id__in=ids).update(is_open=False)  # there is nothing left to look at


def answer_again(thread_id: int | None) -> None:
    """When a reply comes or goes by anything but writing: the first visible reply of somebody else, or none."""
    if thread_id is None:
        return
    with transaction.atomic():
        root = Post.objects.select_for_update().get(pk=thread_id)
        by_others = Q(thread_id=thread_id, state="visible") & ~Q(author_id=root.author_id)
        first = Post.objects.filter(by_others).aggregate(first=Min("created"))["first"]
        Post.objects.filter(pk=thread_id).update(answered_at=first)


def must_be_free(reader: Reader, *, now: datetime) -> None:
    """Raises Paused or RulesNotAccepted."""
    who = {"course_key": reader.course_key, "user_id": reader.user_id}
    pause = Pause.objects.filter(**who, until__gte=now).first()
    if pause:
        raise Paused(pause.until)
    if not RulesAccepted.objects.filter(**who).exists():
        raise RulesNotAccepted


def _sent_before(reader: Reader, draft: Draft) -> Written | None:
    row = Post.objects.filter(space_id=reader.space_id, author_id=reader.user_id, token=draft.token).first()
    if row is None:
        return None
    is_other = row.text != draft.text or (not row.is_reply and row.audience != draft.audience)
    return Written(row.pk, row.thread_id, row.state, is_new=False, is_other=is_other)


def _root_of(reader: Reader, draft: Draft) -> Post | None:
    """Threads are one level deep: a reply to a reply joins its thread. A private answer has no replies."""
    if draft.reply_to is None:
        return None
    found = visible_to(reader).filter(pk=draft.reply_to).select_related("thread").first()
    root = found and (found.thread or found)
    if root is None or root.audience == "me":
        raise NotThere
    if root.state != "visible" and not (root.state == "held" and reader.facilitates):
        raise NotAllowed(root.state, "edit")  # type: ignore[arg-type]
    return root


def _pace(reader: Reader, text: str, *, now: datetime, premoderated: bool) -> pacing.Held | None:
    """Raises TooFast. Facilitators write as fast as they like, and nobody looks first."""
    if reader.facilitates:
        return None
    own = Post.objects.filter(space_id=reader.space_id, author_id=reader.user_id)
    recent = own.filter(created__gt=now - pacing.LONG_SPAN).values_list("created", "fingerprint")
    sent = [pacing.Sent(*one) for one in recent]
    pacing.must_be_slow(sent, first_ever=own.aggregate(first=Min("created"))["first"], now=now)
    return pacing.held_because(text, fingerprint=fingerprint(text), sent=sent, premoderated=premoderated)


def _row(
    reader: Reader, draft: Draft, rendered: Rendered, *, held: pacing.Held | None, root: Post | None, now: datetime
) -> Post:
    audience = root.audience if root else draft.audience
    is_held = held is not None and audience != "me"
    return Post(
        space_id=reader.space_id,
        thread_id=root.pk if root else None,
        is_reply=root is not None,
        author_id=reader.user_id,
        by_facilitator=reader.facilitates,
        token=draft.token,
        audience=audience,
        state="held" if is_held else "visible",
        held_for=held if held and is_held else "",
        text=draft.text,
        html=rendered.html,
        card=rendered.card,  # type: ignore[misc]  # any JSON
        question=draft.question or "",
        topic=draft.topic,
        fingerprint=fingerprint(draft.text),
        created=now,
        changed_at=now,
    )


def _own(reader: Reader, post_id: int) -> Post:
    row = Post.objects.filter(pk=post_id, space_id=reader.space_id, author_id=reader.user_id).first()
    if row is None:
        raise NotThere
    return row
