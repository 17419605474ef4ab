"""The PDSA planner as an XBlock: its settings, its worked examples, its printed page. The rest is ToolBlock's.

Completion 1.0: in as many cycles as the author asks for, every part that counts of the stages that count is there.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any, ClassVar

from webob import Response
from xblock.fields import Integer, List, Scope, String

from qi_core.block import BASE_SETTINGS, ToolBlock
from qi_core.domain.tool import Tool
from qi_core.handlers import Body, json_post
from qi_core.host import Visitor, visitor_of
from qi_core.printed import Printed
from qi_core.ready_made import ready_made, titles
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_pdsa_planner import domain, printing
from qi_pdsa_planner.strings import STRINGS
from qi_project.domain.ideas import parse_idea

STAGES = ["plan", "do", "study", "act"]
CYCLES_MAX = 10


def starters() -> list[dict[str, Any]]:
    """The worked ramps, the site's own among them, as the page shows them."""
    shown = ("id", "title", "summary", "note", "cycles")
    return [{name: ramp[name] for name in shown} for ramp in ready_made("pdsa_ramps")]


class PdsaPlannerBlock(ToolBlock):
    tool: ClassVar[Tool] = domain
    strings = STRINGS
    bundle = "qi_pdsa_planner"
    settings_spec = (
        *BASE_SETTINGS,
        Setting(
            "starter",
            "choice",
            _("Starter"),
            _("A worked example whose plan learners can begin with. All examples can be read in any case."),
            choices=lambda: (("", _("None: start blank")), *titles("pdsa_ramps")),
        ),
        Setting(
            "stages",
            "choices",
            _("What counts for completion"),
            _("The steps a learner has to fill in. Completion never depends on another person."),
            choices=tuple((stage, STRINGS[f"stage.{stage}"]) for stage in STAGES),
            required=True,
        ),
        Setting(
            "cycles",
            "number",
            _("How many cycles count"),
            _("The activity is complete when this many cycles have the steps above."),
            minimum=1,
            maximum=CYCLES_MAX,
        ),
    )

    display_name = String(display_name=_("Title"), default=_("QI: PDSA planner"), scope=Scope.settings)
    starter = String(display_name=_("Starter"), default="", scope=Scope.settings)
    stages = List(display_name=_("What counts for completion"), default=STAGES, scope=Scope.settings)
    cycles = Integer(display_name=_("How many cycles count"), default=1, scope=Scope.settings)

    def review_settings(self) -> dict[str, Any]:
        return {"stages": self.setting("stages"), "cycles": self.setting("cycles")}

    def page_extras(self) -> dict[str, Any]:
        return {"starter": self.setting("starter"), "starters": starters()}

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:
        return {"ideas": None if self.practice_in else [asdict(idea) for idea in self._ideas(visitor)]}

    def _ideas(self, visitor: Visitor) -> tuple[Any, ...]:
        """The change ideas of the project's diagram, as they are called today."""
        from qi_project import api

        if not visitor.may_save or visitor.user_id is None:
            return ()
        return api.ideas_of(visitor.user_id, **self.whose(visitor))

    @json_post("learner")
    def add_idea(self, visitor: Visitor, body: Body) -> Response:
        """An idea that was written here, into the learner's diagram; answers all ideas."""
        from qi_project import api

        def add(_desk: Any, body: Body, *, now: datetime) -> dict[str, Any]:
            idea = parse_idea({name: body.get(name) for name in ("id", "text")})
            ideas = api.add_idea(visitor.user_id or 0, idea, now=now, **self.whose(visitor))
            return {"ideas": [asdict(one) for one in ideas]}

        return self.spin(visitor, body, add)

    def printable_page(self, document: Any, *, which: str) -> str | None:
        if which != "blank":
            document = self._named(document, visitor_of(self))
        return printing.html_of(document, which=which, words=self.page_words())

    def printed_part(self, visitor: Visitor) -> Printed | None:
        return printing.part_of(self._named(self.document_of(visitor), visitor), words=self.page_words())

    def _named(self, document: Any, visitor: Visitor) -> Any:
        return printing.with_ideas(document, {idea.id: idea.text for idea in self._ideas(visitor)})
