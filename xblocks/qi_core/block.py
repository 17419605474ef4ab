"""ToolBlock: a learner's tool as an XBlock. A tool gives its domain, words, bundle and settings.

What a tool must set:  tool, strings, bundle
What it may set:       settings_spec (BASE_SETTINGS plus its own) and fields of the same names, companions
What it may override:  review_settings, judging_settings, starts_with, page_extras, project_extras, printable_page,
                       printed_part
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django.utils import timezone
from opaque_keys.edx.keys import UsageKey
from xblock.fields import Scope, String

from qi_core import compat
from qi_core.base import TITLE_SETTINGS, BaseBlock
from qi_core.domain.tool import NewerDocument, Tool
from qi_core.host import Visitor
from qi_core.learner_handlers import LearnerHandlers
from qi_core.printed import Printed
from qi_core.settings_form import Setting
from qi_core.staff_hooks import StaffHooks
from qi_core.strings import _

SPACE = "qi_social_space"
BASE_SETTINGS = (
    *TITLE_SETTINGS,
    Setting(
        "work_on",
        "choice",
        _("Works on"),
        _("The project follows the learner through all courses; a practice sheet stays in this block."),
        choices=(("project", _("The learner's project")), ("practice", _("A practice sheet"))),
    ),
)


class ToolBlock(LearnerHandlers, StaffHooks, BaseBlock):
    """Completion goes up and down with the work; it is 1.0 when the tool's review has nothing left to do."""

    tool: ClassVar[Tool]
    # by their TOOL: documents of the same project that the page shows and saves beside the block's own
    companions: ClassVar[Mapping[str, Tool]] = {}
    bundle: ClassVar[str]
    settings_spec: ClassVar[tuple[Setting, ...]] = BASE_SETTINGS

    # the project that the page names which is being answered
    project_named: int | None = None

    work_on = String(display_name=_("Works on"), default="project", scope=Scope.settings)

    def review_settings(self) -> dict[str, Any]:
        """What the tool's review and the page need to know of the author's settings."""
        return {}

    def judging_settings(self, visitor: Visitor) -> dict[str, Any]:  # pylint: disable=unused-argument
        """What the review takes: may know more than the page, such as other tools' work in the same project."""
        return self.review_settings()

    def starts_with(self) -> Any:
        """The document before the first save; None: an empty one. It is stored with the learner's first edit."""
        return None

    def page_extras(self) -> dict[str, Any]:
        """More arguments for the page, the same for every visitor."""
        return {}

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:  # pylint: disable=unused-argument
        """More arguments for the learner's own page, such as what other tools know of the same project."""
        return {}

    def printable_page(  # pylint: disable=unused-argument  # for tools to override
        self, document: Any, *, which: str
    ) -> str | None:
        """A whole HTML page; `which` is "", "blank" or the name of a part. None: there is no such part."""
        return None

    def printed_part(self, visitor: Visitor) -> Printed | None:  # pylint: disable=unused-argument
        """For the printed page of the whole project; None: nothing has been made with this tool."""
        return None

    def page(self, visitor: Visitor) -> dict[str, Any]:
        from qi_project.api import Gone

        try:
            return self._page(visitor)
        except Gone:  # deleted in another window while this was put together: what the course works on since
            return self._page(visitor)

    def _page(self, visitor: Visitor) -> dict[str, Any]:
        visitor, project = self._at_project(visitor)
        (state, *beside), why_not = self._states(visitor)
        return {
            **self.page_words(),
            "tool": self.tool.TOOL,
            "who": str(visitor.user_id or ""),
            "can_save": why_not is None,
            "why_not": why_not,
            **self.page_head(),
            "works_on": "project" if self.practice_in is None else "practice",
            "project": project,
            "today": timezone.now().date().isoformat(),
            "settings": self.review_settings(),
            **self.page_extras(),
            **self.project_extras(visitor),
            "ask_url": self.ask_url(visitor),
            "state": state,
            "companions": dict(zip(self.companions, beside, strict=True)),
        }

    def _at_project(self, visitor: Visitor) -> tuple[Visitor, dict[str, str]]:
        """The visit on the project that this course works on now, and what that is called."""
        from qi_project import api

        nothing = {"id": "", "title": ""}
        if not visitor.may_save or self.practice_in is not None:
            return visitor, nothing
        found = api.project_of(visitor.user_id or 0, **self.whose(visitor))
        if found is None:
            return visitor, nothing
        return replace(visitor, project=found.id), {"id": str(found.id), "title": found.title}

    def ask_url(self, visitor: Visitor) -> str:
        """Where in this course one can ask about the own work; "" where one cannot, and on a practice sheet."""
        if not visitor.may_save or self.practice_in is not None:
            return ""
        course_key = self.scope_ids.usage_id.context_key
        spaces = sorted(compat.blocks_of(course_key, SPACE, fit="takes_questions"), key=str)
        return compat.page_of(course_key, spaces[0]) if spaces else ""

    def _states(self, visitor: Visitor) -> tuple[list[dict[str, Any]], str | None]:
        """What the visitor may see, the block's own first, and why nothing can be saved.

        The project may have moved on elsewhere.
        """
        from qi_core.desk import closed_state, opened, state_of

        now = timezone.now()
        desks = [self.desk_of(visitor, tool=tool) for tool in (self.tool, *self.companions.values())]
        if not visitor.may_save:
            with_counts = visitor.is_masquerading
            return [closed_state(desk, with_counts=with_counts, now=now) for desk in desks], visitor.why_not
        try:
            found = [opened(desk) for desk in desks]
        except NewerDocument:
            return [closed_state(desk, with_counts=False, now=now) for desk in desks], "newer_version"
        states = [state_of(desk, one, now=now) for desk, one in zip(desks, found, strict=True)]
        if found[0].document is not None:
            self.publish_progress(states[0]["progress"])
        return states, None

    def desk_of(self, visitor: Visitor, *, tool: Tool | None = None) -> Any:
        """Of the block's own tool, or of one of its companions."""
        from qi_core.desk import Desk

        is_own = tool in (None, self.tool)
        return Desk(
            tool=tool or self.tool,
            owner_id=visitor.user_id or 0,
            course_key=self.scope_ids.usage_id.context_key,
            practice_in=self.practice_in,
            settings=self.judging_settings(visitor) if is_own else self.review_settings(),
            start=self.starts_with() if is_own else None,
            project=visitor.project,
        )

    def whose(self, visitor: Visitor) -> dict[str, Any]:
        """Which project of the visitor's, as the record's api asks for it."""
        return {"course_key": self.scope_ids.usage_id.context_key, "project": visitor.project}

    @property
    def practice_in(self) -> UsageKey | None:
        return self.scope_ids.usage_id if self.setting("work_on") == "practice" else None

    @property
    def opens_project(self) -> bool:
        """Whether a learner who is sent here finds the project."""
        return self.practice_in is None
