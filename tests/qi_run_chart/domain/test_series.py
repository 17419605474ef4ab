"""Practice series: from a template or from rows to a measure, and what is left for the learner to do."""

from typing import Any

import pytest

from qi_run_chart.domain.completion import PARTS
from qi_run_chart.domain.document import Document
from qi_run_chart.domain.series import measure_from, parts_left, points_of, read_own, starting_document
from tests.measures import measure_of, points_of as weekly

TEMPLATE: dict[str, Any] = {
    "measure": {"name": "Waits", "baseline_until": "2026-01-12"},
    "annotations": [{"on": "2026-01-10", "text": "New rota"}],
    "points": [{"on": "2026-01-05", "value": 4.0}, {"on": "2026-01-12", "numerator": 3.0, "denominator": 9.0}],
}
EVENT = [{"id": "notes1", "on": "2026-01-05", "text": "New rota"}]


def test_a_template_becomes_a_measure_with_ids() -> None:
    points = [
        {"id": "point0001", "on": "2026-01-05", "value": 4.0},
        {"id": "point0002", "on": "2026-01-12", "numerator": 3.0, "denominator": 9.0},
    ]
    assert measure_from(TEMPLATE, id="series01") == measure_of(
        id="series01",
        name="Waits",
        baseline_until="point0002",
        annotations=[{"id": "event0001", "on": "2026-01-10", "text": "New rota"}],
        points=points,
    )
    without = {**TEMPLATE, "measure": {}}
    assert measure_from(without, id="series01").baseline_until is None


def test_a_sheet_begins_with_the_measure_alone() -> None:
    measure = measure_from(TEMPLATE, id="series01")
    assert starting_document(measure) == Document(measures=(measure,))
    assert starting_document(None) == Document()


@pytest.mark.parametrize(("day_first", "on"), [(True, "2026-11-03"), (False, "2026-03-11")])
def test_the_order_of_day_and_month_is_taken_where_dates_leave_it_open(day_first: bool, on: str) -> None:
    found = read_own("03/11/2026\t4\n04/11/2026\t5\n", day_first=day_first)
    assert [point["on"] for point in points_of(found.rows)][:1] == [on]


def test_dates_that_tell_their_order_need_no_choice() -> None:
    for day_first in (True, False):
        found = read_own("Date;Done;Of\n25/11/2026;4;9\n26/11/2026;;\n", day_first=day_first)
        assert points_of(found.rows) == [
            {"on": "2026-11-25", "value": None, "numerator": 4.0, "denominator": 9.0, "note": ""},
            {"on": "2026-11-26", "value": None, "numerator": None, "denominator": None, "note": ""},
        ]


@pytest.mark.parametrize(
    ("parts", "given", "left"),
    [
        (["definition", "data", "reading"], {}, ["reading"]),
        (["definition", "data"], {}, ["reading"]),
        (list(PARTS), {}, ["baseline", "annotation", "reading"]),
        (["annotation"], {}, ["annotation"]),
        (["annotation"], {"annotations": EVENT}, ["reading"]),
        (["data", "baseline"], {"points": weekly(1.0), "baseline_until": "point0000"}, ["reading"]),
    ],
)
def test_only_what_is_the_learner_s_own_counts_beside_a_series(
    parts: list[str], given: dict[str, Any], left: list[str]
) -> None:
    assert parts_left(parts, given=measure_of(**given)) == left
