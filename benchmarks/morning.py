"""Two hundred posts of forty people, as a facilitator may find them on a morning of the live week."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from django.apps import apps

Ask = Callable[..., dict[str, Any]]  # ask(username, handler, **body)
PEOPLE, THREADS, REPLIES = 40, 120, 75
HELD, REPORTED = 5, 8
FIRST_NAMES = "Ada Ben Chi Dara Eli Fay Gus Hana Ivo Joy Kit Lena Max Nia Oda Pia Ravi Sol Tess Uma".split()
BEGINNINGS = (
    "We want to try a reminder at handover",
    "My idea is a card by the bed",
    "I would like to ask every patient the same two questions",
    "We moved the trolley closer to the bay",
    "Our clinic lets people choose their time",
)
ENDS = (
    "and I wonder what would be worth counting.",
    "but nobody has time to write it down.",
    "and the first day went better than we had thought.",
    "and I do not know whom to tell about it first.",
    "and the night staff see it differently.",
)


def names() -> list[str]:
    return [f"{FIRST_NAMES[n % len(FIRST_NAMES)].lower()}{n}" for n in range(PEOPLE)]


def fill(ask: Ask, *, now: datetime) -> None:
    """Half of the threads have an answer; five posts are held, eight reported."""
    random, sent = Random(12_222), count()
    for who in names():
        ask(who, "accept_rules")

    def say(who: str, text: str, **more: Any) -> int:
        draft = {"token": f"morning{next(sent):05d}", "text": text, **more}
        return int(ask(who, "write_post", draft=draft)["post"]["id"])

    threads = [say(names()[n % PEOPLE], f"{_text(random)} ({n + 1})") for n in range(THREADS - HELD)]
    _put_back(threads, hours=(5.0, 90.0), now=now)
    answered = random.sample(threads, len(threads) * 2 // 3)
    for n in range(REPLIES):
        about = answered[n] if n < len(answered) else random.choice(answered)
        say(names()[(n * 7 + 3) % PEOPLE], f"{random.choice(ENDS).capitalize()} So we asked ({n + 1}).", reply_to=about)
    for n in range(HELD):
        say(names()[n], f"https://example.org/poster/{n}")
    for n, place in enumerate(random.sample(range(len(threads)), REPORTED)):
        reason = ("patient", "unkind", "other", "spam")[n % 4]
        ask(names()[(place + 1) % PEOPLE], "report_post", post=threads[place], reason=reason)


def _text(random: Random) -> str:
    return f"{random.choice(BEGINNINGS)}, {random.choice(ENDS)}"


def _put_back(posts: list[int], *, hours: tuple[float, float], now: datetime) -> None:
    """Handlers know only the present."""
    rows = apps.get_model("qi_social_space", "Post").objects
    newest, oldest = hours
    for place, post in enumerate(posts):
        said = now - timedelta(hours=oldest - (oldest - newest) * place / len(posts))
        rows.filter(pk=post).update(created=said, changed_at=said)
