"""One answer for the page: the chart of every measure, in plain JSON and unrounded."""

import json
from collections.abc import Callable
from datetime import date
from itertools import islice
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain import privacy
from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Chart, Document, RuleSet
from tests.measures import day_of, documents, parsed, points_of, ratios_of, stored
from tests.strategies import unhurried

TODAY = date(2026, 11, 20)
ALL = {"parts": ["definition", "data", "baseline", "annotation", "reading"], "points": 10, "family": True}
RISE = [3.0, 5, 4, 6, 5, 4, 14, 15, 16, 14, 15, 17, 18, 16]
SLACK = 5  # under coverage, on a busy machine


def overview_of(**fields: Any) -> dict[str, Any]:
    judged = measures.review(parsed({"measures": [{"id": "measure1", **fields}]}), settings=ALL, today=TODAY)
    overview: dict[str, Any] = judged.overview["charts"]["measure1"]
    return overview


def test_a_document_is_judged_as_a_whole() -> None:
    judged = measures.review(stored("full"), settings=ALL, today=TODAY)
    assert (judged.progress, judged.todo) == (1.0, ())
    assert list(judged.overview["charts"]) == ["afternoon1", "process1", "balance1"]
    assert judged.counts["measures"] == 3
    assert {check.rule for check in judged.checks} >= {"small_number", "RC4"}


def test_a_measure_without_points_has_an_empty_chart() -> None:
    empty = overview_of()
    assert empty == {
        "chart": "run", "rules": "anhoej", "dates": [], "ids": [], "y": [], "denominators": [], "centre": [],
        "lower": [], "upper": [], "phase": [], "in_baseline": [], "excluded": [], "signals": [], "phases": [],
        "sentence": empty["sentence"], "icons": None, "refused": None, "notes": [],
    }  # fmt: skip
    assert [told["key"] for told in empty["sentence"]] == ["false_alarms"]


def test_points_of_a_day_become_one() -> None:
    points = ratios_of((9, 20), (6, 30), (5, 10))
    points[2]["on"] = points[0]["on"]
    shown = overview_of(points=points, unit="percent")
    assert shown["dates"] == [day_of(0), day_of(1)]
    assert shown["ids"] == [["point0000", "point0002"], ["point0001"]]
    assert shown["y"] == pytest.approx([100 * 14 / 30, 20])
    assert shown["denominators"] == [30, 30]
    assert overview_of(points=points, unit="rate", per=1000)["y"] == pytest.approx([1000 * 14 / 30, 200])
    assert overview_of(points=points, unit="rate")["y"] == overview_of(points=points)["y"]


@pytest.mark.parametrize(("aggregate", "value"), [("mean", 4.0), ("median", 3.0), ("sum", 12.0)])
def test_values_of_a_day_are_put_together_as_the_measure_says(aggregate: str, value: float) -> None:
    points = [{**one, "on": day_of(0)} for one in points_of(2, 3, 7, None)]
    assert overview_of(points=points, aggregate=aggregate)["y"] == [value]


def test_missing_stays_missing() -> None:
    assert overview_of(points=points_of(2, None, 3))["y"] == [2, None, 3]
    assert overview_of(points=ratios_of((2, None), (None, 10), (5, 10)), unit="percent")["y"] == [None, None, 50]
    assert overview_of(points=ratios_of((2, None), (None, 10)), unit="count")["y"] == [2, None]


def test_shares_beside_plain_values_are_values_of_their_own() -> None:
    points = [*ratios_of((9, 20), (None, 20)), {"id": "point9", "on": day_of(2), "value": 40}]
    shown = overview_of(points=points, unit="percent")
    assert (shown["y"], shown["notes"]) == ([45, None, 40], ["mixed_forms"])
    assert overview_of(points=points, unit="percent", chart="p")["y"] == [45, None, None]


def test_a_chart_of_counts_shows_the_count() -> None:
    assert overview_of(points=ratios_of((9, 20), (8, 20)), unit="percent", chart="c")["y"] == [9, 8]


def test_an_excluded_point_counts_nowhere_but_is_shown() -> None:
    points = points_of(2, 3, 100, 50)
    points[2]["excluded"] = points[3]["excluded"] = "Wrong ward"
    points[3]["on"] = points[1]["on"]
    shown = overview_of(points=points)
    assert (shown["y"], shown["excluded"]) == ([2, 3, 100], [False, False, True])
    assert shown["centre"][0] == 2.5


def test_points_may_be_typed_in_any_order() -> None:
    shown = overview_of(points=points_of(1, 2, 3, 4)[::-1])
    assert (shown["y"], shown["notes"]) == ([1, 2, 3, 4], ["unsorted"])


