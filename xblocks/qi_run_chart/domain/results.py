"""What an analysis tells: points, phases, signals and figures. Codes and numbers; the words are elsewhere.

`found` is what the rules say however few points there are, as other programs report it. `signals` is what may be
shown: nothing below ten useful points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qi_run_chart.domain.rules import Rules
from qi_run_chart.domain.runs import RunFigures
from qi_run_chart.domain.subgroups import When

Meaning = Literal["improvement", "concern", "neutral"]
Direction = Literal["increase", "decrease", "neutral"]
Verdict = Literal["too_few", "provisional", "ready"]
Rule = Literal[
    "long_run",
    "few_crossings",
    "outside_limits",
    "shift",
    "trend",
    "few_runs",
    "many_runs",
    "two_in_three",
]
Variation = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]

# Perla RJ, Provost LP, Murray SK 2011 and Anhøj J 2014 ask for ten; teaching texts for 10 to 15.
USEFUL_NEEDED = 10
USEFUL_FOR_A_FIRM_VERDICT = 15
# NHS England, "Making Data Count": limits and icons from 13 points.
POINTS_FOR_FIRM_LIMITS = 13


@dataclass(frozen=True, slots=True)
class Signal:
    """From position `first` to `last`, both in it. `side` is 1 for high or rising, -1 for low or falling, else 0.

    `length` counts the points that make the signal: those on the line, or equal to the one before, do not.
    """

    rule: Rule
    first: int
    last: int
    length: int
    side: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Point:
    """`side` compares with the centre, exactly: 1, -1, 0, or None where there is no value or no line."""

    position: int
    when: When
    phase: int
    value: float | None
    denominator: float | None
    is_baseline: bool
    is_excluded: bool
    centre: float | None
    lower: float | None
    upper: float | None
    side: int | None
    is_outside: bool
    is_near_limit: bool
    found: tuple[Signal, ...]
    has_verdict: bool

    @property
    def signals(self) -> tuple[Signal, ...]:
        return self.found if self.has_verdict else ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the series with a centre line of its own. `centre` is that of its first point.

    `points` are those not excluded, `measured` those of them with a value, `useful` what a verdict needs: measured
    points off the line, or under the rules of "Making Data Count" all measured ones. `runs_expected` are the fewest
    and most runs that are no signal; only the rules of the IHI ask for them.
    """

    number: int
    first: int
    last: int
    points: int
    measured: int
    centre: float | None
    useful: int
    runs: RunFigures
    runs_expected: tuple[int, int] | None
    outside: int
    found: tuple[Signal, ...]

    @property
    def verdict(self) -> Verdict:
        if self.useful < USEFUL_NEEDED:
            return "too_few"
        return "ready" if self.useful >= USEFUL_FOR_A_FIRM_VERDICT else "provisional"

    @property
    def signals(self) -> tuple[Signal, ...]:
        return () if self.verdict == "too_few" else self.found

    @property
    def has_trial_limits(self) -> bool:
        return self.measured < POINTS_FOR_FIRM_LIMITS


@dataclass(frozen=True, slots=True)
class Icons:
    """Of "Making Data Count", for the last point. `assurance` is None without a target or a direction."""

    variation: Variation
    assurance: Assurance | None
    are_firm: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What one sentence says: a code, and the figures in it by name. `phase` is 0 for the whole chart."""

    code: str
    phase: int
    figures: Mapping[str, float | int | str]


@dataclass(frozen=True, slots=True)
class Analysis:
    """`facts` tell the chart in the order in which a reader wants to hear it; facts.py lists their codes."""

    chart: str
    rules: Rules
    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    icons: Icons | None
    facts: tuple[Fact, ...]

    @property
    def signals(self) -> tuple[Signal, ...]:
        return tuple(signal for phase in self.phases for signal in phase.signals)

    @property
    def verdict(self) -> Verdict:
        """Of the last phase: what the chart says of the present."""
        return self.phases[-1].verdict if self.phases else "too_few"


def meaning_of(side: int, *, direction: Direction) -> Meaning:
    if not side or direction == "neutral":
        return "neutral"
    return "improvement" if (side > 0) == (direction == "increase") else "concern"
