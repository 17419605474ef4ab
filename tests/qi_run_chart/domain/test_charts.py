"""Lines by hand, where the reference cases do not reach: traps, given centres, degenerate series."""

from math import log, pi, sqrt

import pytest

from qi_run_chart import Analysis, Refused, Row, analyse

ROOT_OF_8 = 8 ** (1 / 3.6)
T_REACH = 3 * (5 ** (1 / 3.6) - 3 ** (1 / 3.6)) / 1.128


def limits(analysis: Analysis) -> list[tuple[float | None, float | None, float | None]]:
    """Of each point: lower limit, centre, upper limit."""
    return [(point.lower, point.centre, point.upper) for point in analysis.points]


def close(*numbers: float | None) -> tuple[object, ...]:
    return tuple(pytest.approx(number, rel=1e-12) for number in numbers)


def rates(*pairs: tuple[float, float]) -> list[Row]:
    return [Row(place, value, denominator) for place, (value, denominator) in enumerate(pairs)]


@pytest.mark.parametrize("chart", ["i", "t"])
def test_one_step_between_two_flat_stretches_has_the_unscreened_limits(chart: str) -> None:
    step = [5] * 10 + [9] * 5
    analysis = analyse(step, chart=chart)
    assert analysis == analyse(step, chart=chart, is_screened=False)
    assert (analysis.points[0].lower or 0) < (analysis.points[0].centre or 0) < (analysis.points[0].upper or 0)


@pytest.mark.parametrize("chart", ["run", "i", "t"])
@pytest.mark.parametrize("value", [0.1, 5, 36.7, 58.15])
def test_equal_values_lie_on_the_line_and_have_no_limits(chart: str, value: float) -> None:
    analysis = analyse([value] * 49, chart=chart)
    assert {(point.value, point.side, point.lower) for point in analysis.points} == {(value, 0, None)}
    assert analysis.signals == ()


def test_a_gap_breaks_the_moving_range_and_an_excluded_point_does_not() -> None:
    gap = analyse([10, 12, None, 20, 22], chart="i", is_screened=False)
    out = analyse([10, 12, 99, 20, 22], chart="i", is_screened=False, exclude=[3])
    assert limits(gap)[0] == close(16 - 3 * 2 / 1.128, 16, 16 + 3 * 2 / 1.128)
    assert limits(out)[0] == close(16 - 3 * 4 / 1.128, 16, 16 + 3 * 4 / 1.128)


def test_an_excluded_point_is_still_compared_with_the_limits() -> None:
    analysis = analyse([10, 12] * 6 + [99], chart="i", exclude=[13])
    assert [point.position for point in analysis.points if point.is_outside] == [13]
    assert (analysis.points[12].side, analysis.signals) == (None, ())
    assert (analysis.phases[0].outside, analysis.phases[0].points) == (1, 12)


@pytest.mark.parametrize(
    ("chart", "rows", "expected"),
    [
        ("i", [3, 5], close(8 - 3 * 2 / 1.128, 8, 8 + 3 * 2 / 1.128)),
        ("mr", [3, 5], close(0, 8, 3.267 * 8)),
        ("c", [3, 5], close(0, 8, 8 + 3 * sqrt(8))),
        ("g", [3, 5], close(0, 0.693 * 8, 8 + 3 * sqrt(72))),
        ("t", [3, 5], close((ROOT_OF_8 - T_REACH) ** 3.6, 8, (ROOT_OF_8 + T_REACH) ** 3.6)),
        ("u", rates((3, 2), (5, 2)), close(2, 8, 14)),
        ("ip", rates((3, 1), (6, 1)), close(8 - 4.5 * sqrt(pi) / 1, 8, 8 + 4.5 * sqrt(pi))),
    ],
)
def test_a_given_centre_replaces_the_one_worked_out(
    chart: str, rows: list[Row | float | None], expected: tuple[object, ...]
) -> None:
    assert limits(analyse(rows, chart=chart, centre=8))[0] == expected


def test_a_centre_with_a_hole_is_worked_out_for_the_phase() -> None:
    analysis = analyse([1, 2, 9, 7, 8, 9], phases=[4], centre=[5, None, 5, 4, 5, 6])
    assert [point.centre for point in analysis.points] == [2, 2, 2, 4, 5, 6]


def test_median_in_means_is_the_natural_logarithm_of_two() -> None:
    assert limits(analyse([10], chart="g", centre=1))[0][1] == pytest.approx(log(2), abs=5e-4)


def test_time_between_events_is_shown_as_it_was_given() -> None:
    times = [15.1, 6.2, 2.8, 9.3, 8.8, 35.6]
    assert [point.value for point in analyse(times, chart="t").points] == times


@pytest.mark.parametrize(
    ("chart", "rows"),
    [
        ("u", rates((0, 5), (0, 9))),
        ("up", rates((0, 5), (0, 9))),
        ("pp", rates((5, 5), (9, 9))),
        ("c", [0, 0]),
        ("s", [Row(1, 3), Row(1, 4), Row(1, 5), Row(2, 3)]),
        ("xbar", [3, 4, 5]),
    ],
)
def test_degenerate_series_signal_nothing(chart: str, rows: list[Row | float | None]) -> None:
    assert not any(point.is_outside for point in analyse(rows, chart=chart).points)


def test_laney_takes_the_plain_deviation_where_neighbours_are_no_neighbours() -> None:
    pairs = {"A": (8, 100), "B": (15, 110), "C": (4, 90), "D": (12, 100)}
    analysis = analyse([Row(ward, *pair) for ward, pair in pairs.items()], chart="pp")
    mean = 39 / 400
    sigmas = [sqrt(mean * (1 - mean) / size) for _, size in pairs.values()]
    scores = [(events / size - mean) / sigma for (events, size), sigma in zip(pairs.values(), sigmas, strict=True)]
    average = sum(scores) / 4
    deviation = sqrt(sum((score - average) ** 2 for score in scores) / 3)
    assert [point.upper for point in analysis.points] == pytest.approx(
        [mean + 3 * sigma * deviation for sigma in sigmas]
    )


def test_no_lower_limit_below_zero_where_no_value_can_be() -> None:
    below = analyse([1, 9, 1, 9, 2], chart="i", may_be_negative=False)
    as_measured = analyse([1, 9, 1, 9, -2], chart="i", may_be_negative=False)
    assert below.points[0].lower == 0
    assert (as_measured.points[0].lower or 0) < 0


def test_multiplying_scales_what_is_shown() -> None:
    analysis = analyse(rates((3, 10), (5, 10), (4, 20)), chart="p", multiply=100)
    assert [point.value for point in analysis.points] == [30, 50, 20]
    assert limits(analysis)[0] == close(0, 30, 30 + 300 * sqrt(0.3 * 0.7 / 10))


@pytest.mark.parametrize("chart", ["p", "pp", "u", "up"])
def test_a_rate_needs_denominators(chart: str) -> None:
    with pytest.raises(Refused) as refused:
        analyse([1, 2, 3], chart=chart)
    assert (refused.value.code, refused.value.facts) == ("denominator_missing", {"chart": chart})


def test_events_of_the_same_day_have_no_time_between_them() -> None:
    with pytest.raises(Refused) as refused:
        analyse([3, 0, 5], chart="t")
    assert (refused.value.code, refused.value.facts) == ("time_not_positive", {"given": 0})
