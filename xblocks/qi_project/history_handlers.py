"""The handlers of a project's history: what is kept of each tool's document, what changed, and going back."""

from typing import Any

from django.utils import timezone
from webob import Response

from qi_core import saving
from qi_core.domain.problems import Problem, Problems
from qi_core.handlers import Body, answer, json_post
from qi_core.host import Visitor
from qi_core.learner_handlers import answered
from qi_core.moments import iso
from qi_project import wording
from qi_project.guests import name_of, readable, tools_of, words_of

REVISION_MAX = saving.REVISION_MAX


class HistoryHandlers:
    """For the project's home."""

    runtime: Any
    whose: Any
    page_words: Any

    @json_post("learner")
    def history(self, visitor: Visitor, _body: Body) -> Response:
        """Of each tool that has something: its present state and those kept before it, the newest first."""
        from qi_project import api

        owner_id, which = visitor.user_id or 0, self.whose(visitor)

        def told() -> Response:
            found, tools = api.documents_of(owner_id, **which), tools_of(self)
            known = {tool: stored for tool, stored in found.documents.items() if tool in tools} if found else {}
            artefacts = [
                {
                    "tool": tool,
                    "name": name_of(tools[tool]),
                    "states": [_state(one) for one in (stored, *api.versions(owner_id, tool, **which))],
                }
                for tool, stored in known.items()
            ]
            return answer(200, {"artefacts": artefacts})

        return answered(told)

    @json_post("learner")
    def version(self, visitor: Visitor, body: Body) -> Response:
        """What was written at a revision: what had changed since the state kept before it, and all of it."""

        def told() -> Response:
            tool, revision = self._wanted(body)
            return answer(200, self._told(visitor, tool, revision))

        return answered(told)

    @json_post("learner")
    def restore_version(self, visitor: Visitor, body: Body) -> Response:
        """Of any tool's document. It becomes the next revision, and the present one is kept first."""
        from qi_project.api import Stale

        if body.get("who") != str(visitor.user_id):
            return answer(403, {"reason": "someone_else"})

        def restored() -> Response:
            desk, now = self._guest(body).desk_of(visitor), timezone.now()
            try:
                outcome = saving.restore(desk, body, now=now)
            except Stale as stale:
                return answer(409, {"reason": "stale", "revision": stale.newer.revision})
            for name, payload in outcome.events:
                self.runtime.publish(self, name, payload)
            return answer(200, {"revision": outcome.revision})

        return answered(restored)

    def _guest(self, body: Body) -> Any:
        tools, name = tools_of(self), body.get("tool")
        if not isinstance(name, str) or name not in tools:
            raise Problems({"tool": Problem("not_allowed", {"allowed": ", ".join(tools)})})
        return tools[name]

    def _wanted(self, body: Body) -> tuple[Any, int]:
        revision = body.get("revision")
        if not isinstance(revision, int) or isinstance(revision, bool) or not 0 < revision <= REVISION_MAX:
            raise Problems({"revision": Problem("not_a_number")})
        return self._guest(body), revision

    def _told(self, visitor: Visitor, guest: Any, revision: int) -> dict[str, Any]:
        from qi_project import api

        tool = guest.tool.TOOL
        states = api.state_and_before(visitor.user_id or 0, tool, revision=revision, **self.whose(visitor))
        if states[0] is None:
            raise Problems({"revision": Problem("not_kept", {"revision": revision})})
        state, before = (readable(guest, one) for one in states)
        words = words_of(self, guest)
        changes = wording.changes(before, state, words) if states[1] is not None else []
        return {"changes": changes, "outline": wording.outline(state, words), "is_first": states[1] is None}


def _state(one: Any) -> dict[str, Any]:
    return {"revision": one.revision, "saved_at": iso(one.saved_at), "counts": dict(one.counts)}
