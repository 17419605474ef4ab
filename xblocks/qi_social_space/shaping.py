"""Rows of posts as a reader may see them, with their reactions: three queries, however many posts."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Q

from qi_core.markdown import cleaned
from qi_social_space.domain.states import PURGED
from qi_social_space.models import Post, PostReaction, PostReport
from qi_social_space.values import PostView, Reader


def shaped(reader: Reader, rows: Sequence[Post]) -> tuple[PostView, ...]:
    ids = {row.pk for row in rows}
    counts, mine = _reactions(ids, reader.user_id)
    reports = _open_reports(ids) if reader.facilitates else {}
    return tuple(
        _view(reader, row, counts=counts[row.pk], mine=tuple(sorted(mine[row.pk])), reports=reports.get(row.pk, ()))
        for row in rows
    )


def _view(
    reader: Reader, row: Post, *, counts: dict[str, int], mine: tuple[str, ...], reports: tuple[str, ...]
) -> PostView:
    is_own = row.author_id == reader.user_id
    sees_text = row.state not in PURGED and (row.state == "visible" or is_own or reader.facilitates)
    is_told = is_own or reader.facilitates
    return PostView(
        id=row.pk,
        thread=row.thread_id,
        author_id=row.author_id,
        is_own=is_own,
        by_facilitator=row.by_facilitator,
        audience=row.audience,
        state=row.state,
        created=row.created,
        edited_at=row.edited_at,
        is_answered=row.answered_at is not None,
        html=cleaned(row.html) if sees_text else "",
        text=row.text if is_own else "",
        card=row.card if sees_text else None,
        note=row.note if is_told else "",
        question=row.question if sees_text else "",
        topic=row.topic,
        highlight=row.highlight if sees_text else "",
        is_pinned=row.is_pinned,
        held_for=row.held_for if is_told else "",
        reactions=counts if sees_text else {},
        mine=mine if sees_text else (),
        reports=reports,
    )


def _reactions(ids: set[int], user_id: int) -> tuple[dict[int, dict[str, int]], dict[int, set[str]]]:
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    mine: dict[int, set[str]] = defaultdict(set)
    grouped = PostReaction.objects.filter(post_id__in=ids).values("post_id", "kind").order_by()
    own = Count("id", filter=Q(user_id=user_id))
    for post_id, kind, number, is_mine in grouped.annotate(number=Count("id"), own=own).values_list(
        "post_id", "kind", "number", "own"
    ):
        counts[post_id][kind] = number
        if is_mine:
            mine[post_id].add(kind)
    return counts, mine


def _open_reports(ids: set[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = PostReport.objects.filter(post_id__in=ids, is_open=True).order_by("id")
    for post_id, reason in rows.values_list("post_id", "reason"):
        found[post_id] = (*found.get(post_id, ()), reason)
    return found
