"""What a reader sees. Every query begins with `visible_to`; the number of queries depends on no number of posts."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Count, F, Max, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from qi_social_space.domain.vocabulary import Sort
from qi_social_space.models import Follow, Membership, Mute, Post, PostVersion, TopicFollow
from qi_social_space.shaping import shaped
from qi_social_space.values import News, NotThere, Page, PostView, Reader, Thread, Version

PAGE = 20
REPLIES_SHOWN = 3
REPLIES_PAGE = 50
PINNED_MAX = 5
COUNTED_TO = 100
REPLIES_TOLD = 5
CHANGES_MAX = 60


def visible_to(reader: Reader) -> QuerySet[Post]:
    """The one door. A deleted or erased thread keeps its place only where somebody had answered."""
    here = Post.objects.filter(space_id=reader.space_id)
    own = Q(author_id=reader.user_id)
    if reader.only_own:
        return here.filter(own)
    if reader.facilitates:
        shared = Q(audience__in=("everyone", "facilitators"))
    else:
        muted = Mute.objects.filter(user_id=reader.user_id, course_key=reader.course_key).values("person_id")
        to_me = Q(audience="everyone") | Q(audience="facilitators", thread__author_id=reader.user_id)
        shared = to_me & ~Q(state="held") & ~Q(author_id__in=muted)
    without_place = Q(state__in=("deleted", "erased"), is_reply=False, answered_at=None)
    return here.filter((own | shared) & ~without_place)


def page(reader: Reader, *, sort: Sort = "new", topic: str = "", after: int | None = None) -> Page:
    """Twenty threads: "waiting" begins with the oldest, the others with the newest. Pins stand on the first page."""
    roots = _sorted(visible_to(reader).filter(is_reply=False), reader, sort=sort)
    if topic:
        roots = roots.filter(topic=topic)
    forward = sort == "waiting"
    if after is not None:
        roots = roots.filter(id__gt=after) if forward else roots.filter(id__lt=after)
    found = list(roots.order_by("id" if forward else "-id")[: PAGE + 1])
    shown = found[:PAGE]
    pinned = _pinned(reader) if after is None and sort == "new" and not topic else []
    threads = _threads(reader, [*pinned, *shown])
    pins = {one.pk for one in pinned}
    return Page(
        threads=tuple(one for one in threads[len(pinned) :] if one.post.id not in pins),
        pinned=tuple(threads[: len(pinned)]),
        after=shown[-1].pk if len(found) > PAGE else None,
    )


def thread(reader: Reader, post_id: int) -> Thread:
    """The thread a post is in; raises NotThere."""
    post = _visible(reader, post_id)
    root = post if post.thread_id is None else _visible(reader, post.thread_id)
    return _threads(reader, [root])[0]


def replies(reader: Reader, post_id: int, *, before: int | None = None) -> tuple[PostView, ...]:
    """Up to fifty replies of a thread before a reply, oldest first."""
    root = _visible(reader, post_id)
    found = visible_to(reader).filter(thread_id=root.pk)
    if before is not None:
        found = found.filter(id__lt=before)
    newest_first = list(found.order_by("-id")[:REPLIES_PAGE])
    return shaped(reader, newest_first[::-1])


def posts(reader: Reader, ids: Collection[int]) -> dict[int, PostView]:
    found = list(visible_to(reader).filter(id__in=ids).order_by("id"))
    return {one.id: one for one in shaped(reader, found)}


def history(reader: Reader, post_id: int) -> tuple[Version, ...]:
    """What its writer changed after the window for tidying up, oldest first: for the writer and facilitators."""
    post = _visible(reader, post_id)
    if post.author_id != reader.user_id and not reader.facilitates:
        raise NotThere
    rows = PostVersion.objects.filter(post_id=post.pk).order_by("id")
    return tuple(Version(*one) for one in rows.values_list("text", "replaced_at"))


def newest_change(reader: Reader) -> datetime | None:
    """One look into an index: what a poll compares."""
    found: datetime | None = Post.objects.filter(space_id=reader.space_id).aggregate(at=Max("changed_at"))["at"]
    return found


def changed(reader: Reader, *, since: datetime) -> tuple[Thread, ...]:
    """Threads in which something has changed, newest change first, with every reply that has."""
    found = visible_to(reader).filter(changed_at__gt=since).order_by("-changed_at")
    pairs = list(found.values_list("thread_id", "id")[:CHANGES_MAX])
    ids = list(dict.fromkeys(root or own for root, own in pairs))
    roots = {one.pk: one for one in visible_to(reader).filter(id__in=ids, is_reply=False)}
    replies_too = {own for root, own in pairs if root}
    return tuple(_threads(reader, [roots[one] for one in ids if one in roots], also=replies_too))


def gone(reader: Reader, *, since: datetime) -> tuple[int, ...]:
    """Posts that have changed and that the reader may have seen and can see no longer, such as erased ones."""
    if reader.only_own:
        return ()
    audiences = ("everyone", "facilitators") if reader.facilitates else ("everyone",)
    recent = Post.objects.filter(space_id=reader.space_id, changed_at__gt=since, audience__in=audiences)
    ids = list(recent.order_by("-changed_at").values_list("id", flat=True)[:CHANGES_MAX])
    still = set(visible_to(reader).filter(id__in=ids).values_list("id", flat=True))
    return tuple(one for one in ids if one not in still)


def news(reader: Reader) -> News:
    """Since the last visit; nothing on the first."""
    member = Membership.objects.filter(space_id=reader.space_id, user_id=reader.user_id).first()
    if member is None or not member.visit_from:
        return News()
    fresh = visible_to(reader).filter(id__gt=member.visit_from, state="visible").exclude(author_id=reader.user_id)
    answers = fresh.filter(thread__author_id=reader.user_id).order_by("-id")[:REPLIES_TOLD]
    count = fresh.filter(is_reply=False).values("id")[:COUNTED_TO].count()
    return News(posts=count, replies=shaped(reader, list(answers)), is_return=True)


def _visible(reader: Reader, post_id: int) -> Post:
    found = visible_to(reader).filter(id=post_id).first()
    if found is None:
        raise NotThere
    return found


def _sorted(roots: QuerySet[Post], reader: Reader, *, sort: Sort) -> QuerySet[Post]:
    if sort == "unseen":
        since = Membership.objects.filter(space_id=reader.space_id, user_id=reader.user_id).values("visit_from")
        return roots.filter(id__gt=Coalesce(Subquery(since), 0), state="visible").exclude(author_id=reader.user_id)
    if sort == "waiting":
        return roots.filter(answered_at=None, state="visible")
    if sort == "picks":
        return roots.filter(is_pick=True, state="visible")
    if sort == "mine":
        return roots.filter(author_id=reader.user_id)
    if sort == "following":
        people = Follow.objects.filter(user_id=reader.user_id, course_key=reader.course_key).values("person_id")
        topics = TopicFollow.objects.filter(user_id=reader.user_id, space_id=reader.space_id).values("topic")
        return roots.filter(Q(author_id__in=people) | Q(topic__in=topics))
    return roots


def _pinned(reader: Reader) -> list[Post]:
    pinned = visible_to(reader).filter(is_reply=False, is_pick=True, is_pinned=True, state="visible")
    return list(pinned.order_by("-id")[:PINNED_MAX])


def _threads(reader: Reader, roots: list[Post], *, also: Collection[int] = ()) -> list[Thread]:
    """One query for the last replies, one for those asked for `also`, then what `shaped` asks for all posts."""
    by_thread = [F("thread_id")]
    numbered = (
        visible_to(reader)
        .filter(thread_id__in={one.pk for one in roots})
        .annotate(
            place=Window(RowNumber(), partition_by=by_thread, order_by=F("id").desc()),
            total=Window(Count("id"), partition_by=by_thread),
        )
    )
    newest = list(numbered.filter(place__lte=REPLIES_SHOWN))
    totals = {one.thread_id: one.total for one in newest}
    shown: dict[int, Post] = {one.pk: one for one in newest}
    if also:
        shown |= {one.pk: one for one in visible_to(reader).filter(id__in=also)}
    last = sorted(shown.values(), key=lambda one: one.pk)
    views = {one.id: one for one in shaped(reader, [*roots, *last])}
    return [Thread(views[root.pk], _under(root, last, views), totals.get(root.pk, 0)) for root in roots]


def _under(root: Post, last: Iterable[Post], views: dict[int, PostView]) -> tuple[PostView, ...]:
    return tuple(views[one.pk] for one in last if one.thread_id == root.pk)
