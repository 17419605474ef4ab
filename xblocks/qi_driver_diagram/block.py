"""The driver diagram as an XBlock: its settings, its starters, what it knows of the project. The rest is ToolBlock's.

Completion 1.0: the parts that the author asks for are there, in the diagram and in the project's aim.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any, ClassVar

from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import Integer, List, Scope, String

from qi_core.block import BASE_SETTINGS, ToolBlock
from qi_core.domain.tool import Tool
from qi_core.handlers import Body, answer, json_post
from qi_core.host import Visitor, visitor_of
from qi_core.printed import Printed
from qi_core.ready_made import ready_made, titles
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_driver_diagram import cycles, domain, printing
from qi_driver_diagram.domain.facts import Facts, IdeaTest, status_of
from qi_driver_diagram.strings import STRINGS
from qi_project import domain as project

KIND = "driver_diagrams"
IN_SHORT = ("id", "title", "summary")


class DriverDiagramBlock(ToolBlock):
    tool: ClassVar[Tool] = domain
    companions: ClassVar[dict[str, Tool]] = {project.TOOL: project}
    strings = STRINGS
    bundle = "qi_driver_diagram"
    settings_spec = (
        *BASE_SETTINGS,
        Setting(
            "starter",
            "choice",
            _("Starter"),
            _("A ready-made diagram that learners are offered first. All of them can be looked at in any case."),
            choices=lambda: (("", _("None: start blank")), *titles(KIND)),
        ),
        Setting(
            "example",
            "choice",
            _("Worked example"),
            _("Show a diagram to read instead of one to work on. The activity then counts as done when it is opened."),
            choices=(
                ("no", _("No: learners draw their own")),
                ("starter", _("Yes: the starter chosen above")),
                ("outline", _("Yes: the outline below")),
            ),
        ),
        Setting(
            "outline",
            "rows",
            _("Outline of the worked example"),
            _(
                "A list with indents: primary drivers, under them secondary drivers, under them change ideas. A first"
                " line “Aim: …” is shown as the aim."
            ),
            when=("example", ("outline",)),
        ),
        Setting(
            "parts",
            "choices",
            _("What counts for completion"),
            _("What a learner's diagram has to have. Completion never depends on another person."),
            choices=(
                ("aim", _("An aim: what, by how much, for whom, by when")),
                ("drivers", _("Enough primary drivers, each with something under it")),
                ("ideas", _("Enough change ideas")),
                ("links", _("No change idea on its own")),
            ),
            required=True,
        ),
        Setting("primaries", "number", _("How many primary drivers are enough"), minimum=1, maximum=10),
        Setting("ideas", "number", _("How many change ideas are enough"), minimum=1, maximum=50),
        Setting(
            "tertiary",
            "choice",
            _("Tertiary drivers"),
            _("One more column between the secondary drivers and the change ideas."),
            choices=(("no", _("No")), ("yes", _("Yes"))),
        ),
    )

    display_name = String(display_name=_("Title"), default=_("QI: driver diagram"), scope=Scope.settings)
    starter = String(display_name=_("Starter"), default="", scope=Scope.settings)
    example = String(display_name=_("Worked example"), default="no", scope=Scope.settings)
    outline = String(
        display_name=_("Outline of the worked example"), default="", scope=Scope.settings, multiline_editor=True
    )
    parts = List(
        display_name=_("What counts for completion"),
        default=["aim", "drivers", "ideas", "links"],
        scope=Scope.settings,
    )
    primaries = Integer(display_name=_("How many primary drivers are enough"), default=2, scope=Scope.settings)
    ideas = Integer(display_name=_("How many change ideas are enough"), default=3, scope=Scope.settings)
    tertiary = String(display_name=_("Tertiary drivers"), default="no", scope=Scope.settings)

    def review_settings(self) -> dict[str, Any]:
        is_example = self.setting("example") != "no"
        return {
            "parts": [] if is_example else self.setting("parts"),
            "primaries": self.setting("primaries"),
            "ideas": self.setting("ideas"),
            "tertiary": self.setting("tertiary") == "yes",
        }

    @property
    def opens_project(self) -> bool:
        return super().opens_project and self.setting("example") == "no"

    def page_extras(self) -> dict[str, Any]:
        example = self.setting("example")
        in_short = [{name: one[name] for name in IN_SHORT} for one in ready_made(KIND)]
        told = {"kind": example, "starter": self.setting("starter"), "outline": self.setting("outline")}
        about = {"starter": self.setting("starter"), "starters": in_short, "example": told}
        return {**about, "later_url": self._second_script()}

    def _second_script(self) -> str:
        """The printed page's own, which the tool's page loads when a file is wanted."""
        return str(self.runtime.local_resource_url(self, "public/qi_driver_diagram_print.js"))

    def judging_settings(self, visitor: Visitor) -> dict[str, Any]:
        facts = {"facts": self._facts(visitor)} if visitor.may_save else {}
        return self.review_settings() | facts

    def _facts(self, visitor: Visitor) -> Facts:
        found = self._surroundings(visitor)
        return Facts(
            aim_missing=found.aim_missing,
            tests=tuple(IdeaTest(one.idea, one.has_started, one.decision) for one in found.tests),
            measured=frozenset(one.driver for one in found.measures if one.driver),
            measures=frozenset(one.id for one in found.measures),
            studied_on=found.studied_on,
            revised_on=found.revised_on,
        )

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:
        """The cycles that test its ideas, and the measures of the same project."""
        if not visitor.may_save:
            return {"cycles": [], "measures": []}
        found = self._surroundings(visitor)
        return {
            "cycles": [asdict(one) for one in found.tests],
            "measures": [asdict(one) for one in found.measures],
        }

    def _surroundings(self, visitor: Visitor) -> Any:
        from qi_project import api

        return api.surroundings_of(visitor.user_id or 0, practice_in=self.practice_in, **self.whose(visitor))

    @json_post("learner")
    def begin_cycle(self, visitor: Visitor, body: Body) -> Response:
        """A cycle for an idea, in the learner's planner; and where in this course that is, if the host can tell."""

        def begin(_desk: Any, body: Body, *, now: datetime) -> dict[str, Any]:
            return cycles.begin(visitor.user_id or 0, body, now=now, **self.whose(visitor))

        return self.spin(visitor, body, begin)

    def printable_page(self, document: Any, *, which: str) -> str | None:
        drawn, words = self._drawn(document, visitor_of(self)), self.page_words()
        return printing.html_of(document, which=which, drawn=drawn, words=words, script=self._second_script())

    def printed_part(self, visitor: Visitor) -> Printed | None:
        document, words = self.document_of(visitor), self.page_words()
        drawn = self._drawn(document, visitor)
        return printing.part_of(document, drawn=drawn, words=words, script=self._second_script())

    def _drawn(self, document: Any, visitor: Visitor) -> dict[str, Any]:
        from qi_core.desk import opened

        tests = self._facts(visitor).tests
        has_tertiary = any(node.level == "tertiary" for node in document.nodes)
        return {
            "diagram": domain.dump(document),
            "project": {"aim": opened(self.desk_of(visitor, tool=project)).plain["aim"]},
            "status": {node.id: status_of(node.id, tests) for _, node in document.ideas},
            "tertiary": has_tertiary or self.review_settings()["tertiary"],
        }

    @XBlock.handler
    def starter_diagram(self, _request: Request, suffix: str = "") -> Response:
        """A whole starter by its id: anybody may read it, it comes with the package."""
        found = next((one for one in ready_made(KIND) if one["id"] == suffix), None)
        return answer(200, found) if found else answer(404, {"reason": "not_found"})
