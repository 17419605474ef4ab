"""What an author may decide about a run chart: the form's list, and what a pasted series is refused for."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from qi_core.block import BASE_SETTINGS
from qi_core.domain.nhs_numbers import nhs_numbers
from qi_core.domain.problems import Problem
from qi_core.ready_made import ready_made
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_run_chart.domain.document import Better, Chart, RuleSet, Unit
from qi_run_chart.domain.series import read_own
from qi_run_chart.strings import STRINGS

KIND = "chart_series"
OWN = "own"
ROWS_TOLD_MAX = 10
CHARTS: list[str] = list(get_args(Chart))
RULES: list[str] = list(get_args(RuleSet))

SERIES_GROUP = _("A series to read")
CHART_GROUP = _("Charts and rules")
COMPLETION_GROUP = _("Completion")
ON_A_SHEET = ("work_on", ("practice",))
OF_OWN = ("series", (OWN,))


def _choices_of(values: Sequence[str], words: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, STRINGS[f"{words}.{value}"]) for value in values)


def _problems_of_rows(values: Mapping[str, Any]) -> list[Problem]:
    """Each bad row by its number; an author has to put right what learners are to read."""
    found = read_own(values["own_series"], day_first=values.get("own_dates") != "month").problems
    told = [Problem(f"row_{one.code}", {"line": one.line, "text": one.text}) for one in found[:ROWS_TOLD_MAX]]
    more = len(found) - len(told)
    return [*told, *([Problem("more_rows", {"n": more})] if more else [])]


def _refuse_nhs_number(name: str) -> Any:
    return lambda values: [Problem("nhs_number")] if nhs_numbers(values[name]) else []


def _series() -> tuple[tuple[str, str], ...]:
    """Titles are for learners and give nothing away; authors choose by the pattern."""
    found = ((one["id"], f"{one['pattern']}: {one['title']}") for one in ready_made(KIND))
    return (("", _("None: learners bring their own numbers")), *found, (OWN, _("My own series")))


SERIES_SETTINGS = (
    Setting(
        "series",
        "choice",
        _("Series"),
        _("The sheet begins with its chart. Learners write what they read in it, then see the explanation."),
        choices=_series,
        group=SERIES_GROUP,
        when=ON_A_SHEET,
    ),
    Setting(
        "own_series",
        "rows",
        _("Your series"),
        _(
            "Paste rows from a spreadsheet: a date and a value, or a date, a numerator and a denominator. "
            "A heading row is fine. Numbers only, nothing that could identify anybody."
        ),
        required=True,
        group=SERIES_GROUP,
        when=OF_OWN,
        check=_problems_of_rows,
    ),
    Setting(
        "own_dates",
        "choice",
        _("In these dates, what comes first?"),
        _("Counts only where the dates do not tell by themselves."),
        choices=(("day", STRINGS["day_first"]), ("month", STRINGS["month_first"])),
        group=SERIES_GROUP,
        when=OF_OWN,
    ),
    Setting(
        "own_name",
        "text",
        STRINGS["label.name"],
        STRINGS["hint.name"],
        required=True,
        group=SERIES_GROUP,
        when=OF_OWN,
        check=_refuse_nhs_number("own_name"),
    ),
    Setting(
        "own_definition",
        "text",
        STRINGS["label.definition"],
        group=SERIES_GROUP,
        when=OF_OWN,
        check=_refuse_nhs_number("own_definition"),
    ),
    Setting(
        "own_unit",
        "choice",
        STRINGS["label.unit"],
        choices=_choices_of(get_args(Unit), "unit"),
        group=SERIES_GROUP,
        when=OF_OWN,
    ),
    Setting(
        "own_better",
        "choice",
        STRINGS["label.better"],
        choices=_choices_of(get_args(Better), "better"),
        group=SERIES_GROUP,
        when=OF_OWN,
    ),
    Setting(
        "own_question",
        "markdown",
        _("Your question"),
        _("Stands above the chart. Markdown; no images."),
        required=True,
        group=SERIES_GROUP,
        when=OF_OWN,
    ),
    Setting(
        "own_explanation",
        "markdown",
        _("Your explanation"),
        _("Learners can open it once they have written something. Markdown; no images."),
        group=SERIES_GROUP,
        when=OF_OWN,
    ),
)
CHART_SETTINGS = (
    Setting(
        "charts",
        "choices",
        _("Chart types to choose from"),
        _("A chart that a learner has made already stays as it is."),
        choices=_choices_of(CHARTS, "chart"),
        required=True,
        group=CHART_GROUP,
    ),
    Setting(
        "rules",
        "choices",
        _("Rules to choose from"),
        _("What a signal is. Stands under every chart, with its rate of false alarms."),
        choices=_choices_of(RULES, "rules"),
        required=True,
        group=CHART_GROUP,
    ),
)
COMPLETION_SETTINGS = (
    Setting(
        "parts",
        "choices",
        _("What counts for completion"),
        _(
            "The parts a learner's fullest measure has to have. With a series, only what it does not bring along. "
            "Completion never depends on another person."
        ),
        choices=(
            ("definition", _("A definition")),
            ("data", _("Enough points")),
            ("baseline", _("A marked baseline")),
            ("annotation", _("Something that happened, or a PDSA cycle")),
            ("reading", _("The learner's own reading")),
        ),
        required=True,
        group=COMPLETION_GROUP,
    ),
    Setting(
        "points",
        "number",
        _("How many points are enough"),
        minimum=1,
        maximum=100,
        group=COMPLETION_GROUP,
    ),
    Setting(
        "family",
        "choice",
        _("Family of measures"),
        _("Whether an outcome, a process and a balancing measure are all asked for."),
        choices=(("no", _("One measure is enough")), ("yes", _("All three kinds count"))),
        group=COMPLETION_GROUP,
    ),
)
SETTINGS = (*BASE_SETTINGS, *SERIES_SETTINGS, *CHART_SETTINGS, *COMPLETION_SETTINGS)
