"""The file of a measure: what is in it, that a spreadsheet takes no text for a formula, and that it reads back in."""

import csv
import io
from dataclasses import astuple

import pytest
from hypothesis import given
from qi_run_chart.domain.rows import read_rows
from qi_run_chart.exporting import csv_of
from tests import measures as made

HEADINGS = (
    "date,value,numerator,denominator,note,left out because,"
    "chart value,centre line,lower limit,upper limit,phase,baseline,new phase because"
)


def lines(**fields):
    return csv_of(made.measure_of(**fields)).removeprefix("\ufeff").splitlines()


def test_a_row_tells_what_was_collected_and_what_the_chart_shows():
    points = [
        {"id": "point0003", "on": "2026-11-16", "value": 6.5},
        {"id": "point0001", "on": "2026-11-02", "value": 4.0, "note": "Snow, twice"},
        {"id": "point0002", "on": "2026-11-09", "value": None},
        {"id": "point0004", "on": "2026-11-23", "value": 99, "excluded": "Bay closed"},
    ]
    phases = [{"from": "point0003", "reason": "New rota"}]
    assert lines(points=points, phases=phases) == [
        HEADINGS,
        '2026-11-02,4,,,"Snow, twice",,4,4,,,1,yes,',
        "2026-11-09,,,,,,,4,,,1,yes,",
        "2026-11-16,6.5,,,,,6.5,6.5,,,2,yes,New rota",
        "2026-11-23,99,,,,Bay closed,99,6.5,,,2,yes,",
    ]


def test_a_frozen_baseline_and_limits_are_told():
    found = lines(points=made.points_of(1, 3, 2, 4), baseline_until="point0001", chart="i")
    shown = [line.split(",")[6:12] for line in found[1:]]
    assert [(value, centre, baseline) for value, centre, _, _, _, baseline in shown] == [
        *(("1", "2", "yes"), ("3", "2", "yes"), ("2", "2", "no"), ("4", "2", "no")),
    ]
    assert {(round(float(lower), 2), round(float(upper), 2)) for _, _, lower, upper, _, _ in shown} == {(-3.32, 7.32)}


def test_a_share_has_its_parts_and_its_value():
    points = [{"id": "point0001", "on": "2026-11-02", "numerator": 3, "denominator": 8}]
    assert lines(unit="percent", points=points)[1] == "2026-11-02,,3,8,,,37.5,37.5,,,1,yes,"


def test_excel_sees_that_the_file_is_unicode():
    assert csv_of(made.measure_of()) == f"\ufeff{HEADINGS}\r\n"


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1", "@x", " =1", "\n=1", "\t=1", "＝1", "＋1", "－1", "＠x"])
def test_no_text_becomes_a_formula(text):
    points = [{"id": "point0001", "on": "2026-11-02", "value": 1, "note": text, "excluded": text}]
    phases = [{"from": "point0001", "reason": text}]
    (row,) = list(csv.reader(io.StringIO(csv_of(made.measure_of(points=points, phases=phases)))))[1:]
    assert [row[at] for at in (4, 5, 12)] == [f"'{text}"] * 3


def collected(measure):
    """In the order of time; the reader trims a note, as it does every cell."""
    in_order = sorted(measure.points, key=lambda point: point.on)
    return [(one.on, one.value, one.numerator, one.denominator, one.note.strip()) for one in in_order]


@pytest.mark.parametrize("measure", made.stored("full").measures, ids=lambda measure: measure.name)
def test_the_file_reads_back_in_as_the_same_points(measure):
    read = read_rows(csv_of(measure))
    assert [astuple(row)[1:] for row in read.rows] == collected(measure)
    assert (read.problems, read.ambiguous_dates) == ((), False)


def test_values_counts_shares_and_gaps_in_one_measure_read_back_in():
    points = [
        {"id": "point0001", "on": "2026-11-02", "value": 40},
        {"id": "point0002", "on": "2026-11-09", "numerator": 7},
        {"id": "point0003", "on": "2026-11-16", "numerator": 3, "denominator": 8, "note": "=1+1"},
        {"id": "point0004", "on": "2026-11-23", "note": '5" wound\nseen'},
        {"id": "point0005", "on": "2026-11-23", "value": -0.125, "excluded": "Typed twice"},
    ]
    measure = made.measure_of(unit="percent", points=points)
    assert [astuple(row)[1:] for row in read_rows(csv_of(measure)).rows] == collected(measure)


@given(made.numbers.filter(lambda number: number is not None))
def test_a_number_is_written_as_exactly_as_it_was_typed(number):
    measure = made.measure_of(points=[{"id": "point0001", "on": "2026-11-02", "value": number}])
    assert float(lines(points=[measure.points[0].model_dump(mode="json")])[1].split(",")[1]) == number
