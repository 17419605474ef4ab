"""What a chart is given, a phase of the series, and what it gives back, its lines. Also the moving ranges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qi_run_chart.domain.arithmetic import MISSING, mean, present
from qi_run_chart.domain.subgroups import Subgroup

# Mean range of two normal observations in standard deviations (d2) and the upper limit of ranges in mean ranges
# (D4), each for samples of two: Montgomery DC, Introduction to Statistical Quality Control, appendix VI.
MEAN_RANGE_IN_SIGMAS = 1.128
LARGEST_RANGE_IN_MEANS = 3.267


@dataclass(frozen=True, slots=True)
class Stretch:
    """Columns of one length. `is_counted` are the points that make centre and limits: in the baseline, not excluded.

    `values` are the measured ones. `given_centre` replaces the centre that would be worked out.
    """

    subgroups: Sequence[Subgroup]
    values: Sequence[float]
    is_counted: Sequence[bool]
    given_centre: Sequence[float] | None = None
    is_screened: bool = True
    is_categorical: bool = False

    def counted(self, column: Sequence[float]) -> list[float]:
        return [value for value, is_counted in zip(column, self.is_counted, strict=True) if is_counted]

    def centre(self, work_out: Callable[[], float]) -> list[float]:
        if self.given_centre is not None:
            return list(self.given_centre)
        return [work_out()] * len(self.values)


@dataclass(frozen=True, slots=True)
class Lines:
    """One number for each point. `values` are those to compare with the lines; `shown` stands for them on the chart."""

    values: Sequence[float]
    centre: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    shown: Sequence[float] | None = None

    @property
    def on_chart(self) -> Sequence[float]:
        return self.values if self.shown is None else self.shown


def lines_about(values: Sequence[float], centre: Sequence[float], *, reach: Sequence[float]) -> Lines:
    return Lines(
        values=values,
        centre=centre,
        lower=[middle - distance for middle, distance in zip(centre, reach, strict=True)],
        upper=[middle + distance for middle, distance in zip(centre, reach, strict=True)],
    )


def moving_ranges(values: Sequence[float]) -> list[float]:
    """One fewer than the values; missing on both sides of a missing value."""
    return [abs(later - earlier) for earlier, later in pairwise(values)]


def screened_mean(spreads: Sequence[float], *, factor: float) -> float:
    # Nelson LS, "Control charts for individual measurements", Journal of Quality Technology 1982;14:172-173:
    # leave out, once, the ranges that are themselves beyond their limit.
    average = mean(spreads)
    return mean([spread for spread in spreads if spread < factor * average])


def typical_spread(spreads: Sequence[float], *, is_screened: bool, factor: float = LARGEST_RANGE_IN_MEANS) -> float:
    """The mean of the spreads, screened if so wished.

    If screening leaves ranges of zero only (one step between two flat stretches), there would be no spread at all
    and both limits on the centre line, though the values differ. Then the unscreened mean stands.
    """
    known = present(spreads)
    if not is_screened:
        return mean(known)
    return screened_mean(known, factor=factor) or mean(known)


def sigma_of_moving_ranges(values: Sequence[float], *, is_screened: bool) -> float:
    return typical_spread(moving_ranges(values), is_screened=is_screened) / MEAN_RANGE_IN_SIGMAS


def without_limits(values: Sequence[float], centre: Sequence[float]) -> Lines:
    return lines_about(values, centre, reach=[MISSING] * len(values))


def scaled(lines: Lines, *, by: float) -> Lines:
    if by == 1:
        return lines
    columns = (lines.values, lines.centre, lines.lower, lines.upper, lines.on_chart)
    return Lines(*([number * by for number in column] for column in columns))
