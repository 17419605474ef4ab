"""The XmR chart of NHS England's "Making Data Count" programme: limits, special causes and icons.

NHS England, Making Data Count: Strengthening your decisions, 2019. Wheeler DJ, Understanding Variation, 1993.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from qi_run_chart.domain.arithmetic import mean, present, side_of
from qi_run_chart.domain.finding import Finding, Look
from qi_run_chart.domain.results import Assurance, Direction, Rule
from qi_run_chart.domain.rules import MdcXmr
from qi_run_chart.domain.stretches import (
    LARGEST_RANGE_IN_MEANS,
    Lines,
    Stretch,
    lines_about,
    moving_ranges,
    screened_mean,
)

# 3 / d2, as the programme rounds it: Wheeler 1993. (An I chart elsewhere takes 3 / 1.128.)
LIMITS_IN_MEAN_RANGES = 2.66
NEAR_LIMITS_IN_MEAN_RANGES = 2 * LIMITS_IN_MEAN_RANGES / 3
FEWEST_POINTS_TO_FIX_LIMITS = 12

Cause = tuple[Rule, int]


def draw_xmr(stretch: Stretch, *, reach_in_ranges: float = LIMITS_IN_MEAN_RANGES) -> Lines:
    """Screening may leave ranges of zero only; then the limits lie on the mean, as in the programme's own tool."""
    counted = stretch.counted(stretch.values)
    centre = stretch.centre(lambda: mean(counted))
    ranges = present(moving_ranges(counted))
    range_mean = screened_mean(ranges, factor=LARGEST_RANGE_IN_MEANS) if stretch.is_screened else mean(ranges)
    return lines_about(stretch.values, centre, reach=[reach_in_ranges * range_mean] * len(centre))


def draw_near_limits(stretch: Stretch) -> Lines:
    return draw_xmr(stretch, reach_in_ranges=NEAR_LIMITS_IN_MEAN_RANGES)


def find_by_mdc(look: Look, *, beyond_near: Sequence[int], rules: MdcXmr) -> list[Finding]:
    """Each point has one cause, the first in the order of the programme; neighbours with the same cause are one."""
    kept = [place for place, excluded in enumerate(look.is_excluded) if not excluded]
    causes = find_causes(
        [look.values[place] for place in kept],
        sides=[look.sides[place] for place in kept],
        beyond=[look.beyond[place] for place in kept],
        beyond_near=[beyond_near[place] for place in kept],
        rules=rules,
    )
    found = []
    marked = zip((look.positions[place] for place in kept), causes, strict=True)
    for cause, group in groupby(marked, key=lambda pair: pair[1]):
        if cause:
            marks = tuple(position for position, _ in group)
            found.append(Finding(cause[0], marks[0], marks[-1], len(marks), cause[1], marks))
    return found


def find_causes(
    values: Sequence[float],
    *,
    sides: Sequence[int | None],
    beyond: Sequence[int],
    beyond_near: Sequence[int],
    rules: MdcXmr,
) -> list[Cause | None]:
    outside: list[Cause | None] = [("outside_limits", side) if side else None for side in beyond]
    is_near = [
        bool(near) and (not out or rules.two_in_three == "since_2023")
        for near, out in zip(beyond_near, beyond, strict=True)
    ]
    found = (
        outside,
        _trends(values, run_length=rules.run_length),
        _two_in_three(sides, is_near=is_near),
        _shifts(sides, run_length=rules.run_length),
    )
    return [next((cause for cause in point if cause), None) for point in zip(*found, strict=True)]


def _trends(values: Sequence[float], *, run_length: int) -> list[Cause | None]:
    """Equal neighbours and gaps end a trend. Its direction at a point is that of the step that follows."""
    steps = [side_of(later, line=earlier) or 0 for earlier, later in pairwise(values)]
    in_trend = [False] * len(values)
    start = 0
    for direction, group in groupby(steps):
        length = len(list(group))
        if direction and length >= run_length - 1:
            in_trend[start : start + length + 1] = [True] * (length + 1)
        start += length
    return [
        ("trend", _direction_at(place, steps, in_trend)) if is_marked else None
        for place, is_marked in enumerate(in_trend)
    ]


def _direction_at(place: int, steps: Sequence[int], in_trend: Sequence[bool]) -> int:
    # Whatever does not rise is called falling, also the level step between a rise and a fall: so does the
    # programme's tool for R.
    goes_on = place + 1 < len(in_trend) and in_trend[place + 1]
    return 1 if steps[place if goes_on else place - 1] > 0 else -1


def _two_in_three(sides: Sequence[int | None], *, is_near: Sequence[bool]) -> list[Cause | None]:
    """Of three in a row on one side at least two near the limit: these two or three are marked."""
    marked: list[Cause | None] = [None] * len(sides)
    for place in range(len(sides) - 2):
        window = range(place, place + 3)
        side = sides[place]
        near = [spot for spot in window if is_near[spot]]
        if side and len(near) >= 2 and all(sides[spot] == side for spot in window):
            for spot in near:
                marked[spot] = ("two_in_three", side)
    return marked


def _shifts(sides: Sequence[int | None], *, run_length: int) -> list[Cause | None]:
    """Unlike in a run chart a point on the mean ends a shift."""
    marked: list[Cause | None] = []
    for side, group in groupby(sides):
        length = len(list(group))
        marked += [("shift", side) if side and length >= run_length else None] * length
    return marked


def assure(target: float | None, *, direction: Direction, lower: float, upper: float) -> Assurance | None:
    """Will the target be met if nothing changes? One on a limit, or without limits, is "inconsistent"."""
    if target is None or direction == "neutral":
        return None
    place = (target > upper) - (target < lower)
    if not place:
        return "inconsistent"
    return "consistent_fail" if (place > 0) == (direction == "increase") else "consistent_pass"
