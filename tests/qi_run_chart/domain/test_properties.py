"""What holds for every series."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qi_run_chart import Analysis, Refused, Row, analyse
from tests.strategies import unhurried

CHARTS = ["run", "i", "mr", "xbar", "s", "ip", "t", "c", "u", "up", "p", "pp", "g"]
RULES = ["anhoej", "ihi", "mdc_xmr"]
FEWEST_FOR_A_BASELINE = 12

# Whole numbers, so that shifted or scaled they are still exact; few of them, so that there are ties.
whole = st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=40)
finite = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))


def outline(analysis: Analysis) -> list[tuple[Any, ...]]:
    """Everything that does not depend on the unit."""
    points = [(point.side, point.is_outside, point.found) for point in analysis.points]
    return [*points, analysis.icons and analysis.icons.variation, *(phase.runs for phase in analysis.phases)]


def lines(analysis: Analysis) -> list[float | None]:
    return [number for point in analysis.points for number in (point.centre, point.lower, point.upper)]


def approximately(numbers: list[float | None]) -> list[Any]:
    return [number if number is None else pytest.approx(number, rel=1e-9, abs=1e-9) for number in numbers]


def mirrored(signals: Any) -> list[tuple[Any, ...]]:
    return [(signal.rule, signal.first, signal.last, signal.length, -signal.side) for signal in signals]


@unhurried
@given(
    rows=st.lists(st.builds(Row, st.integers(1, 9), finite, st.one_of(st.none(), st.floats(1e-300, 1e300)))),
    chart=st.sampled_from(CHARTS),
    choices=st.fixed_dictionaries(
        {
            "freeze": st.one_of(st.none(), st.integers(-2, 12)),
            "phases": st.lists(st.integers(-2, 12), max_size=3),
            "exclude": st.lists(st.integers(-2, 12), max_size=3),
            "aggregate": st.sampled_from(["mean", "median", "sum", "sd"]),
            "centre": st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            "multiply": st.sampled_from([1, 100, 1e300]),
            "is_screened": st.booleans(),
            "may_be_negative": st.booleans(),
        }
    ),
)
def test_no_finite_series_is_too_much(rows: list[Row], chart: str, choices: dict[str, Any]) -> None:
    try:
        analysis = analyse(rows, chart=chart, **choices)
    except Refused as refused:
        assert refused.code in {"time_not_positive", "denominator_missing"}
    else:
        assert len(analysis.points) == len({row.when for row in rows})


@unhurried
@given(st.lists(finite, max_size=40), st.sampled_from(["ihi", "mdc_xmr"]), st.lists(st.integers(-2, 30), max_size=3))
def test_no_finite_series_is_too_much_for_any_rules(
    values: list[float | None], rules: str, places: list[int]
) -> None:
    analysis = analyse(values, rules=rules, exclude=places, phases=places, freeze=FEWEST_FOR_A_BASELINE, target=0)
    assert len(analysis.points) == len(values)


@unhurried
@given(whole, st.sampled_from(RULES), st.randoms())
def test_order_of_rows_does_not_matter(values: list[int | None], rules: str, random: Any) -> None:
    rows = [Row(place, value, 7) for place, value in enumerate(values)]
    # Two rows of one time: in either order, the same point.
    rows += [Row(place, 3, 5) for place in range(0, len(values), 3)]
    assert analyse(random.sample(rows, len(rows)), rules=rules) == analyse(rows, rules=rules)


@unhurried
@given(whole)
def test_rows_of_one_time_are_as_good_as_their_mean(values: list[int | None]) -> None:
    split = [
        Row(place, None if value is None else value + sign)
        for place, value in enumerate(values, start=1)
        for sign in (-1, 1)
    ]
    assert analyse(split, chart="i").points == analyse(values, chart="i").points


@unhurried
@given(whole, st.sampled_from(RULES), st.sampled_from([0.125, 0.5, 2, 1024]))
def test_scaling_scales_lines_and_changes_no_signal(values: list[int | None], rules: str, factor: float) -> None:
    plain = analyse(values, rules=rules)
    scaled = analyse([value if value is None else value * factor for value in values], rules=rules)
    assert outline(scaled) == outline(plain)
    assert lines(scaled) == [number if number is None else number * factor for number in lines(plain)]


@unhurried
@given(whole, st.sampled_from(["run", "i"]), st.sampled_from([0.1, 3, 7.3]))
def test_scaling_by_any_factor_scales_lines(values: list[int | None], chart: str, factor: float) -> None:
    plain = analyse(values, chart=chart)
    scaled = analyse([value if value is None else value * factor for value in values], chart=chart)
    multiplied = analyse(values, chart=chart, multiply=factor)
    expected = [number if number is None else number * factor for number in lines(plain)]
    assert lines(multiplied) == approximately(expected)
    # Ranges at the edge of being screened may fall on either side of it.
    assume(chart == "run" or all(point.lower is not None for point in plain.points))
    assert [point.centre for point in scaled.points] == approximately([point.centre for point in multiplied.points])


@unhurried
@given(st.lists(st.integers(0, 30), min_size=1, max_size=32), st.sampled_from(RULES), st.integers(-1000, 1000))
def test_shifting_changes_no_run(values: list[int], rules: str, step: int) -> None:
    # Doubled until their mean is a whole number: with a mean of thirds a shift may move the last bit.
    exact = [value * len(values) for value in values]
    plain, shifted = analyse(exact, rules=rules), analyse([value + step for value in exact], rules=rules)
    assert [point.side for point in shifted.points] == [point.side for point in plain.points]
    assert [phase.runs for phase in shifted.phases] == [phase.runs for phase in plain.phases]


@unhurried
@given(whole, st.sampled_from(["anhoej", "ihi"]))
def test_mirroring_swaps_the_sides(values: list[int | None], rules: str) -> None:
    plain = analyse(values, rules=rules, direction="increase")
    mirror = analyse([value if value is None else -value for value in values], rules=rules, direction="decrease")
    assert [(phase.runs.longest, phase.runs.crossings) for phase in mirror.phases] == [
        (phase.runs.longest, phase.runs.crossings) for phase in plain.phases
    ]
    for point, image in zip(plain.points, mirror.points, strict=True):
        assert image.side == (None if point.side is None else -point.side)
        assert mirrored(image.found) == [(s.rule, s.first, s.last, s.length, s.side) for s in point.found]
        assert [signal.meaning for signal in image.found] == [signal.meaning for signal in point.found]


@unhurried
@given(whole, whole, st.sampled_from(RULES))
def test_phases_know_nothing_of_each_other(earlier: list[int | None], later: list[int | None], rules: str) -> None:
    assume(earlier and later)
    both = analyse([*earlier, *later], rules=rules, phases=[len(earlier) + 1])
    alone = analyse(later, rules=rules)
    first = analyse(earlier, rules=rules)
    assert lines(both) == lines(first) + lines(alone)
    assert [phase.runs for phase in both.phases] == [first.phases[0].runs, alone.phases[0].runs]
    assert both.icons == alone.icons


@unhurried
@given(whole, st.data(), st.sampled_from(RULES))
def test_an_excluded_point_moves_nothing(values: list[int | None], data: st.DataObject, rules: str) -> None:
    assume(values)
    place = data.draw(st.integers(1, len(values)))
    other: list[float | None] = [*values[: place - 1], data.draw(st.integers(-1000, 1000)), *values[place:]]
    one, two = (analyse(series, rules=rules, exclude=[place]) for series in (values, other))
    assert lines(one) == lines(two)
    assert [phase.found for phase in one.phases] == [phase.found for phase in two.phases]


@unhurried
@given(whole, st.data())
def test_a_point_on_the_median_changes_no_figure(values: list[int | None], data: st.DataObject) -> None:
    plain = analyse(values)
    assume(plain.phases and plain.phases[0].centre is not None)
    centre = plain.phases[0].centre
    place = data.draw(st.integers(0, len(values)))
    more = analyse([*values[:place], centre, *values[place:]])
    assert (more.phases[0].centre, more.phases[0].runs) == (centre, plain.phases[0].runs)
