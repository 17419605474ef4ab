"""Centre line and limits of charts of counts, rates, proportions and of what lies between rare events."""

from collections.abc import Callable, Sequence
from math import log

from qi_run_chart.domain.arithmetic import (
    at_least,
    at_most,
    mean,
    median,
    power,
    present,
    ratio,
    root,
    standard_deviation,
    total,
)
from qi_run_chart.domain.measurement_charts import SIGMAS
from qi_run_chart.domain.refusals import Refused
from qi_run_chart.domain.stretches import Lines, Stretch, lines_about, sigma_of_moving_ranges

# Times between events are about normal after this power: Nelson LS, "A control chart for parts-per-million
# nonconforming items", Journal of Quality Technology 1994;26:239-240.
TIME_POWER = 3.6
# The median of a geometric or exponential variable in means, to three places as in Provost LP, Murray SK, The
# Health Care Data Guide, 2011, chapter 7.
MEDIAN_IN_MEANS = round(log(2), 3)


def bounded(lines: Lines, *, lowest: float = 0, highest: float | None = None) -> Lines:
    return Lines(
        values=lines.values,
        centre=lines.centre,
        lower=[at_least(lowest, limit) for limit in lines.lower],
        upper=[limit if highest is None else at_most(highest, limit) for limit in lines.upper],
    )


def draw_c(stretch: Stretch) -> Lines:
    counts = [subgroup.sum for subgroup in stretch.subgroups]
    centre = stretch.centre(lambda: mean(stretch.counted(counts)))
    # The variance of a Poisson variable is its mean: Montgomery, chapter 7.
    return bounded(lines_about(counts, centre, reach=[SIGMAS * root(middle) for middle in centre]))


def _poisson_variance(centre: float) -> float:
    return centre


def _binomial_variance(centre: float) -> float:
    return centre * (1 - centre)


def _rate(stretch: Stretch) -> float:
    # Sums first, then one division: whole numbers give the same rate, to the bit, as their parts do.
    events = stretch.counted([subgroup.sum for subgroup in stretch.subgroups])
    return ratio(total(present(events)), total(stretch.counted([subgroup.weight for subgroup in stretch.subgroups])))


def _rate_and_sigmas(
    stretch: Stretch, variance: Callable[[float], float]
) -> tuple[list[float], list[float]]:
    centre = stretch.centre(lambda: _rate(stretch))
    sigmas = [
        root(ratio(variance(middle), subgroup.weight))
        for middle, subgroup in zip(centre, stretch.subgroups, strict=True)
    ]
    return centre, sigmas


def _laney_factor(stretch: Stretch, centre: Sequence[float], sigmas: Sequence[float]) -> float:
    """How much more the rates vary than chance within the denominators explains.

    Laney DB, "Improved control charts for attributes", Quality Engineering 2002;14:531-537.
    """
    scores = stretch.counted(
        [ratio(value - middle, sigma) for value, middle, sigma in zip(stretch.values, centre, sigmas, strict=True)]
    )
    if stretch.is_categorical:
        return standard_deviation(scores)
    return sigma_of_moving_ranges(scores, is_screened=stretch.is_screened)


def _draw_rate(
    stretch: Stretch, variance: Callable[[float], float], *, highest: float | None, is_prime: bool
) -> Lines:
    centre, sigmas = _rate_and_sigmas(stretch, variance)
    factor = _laney_factor(stretch, centre, sigmas) if is_prime else 1
    reach = [SIGMAS * sigma * factor for sigma in sigmas]
    return bounded(lines_about(stretch.values, centre, reach=reach), highest=highest)


def draw_u(stretch: Stretch) -> Lines:
    return _draw_rate(stretch, _poisson_variance, highest=None, is_prime=False)


def draw_up(stretch: Stretch) -> Lines:
    return _draw_rate(stretch, _poisson_variance, highest=None, is_prime=True)


def draw_p(stretch: Stretch) -> Lines:
    return _draw_rate(stretch, _binomial_variance, highest=1, is_prime=False)


def draw_pp(stretch: Stretch) -> Lines:
    return _draw_rate(stretch, _binomial_variance, highest=1, is_prime=True)


def draw_g(stretch: Stretch) -> Lines:
    """Opportunities between events. The limits stand about the mean, the line drawn is the median.

    Benneyan JC, "Number-between g-type statistical quality control charts", Health Care Management Science
    2001;4:305-318.
    """
    counted = stretch.counted(stretch.values)
    means = stretch.centre(lambda: mean(counted))
    limits = lines_about(stretch.values, means, reach=[SIGMAS * root(middle * (middle + 1)) for middle in means])
    is_given = stretch.given_centre is not None
    drawn = [MEDIAN_IN_MEANS * middle for middle in means] if is_given else [median(counted)] * len(means)
    return bounded(Lines(values=limits.values, centre=drawn, lower=limits.lower, upper=limits.upper))


def draw_t(stretch: Stretch) -> Lines:
    """Time between events. What is compared went through the same powers as the lines, so that equals stay equal."""
    if any(value <= 0 for value in stretch.values):
        raise Refused("time_not_positive", given=min(present(stretch.values)))
    shrunk = [power(value, 1 / TIME_POWER) for value in stretch.values]
    counted = stretch.counted(shrunk)
    if stretch.given_centre is None:
        centre = [mean(counted)] * len(shrunk)
    else:
        centre = [power(at_least(0, middle), 1 / TIME_POWER) for middle in stretch.given_centre]
    reach = SIGMAS * sigma_of_moving_ranges(counted, is_screened=stretch.is_screened)
    lines = bounded(lines_about(shrunk, centre, reach=[reach] * len(shrunk)))
    return Lines(
        values=[power(value, TIME_POWER) for value in shrunk],
        centre=[power(middle, TIME_POWER) for middle in centre],
        lower=[power(limit, TIME_POWER) for limit in lines.lower],
        upper=[power(limit, TIME_POWER) for limit in lines.upper],
        shown=stretch.values,
    )
