"""The run-chart rules taught by the Institute for Healthcare Improvement.

Perla RJ, Provost LP, Murray SK, "The run chart: a simple analytical tool for learning from variation in healthcare
processes", BMJ Quality & Safety 2011;20:46-51. An astronomical point is judged by people, and not found here.
"""

from functools import lru_cache

from qi_run_chart.domain.finding import Finding, Look, about_the_phase, mark_run
from qi_run_chart.domain.results import USEFUL_NEEDED
from qi_run_chart.domain.rules import Ihi
from qi_run_chart.domain.runs import RunFigures


def find_by_ihi(look: Look, *, rules: Ihi) -> list[Finding]:
    shifts = [
        mark_run("shift", run, sides=look.sides, first=look.first)
        for run in look.runs
        if run.length >= rules.shift_length
    ]
    return shifts + find_trends(look, at_least=rules.trend_length) + find_number_of_runs(look)


def find_trends(look: Look, *, at_least: int) -> list[Finding]:
    """All up or all down, wherever the median is. Of equal neighbours only the first counts; a turn counts in both."""
    steps = _distinct_neighbours(look)
    found = []
    start = 0
    for end in range(1, len(steps)):
        is_rising = steps[end][1] > steps[end - 1][1]
        goes_on = end + 1 < len(steps) and (steps[end + 1][1] > steps[end][1]) == is_rising
        if not goes_on:
            if end - start + 1 >= at_least:
                marks = tuple(position for position, _ in steps[start : end + 1])
                found.append(Finding("trend", marks[0], marks[-1], len(marks), 1 if is_rising else -1, marks))
            start = end
    return found


def _distinct_neighbours(look: Look) -> list[tuple[int, float]]:
    steps: list[tuple[int, float]] = []
    for position, value, side in zip(look.positions, look.values, look.sides, strict=True):
        if side is not None and (not steps or steps[-1][1] != value):
            steps.append((position, value))
    return steps


def find_number_of_runs(look: Look) -> list[Finding]:
    expected = runs_expected(look.figures)
    if expected is None or look.figures.useful < USEFUL_NEEDED:
        return []
    if look.figures.runs < expected[0]:
        return [about_the_phase("few_runs", look, length=look.figures.runs)]
    if look.figures.runs > expected[1]:
        return [about_the_phase("many_runs", look, length=look.figures.runs)]
    return []


def runs_expected(figures: RunFigures) -> tuple[int, int] | None:
    """The fewest and the most runs that are no signal; None when all useful points lie on one side."""
    below = figures.useful - figures.above
    return expected_runs(figures.above, below) if figures.above and below else None


@lru_cache(maxsize=1024)
def expected_runs(above: int, below: int) -> tuple[int, int]:
    """2.5 % a side at most, exactly, in whole numbers; given how many points are above and how many below.

    Swed FS, Eisenhart C, "Tables for testing randomness of grouping in a sequence of alternatives", Annals of
    Mathematical Statistics 1943;14:66-87. The tables that go round in quality improvement differ from each other
    and from this at several numbers of points: their "two-sided 5 %" is rounded in different ways.
    """
    ways_in_all, ways = 1, 1
    for place in range(1, below + 1):
        ways_in_all = ways_in_all * (above + place) // place
    seen, runs, fewest, pairs = 0, 1, 0, 1
    while 40 * (ways_in_all - seen) > ways_in_all:
        runs += 1
        # Of 2k runs there are 2·C(a-1,k-1)·C(b-1,k-1) series, of 2k+1 runs that product times (a+b-2k) / k.
        ways = 2 * pairs if runs % 2 == 0 else pairs * (above + below - runs + 1) // (runs // 2)
        if runs % 2:
            pairs = pairs * (above - runs // 2) * (below - runs // 2) // (runs // 2) ** 2
        seen += ways
        if not fewest and 40 * seen > ways_in_all:
            fewest = runs
    return fewest, runs
