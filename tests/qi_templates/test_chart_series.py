"""The practice series: safe to show, whole, and showing what each says it shows, by the product's own analysis."""

from datetime import date

import pytest
import qi_templates
from qi_core.domain import privacy
from qi_core.markdown import to_html
from qi_run_chart import Row, analyse
from qi_run_chart.domain.charting import chart
from qi_run_chart.domain.checks import checks
from qi_run_chart.domain.completion import is_defined
from qi_run_chart.domain.measures import dump, parse
from qi_run_chart.domain.series import measure_from, starting_document

from tests.qi_templates.wording import FORBIDDEN, reading_grade, strange_characters, texts_of

NO_PROSE = frozenset({
    "id", "kind", "unit", "better", "how_often", "chart", "rules", "on", "author", "note", "written", "review_by",
    "baseline_until",
})  # fmt: skip
TODAY = date(2026, 11, 24)
# The chart and rules of each, and every signal on it: rule, first and last point, what it means.
SHOWN = {
    "change-that-did-not-work": ("p", "anhoej", []),
    "freak-point": ("i", "anhoej", [("outside_limits", 13, 13, "concern")]),
    "rare-events": ("t", "anhoej", [("long_run", 13, 22, "improvement")]),
    "shift": ("run", "anhoej", [("long_run", 14, 26, "improvement")]),
    "stable": ("run", "anhoej", []),
    "too-few-crossings": ("run", "anhoej", [("few_crossings", 1, 24, "neutral")]),
    "trend": ("run", "ihi", [("shift", 10, 20, "concern"), ("trend", 9, 17, "concern")]),
    "weekday-pattern": ("run", "anhoej", [("few_crossings", 1, 70, "neutral")]),
}
SERIES = {one: qi_templates.load("chart_series", one) for one in SHOWN}
EVERY_SERIES = pytest.mark.parametrize("series", SERIES.values(), ids=list(SERIES))


def charted(name):
    return chart(measure_from(SERIES[name], id="series01"))


def values_of(name):
    return [point["value"] for point in SERIES[name]["points"]]


def rules_of(analysis):
    return [signal.rule for phase in analysis.phases for signal in phase.signals]


def test_there_are_eight_series():
    assert qi_templates.list_templates("chart_series") == list(SHOWN)


@EVERY_SERIES
def test_a_series_shows_what_it_says(series):
    found = charted(series["id"])
    assert found.refused is None
    signals = [
        (signal.rule, signal.first, signal.last, signal.meaning)
        for phase in found.analysis.phases
        for signal in phase.signals
    ]
    assert (found.analysis.chart, found.analysis.rules.name, signals) == SHOWN[series["id"]]
    assert [phase.verdict for phase in found.analysis.phases] == ["ready"]


@EVERY_SERIES
def test_a_series_is_a_whole_measure_and_needs_no_advice_but_a_baseline(series):
    measure = measure_from(series, id="series01")
    assert is_defined(measure)
    assert parse(dump(starting_document(measure))).measures == (measure,)
    told = {check.rule for check in checks([chart(measure)], today=TODAY)}
    assert told <= {"ME1", "RC7", "RC8", "small_number"}


@EVERY_SERIES
def test_nothing_in_a_series_could_identify_anybody(series):
    assert privacy.screen(series, ()) == privacy.ScreenResult()


@EVERY_SERIES
def test_a_series_is_reviewed_after_it_was_written_and_no_benchmark(series):
    assert series["written"] < series["review_by"]
    words = ("Made-up", "no benchmark", "national guidance", "clinical lead")
    assert [word for word in words if word not in series["note"]] == []


@EVERY_SERIES
def test_question_and_explanation_say_what_the_chart_tells_and_what_it_does_not(series):
    assert "?" in series["question"]
    html = to_html(series["explanation"])
    said = ("What it tells you:", "What it does not tell you:")
    assert [word for word in said if f"<em>{word}</em>" not in html] == []


@EVERY_SERIES
def test_days_go_forward_and_what_happened_lies_between_them(series):
    days = [point["on"] for point in series["points"]]
    assert days == sorted(set(days))
    assert series["annotations"]
    assert all(days[0] < event["on"] < days[-1] for event in series["annotations"])


@EVERY_SERIES
def test_words_are_plain(series):
    prose = [text for _, text in texts_of(series, leave_out=NO_PROSE)]
    told = [text for text in prose if len(text.split()) > 8]
    assert strange_characters([text.replace("\n", " ") for text in prose]) == set()
    assert [text for text in prose if FORBIDDEN.search(text)] == []
    assert reading_grade(told) <= 7


def test_the_stable_series_had_two_good_weeks_as_good_as_some_before():
    values = values_of("stable")
    assert max(values[-2:]) <= 19
    assert sum(value <= 19 for value in values[:14]) >= 2


def test_the_shift_begins_with_the_change():
    assert SERIES["shift"]["points"][13]["on"] == SERIES["shift"]["annotations"][0]["on"]


def test_the_trend_is_seen_by_the_classic_rules():
    phase = charted("trend").analysis.phases[0]
    assert [signal.length for signal in phase.signals if signal.rule == "trend"] == [9]
    steps = [after - before for before, after in zip(values_of("trend")[8:], values_of("trend")[9:17], strict=False)]
    assert 0 < min(steps) <= max(steps) <= 3


def test_the_two_pharmacies_differ_by_about_ten_minutes():
    phase = charted("too-few-crossings").analysis.phases[0]
    assert phase.runs.longest <= phase.runs.longest_allowed
    near = [value for value in values_of("too-few-crossings") if abs(value - phase.centre) < 2]
    assert near == []


def test_without_its_week_the_freak_point_s_chart_is_quiet():
    rest = [value for value in values_of("freak-point") if value != max(values_of("freak-point"))]
    assert rules_of(analyse(rest, chart="i")) == []


def test_weekday_totals_by_week_show_no_signal():
    values = values_of("weekday-pattern")
    weeks = [sum(values[place : place + 7]) for place in range(0, len(values), 7)]
    assert (len(weeks), rules_of(analyse(weeks))) == (10, [])
    assert date.fromisoformat(SERIES["weekday-pattern"]["points"][0]["on"]).weekday() == 0


def test_the_change_that_did_not_work_shows_nothing_as_a_run_chart_either():
    rows = [
        Row(point["on"], point["numerator"], point["denominator"])
        for point in SERIES["change-that-did-not-work"]["points"]
    ]
    assert rules_of(analyse(rows, freeze=12, direction="decrease")) == []
