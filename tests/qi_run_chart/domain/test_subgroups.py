from datetime import date
from math import inf, isnan, nan

import pytest

from qi_run_chart.domain.refusals import Refused
from qi_run_chart.domain.subgroups import Row, Subgroup, form_subgroups, measure


def test_plain_numbers_are_taken_in_their_order() -> None:
    assert form_subgroups([4, None, 2.5]) == [
        Subgroup(when=1, values=(4,), denominator=None),
        Subgroup(when=2, values=(), denominator=None),
        Subgroup(when=3, values=(2.5,), denominator=None),
    ]


def test_rows_of_one_day_become_one_point_in_the_order_of_time() -> None:
    first, second = date(2026, 1, 5), date(2026, 1, 12)
    rows = [Row(second, 3, 10), Row(first, 1, 4), Row(second, 2, 15), Row(None, 9, 9), Row(nan, 9, 9)]
    subgroups = form_subgroups(rows)
    assert subgroups == [
        Subgroup(when=first, values=(1,), denominator=4),
        Subgroup(when=second, values=(3, 2), denominator=25),
    ]
    assert measure(subgroups, aggregate="mean") == [0.25, 0.2]


@pytest.mark.parametrize(("value", "denominator"), [(3, None), (None, 12), (nan, 12), (3, nan), (None, 0)])
def test_a_row_without_its_value_or_denominator_counts_for_nothing(
    value: float | None, denominator: float | None
) -> None:
    subgroups = form_subgroups([Row(1, value, denominator), Row(2, 1, 2)])
    assert subgroups == [Subgroup(1, (), 0), Subgroup(2, (1,), 2)]
    assert isnan(measure(subgroups, aggregate="mean")[0])


@pytest.mark.parametrize(
    ("aggregate", "expected"), [("mean", [4, 5]), ("median", [2, 5]), ("sum", [12, 5]), ("sd", [19**0.5, None])]
)
def test_a_measure_says_how_rows_of_one_time_are_summed_up(aggregate: str, expected: list[float | None]) -> None:
    rows = [Row("b", 5), Row("a", 1), Row("a", 2), Row("a", 9), Row("b", None)]
    found = measure(form_subgroups(rows), aggregate=aggregate)
    assert [None if isnan(value) else value for value in found] == pytest.approx(expected)


def test_no_value_is_not_a_sum_of_zero() -> None:
    assert isnan(measure(form_subgroups([Row(1, None), Row(1, None)]), aggregate="sum")[0])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([Row(1, 5, 0)], "denominator_not_positive"),
        ([Row(1, 5, -3)], "denominator_not_positive"),
        ([inf], "not_a_finite_number"),
        ([-inf], "not_a_finite_number"),
        ([10**400], "not_a_finite_number"),
        ([Row(date(2026, 1, 1), 1), Row(3, 1)], "times_of_different_kinds"),
        ([Row("ward", 1), Row(3, 1)], "times_of_different_kinds"),
    ],
)
def test_what_cannot_be_placed_or_divided_is_refused(rows: list[Row | float | None], code: str) -> None:
    with pytest.raises(Refused) as refused:
        form_subgroups(rows)
    assert refused.value.code == code


def test_an_unknown_aggregate_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused) as refused:
        measure([], aggregate="mode")
    assert refused.value.facts == {"given": "mode", "allowed": "mean, median, sum, sd"}
