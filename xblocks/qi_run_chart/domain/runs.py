"""Runs about a centre line: how long the longest is, how often the line is crossed, and what chance allows.

The rules of Anhøj and Olesen: "Run charts revisited", PLoS ONE 2014;9:e113825, and "Diagnostic value of run chart
analysis", PLoS ONE 2015;10:e0121349.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbours on one side. Positions are 1-based; `length` counts useful points, not those on the line between."""

    first: int
    last: int
    length: int
    side: int


@dataclass(frozen=True, slots=True)
class RunFigures:
    """None means that no point lies off the line. With fewer than ten useful points `is_unusual` is no verdict."""

    useful: int
    above: int
    longest: int | None
    longest_allowed: int | None
    crossings: int | None
    crossings_needed: int | None

    @property
    def is_too_long(self) -> bool:
        return self.longest is not None and self.longest_allowed is not None and self.longest > self.longest_allowed

    @property
    def is_crossed_too_seldom(self) -> bool:
        return (
            self.crossings is not None
            and self.crossings_needed is not None
            and self.crossings < self.crossings_needed
        )

    @property
    def is_unusual(self) -> bool:
        return self.is_too_long or self.is_crossed_too_seldom

    @property
    def runs(self) -> int:
        return 0 if self.crossings is None else self.crossings + 1


def longest_run_allowed(useful: int) -> int:
    # Schilling MF, "The surprising predictability of long runs", Mathematics Magazine 2012;85:141-149: the longest
    # run is about log2(n) long, and exceeds log2(n) + 3 in about 5 % of series. Rounded as Anhøj and Olesen 2014 do.
    # round(log2 n) without a logarithm: half the bits of n², as n² never lies on a boundary.
    return (useful * useful).bit_length() // 2 + 3


@lru_cache(maxsize=4096)
def crossings_needed(useful: int) -> int:
    # Chen Z, "A note on the runs test", Model Assisted Statistics and Applications 2010;5:73-77: each of the n - 1
    # gaps is a crossing with probability one half. The limit is the smallest number that has at least 5 % of the
    # distribution at or below it, in whole numbers: 5 % is one in 20.
    gaps = useful - 1
    count, ways, seen = 0, 1, 1
    while 20 * seen < 1 << gaps:
        ways = ways * (gaps - count) // (count + 1)
        count += 1
        seen += ways
    return count


def find_runs(sides: Sequence[int | None], *, first: int = 1) -> tuple[Run, ...]:
    """All runs, in order; points on the line and missing ones neither break a run nor add to it."""
    useful = [(position, side) for position, side in enumerate(sides, start=first) if side]
    starts = [0] + [
        place for place, (one, other) in enumerate(pairwise(useful), start=1) if one[1] != other[1]
    ]
    ends = starts[1:] + [len(useful)]
    return tuple(
        Run(first=useful[start][0], last=useful[end - 1][0], length=end - start, side=useful[start][1])
        for start, end in zip(starts, ends, strict=True)
        if useful
    )


def measure_runs(runs: Sequence[Run]) -> RunFigures:
    useful = sum(run.length for run in runs)
    return RunFigures(
        useful=useful,
        above=sum(run.length for run in runs if run.side > 0),
        longest=max((run.length for run in runs), default=None),
        longest_allowed=longest_run_allowed(useful) if useful else None,
        crossings=len(runs) - 1 if useful else None,
        crossings_needed=crossings_needed(useful) if useful else None,
    )
