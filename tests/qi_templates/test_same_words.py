"""The loader stands on the standard library alone, so it writes out what the tools keep. Here the two are compared."""

from typing import get_args

import pytest
from qi_pdsa_planner import domain as planner
from qi_pdsa_planner.domain import document as pdsa
from qi_run_chart.domain import document as charts
from qi_templates import measures, ramps

WRONG = "no such word"
CYCLE = {
    "id": "cycle001",
    "questions": [{"id": "question1", "addenda": [{"on": "2026-01-01", "text": ""}]}],
    "tasks": [{"id": "task0001"}],
}


def allowed(check, value):
    """By place, the words that are offered instead of a wrong one."""
    found = [(place, fault) for place, fault in check(value, "") if "is not one of" in fault]
    return {place: tuple(fault.partition(" is not one of ")[2].split(", ")) for place, fault in found}


def test_a_cycle_has_the_planners_fields():
    (cycle,) = planner.dump(planner.parse({"schema": 1, "cycles": [CYCLE], "confirmed": []}))["cycles"]
    assert cycle.pop("idea") is None  # of a learner's own diagram
    assert list(ramps.CYCLE(cycle, "")) == []


def test_a_cycle_has_the_planners_words():
    (cycle,) = planner.dump(planner.parse({"schema": 1, "cycles": [CYCLE], "confirmed": []}))["cycles"]
    cycle |= {"purpose": WRONG, "scale": WRONG}
    cycle["questions"][0]["verdict"] = cycle["data_plan"]["kind"] = WRONG
    cycle["do"]["as_planned"] = cycle["act"]["decision"] = WRONG
    assert allowed(ramps.CYCLE, cycle) == {
        "purpose": get_args(pdsa.Purpose),
        "scale": get_args(pdsa.Scale),
        "questions[0].verdict": get_args(pdsa.Verdict),
        "data_plan.kind": get_args(pdsa.DataKind),
        "do.as_planned": get_args(pdsa.AsPlanned),
        "act.decision": get_args(pdsa.Decision),
    }


@pytest.mark.parametrize("check", [measures.MEASURE, measures.SERIES["measure"]], ids=["of a diagram", "of a series"])
@pytest.mark.parametrize(
    "field, words",
    [
        ("kind", charts.Kind),
        ("unit", charts.Unit),
        ("better", charts.Better),
        ("how_often", charts.HowOften),
    ],
)
def test_a_measure_has_the_run_charts_words(check, field, words):
    assert allowed(check, {field: WRONG}) == {field: get_args(words)}


@pytest.mark.parametrize(
    "field, words", [("chart", charts.Chart), ("rules", charts.RuleSet), ("aggregate", charts.Aggregate)]
)
def test_a_series_has_the_run_charts_words(field, words):
    assert allowed(measures.SERIES["measure"], {field: WRONG}) == {field: get_args(words)}


@pytest.mark.parametrize("check, model", [
    (measures.MEASURE, charts.Measure),
    (measures.SERIES["measure"], charts.Measure),
    (measures.POINT, charts.Point),
])  # fmt: skip
def test_what_is_needed_is_there_in_the_run_charts_document(check, model):
    needed = {place for place, fault in check({}, "") if fault == "missing"}
    assert needed <= set(model.model_fields)
