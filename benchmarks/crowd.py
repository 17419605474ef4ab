"""A space for a crowd: a million posts in the table beside a thousand, and the platform's forum beside them.

Two databases hold the same course: one with 12,222 learners and 1,000 posts in one space, one with 50,000 posts in
that space and 1,000,000 in the table. Each has a site of its own under gunicorn. The forum's Python API (its MySQL
backend, no search engine) stands behind the thinnest site there can be, with 50,000 posts in one course and none
besides. They are used in turns of a few seconds; the forum by one user alone, since a page of so many takes it seconds.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle
from statistics import median, quantiles
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.utils import timezone

from benchmarks import peers
from benchmarks.load import Act, Heard, as_json, served, use
from benchmarks.multiply import count, multiply
from demo import testing
from demo.addresses import handler as address_of
from demo.models import Enrolment
from demo.places import visit

User = get_user_model()
TITLE = "A space for a crowd: users at once on a space of 50,000 posts in a table of 1,000,000"
PEOPLE = 12_222
BASE, IN_SPACE, IN_TABLE = 1_000, 50_000, 1_000_000
SPACES = 20
SIGNED_IN = 200
LEVELS = (1, 10, 50)
TURNS, TURN_S = 5, 6.0
SMALL, LARGE, FORUM = "1,000", "1,000,000", "forum"
ACTS = ("first page", "next page", "waiting", "poll", "post", "reply", "react")


def report() -> Iterator[str]:
    if connection.vendor != "mysql":
        yield "needs MariaDB: make benchmarks DB=mariadb, or the command of benchmarks/README.md"
        return
    requests = _seed()
    sizes = {LARGE: _grow()}
    small = connection.settings_dict["NAME"] + "_few"
    yield f"{PEOPLE:,} learners; {sizes[LARGE]:,} posts in the table, {IN_SPACE:,} of them in the space"
    with (
        served(partial(_site, small)) as few,
        served(partial(_site, connection.settings_dict["NAME"])) as many,
        peers.site("talking", str(IN_SPACE)) as forum,
    ):
        ours = {SMALL: (few, _acts(requests, BASE)), LARGE: (many, _acts(requests, IN_SPACE))}
        for users in LEVELS:
            yield from _level(users, ours | ({FORUM: (forum, _forum_acts())} if users == 1 else {}))


def _level(users: int, sites: Mapping[str, tuple[int, Sequence[Act]]]) -> Iterator[str]:
    heard = {name: Heard() for name in sites}
    for _ in range(TURNS):
        for name, (port, acts) in sites.items():
            use(port, acts, users=users, seconds=TURN_S, heard=heard[name])
    yield f"{users} user{'s' if users > 1 else ''} at once, milliseconds p50 / p95"
    for act in ACTS:
        told = [f"{name} {_figures(heard[name].seconds[act])}" for name in sites if heard[name].seconds[act]]
        yield f"  {act:>10}: {'; '.join(told)}"
    ratios = [
        _p95(heard[LARGE].seconds[act]) / _p95(heard[SMALL].seconds[act])
        for act in ACTS
        if min(len(heard[name].seconds[act]) for name in (SMALL, LARGE)) > 1
    ]
    whole = {name: _p95([one for each in heard[name].seconds.values() for one in each]) for name in sites}
    yield (
        f"  p95 at {LARGE} to p95 at {SMALL}: {whole[LARGE] / whole[SMALL]:.2f} of all requests, "
        f"{median(ratios):.2f} median of the acts (goal: at most 1.3)"
    )
    if FORUM in sites:
        pages = [median(heard[name].seconds["first page"]) for name in (FORUM, LARGE)]
        yield f"  the forum's first page to ours: {pages[0] / pages[1]:.0f} times as long"
    refused = {name: dict(one.refused) for name, one in heard.items() if one.refused}
    if refused:
        yield f"  refused, by status: {refused}"


def _figures(seconds: Sequence[float]) -> str:
    return f"{1000 * median(seconds):6.1f} / {1000 * _p95(seconds):6.1f} ({len(seconds)})"


def _p95(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]


def _seed() -> list[tuple[dict[str, str], Any]]:
    """People, a course, a space of `BASE` posts, and people who have signed in: headers and address of each."""
    course = testing.make_course(run="crowd")
    User.objects.bulk_create([User(username=f"learner{n}") for n in range(PEOPLE)], batch_size=2000)
    people = list(User.objects.order_by("pk"))
    Enrolment.objects.bulk_create([Enrolment(user=one, course=course) for one in people], batch_size=2000)
    key = testing.add_block(course, "qi_social_space", name="crowd")
    signed_in = [_sign_in(key, person) for person in people[:SIGNED_IN]]
    post, space, reaction = (_model(name) for name in ("Post", "Space", "PostReaction"))
    first = space.objects.get()
    space.objects.bulk_create(
        [space(course_key=course.key, usage_key=f"{key}{n}") for n in range(SPACES - 1)]
    )  # theirs are the other posts of the table
    post.objects.bulk_create([_post(post, n, first, people) for n in range(1, BASE + 1)])
    kinds = cycle(("thanks", "me too", "learned"))
    reaction.objects.bulk_create(
        [reaction(id=n, post_id=n, user=people[n % PEOPLE], kind=next(kinds)) for n in range(1, BASE + 1)]
    )
    _copy_database()
    return signed_in


def _post(model: Any, n: int, space: Any, people: Sequence[Any]) -> Any:
    """Every third is a reply to the thread before it; every hundredth thread waits for an answer."""
    then = timezone.now() - timedelta(days=1)  # nobody has just posted: who posts too fast has to wait
    text = f"A post about the {n}th thing that we tried, and what we made of it afterwards."
    is_reply = n % 3 == 0
    return model(
        id=n,
        space=space,
        author=people[n * 7 % len(people)],
        token=f"seed{n}",
        text=text,
        html=f"<p>{text}</p>",
        audience="everyone",
        state="visible",
        created=then,
        changed_at=then,
        is_reply=is_reply,
        thread_id=n - 1 if is_reply else None,
        answered_at=None if n % 100 == 1 else then,
    )


def _sign_in(key: Any, person: Any) -> tuple[dict[str, str], Any]:
    client = testing.browser(person)
    testing.call(key, "accept_rules", {}, person, client=client)
    csrf = secrets.token_hex(16)
    session = client.cookies["sessionid"].value
    headers = {
        "Cookie": f"sessionid={session}; csrftoken={csrf}",
        "X-CSRFToken": csrf,
        "Content-Type": "application/json",
    }
    return headers, partial(address_of, visit("lms", key.context_key, user=person), key)


def _copy_database() -> None:
    """What is there now, under a second name: the small one."""
    # mysqldump and mysql are told of a socket only when it stands in the place of the host
    connection.settings_dict["HOST"] = connection.settings_dict["OPTIONS"]["unix_socket"]
    connection.creation._clone_test_db(suffix="few", verbosity=0)  # pylint: disable=protected-access


def _grow() -> int:
    post, reaction = _model("Post"), _model("PostReaction")
    first, last = (_model("Space").objects.order_by(order).first().pk for order in ("pk", "-pk"))
    copies, in_space = IN_TABLE // BASE - 1, IN_SPACE // BASE
    lowest = User.objects.order_by("pk").first().pk  # type: ignore[union-attr]
    multiply(
        post,
        size=BASE,
        copies=copies,
        set_to={
            "space_id": f"IF(copy.seq < {in_space}, {first}, {first} + 1 + copy.seq % {last - first})",
            "thread_id": f"row.thread_id + copy.seq * {BASE}",
            "author_id": f"{lowest} + (row.author_id - {lowest} + copy.seq * 11) % {PEOPLE}",
            "token": "CONCAT(row.token, '-', copy.seq)",
        },
    )
    multiply(reaction, size=BASE, copies=copies, set_to={"post_id": f"row.post_id + copy.seq * {BASE}"})
    return count(post)


def _model(name: str) -> Any:
    return apps.get_model("qi_social_space", name)


def _site(database: str) -> Any:
    connection.close()
    connection.settings_dict["NAME"] = database
    return get_wsgi_application()


def _acts(signed_in: Sequence[tuple[dict[str, str], Any]], size: int) -> list[Act]:
    people = cycle(signed_in)
    threads = [n for n in range(1, size + 1) if n % 3]
    turn = cycle(range(10**6))

    def ask(handler: str, *, method: str = "POST", **body: Any) -> Any:
        headers, address = next(people)
        return method, address(handler), headers, as_json(body) if method == "POST" else b""

    def write(**more: Any) -> Any:
        number = next(turn)
        text = f"Said for the {number}th time: {secrets.token_hex(4)}"
        return ask("write_post", draft={"token": secrets.token_hex(8), "text": text} | more)

    def any_thread() -> int:
        return threads[next(turn) * 101 % len(threads)]

    return [
        Act("first page", 6, lambda: ask("feed", sort="new", topic="")),
        Act("next page", 4, lambda: ask("feed", sort="new", topic="", after=any_thread())),
        Act("waiting", 2, lambda: ask("feed", sort="waiting", topic="")),
        Act("poll", 4, lambda: ask("news", method="GET")),
        Act("post", 1, write),
        Act("reply", 1, lambda: write(reply_to=any_thread())),
        Act("react", 2, lambda: ask("react", post=any_thread(), kind="thanks", is_on=True)),
    ]


def _forum_acts() -> list[Act]:
    turn = cycle(range(10**6))

    def ask(what: str, **body: Any) -> Any:
        number = next(turn)
        person = {"person": number % SIGNED_IN, "thread": number * 101 % (IN_SPACE * 2 // 3)}
        return "POST", f"/{what}", {"Content-Type": "application/json"}, as_json(person | body)

    return [
        Act("first page", 6, lambda: ask("page", number=1)),
        Act("next page", 4, lambda: ask("page", number=2 + next(turn) % 50)),
        Act("post", 1, lambda: ask("post")),
        Act("reply", 1, lambda: ask("reply")),
        Act("react", 2, lambda: ask("react")),
    ]
