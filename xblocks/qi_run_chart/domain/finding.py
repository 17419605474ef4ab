"""What a set of rules looks at, a phase, and what it finds there, before anybody calls it better or worse."""

from collections.abc import Sequence
from dataclasses import dataclass

from qi_run_chart.domain.arithmetic import side_of
from qi_run_chart.domain.results import Rule
from qi_run_chart.domain.runs import Run, RunFigures, find_runs, measure_runs
from qi_run_chart.domain.stretches import Lines


@dataclass(frozen=True, slots=True)
class Finding:
    """A signal without its meaning. `marks` are the points it colours: none when it is about the whole phase."""

    rule: Rule
    first: int
    last: int
    length: int
    side: int
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """Columns of one length. `sides` and `beyond` compare with the centre and with the limits: 1, 0, -1.

    `sides` is None for a point that is missing or excluded; `beyond` is told of excluded points too.
    """

    first: int
    values: Sequence[float]
    is_excluded: Sequence[bool]
    sides: Sequence[int | None]
    beyond: Sequence[int]
    runs: tuple[Run, ...]
    figures: RunFigures

    @property
    def positions(self) -> range:
        return range(self.first, self.first + len(self.values))


def look_at(lines: Lines, *, first: int, is_excluded: Sequence[bool]) -> Look:
    sides = [
        None if excluded else side_of(value, line=centre)
        for value, centre, excluded in zip(lines.values, lines.centre, is_excluded, strict=True)
    ]
    beyond = [
        (value > upper) - (value < lower)
        for value, lower, upper in zip(lines.values, lines.lower, lines.upper, strict=True)
    ]
    runs = find_runs(sides, first=first)
    return Look(first, lines.values, is_excluded, sides, beyond, runs, measure_runs(runs))


def mark_run(rule: Rule, run: Run, *, sides: Sequence[int | None], first: int) -> Finding:
    """The points on the line inside a run are not coloured."""
    inside = range(run.first, run.last + 1)
    marks = tuple(position for position in inside if sides[position - first])
    return Finding(rule, run.first, run.last, run.length, run.side, marks)


def about_the_phase(rule: Rule, look: Look, *, length: int) -> Finding:
    return Finding(rule, look.positions[0], look.positions[-1], length, side=0)


def find_outside(look: Look) -> list[Finding]:
    """One for each point beyond a limit. An excluded one has its reason already."""
    return [
        Finding("outside_limits", position, position, 1, side, (position,))
        for position, side, excluded in zip(look.positions, look.beyond, look.is_excluded, strict=True)
        if side and not excluded
    ]
