"""The handlers that show: pages of the feed, one thread, more replies, what is new, a copy of one's own."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from webob import Request, Response
from xblock.core import XBlock

from qi_core.domain.problems import Problem, Problems
from qi_core.handlers import Body, answer
from qi_core.host import visitor_of
from qi_core.markdown import to_html
from qi_core.moments import iso
from qi_social_space.asking import Asker, answered, asked, asker_of, cohort_in, now, one_of, row_id
from qi_social_space.domain.vocabulary import SORTS
from qi_social_space.presenting import cursor


class ReadingHandlers:
    """For the block of a space."""

    runtime: Any
    presenter: Any
    topic_keys: Any
    tell: Any
    opened: Any

    @asked()
    def feed(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        after = row_id(body, "after") if body.get("after") is not None else None
        topic = one_of(body, "topic", ("", *self.topic_keys()))
        page = api.page(asker.reader, sort=one_of(body, "sort", SORTS), topic=topic, after=after)
        return self.presenter().page(page) | {"since": cursor(api.newest_change(asker.reader))}

    @asked()
    def thread(self, asker: Asker, body: Body) -> dict[str, Any]:
        """A deep link: the whole thread of whatever post."""
        from qi_social_space import api

        found = api.thread(asker.reader, row_id(body, "post"))
        return {"thread": self.presenter().threads([found])[0]}

    @asked()
    def replies(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        before = row_id(body, "before") if body.get("before") is not None else None
        found = api.replies(asker.reader, row_id(body, "post"), before=before)
        return {"replies": self.presenter().posts(found)}

    @asked()
    def history(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        found = api.history(asker.reader, row_id(body, "post"))
        return {"versions": [{"html": to_html(one.text), "replaced_at": iso(one.replaced_at)} for one in found]}

    @asked()
    def seen(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        api.read_up_to(asker.reader, post_id=row_id(body, "up_to") if body.get("up_to") else 0, now=now())
        return self.tell(asker)

    @XBlock.handler
    def news(self, request: Request, _suffix: str = "") -> Response:
        """Polling: one look into an index unless something has changed since `since`, the value of the last answer."""
        visitor = visitor_of(self)
        if not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        asker = asker_of(self, visitor, cohort=cohort_in(request))
        newest = cursor(self.newest_change(asker))
        etag = _etag(asker, f"{newest} {self._reported(asker)}")
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headerlist=[("ETag", etag)])
        response = answered(lambda: {**self._changed(asker, request), "since": newest})
        response.headers["ETag"] = etag
        return response

    def _reported(self, asker: Asker) -> int:
        """A report may change nothing that readers see; those who look after the space have to hear of it."""
        from qi_social_space import api

        return api.open_reports(asker.reader) if asker.standing.facilitates else 0

    def newest_change(self, asker: Asker) -> datetime | None:
        from qi_social_space import api

        return api.newest_change(asker.reader)

    def _changed(self, asker: Asker, request: Request) -> dict[str, Any]:
        from qi_social_space import api

        since = _moment(request.GET.get("since", ""))
        waiting = {"waiting": len(api.queue(asker.reader, now=now()))} if asker.standing.facilitates else {}
        if since is None:
            return {"threads": [], "gone": [], **waiting}
        threads = self.presenter().threads(api.changed(asker.reader, since=since))
        return {"threads": threads, "gone": api.gone(asker.reader, since=since), **waiting}

    @XBlock.handler
    def export_mine(self, _request: Request, _suffix: str = "") -> Response:
        """Everything one wrote in any space, to keep: an attachment."""
        from qi_social_space import api

        visitor = visitor_of(self)
        if visitor.user_id is None or not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        response = answer(200, {}, headers={"Content-Disposition": 'attachment; filename="my-posts.json"'})
        copy = {"exported_at": now().isoformat(), **api.export(visitor.user_id)}
        response.body = json.dumps(copy, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
        return response


def _etag(asker: Asker, newest: str) -> str:
    """Different for every reader and room; what it is made of cannot be read from it."""
    whole = f"{asker.reader.user_id} {asker.reader.space_id} {newest}"
    return f'"{sha256(whole.encode()).hexdigest()[:24]}"'


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Problems({"since": Problem("not_a_date")})
