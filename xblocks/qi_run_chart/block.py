"""The run-chart builder as an XBlock: its fields, practice series, pasted rows, CSV. The rest is ToolBlock's.

Completion 1.0: the fullest measure has every part that the author asks for, and that a series does not bring along.
"""

from dataclasses import asdict, replace
from datetime import date
from typing import Any, ClassVar

from django.utils import timezone
from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import Integer, List, Scope, String

from qi_core.block import ToolBlock
from qi_core.domain.problems import Problem
from qi_core.domain.tool import Tool
from qi_core.handlers import Body, answer, json_post, problems_json, visitor_on_page
from qi_core.host import Visitor, visitor_of
from qi_core.learner_handlers import answered
from qi_core.markdown import to_html
from qi_core.printed import Printed
from qi_core.ready_made import ready_made
from qi_core.strings import _
from qi_run_chart import exporting, paper, practice_page, printing
from qi_run_chart.domain import measures
from qi_run_chart.domain.rows import read_rows
from qi_run_chart.domain.series import parts_left, starting_document
from qi_run_chart.practice import Practice, example, practice_of
from qi_run_chart.settings import CHARTS, KIND, RULES, SETTINGS
from qi_run_chart.strings import STRINGS


class RunChartBlock(ToolBlock):
    tool: ClassVar[Tool] = measures
    strings = STRINGS
    bundle = "qi_run_chart"
    settings_spec = SETTINGS

    display_name = String(display_name=_("Title"), default=_("QI: run chart"), scope=Scope.settings)
    series = String(display_name=_("Series"), default="", scope=Scope.settings)
    own_series = String(display_name=_("Your series"), default="", scope=Scope.content)
    own_dates = String(default="day", scope=Scope.settings)
    own_name = String(default="", scope=Scope.content)
    own_definition = String(default="", scope=Scope.content)
    own_unit = String(default="count", scope=Scope.settings)
    own_better = String(default="up", scope=Scope.settings)
    own_question = String(display_name=_("Your question"), default="", scope=Scope.content)
    own_explanation = String(display_name=_("Your explanation"), default="", scope=Scope.content)
    charts = List(display_name=_("Chart types to choose from"), default=CHARTS, scope=Scope.settings)
    rules = List(display_name=_("Rules to choose from"), default=RULES, scope=Scope.settings)
    parts = List(
        display_name=_("What counts for completion"),
        default=["definition", "data", "reading"],
        scope=Scope.settings,
    )
    points = Integer(display_name=_("How many points are enough"), default=10, scope=Scope.settings)
    family = String(display_name=_("Family of measures"), default="no", scope=Scope.settings)

    @property
    def practice(self) -> Practice | None:
        return practice_of(self.set_up())

    def review_settings(self) -> dict[str, Any]:
        """`charts` and `rules` are what the page offers. A document with others is shown and kept as it is."""
        given = self.practice
        parts, family = self.setting("parts"), self.setting("family") == "yes"
        return {
            "parts": parts_left(parts, given=given.measure) if given else parts,
            "points": self.setting("points"),
            "family": family and given is None,
            "charts": self.setting("charts"),
            "rules": self.setting("rules"),
        }

    def judging_settings(self, visitor: Visitor) -> dict[str, Any]:
        extras = self.project_extras(visitor)
        cycles = [date.fromisoformat(cycle["started_on"]) for cycle in extras["cycles"]]
        return {**self.review_settings(), "cycles": cycles, "aim": extras["aim"]}

    def starts_with(self) -> Any:
        given = self.practice
        return starting_document(given.measure) if given else None

    def page_extras(self) -> dict[str, Any]:
        given, say = self.practice, self.say
        return {
            "practice": practice_page.of_sheet(given, say=say) if given else None,
            "examples": "" if given else self._examples(),
            "later_url": self.script_url("print"),
        }

    def script_url(self, name: str = "") -> str:
        """Of the page's bundle, or of the second one, "print": pictures and files, on paper and in the page."""
        return str(self.runtime.local_resource_url(self, f"public/{self.bundle}{name and f'_{name}'}.js"))

    def say(self, key: str) -> str:
        return self.translate(STRINGS[key])

    def _examples(self) -> str:
        def url_of(name: str) -> str:
            return str(self.runtime.handler_url(self, "example", suffix=name))

        return practice_page.list_of(ready_made(KIND), say=self.say, url_of=url_of)

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:
        """The cycles of the same project pin themselves on the chart; a measure may belong to one of its drivers."""
        from qi_project import api

        if not visitor.may_save or visitor.user_id is None or self.practice_in is not None:
            return {"cycles": [], "drivers": [], "aim": ""}
        return asdict(api.thread_of(visitor.user_id, **self.whose(visitor)))

    def printable_page(self, document: Any, *, which: str) -> str | None:
        sheets = self._sheets(document, visitor_of(self), which=which)
        words, script = self.page_words(), self.script_url("print")
        return None if sheets is None else paper.html_of(sheets, which=which, words=words, script=script)

    def printed_part(self, visitor: Visitor) -> Printed | None:
        sheets = self._sheets(self.document_of(visitor), visitor, which="")
        words, script = self.page_words(), self.script_url("print")
        return paper.part_of(sheets, words=words, script=script) if sheets else None

    def _sheets(self, document: Any, visitor: Visitor, *, which: str) -> Any:
        words = self.page_words()["strings"]
        cycles = [] if which == printing.BLANK else self.project_extras(visitor)["cycles"]
        judged = self.tool.review(document, settings=self.review_settings(), today=timezone.now().date())
        charts = judged.overview["charts"]
        return printing.page(document, which=which, say=lambda key: words.get(key, key), charts=charts, cycles=cycles)

    @XBlock.handler
    def example(self, _request: Request, suffix: str = "") -> Response:
        """A ready-made series as a page of its own, the same for everybody; `suffix` is its id."""
        found = example(suffix)
        if found is None:
            return answer(404, {"reason": "not_found"})
        page = practice_page.whole_page(self._example(found), script=self.script_url())
        return Response(page, content_type="text/html", charset="UTF-8")

    def _example(self, found: Practice) -> dict[str, Any]:
        from qi_core.desk import closed_state

        settings = {"parts": ["reading"], "charts": CHARTS, "rules": RULES}
        nobody = Visitor(user_id=None, place="course")
        desk = replace(self.desk_of(nobody), settings=settings, start=starting_document(found.measure))
        return {
            **self.page_words(),
            "tool": self.tool.TOOL,
            "who": "",
            "can_save": False,
            "why_not": "example",
            "title": found.title,
            "instructions_html": to_html(found.note),
            "works_on": "practice",
            "settings": settings,
            "cycles": [],
            "practice": practice_page.of_sheet(found, say=self.say),
            "examples": "",
            "later_url": self.script_url("print"),
            "state": closed_state(desk, with_counts=False, now=timezone.now()),
        }

    @json_post("learner")
    def read_rows(self, _visitor: Visitor, body: Body) -> Response:
        """What a pasted text holds; nothing is stored."""
        text, day_first = body.get("text"), body.get("day_first")
        if not isinstance(text, str) or not (day_first is None or isinstance(day_first, bool)):
            return answer(400, {"problems": problems_json({"text": Problem("wrong_type")})})
        found = asdict(read_rows(text, day_first=day_first))
        rows = [row | {"on": row["on"].isoformat() if row["on"] else ""} for row in found["rows"]]
        return answer(200, found | {"rows": rows})

    @XBlock.handler
    def export_csv(self, request: Request, suffix: str = "") -> Response:
        """The learner's own measure as a file for a spreadsheet; `suffix` is its id."""
        visitor = visitor_on_page(self, request)
        if not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        return answered(lambda: self._csv_of(visitor, suffix))

    def _csv_of(self, visitor: Visitor, wanted: str) -> Response:
        measure = next((one for one in self.document_of(visitor).measures if one.id == wanted), None)
        if measure is None:
            return answer(404, {"reason": "not_found"})
        headers = {"Content-Disposition": 'attachment; filename="measure.csv"', "Cache-Control": "no-store"}
        return _csv(exporting.csv_of(measure), headers)


def _csv(text: str, headers: dict[str, str]) -> Response:
    response = Response(text, content_type="text/csv", charset="UTF-8")
    response.headers.update(headers)
    return response
