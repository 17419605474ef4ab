"""Gentle checks: each where it belongs, silent elsewhere, and never in the way."""

from datetime import date
from typing import Any

import pytest

from qi_core.domain.tool import Check
from qi_run_chart.domain.charting import chart
from qi_run_chart.domain.checks import checks
from qi_run_chart.domain.document import Document
from tests.measures import edited, parsed, points_of, ratios_of, stored

TODAY = date(2026, 11, 20)
DEFINED: dict[str, Any] = {
    "id": "measure1",
    "name": "Waiting",
    "kind": "outcome",
    "better": "down",
    "who": "Ward clerk",
    "how_often": "weekly",
    "source": "Board",
    "numerator": "Late",
    "denominator": "All",
}
USED = {
    "annotations": [{"id": "notes1", "on": "2026-01-05", "text": "Cycle 1"}],
    "baseline_until": "point0000",
    "reading": {"tells": "Shorter", "does_not": "Why"},
}
WAITS = [31.0, 28, 35, 33, 30, 36, 29, 34, 32, 30, 27, 24]


def found(document: Document, *, today: date = TODAY) -> list[Check]:
    return list(checks([chart(measure) for measure in document.measures], today=today))


def rules_of(**fields: Any) -> list[tuple[str, str, Any]]:
    """Of one measure that is defined, without those of the family."""
    judged = found(parsed({"measures": [{**DEFINED, **fields}]}))
    return [(one.path.removeprefix("measures[0]."), one.rule, one.facts) for one in judged if one.rule != "ME1"]


def test_nothing_is_said_of_nothing() -> None:
    assert found(stored("empty")) == []


def test_a_good_measure_with_its_chart_is_left_in_peace() -> None:
    assert rules_of() == []
    assert rules_of(points=points_of(*WAITS), **USED) == []


def test_a_family_has_one_measure_of_each_kind_and_is_no_crowd() -> None:
    kinds = {"outcome": 0, "process": 0, "balancing": 0}
    assert found(stored("minimal")) == [Check("measures", "ME1", kinds)]
    assert [check for check in found(stored("full")) if check.path == "measures"] == []
    crowd = parsed({"measures": [{"id": f"measure{n}", "kind": "process"} for n in range(9)]})
    assert found(crowd) == [
        Check("measures", "ME1", kinds | {"process": 1}),
        Check("measures", "ME2", {"measures": 9, "enough": 8}),
    ]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("numerator", "", "ME3_numerator"),
        ("denominator", "", "ME3_denominator"),
        ("who", " ", "ME4_who"),
        ("how_often", None, "ME4_how_often"),
        ("source", "", "ME4_source"),
        ("better", None, "ME6"),
    ],
)
def test_a_definition_is_missed_once_there_are_points(field: str, value: Any, rule: str) -> None:
    fields = {"unit": "percent", field: value}
    assert rules_of(**fields) == []
    assert rules_of(points=points_of(None), **fields) == [(field, rule, {})]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"unit": "rate"}, [("per", "ME3_per", {})]),
        ({"unit": "rate", "per": 1000}, []),
        ({"how_often": "quarterly"}, [("how_often", "ME5", {})]),
        ({"how_often": "monthly"}, []),
        ({"same_answer": "not_sure"}, [("same_answer", "ME8", {})]),
        ({"same_answer": "yes"}, []),
        ({"target": 5, "target_by": "2026-11-19"}, [("target_by", "target_past", {})]),
        ({"target": 5, "target_by": "2026-11-20"}, []),
        ({"target_by": "2026-11-19"}, []),
        ({"target": 5}, []),
    ],
)
def test_a_definition_may_ask_for_a_second_thought(fields: dict[str, Any], expected: list[Any]) -> None:
    assert rules_of(**fields) == expected


@pytest.mark.parametrize(
    ("kind", "aim", "expected"),
    [
        ("outcome", "falls on ward 4", [Check("measures[0].name", "ME7", {"aim": "falls on ward 4"})]),
        ("outcome", "the WAIT for a scan", []),
        ("outcome", "", []),
        ("outcome", "24/7", []),
        ("process", "falls on ward 4", []),
    ],
)
def test_an_outcome_measure_speaks_of_the_aim(kind: str, aim: str, expected: list[Check]) -> None:
    document = parsed({"measures": [{**DEFINED, "kind": kind}]})
    said = checks([chart(measure) for measure in document.measures], today=TODAY, aim=aim)
    assert [check for check in said if check.rule == "ME7"] == expected


def test_days_out_of_order_twice_or_missing_are_said() -> None:
    points = points_of(*WAITS)
    for place, day in ((1, "2026-01-05"), (11, "2026-06-01")):
        points[place]["on"] = day
    points[3], points[4] = points[4], points[3]
    assert rules_of(points=points, **USED) == [
        ("points", "RC3_unsorted", {}), ("points", "RC3_duplicates", {}), ("points", "RC3_gaps", {}),
    ]  # fmt: skip
    assert rules_of(points=points, **USED, how_often="each_event") == [("points", "RC3_unsorted", {})]


def test_two_frequencies_in_one_series_are_said() -> None:
    points = points_of(*WAITS)
    for place in range(6, 12):
        points[place]["on"] = f"2026-{place - 2:02d}-01"
    assert rules_of(points=points, **USED) == [("how_often", "RC9", {})]
    assert rules_of(points=points, **USED, how_often="each_case") == []


@pytest.mark.parametrize(
    ("points", "unit", "small"),
    [
        (points_of(1, 7, 8, 0, None), "count", 2),
        (points_of(1, 7, 7.5), "minutes", 0),
        (ratios_of((0, 20), (3, 20), (8, 20), (9, 7)), None, 2),
    ],
)
def test_so_few_people_that_somebody_may_know_them_are_flagged(points: Any, unit: str | None, small: int) -> None:
    told = [entry for entry in rules_of(points=points, unit=unit) if entry[1] == "small_number"]
    assert told == ([("points", "small_number", {"points": small})] if small else [])


