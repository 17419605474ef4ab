"""Reading and writing measures: what is accepted comes back the same, what is not is named by path."""

import json
from typing import Any

import pytest
from hypothesis import given

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Document
from tests.measures import STORED, documents, parsed, points_of, stored
from tests.strategies import unhurried

MEASURE: dict[str, Any] = {"id": "abcdef"}
POINT: dict[str, Any] = {"id": "point1", "on": "2026-11-03"}


def problems_of(*measures: object, **more: object) -> dict[str, Problem]:
    with pytest.raises(Problems) as caught:
        parsed({"schema": 1, "measures": list(measures), **more})
    return caught.value.problems


@unhurried
@given(documents)
def test_what_is_written_reads_back_the_same(document: Document) -> None:
    assert measures.parse(json.loads(json.dumps(measures.dump(document)))) == document


def test_the_first_release_s_documents_can_always_be_read() -> None:
    for raw in STORED.values():
        assert measures.dump(parsed(measures.upgrade(raw))) == raw


def test_a_document_of_a_newer_release_is_refused_untouched() -> None:
    with pytest.raises(NewerDocument) as caught:
        measures.upgrade({"schema": 2, "measures": "who knows"})
    assert (caught.value.found, caught.value.known) == (2, 1)


def test_an_empty_document_is_the_stored_empty_one() -> None:
    assert measures.empty() == stored("empty")


@pytest.mark.parametrize("raw", [None, [], "text", 5, True])
def test_anything_but_an_object_is_refused(raw: object) -> None:
    with pytest.raises(Problems) as caught:
        parsed(raw)
    assert caught.value.problems == {"": Problem("wrong_type")}


@pytest.mark.parametrize(
    ("measure", "problem"),
    [
        ({}, {"measures[0].id": Problem("missing")}),
        (MEASURE | {"name": "a" * 301}, {"measures[0].name": Problem("too_long", {"max": 300})}),
        (MEASURE | {"name": "a\x00b"}, {"measures[0].name": Problem("control_character")}),
        (MEASURE | {"median": 5}, {"measures[0].median": Problem("unknown_field")}),
        (
            MEASURE | {"better": "sideways"},
            {"measures[0].better": Problem("not_allowed", {"allowed": "'up', 'down' or 'neither'"})},
        ),
        (
            MEASURE | {"mdc": {"run_length": 8}},
            {"measures[0].mdc.run_length": Problem("not_allowed", {"allowed": "6 or 7"})},
        ),
        (MEASURE | {"per": 0}, {"measures[0].per": Problem("not_positive")}),
        (MEASURE | {"target": "80 %"}, {"measures[0].target": Problem("not_a_number")}),
        (MEASURE | {"target": True}, {"measures[0].target": Problem("not_a_number")}),
        (MEASURE | {"target": float("nan")}, {"measures[0].target": Problem("not_a_number")}),
        (MEASURE | {"target": float("inf")}, {"measures[0].target": Problem("not_a_number")}),
        (MEASURE | {"target": 10**400}, {"measures[0].target": Problem("not_a_number")}),
        (MEASURE | {"target_by": "31/12/2026"}, {"measures[0].target_by": Problem("not_a_date")}),
        (MEASURE | {"baseline_until": "nobody"}, {"measures[0].baseline_until": Problem("not_found")}),
        (
            MEASURE | {"phases": [{"from": "nobody", "reason": "Moved"}]},
            {"measures[0].phases[0].from": Problem("not_found")},
        ),
        (
            MEASURE | {"phases": [{"from": "point1", "reason": "Moved"}] * 2, "points": [POINT]},
            {"measures[0].phases[1].from": Problem("not_unique")},
        ),
        (
            MEASURE | {"phases": [{"from": "point1", "reason": " \n"}], "points": [POINT]},
            {"measures[0].phases[0].reason": Problem("missing")},
        ),
        (
            MEASURE | {"annotations": [{"id": "notes1", "on": "2026-11-03"}] * 2},
            {"measures[0].annotations[1].id": Problem("not_unique")},
        ),
    ],
)
def test_what_is_wrong_is_named_by_its_path(measure: object, problem: dict[str, Problem]) -> None:
    assert problems_of(measure) == problem


@pytest.mark.parametrize(
    ("point", "path", "problem"),
    [
        ({"on": None}, "on", Problem("not_a_date")),
        ({"value": "12"}, "value", Problem("not_a_number")),
        ({"numerator": 1, "denominator": 0}, "denominator", Problem("not_positive")),
        ({"numerator": 1, "denominator": -5}, "denominator", Problem("not_positive")),
        ({"value": 1, "numerator": 1}, "value", Problem("value_and_parts")),
        ({"value": 1, "denominator": 10}, "value", Problem("value_and_parts")),
        ({"excluded": " "}, "excluded", Problem("missing")),
        ({"value": 9434765919}, "value", Problem("nhs_number")),
        ({"numerator": 9434765919.0}, "numerator", Problem("nhs_number")),
        ({"numerator": 1, "denominator": 9434765919}, "denominator", Problem("nhs_number")),
        ({"note": "943 476 5919"}, "note", Problem("nhs_number")),
        ({"excluded": "Asked 943 476 5919"}, "excluded", Problem("nhs_number")),
    ],
)
def test_a_point_is_named_by_its_place(point: dict[str, object], path: str, problem: Problem) -> None:
    second = {**POINT, "id": "point2", **point}
    assert problems_of(MEASURE | {"points": [POINT, second]}) == {f"measures[0].points[1].{path}": problem}


@pytest.mark.parametrize(
    "point",
    [
        {},
        {"value": 0},
        {"value": -1.5},
        {"numerator": 3},
        {"numerator": 0, "denominator": 0.5},
        {"denominator": 20},
        {"value": 1_000_000_000},
        {"value": 9434765919.5},
        {"value": 1e300},
    ],
)
def test_a_point_is_a_value_or_a_share_or_missing(point: dict[str, object]) -> None:
    assert parsed({"measures": [MEASURE | {"points": [POINT | point]}]})


def test_ids_are_unique() -> None:
    assert problems_of(MEASURE, MEASURE) == {"measures[1].id": Problem("not_unique")}
    assert problems_of(MEASURE | {"points": [POINT, POINT]}) == {"measures[0].points[1].id": Problem("not_unique")}
    assert parsed({"measures": [MEASURE | {"points": [POINT]}, {"id": "second", "points": [POINT]}]})


def test_there_is_a_limit_to_everything() -> None:
    assert problems_of(*[{}] * 21) == {"measures": Problem("too_many", {"max": 20})}
    for name, most in (("points", 2_000), ("phases", 60), ("annotations", 60)):
        too_many = MEASURE | {name: [{}] * (most + 1)}
        assert problems_of(too_many) == {f"measures[0].{name}": Problem("too_many", {"max": most})}
    assert problems_of(confirmed=["?"] * 501) == {"confirmed": Problem("too_many", {"max": 500})}


def test_of_a_hostile_document_a_hundred_problems_are_told() -> None:
    numbers = points_of(*[9434765919.0] * 150)
    assert len(problems_of(MEASURE | {"points": numbers})) == 100


@unhurried
@given(documents, documents)
def test_nothing_is_locked(earlier: Document, proposed: Document) -> None:
    measures.revise(earlier=earlier, proposed=proposed)
