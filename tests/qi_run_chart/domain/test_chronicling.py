"""What the charts tell the project's home: what each says of the present, and when its signals and phases began."""

from datetime import date

import pytest
from hypothesis import given

from qi_core.domain.chronicle import Chronicle, Line, Moment
from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Document
from tests.measures import day_of, documents, parsed, points_of
from tests.strategies import unhurried

QUIET = [5, 7, 4, 8, 5, 6, 8, 4, 7, 5, 8, 4]
SHIFTED = [*QUIET, 14, 15, 14, 16, 15, 14, 16, 15, 14, 15, 16, 14]
NAMED = {"id": "measure1", "name": "Waits", "kind": "outcome", "better": "down"}


def told(**fields: object) -> Chronicle:
    return measures.chronicle(parsed({"measures": [NAMED | fields]}))


def about(points: int) -> dict[str, str | int]:
    return {"name": "Waits", "kind": "outcome", "points": points}


def test_nothing_is_told_of_nothing() -> None:
    assert measures.chronicle(measures.empty()) == Chronicle()
    assert told() == Chronicle((Line("no_points", about(0)),))


@pytest.mark.parametrize(("values", "key"), [([5, None, 7], "too_few"), (QUIET, "quiet")])
def test_without_a_signal_the_points_are_told(values: list[float | None], key: str) -> None:
    found = [value for value in values if value is not None]
    begun = Moment(date.fromisoformat(day_of(0)), "begun", {"name": "Waits"})
    assert told(points=points_of(*values)) == Chronicle((Line(key, about(len(found))),), (begun,))


def test_a_signal_says_which_and_since_when_and_for_better_or_worse() -> None:
    chronicle = told(points=points_of(*SHIFTED), baseline_until="point0011")
    since = day_of(12)
    (line,) = chronicle.lines
    assert line == Line("signal_long_run", about(24) | {"meaning": "concern", "from": since})
    meant = {"name": "Waits", "meaning": "concern"}
    assert Moment(date.fromisoformat(since), "signal_long_run", meant) in chronicle.moments


def test_a_phase_is_a_moment_and_the_last_one_speaks() -> None:
    chronicle = told(points=points_of(*SHIFTED), phases=[{"from": "point0012", "reason": "A second room"}])
    assert chronicle.lines == (Line("too_few_in_phase", about(24)),)
    assert Moment(date.fromisoformat(day_of(12)), "phase", {"name": "Waits"}) in chronicle.moments


def test_what_cannot_be_drawn_has_no_verdict() -> None:
    chronicle = told(points=points_of(*SHIFTED), chart="p")
    assert chronicle.lines == (Line("no_verdict", about(24)),)
    assert [moment.key for moment in chronicle.moments] == ["begun"]


@unhurried
@given(documents)
def test_every_measure_has_a_line(document: Document) -> None:
    chronicle = measures.chronicle(document)
    assert len(chronicle.lines) == len(document.measures)
    days = {point.on for measure in document.measures for point in measure.points}
    assert {moment.on for moment in chronicle.moments} <= days