def said(rule: str, **fields: Any) -> list[tuple[str, Any]]:
    return [(path, facts) for path, name, facts in rules_of(**fields) if name == rule]


def test_a_percentage_of_fewer_than_ten_is_no_percentage() -> None:
    points = ratios_of((9, 10), (8, 9), (8, None))
    assert said("RC5", points=points, unit="percent") == [("points", {"points": 1, "of": 2, "enough": 10})]
    assert said("RC5", points=points, unit="rate") == []
    same_day = [{**one, "on": "2026-01-05"} for one in points]
    assert said("RC5", points=same_day, unit="percent") == []


@pytest.mark.parametrize(("unit", "suggested"), [("percent", "p"), ("rate", "u"), ("minutes", None)])
def test_denominators_that_differ_suggest_limits_that_do(unit: str, suggested: str | None) -> None:
    rule, near, far = "denominators_differ", ratios_of((9, 20), (9, 25)), ratios_of((9, 20), (9, 20), (9, 50))
    assert said(rule, points=near, unit=unit) == []
    expected = [("chart", {"points": 3, "suggested": suggested})] if suggested else []
    assert said(rule, points=far, unit=unit) == expected
    assert said(rule, points=far, unit=unit, chart=suggested or "pp") == []
    far[2]["excluded"] = "Wrong ward"
    assert said(rule, points=far, unit=unit) == []


@pytest.mark.parametrize(
    ("points", "unit", "at_extreme"),
    [
        (ratios_of((20, 20), (0, 20), (9, 20)), "percent", 2),
        (ratios_of((20, 20), (0, 20), (9, 20), (9, 20)), "percent", 0),
        (points_of(0, 0, 8), "count", 2),
        (points_of(0, 0, 8), "rate", 2),
        (points_of(0, 0, 8), "minutes", 0),
        (points_of(100, 100, 8), "count", 0),
        (points_of(0, 0, 8), None, 0),
    ],
)
def test_most_points_at_an_end_ask_for_the_time_between(points: Any, unit: str | None, at_extreme: int) -> None:
    expected = [("chart", {"points": at_extreme, "of": 3})] if at_extreme else []
    assert said("at_extreme", points=points, unit=unit) == expected


def test_shares_and_plain_values_in_one_series_are_said() -> None:
    assert said("mixed_forms", points=[*ratios_of((9, 20)), {"id": "point9", "on": "2026-02-02", "value": 4}])
    assert not said("mixed_forms", points=[*ratios_of((9, 20)), {"id": "point9", "on": "2026-02-02"}])


@pytest.mark.parametrize(
    ("fields", "rule", "facts"),
    [
        (
            {"chart": "p", "rules": "ihi"},
            "refused_chart_does_not_fit_rules",
            {"given": "p", "allowed": "run", "rules": "ihi"},
        ),
        ({"chart": "p"}, "refused_denominator_missing", {"chart": "p"}),
        ({"chart": "t"}, "refused_time_not_positive", {"given": "-1.5"}),
        ({"rules": "mdc_xmr", "baseline_until": "point0001"}, "refused_freeze_too_early", {"given": 2, "least": 12}),
    ],
)
def test_what_cannot_be_charted_is_said_at_the_chart(fields: dict[str, Any], rule: str, facts: dict[str, Any]) -> None:
    points = points_of(5, -1.5, 4)
    assert said(rule, points=points, **fields) == [("chart", facts)]


def test_a_chart_that_the_points_were_not_collected_for_is_said() -> None:
    several = [{**one, "on": "2026-02-02"} for one in points_of(4, 5)]
    assert said("one_a_day", points=points_of(4, 5), chart="xbar") == [("chart", {})]
    assert said("one_a_day", points=several, chart="s") == said("one_a_day", chart="s") == []
    assert said("not_counts", points=points_of(4, 5.5), chart="c") == [("chart", {})]
    assert said("not_counts", points=points_of(4, -5), chart="g") == [("chart", {})]
    assert said("not_counts", points=points_of(4, 5), chart="c") == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, []),
        (1, [("points", "RC2", {"points": 1, "wanted": 10})]),
        (2, [("points", "RC4", {})]),
        (9, [("points", "RC2", {"points": 9, "wanted": 10})]),
        (10, [("reading.tells", "RC7", {}), ("annotations", "RC6", {})]),
        (12, [("baseline_until", "RC8", {"points": 12}), ("reading.tells", "RC7", {}), ("annotations", "RC6", {})]),
    ],
)
def test_a_chart_asks_for_what_it_still_lacks(count: int, expected: list[Any]) -> None:
    assert rules_of(points=points_of(*WAITS[:count])) == expected


def test_phases_replace_a_baseline() -> None:
    phases = [{"from": "point0006", "reason": "Moved"}]
    points = points_of(*WAITS)
    assert said("RC8", points=points, phases=phases) == []
    assert said("baseline_by_phases", points=points, phases=phases) == []
    both = {"points": points, "phases": phases, "baseline_until": "point0003"}
    assert said("baseline_by_phases", **both) == [("baseline_until", {})]
    assert said("baseline_by_phases", **both | {"phases": []}) == []
    assert said("baseline_by_phases", **both, rules="mdc_xmr") == []


def test_a_check_stands_at_its_measure() -> None:
    late = edited(stored("full"), **{"measures[2].target": 5, "measures[2].target_by": "2026-11-01"})
    assert Check("measures[2].target_by", "target_past") in found(late)