@pytest.mark.parametrize(
    ("better", "direction"), [("up", "better"), ("down", "worse"), ("neither", "neither"), (None, "unknown")]
)
def test_a_signal_is_better_or_worse_only_where_a_direction_is_set(better: str | None, direction: str) -> None:
    shown = overview_of(points=points_of(*RISE), better=better, baseline_until="point0005")
    drawn = {"kind": "run", "direction": direction}
    assert shown["signals"] == [None] * 6 + [drawn] * 8
    assert shown["in_baseline"] == [True] * 6 + [False] * 8
    [phase] = shown["phases"]
    assert phase == {
        "first": 1, "last": 14, "centre": 4.5, "points": 14, "measured": 14, "useful": 14, "longest_run": 8,
        "longest_run_max": 7, "crossings": phase["crossings"], "crossings_min": 4, "runs": phase["crossings"] + 1,
        "runs_expected": None, "outside": 0, "has_trial_limits": False, "signal": True, "pattern": None,
        "state": "provisional",
    }  # fmt: skip
    told = {one["key"]: one for one in shown["sentence"]}
    assert told["long_run"]["phase"] == 1
    assert told["long_run"]["facts"]["from"] == day_of(6)


def test_a_phase_begins_at_its_point() -> None:
    shown = overview_of(points=points_of(*RISE), phases=[{"from": "point0006", "reason": "Moved"}])
    assert shown["phase"] == [1] * 6 + [2] * 8
    assert [phase["centre"] for phase in shown["phases"]] == [4.5, 15.5]


def test_making_data_count_has_its_own_chart_and_icons() -> None:
    shown = overview_of(points=points_of(*RISE), rules="mdc_xmr", better="up", target=30)
    assert (shown["chart"], shown["rules"]) == ("i", "mdc_xmr")
    assert set(shown["icons"]) == {"variation", "assurance", "are_firm"}
    strict = overview_of(points=points_of(*RISE), rules="mdc_xmr", mdc={"beyond_counts": True, "run_length": 6})
    assert len([one for one in strict["signals"] if one]) >= len([one for one in shown["signals"] if one])


def test_the_rules_of_the_ihi_expect_a_number_of_runs() -> None:
    [phase] = overview_of(points=points_of(*RISE), rules="ihi")["phases"]
    assert phase["runs_expected"] == [4, 10]


def test_what_is_refused_is_drawn_without_a_verdict() -> None:
    shown = overview_of(points=points_of(*RISE), chart="p", rules="ihi", baseline_until="point0005")
    assert (shown["refused"], shown["chart"], shown["y"]) == ("chart_does_not_fit_rules", "run", RISE)
    assert shown["signals"] == [None] * 14
    assert [phase["signal"] for phase in shown["phases"]] == [False]
    facts = {"given": "p", "allowed": "run", "rules": "ihi"}
    assert shown["sentence"] == [{"key": "refused_chart_does_not_fit_rules", "phase": 0, "facts": facts}]


@unhurried
@given(documents, st.dates())
def test_any_document_can_be_reviewed_on_any_day(document: Document, today: date) -> None:
    judged = measures.review(document, settings=ALL, today=today)
    json.dumps([judged.overview, [dict(check.facts) for check in judged.checks]], allow_nan=False)
    for shown, measure in zip(judged.overview["charts"].values(), document.measures, strict=True):
        days = len({point.on for point in measure.points})
        columns = ("ids", "y", "centre", "lower", "upper", "phase", "in_baseline", "excluded", "signals")
        assert {len(shown[name]) for name in ("dates", *columns)} == {days}


def two_thousand(**fields: Any) -> dict[str, Any]:
    pairs = islice(((n % 20, 20 + n % 7) for n in range(9_999)), 2_000)
    return {"measures": [{"id": "measure1", "unit": "percent", "points": ratios_of(*pairs, every=1), **fields}]}


@pytest.mark.parametrize("rules", RuleSet.__args__)
def test_two_thousand_points_are_judged_in_an_eye_s_blink(rules: str) -> None:
    document = parsed(two_thousand(rules=rules))
    assert milliseconds(lambda: measures.review(document, settings=ALL, today=TODAY)) < 150 * SLACK


@pytest.mark.parametrize("chart", Chart.__args__)
def test_every_chart_of_two_thousand_points_is_quick(chart: str) -> None:
    document = parsed(two_thousand(chart=chart))
    assert milliseconds(lambda: measures.review(document, settings=ALL, today=TODAY)) < 150 * SLACK


def test_two_thousand_points_are_read_and_screened_as_quickly() -> None:
    raw = two_thousand()
    dumped = measures.dump(parsed(raw))
    assert milliseconds(lambda: parsed(raw)) < 100 * SLACK
    assert milliseconds(lambda: privacy.screen(dumped, ())) < 50 * SLACK


def milliseconds(work: Callable[[], object]) -> float:
    """The processor's, at best: other programs' work is no fault of ours."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return 1_000 * min(once() for _ in range(3))
