"""Centre line and limits of charts of measurements: run, I, MR, X-bar, S and I'.

Three standard deviations either side: Shewhart WA, Economic Control of Quality of Manufactured Product, 1931.
"""

from itertools import pairwise
from math import exp, lgamma, pi, sqrt

from qi_run_chart.domain.arithmetic import (
    MISSING,
    at_least,
    mean,
    median,
    present,
    ratio,
    root,
    total,
    weighted_mean,
)
from qi_run_chart.domain.stretches import (
    LARGEST_RANGE_IN_MEANS,
    Lines,
    Stretch,
    lines_about,
    moving_ranges,
    sigma_of_moving_ranges,
    typical_spread,
    without_limits,
)

SIGMAS = 3
# Taylor WA, "Normalized Individuals (I_N) Chart", Taylor Enterprises 2017: the limit of ranges with a digit more.
LARGEST_NORMALISED_RANGE_IN_MEANS = 3.2665


def draw_run(stretch: Stretch) -> Lines:
    # The median, as no extreme pulls it: Perla RJ, Provost LP, Murray SK, BMJ Quality & Safety 2011;20:46-51.
    centre = stretch.centre(lambda: median(stretch.counted(stretch.values)))
    return without_limits(stretch.values, centre)


def draw_i(stretch: Stretch) -> Lines:
    counted = stretch.counted(stretch.values)
    centre = stretch.centre(lambda: mean(counted))
    reach = SIGMAS * sigma_of_moving_ranges(counted, is_screened=stretch.is_screened)
    return lines_about(stretch.values, centre, reach=[reach] * len(centre))


def draw_mr(stretch: Stretch) -> Lines:
    ranges = [MISSING, *moving_ranges(stretch.values)]
    centre = stretch.centre(lambda: mean(stretch.counted(ranges)))
    return Lines(
        values=ranges,
        centre=centre,
        lower=[0 * middle for middle in centre],
        upper=[LARGEST_RANGE_IN_MEANS * middle for middle in centre],
    )


def bias_of_deviation(size: int) -> float:
    """c4: what part of the true standard deviation a sample of this size shows on average. Montgomery, chapter 6."""
    if size < 2:
        return MISSING
    return sqrt(2 / (size - 1)) * exp(lgamma(size / 2) - lgamma((size - 1) / 2))


def pooled_deviation(stretch: Stretch) -> float:
    """The mean deviation where all subgroups are equally large, else pooled by degrees of freedom. Montgomery 6.3."""
    counted = [subgroup for subgroup, counts in zip(stretch.subgroups, stretch.is_counted, strict=True) if counts]
    if len({subgroup.size for subgroup in stretch.subgroups}) == 1:
        return mean([subgroup.deviation for subgroup in counted])
    spread = [(subgroup.size - 1, subgroup.deviation) for subgroup in counted if subgroup.size > 1]
    squares = total([freedom * deviation * deviation for freedom, deviation in spread])
    return root(ratio(squares, total([freedom for freedom, _ in spread])))


def draw_xbar(stretch: Stretch) -> Lines:
    sizes = [subgroup.size for subgroup in stretch.subgroups]
    means = [subgroup.mean for subgroup in stretch.subgroups]
    centre = stretch.centre(
        lambda: weighted_mean(stretch.counted(means), weights=stretch.counted(sizes)),
    )
    deviation = pooled_deviation(stretch)
    # A3 of the tables: 3 / (c4 √n).
    reach = [ratio(SIGMAS * deviation, bias_of_deviation(size) * sqrt(size)) for size in sizes]
    return lines_about(stretch.values, centre, reach=reach)


def draw_s(stretch: Stretch) -> Lines:
    centre = stretch.centre(lambda: pooled_deviation(stretch))
    # B3 and B4 of the tables: 1 ∓ 3 √(1 - c4²) / c4.
    biases = [bias_of_deviation(subgroup.size) for subgroup in stretch.subgroups]
    reach = [SIGMAS * root(1 - bias * bias) / bias for bias in biases]
    return Lines(
        values=[subgroup.deviation for subgroup in stretch.subgroups],
        centre=centre,
        lower=[at_least(0, 1 - part) * middle for part, middle in zip(reach, centre, strict=True)],
        upper=[(1 + part) * middle for part, middle in zip(reach, centre, strict=True)],
    )


def draw_ip(stretch: Stretch) -> Lines:
    """I': individual values of unequal weight. The spread is that of all points, baseline or not, excluded or not."""
    weights = [subgroup.weight for subgroup in stretch.subgroups]
    centre = stretch.centre(
        lambda: weighted_mean(stretch.counted(stretch.values), weights=stretch.counted(weights)),
    )
    # Taylor 2017: √(π/2) |difference| is an unbiased guess of the standard deviation of the difference.
    spreads = [
        sqrt(pi / 2) * ratio(abs(later - earlier), root(ratio(1, heavier) + ratio(1, weight)))
        for (earlier, weight), (later, heavier) in pairwise(zip(stretch.values, weights, strict=True))
    ]
    spread = typical_spread(
        present(spreads), is_screened=stretch.is_screened, factor=LARGEST_NORMALISED_RANGE_IN_MEANS
    )
    return lines_about(stretch.values, centre, reach=[ratio(SIGMAS * spread, root(weight)) for weight in weights])
