"""A space with many posts beside the same space with few: whole requests, in turns, as ratios of their medians.

The posts are put into the tables in bulk, a third of them replies; every hundredth thread waits for an answer. What is
measured goes through the handlers, with session, middleware and the platform's own tables.
"""

import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from demo import testing

TITLE = "A space of many posts beside one of few"
FEW, MANY = 100, 10_000
ROUNDS = 15
AUTHORS = 50
OUR_TABLES = "qi_social_space_"
ACTS = ("first page", "next page", "waiting", "poll", "post", "reply", "react")


def report() -> Iterator[str]:
    course = testing.make_course()
    learner = testing.make_person("bench_talker", staff_of=[course])  # staff are not slowed down
    client = testing.browser(learner)
    authors = [testing.make_person(f"author{n}", enrolled_in=[course]) for n in range(AUTHORS)]
    few, many = (_space(course, learner, client, authors, size) for size in (FEW, MANY))
    for name in ACTS:
        pairs = [(_seconds(few[name]), _seconds(many[name])) for _ in range(ROUNDS)]
        small, large = ([1000 * one for one in column] for column in zip(*pairs, strict=True))
        p95 = quantiles(large, n=20)[-1]
        ratio = median(two / one for one, two in pairs)
        same = _queries(few[name]), _queries(many[name])
        yield (
            f"{name:>10}: {FEW} posts {median(small):6.1f} ms, {MANY} posts {median(large):6.1f} ms (p95 {p95:6.1f}), "
            f"ratio {ratio:4.2f}; {same[0]} and {same[1]} queries on our tables"
        )


def _space(course: Any, learner: Any, client: Any, authors: list[Any], size: int) -> dict[str, Callable[[], None]]:
    key = testing.add_block(course, "qi_social_space", name=f"space{size}")

    def ask(handler: str, **body: Any) -> Any:
        reply = testing.call(key, handler, body, learner, client=client)
        if reply.status not in (200, 304):
            raise RuntimeError(f"{handler} was answered {reply.status}: {reply.json}")
        return reply.json

    ask("accept_rules")
    first, last = _fill(ask, authors, size)
    tokens = iter(range(10**9))
    draft: Callable[..., dict[str, Any]] = lambda **more: {  # noqa: E731 -- a body
        "token": f"bench{next(tokens):08d}", "text": f"Said for the {next(tokens)}th time", **more,
    }  # fmt: skip
    after = first + (last - first) // 2
    return {
        "first page": lambda: ask("feed", sort="new", topic=""),
        "next page": lambda: ask("feed", sort="new", topic="", after=after),
        "waiting": lambda: ask("feed", sort="waiting", topic=""),
        "poll": lambda: testing.call(key, "news", user=learner, client=client, method="GET") and None,
        "post": lambda: ask("write_post", draft=draft()),
        "reply": lambda: ask("write_post", draft=draft(reply_to=first)),
        "react": lambda: ask("react", post=first, kind="thanks", is_on=True),
    }


def _fill(ask: Callable[..., Any], authors: list[Any], size: int) -> tuple[int, int]:
    """The numbers of the first and the last thread."""
    post, space = (apps.get_model("qi_social_space", name) for name in ("Post", "Space"))
    room, now = space.objects.order_by("-pk").first(), timezone.now()
    common = {"space": room, "audience": "everyone", "state": "visible", "created": now, "changed_at": now}

    def row(n: int, **more: Any) -> Any:
        text = f"A post about the {n}th thing that we tried, and what we made of it afterwards."
        said = {"text": text, "html": f"<p>{text}</p>", "token": f"b{n}"}
        return post(author=authors[n % AUTHORS], **said, **common, **more)

    threads = size * 2 // 3
    begun = [row(n, answered_at=None if n % 100 == 0 else now) for n in range(threads)]
    post.objects.bulk_create(begun, batch_size=2000)
    ids = list(post.objects.filter(space=room).order_by("pk").values_list("pk", flat=True))
    replies = [row(n, thread_id=ids[n % threads], is_reply=True) for n in range(threads, size)]
    post.objects.bulk_create(replies, batch_size=2000)
    ask("seen", up_to=ids[-1])
    return ids[0], ids[-1]


def _seconds(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _queries(run: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as captured:
        run()
    return sum(OUR_TABLES in query["sql"] for query in captured.captured_queries)
