"""Plain values of the api as JSON for the page, with people's names, which are looked up and never kept."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from qi_core import compat
from qi_core.moments import iso


class Presenter:
    """One look-up of names for everything that an answer shows."""

    def __init__(self, *, full_names: bool) -> None:
        self._full = full_names

    def page(self, page: Any) -> dict[str, Any]:
        names = self._names([*page.pinned, *page.threads])
        return {
            "pinned": [_thread(one, names) for one in page.pinned],
            "threads": [_thread(one, names) for one in page.threads],
            "after": page.after,
        }

    def threads(self, threads: Iterable[Any]) -> list[dict[str, Any]]:
        shown = list(threads)
        names = self._names(shown)
        return [_thread(one, names) for one in shown]

    def posts(self, posts: Iterable[Any]) -> list[dict[str, Any]]:
        shown = list(posts)
        names = self._called(one.author_id for one in shown)
        return [post_json(one, names) for one in shown]

    def news(self, news: Any) -> dict[str, Any]:
        return {"posts": news.posts, "replies": self.posts(news.replies), "is_return": news.is_return}

    def people(self, ids: Iterable[int]) -> list[dict[str, Any]]:
        wanted = list(ids)
        names = self._called(wanted)
        return [{"id": one, "name": names[one]} for one in wanted if one in names]

    def _names(self, threads: Iterable[Any]) -> dict[int, str]:
        return self._called(one.author_id for one in _every(threads))

    def _called(self, ids: Iterable[int | None]) -> dict[int, str]:
        wanted = {one for one in ids if one is not None}
        return compat.names_of(wanted, full=self._full) if wanted else {}


def post_json(post: Any, names: dict[int, str]) -> dict[str, Any]:
    """`author` null: somebody who has left."""
    author = None if post.author_id is None else {"id": post.author_id, "name": names.get(post.author_id, "")}
    return {
        **{name: value for name, value in asdict(post).items() if name != "author_id"},
        "author": author,
        "created": iso(post.created),
        "edited_at": iso(post.edited_at),
    }


def waiting_json(waiting: Any) -> dict[str, Any]:
    return {**asdict(waiting), "since": iso(waiting.since), "reasons": list(waiting.reasons)}


def cursor(when: datetime | None) -> str:
    return when.isoformat() if when else ""


def _thread(thread: Any, names: dict[int, str]) -> dict[str, Any]:
    return {
        "post": post_json(thread.post, names),
        "replies": [post_json(one, names) for one in thread.replies],
        "reply_count": thread.reply_count,
    }


def _every(threads: Iterable[Any]) -> Iterator[Any]:
    for one in threads:
        yield one.post
        yield from one.replies
