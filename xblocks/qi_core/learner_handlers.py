"""The handlers a learner's page calls: a guard, one function of `saving`, and telling the platform."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from django.utils import timezone
from webob import Request, Response
from xblock.core import XBlock

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument, Tool
from qi_core.handlers import Body, answer, json_post, problems_json, visitor_on_page
from qi_core.host import Visitor, visitor_of

log = logging.getLogger(__name__)


class LearnerHandlers:
    """For a ToolBlock. The record is imported in functions: blocks are loaded before tables are."""

    tool: ClassVar[Tool]
    companions: ClassVar[Mapping[str, Tool]]
    runtime: Any
    scope_ids: Any
    last_saved_revision: int
    publish_progress: Callable[[float], None]
    practice_in: Any
    desk_of: Callable[..., Any]
    printable_page: Callable[..., str | None]

    @json_post("learner")
    def save_work(self, visitor: Visitor, body: Body) -> Response:
        """Not called "save": that is XBlock's own, which the runtime calls after every handler."""
        from qi_core import saving

        return self._write(visitor, body, saving.save)

    @json_post("learner")
    def restore(self, visitor: Visitor, body: Body) -> Response:
        from qi_core import saving

        return self._write(visitor, body, saving.restore)

    @json_post("learner")
    def erase_project(self, visitor: Visitor, body: Body) -> Response:
        from qi_core import saving

        return self._write(visitor, body, saving.erase)

    @json_post("learner")
    def load(self, visitor: Visitor, body: Body) -> Response:
        from qi_core import saving

        return self._attempt(visitor, body, saving.load)

    @json_post("learner")
    def versions(self, visitor: Visitor, body: Body) -> Response:
        from qi_core import saving

        return self._attempt(visitor, body, saving.versions)

    @XBlock.handler
    def export_work(self, _request: Request, _suffix: str = "") -> Response:
        """Everything that is kept of the learner, to keep: an attachment."""
        from qi_project import api

        visitor = visitor_of(self)
        if visitor.user_id is None or not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        work = {"exported_at": timezone.now().isoformat(), **api.export(visitor.user_id)}
        response = answer(200, {}, headers={"Content-Disposition": 'attachment; filename="my-work.json"'})
        text = json.dumps(work, ensure_ascii=False, indent=2)
        response.body = text.encode("utf-8", "backslashreplace")  # half a character is an escape in JSON, too
        return response

    @XBlock.handler
    def printable(self, request: Request, suffix: str = "") -> Response:
        """A page for printing: `blank` for anybody, the learner's own for the learner."""
        visitor = visitor_on_page(self, request)
        if suffix != "blank" and not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})

        def printed() -> Response:
            document = self.tool.empty() if suffix == "blank" else self.document_of(visitor)
            page = self.printable_page(document, which=suffix)
            if page is None:
                return answer(404, {"reason": "not_found"})
            return Response(page, content_type="text/html", charset="UTF-8", cache_control="no-store")

        return answered(printed)

    def document_of(self, visitor: Visitor) -> Any:
        from qi_core.desk import opened

        found = opened(self.desk_of(visitor))
        if found.problems:
            raise Problems(found.problems)
        return found.document

    def _write(self, visitor: Visitor, body: Body, action: Callable[..., Any]) -> Response:
        """`who` is whose page it was: on a ward PC somebody else may have signed in since."""
        if body.get("who") not in (None, str(visitor.user_id)):
            return answer(403, {"reason": "someone_else"})

        def told(desk: Any, body: Body, *, now: datetime) -> dict[str, Any]:
            outcome = action(desk, body, now=now)
            if elsewhere := self._elsewhere(visitor):
                return {**self._tell(replace(outcome, progress=None)), "elsewhere": elsewhere}
            return self._tell(outcome) if desk.tool is self.tool else self._tell_beside(visitor, outcome, now=now)

        return self._attempt(visitor, body, told)

    def _elsewhere(self, visitor: Visitor) -> dict[str, str] | None:
        """The project that the course works on now, when it is not the one that the page was opened on."""
        from qi_project import api

        if visitor.project is None or self.practice_in is not None:
            return None
        now = api.project_of(visitor.user_id or 0, course_key=self.scope_ids.usage_id.context_key)
        return {"title": now.title} if now and now.id != visitor.project else None

    def spin(self, visitor: Visitor, body: Body, action: Callable[..., dict[str, Any]]) -> Response:
        """For handlers of a tool that write into another tool's document: not on the page of somebody else."""
        if body.get("who") not in (None, str(visitor.user_id)) or self.practice_in is not None:
            return answer(403, {"reason": "someone_else"})
        return self._attempt(visitor, body, action)

    def _attempt(self, visitor: Visitor, body: Body, action: Callable[..., dict[str, Any]]) -> Response:
        """`tool` in the body may name a companion; the block's own tool is meant otherwise."""
        from qi_core.desk import read, state_of
        from qi_project.api import Stale

        now, tools = timezone.now(), {self.tool.TOOL: self.tool, **self.companions}
        name = body.get("tool", self.tool.TOOL)
        if not isinstance(name, str) or name not in tools:
            wrong = Problem("not_allowed", {"allowed": ", ".join(tools)})
            return answer(400, {"problems": problems_json({"tool": wrong})})
        desk = self.desk_of(visitor, tool=tools[name])

        def done() -> Response:
            try:
                return answer(200, action(desk, body, now=now))
            except Stale as stale:
                return answer(409, state_of(desk, read(desk, stale.newer), now=now))

        return answered(done)

    def _tell(self, outcome: Any) -> dict[str, Any]:
        """After everything has been written: the one field of ours, events, completion."""
        self.last_saved_revision = outcome.revision
        for name, payload in outcome.events:
            self.runtime.publish(self, name, payload)
        if outcome.progress is not None:
            self.publish_progress(outcome.progress)
        body: dict[str, Any] = outcome.body
        return body

    def _tell_beside(self, visitor: Visitor, outcome: Any, *, now: datetime) -> dict[str, Any]:
        """A companion was written: what the block's own document still needs may have changed with it."""
        from qi_core.desk import opened, state_of

        desk = self.desk_of(visitor)
        found = opened(desk)
        own = state_of(desk, found, now=now)
        judged = {name: own[name] for name in ("progress", "checks", "todo", "overview")}
        self._tell(replace(outcome, revision=found.stored.revision, progress=own["progress"]))
        return {**outcome.body, "own": judged}


def answered(action: Callable[[], Response]) -> Response:
    """What a document or the record refuses, as an answer."""
    from qi_project.api import Gone

    try:
        return action()
    except Problems as rejected:
        return answer(400, {"problems": problems_json(rejected.problems)})
    except NewerDocument:
        return answer(409, {"reason": "newer_version"})
    except Gone:
        return answer(409, {"reason": "project_gone"})
