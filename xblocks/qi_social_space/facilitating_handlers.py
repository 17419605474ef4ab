"""The handlers of facilitators and moderators: the queue, decisions, highlights, pauses, the log."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from io import StringIO
from typing import Any

from webob import Request, Response
from xblock.core import XBlock

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.texts import LONG_MAX
from qi_core.events import checked
from qi_core.handlers import Body, answer
from qi_core.host import visitor_of
from qi_core.moments import iso
from qi_social_space.asking import Asker, asked, asker_of, cohort_in, flag, now, one_of, row_id
from qi_social_space.domain.posting import must_be_safe, tidy
from qi_social_space.domain.vocabulary import HIGHLIGHTS, REASONS
from qi_social_space.presenting import waiting_json

DAYS_MAX = 90
LOG_SHOWN = 200
LOG_COLUMNS = ("at", "act", "reason", "post", "actor", "person")
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")  # a spreadsheet would work out a name that begins with one of these
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something older
DECISIONS = ("hide", "keep", "restore", "approve", "dismiss")


class FacilitatingHandlers:
    """For the block of a space."""

    presenter: Any
    tell: Any

    @asked("facilitate")
    def queue(self, asker: Asker, _body: Body) -> dict[str, Any]:
        from qi_social_space import api

        waiting = api.queue(asker.reader, now=now())
        posts = api.posts(asker.reader, [one.post for one in waiting])
        return {
            "queue": [waiting_json(one) for one in waiting],
            "posts": self.presenter().posts(posts.values()),
        }

    @asked("facilitate")
    def decide(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post, act = row_id(body, "post"), one_of(body, "act", DECISIONS)
        if act == "dismiss":
            api.dismiss_reports(asker.reader, post, now=now())
        else:
            why = one_of(body, "reason", ("", *REASONS))
            api.decide(asker.reader, post, act=act, reason=why, note=_note(body), now=now())
        return self._after(asker, post, act)

    @asked("moderate")
    def erase_post(self, asker: Asker, body: Body) -> dict[str, Any]:
        """For good, everywhere; it has to be confirmed by the word "erase"."""
        from qi_social_space import api

        one_of(body, "confirm", ("erase",))
        post, why = row_id(body, "post"), one_of(body, "reason", ("", *REASONS))
        api.decide(asker.reader, post, act="erase", reason=why, note="", now=now())
        return self._after(asker, post, "erase")

    @asked("facilitate")
    def highlight(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post, word = row_id(body, "post"), one_of(body, "highlight", ("", *HIGHLIGHTS))
        api.highlight(asker.reader, post, highlight_as=word, is_pinned=flag(body, "is_pinned"), now=now())
        return self._after(asker, post, "highlight")

    @asked("moderate")
    def pause(self, asker: Asker, body: Body) -> dict[str, Any]:
        """For so many days from now; 0 ends the pause."""
        from qi_social_space import api

        days = body.get("days")
        if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= DAYS_MAX:
            raise Problems({"days": Problem("out_of_range", {"min": 0, "max": DAYS_MAX})})
        until = now() + timedelta(days=days) if days else None
        api.pause(asker.reader, row_id(body, "person"), until=until, now=now())
        return self.tell(asker, [checked("qi.space.moderated", {"act": "pause"})])

    @asked("facilitate")
    def log(self, asker: Asker, _body: Body) -> dict[str, Any]:
        from qi_social_space import api

        return {"log": self._log(api.logged(asker.reader.space_id, newest=LOG_SHOWN))}

    @XBlock.handler
    def export_log(self, request: Request, _suffix: str = "") -> Response:
        """The whole log of a room as a file for a spreadsheet: who did what to which number, and never a text."""
        from qi_social_space import api

        visitor = visitor_of(self)
        if not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        asker = asker_of(self, visitor, cohort=cohort_in(request))
        if not asker.standing.facilitates:
            return answer(403, {"reason": "not_facilitator"})
        text = csv_of(self._log(api.logged(asker.reader.space_id)))
        response = Response(text, content_type="text/csv", charset="UTF-8", cache_control="no-store")
        response.headers["Content-Disposition"] = 'attachment; filename="moderation-log.csv"'
        return response

    def _log(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        people = self.presenter().people({one for row in rows for one in (row.actor_id, row.person_id) if one})
        names = {one["id"]: one["name"] for one in people}
        return [
            {
                "at": iso(row.at), "act": row.act, "reason": row.reason, "post": row.post,
                "actor": names.get(row.actor_id), "person": names.get(row.person_id),
            }
            for row in rows
        ]  # fmt: skip

    def _after(self, asker: Asker, post: int, act: str) -> dict[str, Any]:
        from qi_social_space import api

        told = self.tell(asker, [checked("qi.space.moderated", {"post": post, "act": act})])
        found = api.posts(asker.reader, [post])
        return told | {"post": next(iter(self.presenter().posts(found.values())), None)}


def csv_of(log: Iterable[dict[str, Any]]) -> str:
    """Its columns are named as the page's JSON names them, in every language, for whoever adds several logs up."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(LOG_COLUMNS)
    for row in log:
        cells = ["" if row[name] is None else str(row[name]) for name in LOG_COLUMNS]
        writer.writerow(f"'{cell}" if FORMULA.match(cell) else cell for cell in cells)
    return BYTE_ORDER_MARK + text.getvalue()


def _note(body: Body) -> str:
    """What the author is told; it is read like a post."""
    note = tidy(body.get("note", ""))
    if not isinstance(note, str) or len(note) > LONG_MAX:
        raise Problems({"note": Problem("too_long", {"max": LONG_MAX})})
    confirmed = body.get("confirmed")
    marks = [one for one in confirmed if isinstance(one, str)] if isinstance(confirmed, list) else []
    must_be_safe({"note": note}, confirmed=marks)
    return note
