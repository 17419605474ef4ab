"""The public function: what may be said, of which points, and in which words' codes."""

import doctest
from datetime import date
from typing import Any

import pytest

import qi_run_chart
from qi_run_chart import Analysis, Refused, Row, Signal, analyse
from qi_run_chart.domain.results import Fact

SHIFTED = [5.0, 1, 6, 2, 7, 1, 2, 6, 1, 7] + [9.0, 8] * 5


def test_the_example_in_the_docstring_runs() -> None:
    assert doctest.testmod(qi_run_chart) == doctest.TestResults(failed=0, attempted=6)


def alternating(count: int) -> list[float]:
    return [float(place % 2) for place in range(count)]


@pytest.mark.parametrize(
    ("useful", "verdict"), [(0, "too_few"), (9, "too_few"), (10, "provisional"), (14, "provisional"), (15, "ready")]
)
def test_a_verdict_needs_ten_useful_points_and_is_firm_at_fifteen(useful: int, verdict: str) -> None:
    analysis = analyse([*alternating(useful), 0.5, 0.5, None], centre=0.5)
    assert (analysis.phases[0].useful, analysis.verdict) == (useful, verdict)


def test_making_data_count_counts_points_with_a_value() -> None:
    analysis = analyse([5, 5, 5, None, 5, 5, 5, 5, 5, 5, 5], rules="mdc_xmr")
    assert (analysis.phases[0].useful, analysis.verdict) == (10, "provisional")


def test_nothing_is_shown_below_ten_useful_points_whatever_is_found() -> None:
    analysis = analyse([5, 5, 5, 5, 5, 5, 5, 99], chart="i", centre=5)
    assert analysis.phases[0].found == analysis.points[7].found != ()
    assert analysis.signals == analysis.phases[0].signals == analysis.points[7].signals == ()


def test_no_points_have_no_phase_and_no_verdict() -> None:
    analysis = analyse([], rules="mdc_xmr")
    assert (analysis.points, analysis.phases, analysis.icons, analysis.verdict) == ((), (), None, "too_few")


@pytest.mark.parametrize(
    ("direction", "meaning"), [("increase", "improvement"), ("decrease", "concern"), ("neutral", "neutral")]
)
def test_a_long_run_has_the_meaning_of_its_side(direction: Any, meaning: Any) -> None:
    analysis = analyse(SHIFTED, freeze=10, direction=direction)
    run = Signal("long_run", 10, 20, 11, 1, meaning)
    assert analysis.signals == (run,)
    assert [point.position for point in analysis.points if point.signals == (run,)] == list(range(10, 21))


def test_few_crossings_are_about_the_phase_and_colour_no_point() -> None:
    analysis = analyse([1, 2, 1, 9, 8, 9] * 2 + [9, 8, 9], centre=5)
    assert analysis.signals == (Signal("few_crossings", 1, 15, 15, 0, "neutral"),)
    assert not any(point.signals for point in analysis.points)


def test_a_point_beyond_a_limit_is_one_signal() -> None:
    analysis = analyse([9, 11] * 7 + [30], chart="i", direction="decrease")
    assert analysis.signals[-1] == Signal("outside_limits", 15, 15, 1, 1, "concern")


@pytest.mark.parametrize("chart", ["mr", "p"])
def test_runs_are_no_signal_where_neighbours_share_a_value_or_no_time(chart: str) -> None:
    categories = [Row(f"ward {place:02}", 10 + 40 * (place > 9), 100) for place in range(20)]
    growing = [place**2 for place in range(30)]
    [phase] = analyse(growing if chart == "mr" else categories, chart=chart).phases
    assert phase.runs.is_unusual
    assert not {signal.rule for signal in phase.found} & {"long_run", "few_crossings"}


def test_every_phase_has_a_line_of_its_own_and_no_other_baseline() -> None:
    analysis = analyse([1, 2, 3, 11, 12, 13, 14], phases=[4, 4, 0, 1, 99], freeze=2)
    assert [(phase.number, phase.first, phase.last, phase.centre) for phase in analysis.phases] == [
        (1, 1, 3, 2),
        (2, 4, 7, 12.5),
    ]
    assert all(point.is_baseline for point in analysis.points)


