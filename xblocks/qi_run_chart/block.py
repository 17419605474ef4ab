"""The run-chart builder as an XBlock: its settings, reading of pasted rows, CSV, print. The rest is ToolBlock's.

Completion 1.0: the fullest measure has every part that the author asks for.
"""

from dataclasses import asdict
from typing import Any, ClassVar

from django.utils import timezone
from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import Integer, List, Scope, String

from qi_core.block import BASE_SETTINGS, ToolBlock
from qi_core.domain.problems import Problem
from qi_core.domain.tool import NewerDocument, Tool
from qi_core.handlers import Body, answer, json_post, problems_json
from qi_core.host import Visitor, visitor_of
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_run_chart import exporting, printing
from qi_run_chart.domain import measures
from qi_run_chart.domain.rows import read_rows
from qi_run_chart.strings import STRINGS



class RunChartBlock(ToolBlock):
    tool: ClassVar[Tool] = measures
    strings = STRINGS
    bundle = "qi_run_chart"
    settings_spec = (
        *BASE_SETTINGS,
        Setting(
            "parts",
            "choices",
            _("What counts for completion"),
            _("The parts a learner's fullest measure has to have. Completion never depends on another person."),
            choices=(
                ("definition", _("A definition")),
                ("data", _("Enough points")),
                ("baseline", _("A marked baseline")),
                ("annotation", _("Something that happened, or a PDSA cycle")),
                ("reading", _("The learner's own reading")),
            ),
            required=True,
        ),
        Setting("points", "number", _("How many points are enough"), minimum=1, maximum=100),
        Setting(
            "family",
            "choice",
            _("Family of measures"),
            _("Whether an outcome, a process and a balancing measure are all asked for."),
            choices=(("no", _("One measure is enough")), ("yes", _("All three kinds count"))),
        ),
    )

    display_name = String(display_name=_("Title"), default=_("QI: run chart"), scope=Scope.settings)
    parts = List(
        display_name=_("What counts for completion"),
        default=["definition", "data", "reading"],
        scope=Scope.settings,
    )
    points = Integer(display_name=_("How many points are enough"), default=10, scope=Scope.settings)
    family = String(display_name=_("Family of measures"), default="no", scope=Scope.settings)

    def review_settings(self) -> dict[str, Any]:
        family = self.setting("family") == "yes"
        return {"parts": self.setting("parts"), "points": self.setting("points"), "family": family}

    def page_extras(self) -> dict[str, Any]:
        """The second bundle: pictures and files, on paper and in the page."""
        return {"later_url": self.runtime.local_resource_url(self, "public/qi_run_chart_print.js")}

    def project_extras(self, visitor: Visitor) -> dict[str, Any]:
        """The cycles of the same project pin themselves on the chart."""
        from qi_project import api

        if not visitor.may_save or visitor.user_id is None or self.practice_in is not None:
            return {"cycles": []}
        return {"cycles": [asdict(cycle) for cycle in api.cycles_of(visitor.user_id)]}

    def printable_page(self, document: Any, *, which: str) -> str | None:
        words = self.page_words()
        is_blank = which == printing.BLANK
        cycles = [] if is_blank else self.project_extras(visitor_of(self))["cycles"]
        judged = self.tool.review(document, settings=self.review_settings(), today=timezone.now().date())
        sheets = printing.page(
            document,
            which=which,
            say=lambda key: words["strings"].get(key, key),
            charts=judged.overview["charts"],
            cycles=cycles,
        )
        script = self.page_extras()["later_url"]
        return None if sheets is None else printing.html_of(sheets, which=which, words=words, script=script)

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
    def export_csv(self, _request: Request, suffix: str = "") -> Response:
        """The learner's own measure as a file for a spreadsheet; `suffix` is its id."""
        visitor = visitor_of(self)
        if not visitor.may_save:
            return answer(403, {"reason": visitor.why_not})
        try:
            document = self.document_of(visitor)
        except NewerDocument:
            return answer(409, {"reason": "newer_version"})
        measure = next((one for one in document.measures if one.id == suffix), None)
        if measure is None:
            return answer(404, {"reason": "not_found"})
        headers = {"Content-Disposition": 'attachment; filename="measure.csv"', "Cache-Control": "no-store"}
        return _csv(exporting.csv_of(measure), headers)


def _csv(text: str, headers: dict[str, str]) -> Response:
    response = Response(text, content_type="text/csv", charset="UTF-8")
    response.headers.update(headers)
    return response
