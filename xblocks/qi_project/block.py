"""The project's home as an XBlock: the aim and what belongs to it, what every tool has of the project, what is next.

Completion 1.0: the parts that the author asks for are there, in the learner's project. An aim says what, by how much,
for whom and by when; a charter says why, for whom, what is in it and who does it, in the learner's own words; of the
stakeholders enough are named, each with how they will be involved; a change idea is linked to a driver; a PDSA cycle
was studied; a measure has enough points. Nothing depends on another person.
"""

from datetime import datetime
from typing import Any, ClassVar

from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import Integer, List, Scope, String

from qi_core.base import TITLE_SETTINGS
from qi_core.block import ToolBlock
from qi_core.domain.tool import Tool
from qi_core.handlers import Body, answer, json_post
from qi_core.host import Visitor
from qi_core.ready_made import ready_made
from qi_core.strings import _
from qi_project import domain
from qi_project.history_handlers import HistoryHandlers
from qi_project.list_handlers import ListHandlers
from qi_project.moving_handlers import MovingHandlers
from qi_project.print_handlers import PrintHandlers
from qi_project.settings import SETTINGS
from qi_project.strings import STRINGS

IN_SHORT = ("id", "title", "summary")
KINDS = ("charters", "stakeholders")


class ProjectBlock(ListHandlers, HistoryHandlers, MovingHandlers, PrintHandlers, ToolBlock):
    tool: ClassVar[Tool] = domain
    strings = STRINGS
    bundle = "qi_project"
    settings_spec = (*TITLE_SETTINGS, *SETTINGS)

    display_name = String(display_name=_("Title"), default=_("QI: project home"), scope=Scope.settings)
    parts = List(display_name=_("What counts for completion"), default=["aim", "charter"], scope=Scope.settings)
    stakeholders = Integer(display_name=_("How many stakeholders are enough"), default=3, scope=Scope.settings)
    points = Integer(display_name=_("How many points are enough"), default=10, scope=Scope.settings)
    starter = String(display_name=_("Charter to start from"), default="", scope=Scope.settings)
    hide_after = String(display_name=_("Hide the page by itself"), default="10", scope=Scope.settings)

    @property
    def practice_in(self) -> None:
        """A home is the project's, whatever an imported course says: a practice sheet has none."""
        return None

    def review_settings(self) -> dict[str, Any]:
        return {
            "home_parts": self.setting("parts"),
            "stakeholders": self.setting("stakeholders"),
            "points": self.setting("points"),
        }

    def judging_settings(self, visitor: Visitor) -> dict[str, Any]:
        if not visitor.may_save:
            return self.review_settings()
        from qi_project import api

        return self.review_settings() | {"counts": api.counts_of(visitor.user_id or 0, **self.whose(visitor))}

    def page_extras(self) -> dict[str, Any]:
        in_short = {kind: [{name: one[name] for name in IN_SHORT} for one in ready_made(kind)] for kind in KINDS}
        hide_after = int(self.setting("hide_after"))
        told = {"ready_made": in_short, "starter": self.setting("starter"), "hide_after": hide_after}
        return told | {"later_url": self.later_url}

    @property
    def later_url(self) -> str:
        """Of the second bundle: what is needed now and then."""
        return str(self.runtime.local_resource_url(self, "public/qi_project_second.js"))

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:
        from qi_project.overview import NOTHING, blocks_in

        if not visitor.may_save:
            return {"overview": dict(NOTHING)}
        blocks = blocks_in(self.scope_ids.usage_id.context_key)
        return {"overview": {**self._overview(visitor), "blocks": blocks}}

    def _overview(self, visitor: Visitor) -> dict[str, Any]:
        from qi_project.overview import overview_of

        return overview_of(visitor.user_id or 0, **self.whose(visitor))

    @json_post("learner")
    def look_around(self, visitor: Visitor, body: Body) -> Response:
        """How things stand now: in another window a tool may have been at work."""

        def look(desk: Any, _body: Body, *, now: datetime) -> dict[str, Any]:
            return {**self._overview(visitor), "own": self._judged_again(desk, visitor, now=now)}

        return self.spin(visitor, body, look)

    def _judged_again(self, desk: Any, visitor: Visitor, *, now: datetime) -> dict[str, Any]:
        """What the project still needs has changed with the other tools' work, and completion with it."""
        from qi_core.desk import opened, state_of

        found = opened(desk)
        own = state_of(desk, found, now=now)
        if found.document is not None and self._elsewhere(visitor) is None:
            self.publish_progress(own["progress"])
        return {name: own[name] for name in ("progress", "checks", "todo", "overview")}

    @XBlock.handler
    def template(self, _request: Request, suffix: str = "") -> Response:
        """A whole starter by its kind and id: anybody may read it, it comes with the package."""
        kind, _slash, id = suffix.partition("/")  # pylint: disable=redefined-builtin
        known = ready_made(kind) if kind in KINDS else ()
        found = next((one for one in known if one["id"] == id), None)
        return answer(200, found) if found else answer(404, {"reason": "not_found"})
