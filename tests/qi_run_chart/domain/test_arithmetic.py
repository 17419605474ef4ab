import math
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_run_chart.domain.arithmetic import (
    MISSING,
    at_least,
    at_most,
    known_or_none,
    mean,
    median,
    power,
    ratio,
    root,
    side_of,
    standard_deviation,
    total,
    weighted_mean,
)

measured = st.floats(-1e9, 1e9).filter(lambda value: not value or abs(value) > 1e-9)


@given(measured, st.integers(1, 200))
def test_equal_values_have_exactly_that_mean(value: float, count: int) -> None:
    assert mean([value] * count) == value


@given(measured, st.lists(st.integers(1, 10_000), min_size=1, max_size=40))
def test_equal_values_have_exactly_that_mean_whatever_they_weigh(value: float, weights: list[int]) -> None:
    assert weighted_mean([value] * len(weights), weights=weights) == value


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=60), st.sampled_from([1, 10, 100]))
def test_a_mean_is_the_exact_one_rounded_once(wholes: list[int], decimals: int) -> None:
    values = [whole / decimals for whole in wholes]
    assert mean(values) == float(sum(map(Fraction, values)) / len(values))


def test_an_exact_sum_over_n_would_not_do() -> None:
    series = [(value / 100, count) for value in range(1, 200) for count in range(2, 60)]
    missed = sum(math.fsum([value] * count) / count != value for value, count in series)
    assert missed / len(series) > 0.05


@given(st.lists(measured, max_size=30), st.randoms())
def test_order_changes_no_average(values: list[float], random: Random) -> None:
    shuffled = random.sample(values, len(values))
    assert repr([mean(values), median(values)]) == repr([mean(shuffled), median(shuffled)])


def test_averages_skip_what_is_missing() -> None:
    assert mean([1, MISSING, 3]) == 2
    assert median([1, MISSING, 3, 8]) == 3
    assert standard_deviation([1, MISSING, 3]) == math.sqrt(2)
    assert weighted_mean([1, MISSING, 4, 9], weights=[2, 5, 1, MISSING]) == 2


@pytest.mark.parametrize(
    "answer",
    [
        mean([]),
        mean([MISSING]),
        median([]),
        standard_deviation([7]),
        weighted_mean([], weights=[]),
        ratio(3, 0),
        root(-1),
        total([1e308, 1e308]),
        total([math.inf, -math.inf]),
    ],
)
def test_what_cannot_be_worked_out_is_missing(answer: float) -> None:
    assert math.isnan(answer)


def test_bounds_leave_missing_numbers_missing() -> None:
    assert (at_least(0, -1), at_least(0, 2), at_most(1, 3), at_most(1, 0.5)) == (0, 2, 1, 0.5)
    assert math.isnan(at_least(0, MISSING))
    assert math.isnan(at_most(1, MISSING))


def test_a_number_too_large_is_no_number() -> None:
    assert power(2, 3) == 8
    assert known_or_none(power(1e300, 3.6)) is None
    assert known_or_none(MISSING) is None
    assert known_or_none(2.5) == 2.5


def test_sides_are_exact() -> None:
    assert [side_of(value, line=0.3) for value in (0.1 + 0.2, 0.3, 0.29, MISSING)] == [1, 0, -1, None]
