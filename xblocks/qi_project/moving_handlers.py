"""The handlers that write a project into a file, and bring one in from another site."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from webob import Request, Response
from xblock.core import XBlock

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_core.events import checked
from qi_core.handlers import Body, answer, json_post, problems_json, visitor_on_page
from qi_core.host import Visitor
from qi_core.learner_handlers import answered
from qi_project.domain import moving
from qi_project.guests import name_of, readable, tools_of, words_of
from qi_project.wording import place_of

log = logging.getLogger(__name__)
IN_DOCUMENT = re.compile(r"artefacts\[(\d{1,2})\]\.document\.(.*)", re.DOTALL)
FILE_MAX = 2 * 1024 * 1024  # every tool's largest document; Django itself takes 2.5 MB


class MovingHandlers:
    """For the project's home."""

    runtime: Any
    scope_ids: Any
    whose: Any

    @XBlock.handler
    def export_project(self, request: Request, _suffix: str = "") -> Response:
        """The whole project as one file: an attachment."""
        visitor = visitor_on_page(self, request)
        if not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})

        def told() -> Response:
            written = self._written(visitor, now=timezone.now())
            if written is None:
                return answer(404, {"reason": "not_found"})
            response = answer(200, {}, headers={"Content-Disposition": 'attachment; filename="my-project.json"'})
            response.body = json.dumps(written, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
            return response

        return answered(told)

    @json_post("learner", most=FILE_MAX)
    def import_project(self, visitor: Visitor, body: Body) -> Response:
        """As a new project; nothing is written before every document in it has passed its own tool."""
        if body.get("who") != str(visitor.user_id):
            return answer(403, {"reason": "someone_else"})

        def taken() -> Response:
            try:
                return answer(200, self._taken_in(visitor, body.get("file"), now=timezone.now()))
            except Problems as rejected:
                return answer(400, self._refused(body.get("file"), rejected.problems))

        return answered(taken)

    def _written(self, visitor: Visitor, *, now: datetime) -> dict[str, Any] | None:
        from qi_project import api

        found = api.documents_of(visitor.user_id or 0, **self.whose(visitor))
        if found is None:
            return None
        tools = tools_of(self)

        def plain() -> Iterator[tuple[str, datetime, dict[str, Any]]]:
            for name, stored in found.documents.items():
                if name in tools and stored.saved_at is not None:
                    yield name, stored.saved_at, _plain(tools[name], stored)

        return moving.written(found.title, found.created, plain(), now=now)

    def _taken_in(self, visitor: Visitor, file: Any, *, now: datetime) -> dict[str, Any]:
        from qi_project import api

        guests = tools_of(self)
        project = moving.read(file, tools={name: guest.tool for name, guest in guests.items()})
        brought = [_brought(guests[one.tool], one, now=now) for one in project.artefacts]
        made = api.take_in(
            visitor.user_id or 0,
            title=project.title,
            created=project.created,
            brought=brought,
            now=now,
            course_key=self.scope_ids.usage_id.context_key,
        )
        self.runtime.publish(self, *checked("qi.project.taken_in", {"artefacts": len(brought)}))
        return {"made": str(made), "title": project.title}

    def _refused(self, file: Any, problems: Mapping[str, Problem]) -> dict[str, Any]:
        """`places`: where in the file a problem is, in the words of the tool that it is about."""
        places = {path: self._place(file, path) for path in problems}
        return {"problems": problems_json(problems), "places": {path: text for path, text in places.items() if text}}

    def _place(self, file: Any, path: str) -> str:
        """Nothing where there is no word for it: the file may hold anything, also a field that looks like a path."""
        within = IN_DOCUMENT.fullmatch(path)
        if not within:
            return ""
        try:
            artefact = file["artefacts"][int(within[1])]
            guest = tools_of(self)[artefact["tool"]]
            return f"{name_of(guest)}: {place_of(within[2], artefact['document'], words_of(self, guest))}"
        except (LookupError, TypeError, AttributeError, ValueError):
            return ""


def _plain(guest: Any, stored: Any) -> dict[str, Any]:
    """In the present schema; as it lies there where a newer release wrote it."""
    try:
        return readable(guest, stored.document)
    except NewerDocument:
        return dict(stored.document)


def _brought(guest: Any, one: moving.ReadArtefact, *, now: datetime) -> Any:
    from qi_project.api import Brought

    judged = guest.tool.review(one.document, settings=guest.review_settings(), today=now.date())
    return Brought(one.tool, guest.tool.dump(one.document), dict(judged.counts), one.saved_at)