@pytest.mark.parametrize(("freeze", "baseline"), [(None, 4), (0, 4), (-3, 4), (2, 2), (9, 4)])
def test_a_baseline_ends_at_a_point_of_the_series_or_not_at_all(freeze: int | None, baseline: int) -> None:
    analysis = analyse([1, 2, 3, 4], freeze=freeze)
    assert sum(point.is_baseline for point in analysis.points) == baseline


def test_rows_keep_their_day_and_denominator() -> None:
    days = [date(2026, 2, 2), date(2026, 1, 26)]
    analysis = analyse([Row(days[0], 3, 10), Row(days[1], 4, 16)], multiply=100)
    assert [(point.when, point.value, point.denominator) for point in analysis.points] == [
        (days[1], 25, 16),
        (days[0], 30, 10),
    ]


@pytest.mark.parametrize(
    ("choices", "code"), [({"chart": "pie"}, "chart_unknown"), ({"centre": [1, 2]}, "centre_of_other_length")]
)
def test_what_is_not_known_or_does_not_fit_is_refused(choices: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        analyse([1, 2, 3], **choices)
    assert refused.value.code == code


def told(analysis: Analysis) -> list[tuple[str, dict[str, Any]]]:
    return [(fact.code, dict(fact.figures)) for fact in analysis.facts]


def test_facts_of_a_chart_without_a_signal() -> None:
    analysis = analyse([5, 1, 6, 2, 7, 1, 2, 8, 9, 8, 9, 8, 9, 1])
    assert told(analysis) == [
        ("centre", {"kind": "median", "value": 6.5, "points": 14}),
        ("provisional", {"useful": 14, "firm_from": 15}),
        ("longest_run", {"longest": 6, "at_most": 7}),
        ("crossings", {"crossings": 4, "at_least": 4}),
        ("no_signal", {}),
        ("false_alarms", {"rules": "anhoej", "rate": 0.03, "points": 24}),
    ]


def test_facts_of_a_signal_name_the_points() -> None:
    analysis = analyse(SHIFTED, freeze=10, direction="increase")
    span = {"first": 10, "last": 20, "length": 11, "side": 1, "meaning": "improvement"}
    assert Fact("long_run", 1, span) in analysis.facts
    assert "no_signal" not in {code for code, _ in told(analysis)}


def test_facts_of_the_runs_test_name_both_bounds() -> None:
    assert ("runs", {"runs": 12, "at_least": 4, "at_most": 10}) in told(analyse([1, 9] * 6, rules="ihi"))


def test_facts_of_phases_and_limits() -> None:
    analysis = analyse([2, 4, None, None, 7, 7, 7], rules="mdc_xmr", phases=[3, 5], target=9, direction="increase")
    assert told(analysis) == [
        ("centre", {"kind": "mean", "value": 3, "points": 2}),
        ("too_few", {"useful": 2, "needed": 10}),
        ("limits", {"lower": pytest.approx(3 - 5.32), "upper": pytest.approx(3 + 5.32)}),
        ("trial_limits", {"points": 2, "firm_from": 13}),
        ("no_values", {"first": 3, "last": 4}),
        ("centre", {"kind": "mean", "value": 7, "points": 3}),
        ("no_variation", {"points": 3}),
        ("too_few", {"useful": 3, "needed": 10}),
        ("no_limits", {}),
        ("icons", {"variation": "common_cause", "assurance": "inconsistent"}),
        ("false_alarms", {"rules": "mdc_xmr", "rate": 0.18, "points": 24}),
    ]


def test_facts_say_when_the_centre_was_given_and_limits_are_firm() -> None:
    analysis = analyse([9, 11, 10] * 5, chart="i", centre=10)
    assert told(analysis)[0] == ("centre", {"kind": "given", "value": 10, "points": 15})
    assert "trial_limits" not in {code for code, _ in told(analysis)}
