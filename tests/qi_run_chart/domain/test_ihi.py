from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_run_chart import Analysis, Ihi, Refused, Signal, analyse
from qi_run_chart.domain.ihi import expected_runs


def spans(analysis: Analysis, rule: str) -> list[tuple[int, int, int, int]]:
    found = [signal for phase in analysis.phases for signal in phase.found]
    return [(signal.first, signal.last, signal.length, signal.side) for signal in found if signal.rule == rule]


def test_six_on_one_side_are_a_shift_and_five_are_not() -> None:
    assert spans(analyse([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9], rules="ihi", centre=5), "shift") == [(1, 6, 6, -1)]


def test_points_on_the_median_are_skipped_in_a_shift_and_not_coloured() -> None:
    analysis = analyse([9, 5, 8, 9, 8, 5, 9, 8, 1], rules="ihi", centre=5)
    assert spans(analysis, "shift") == [(1, 8, 6, 1)]
    assert [point.position for point in analysis.points if point.found] == [1, 3, 4, 5, 7, 8]


@pytest.mark.parametrize(
    ("values", "trends"),
    [
        ([1, 2, 3, 4, 5], [(1, 5, 5, 1)]),
        ([9, 1, 2, 3, 4], []),
        ([1, 2, 2, 3, 3, 3, 4, 5, 5], [(1, 8, 5, 1)]),
        ([1, 2, 2, 3, 3, 4, 4], []),
        ([5, 4, None, 3, 2, 1], [(1, 6, 5, -1)]),
        ([1, 2, 3, 4, 5, 4, 3, 2, 1], [(1, 5, 5, 1), (5, 9, 5, -1)]),
        ([7, 7, 7, 7, 7], []),
        ([], []),
    ],
)
def test_five_all_up_or_all_down_are_a_trend(
    values: list[float | None], trends: list[tuple[int, int, int, int]]
) -> None:
    assert spans(analyse(values, rules="ihi"), "trend") == trends


def test_the_lengths_are_a_matter_of_the_hand_out() -> None:
    values = [1, 2, 3, 4, 5, 6, 7, 8]
    assert spans(analyse(values, rules=Ihi(trend_length=9)), "trend") == []
    assert spans(analyse(values, rules=Ihi(shift_length=4)), "shift") == [(1, 4, 4, -1), (5, 8, 4, 1)]


def runs_of(above: set[int], count: int) -> int:
    sides = [place in above for place in range(count)]
    return 1 + sum(one != other for one, other in zip(sides, sides[1:], strict=False))


@pytest.mark.parametrize(("above", "below"), [(1, 1), (1, 9), (4, 4), (5, 3), (3, 5), (5, 5), (8, 6), (9, 2)])
def test_expected_runs_are_those_of_all_orders_counted_out(above: int, below: int) -> None:
    count = above + below
    orders = [runs_of(set(places), count) for places in combinations(range(count), above)]
    fewest = next(runs for runs in range(count + 1) if 40 * sum(order <= runs for order in orders) > len(orders))
    most = next(runs for runs in range(count, 0, -1) if 40 * sum(order >= runs for order in orders) > len(orders))
    assert (len(orders), expected_runs(above, below)) == (comb(count, above), (fewest, most))


@given(st.integers(1, 300), st.integers(1, 300))
def test_it_does_not_matter_which_side_is_called_above(above: int, below: int) -> None:
    assert expected_runs(above, below) == expected_runs(above=below, below=above)


@pytest.mark.parametrize(
    ("values", "rule", "runs"),
    [([1] * 6 + [9] * 6, "few_runs", 2), ([1, 9] * 6, "many_runs", 12)],
)
def test_too_few_and_too_many_runs_are_signals_about_the_whole_phase(
    values: list[float], rule: str, runs: int
) -> None:
    [phase] = analyse(values, rules=Ihi(shift_length=99)).phases
    assert phase.runs_expected == (4, 10)
    assert [(signal.rule, signal.length) for signal in phase.signals] == [(rule, runs)]
    assert phase.signals == (Signal(phase.signals[0].rule, 1, 12, runs, 0, "neutral"),)


def test_fewer_than_ten_useful_points_have_too_many_runs_by_no_rule() -> None:
    assert spans(analyse([1, 9] * 4, rules="ihi"), "many_runs") == []


def test_the_rules_are_for_run_charts() -> None:
    with pytest.raises(Refused) as refused:
        analyse([1, 2], chart="i", rules="ihi")
    assert refused.value.facts == {"given": "i", "allowed": "run", "rules": "ihi"}
