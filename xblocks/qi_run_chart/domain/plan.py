"""How a series is to be charted, checked, and divided into phases."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import isnan

from qi_run_chart.domain import count_charts as of_counts
from qi_run_chart.domain import measurement_charts as of_measurements
from qi_run_chart.domain.refusals import Refused
from qi_run_chart.domain.results import Direction
from qi_run_chart.domain.rules import Ihi, MdcXmr, Rules
from qi_run_chart.domain.subgroups import Subgroup
from qi_run_chart.domain.xmr import FEWEST_POINTS_TO_FIX_LIMITS

CHARTS = {
    "run": of_measurements.draw_run,
    "i": of_measurements.draw_i,
    "mr": of_measurements.draw_mr,
    "xbar": of_measurements.draw_xbar,
    "s": of_measurements.draw_s,
    "ip": of_measurements.draw_ip,
    "t": of_counts.draw_t,
    "c": of_counts.draw_c,
    "u": of_counts.draw_u,
    "up": of_counts.draw_up,
    "p": of_counts.draw_p,
    "pp": of_counts.draw_pp,
    "g": of_counts.draw_g,
}
RATES = {"u", "up", "p", "pp"}
DIRECTIONS = ("increase", "decrease", "neutral")


@dataclass(frozen=True, slots=True)
class Plan:
    """What `analyse` was asked for; its docstring explains each choice."""

    chart: str
    rules: Rules
    freeze: int | None
    phases: Collection[int]
    exclude: frozenset[int]
    target: float | None
    direction: Direction
    multiply: float
    centre: float | Sequence[float | None] | None
    is_screened: bool
    may_be_negative: bool

    def __post_init__(self) -> None:
        if self.chart not in CHARTS:
            raise Refused("chart_unknown", given=self.chart, allowed=", ".join(CHARTS))
        needed = {Ihi: "run", MdcXmr: "i"}.get(type(self.rules), self.chart)
        if self.chart != needed:
            raise Refused("chart_does_not_fit_rules", given=self.chart, allowed=needed, rules=self.rules.name)
        if self.direction not in DIRECTIONS:
            raise Refused("direction_unknown", given=str(self.direction), allowed=", ".join(DIRECTIONS))
        if isinstance(self.rules, MdcXmr) and self.freeze is not None:
            if self.freeze < FEWEST_POINTS_TO_FIX_LIMITS:
                raise Refused("freeze_too_early", given=self.freeze, least=FEWEST_POINTS_TO_FIX_LIMITS)

    def check(self, subgroups: Sequence[Subgroup]) -> None:
        if self.chart in RATES and any(subgroup.denominator is None for subgroup in subgroups):
            raise Refused("denominator_missing", chart=self.chart)
        if isinstance(self.centre, Sequence) and len(self.centre) != len(subgroups):
            raise Refused("centre_of_other_length", given=len(self.centre), needed=len(subgroups))

    def divide(self, count: int) -> list[slice]:
        begins = sorted({1} | {begin for begin in self.phases if 1 < begin <= count})
        ends = [*begins[1:], count + 1]
        return [slice(begin - 1, end - 1) for begin, end in zip(begins, ends, strict=True) if count]

    def baseline(self, part: slice) -> list[bool]:
        """Phases have no baseline but themselves, except that "Making Data Count" fixes the limits of each."""
        length = part.stop - part.start
        is_fixed_in_each = isinstance(self.rules, MdcXmr)
        if not self.freeze or self.freeze < 1 or (self.phases and not is_fixed_in_each):
            return [True] * length
        return [place < self.freeze for place in range(length)]

    def given_centre(self, part: slice) -> list[float] | None:
        """A centre that is not given for all points of a phase is worked out for all of them."""
        if self.centre is None:
            return None
        if not isinstance(self.centre, Sequence):
            return [self.centre] * (part.stop - part.start)
        given = [centre for centre in self.centre[part] if centre is not None and not isnan(centre)]
        return given if len(given) == part.stop - part.start else None
