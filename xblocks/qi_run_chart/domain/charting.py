"""From a measure to its chart: points of a day become one, and the analysis is asked for in the measure's terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qi_run_chart.domain.analysis import analyse
from qi_run_chart.domain.arithmetic import known_or_none
from qi_run_chart.domain.document import Measure, Point
from qi_run_chart.domain.plan import RATES
from qi_run_chart.domain.refusals import Refused
from qi_run_chart.domain.results import Analysis, Direction
from qi_run_chart.domain.rules import MdcXmr, Rules, TwoInThree, find_rules
from qi_run_chart.domain.subgroups import Row

DIRECTIONS: dict[str | None, Direction] = {"up": "increase", "down": "decrease"}
COUNTS_OF_EVENTS = {"c", "g", "t"}
MAY_BE_NEGATIVE = {None, "score"}


@dataclass(frozen=True)
class Day:
    """What was collected on one day. Excluded points count only where all are: then the day is excluded."""

    on: date
    points: tuple[Point, ...]

    @property
    def is_excluded(self) -> bool:
        return all(point.excluded for point in self.points)

    @property
    def kept(self) -> tuple[Point, ...]:
        return self.points if self.is_excluded else tuple(point for point in self.points if not point.excluded)

    @property
    def denominator(self) -> float | None:
        known = [point.denominator for point in self.kept if point.numerator is not None and point.denominator]
        return sum(known) if known else None


@dataclass(frozen=True)
class Charted:
    """The days are the positions of the analysis. What was `refused` is shown as a plain run chart, without verdict."""

    measure: Measure
    days: tuple[Day, ...]
    analysis: Analysis
    refused: Refused | None = None

    @property
    def lets_phases_replace_baseline(self) -> bool:
        """Where there are phases each has its own line, whatever baseline was marked; not so in "Making Data Count"."""
        return len(self.analysis.phases) > 1 and self.measure.rules != "mdc_xmr"

    @property
    def measured(self) -> int:
        """Days with a value, whatever line they lie on."""
        return sum(point.value is not None and not point.is_excluded for point in self.analysis.points)


def chart(measure: Measure) -> Charted:
    days = _days(measure.points)
    rows = list(_rows(measure, days))
    try:
        return Charted(measure, days, _analysis(measure, days, rows))
    except Refused as refused:
        plain = analyse(rows, multiply=_multiply(measure, rows), aggregate=measure.aggregate)
        return Charted(measure, days, plain, refused)


def _days(points: Sequence[Point]) -> tuple[Day, ...]:
    found: dict[date, list[Point]] = {}
    for point in points:
        found.setdefault(point.on, []).append(point)
    return tuple(Day(on, tuple(found[on])) for on in sorted(found))


def _analysis(measure: Measure, days: Sequence[Day], rows: Sequence[Row]) -> Analysis:
    position_of = {point.id: place for place, day in enumerate(days, 1) for point in day.points}
    baseline = measure.baseline_until
    return analyse(
        rows,
        chart=chart_of(measure),
        rules=_rules(measure),
        freeze=None if baseline is None else position_of[baseline],
        phases=[position_of[phase.from_] for phase in measure.phases],
        exclude=[place for place, day in enumerate(days, 1) if day.is_excluded],
        target=measure.target,
        direction=DIRECTIONS.get(measure.better, "neutral"),
        aggregate=measure.aggregate,
        multiply=_multiply(measure, rows),
        is_screened=measure.mdc.screening,
        may_be_negative=measure.unit in MAY_BE_NEGATIVE,
    )


def chart_of(measure: Measure) -> str:
    """The rules of "Making Data Count" have a chart of their own, which nobody needs to know."""
    return "i" if measure.rules == "mdc_xmr" and measure.chart == "run" else measure.chart


def _rules(measure: Measure) -> Rules:
    if measure.rules != "mdc_xmr":
        return find_rules(measure.rules)
    two_in_three: TwoInThree = "since_2023" if measure.mdc.beyond_counts else "before_2023"
    return MdcXmr(run_length=measure.mdc.run_length, two_in_three=two_in_three)


def _multiply(measure: Measure, rows: Sequence[Row]) -> float:
    """Of parts of a whole; what was typed as a value is in its unit already."""
    has_parts = any(row.denominator is not None for row in rows)
    return _scale(measure) if has_parts and measure.chart not in COUNTS_OF_EVENTS else 1


def _scale(measure: Measure) -> float:
    if measure.unit == "percent":
        return 100
    return measure.per or 1 if measure.unit == "rate" else 1


def _rows(measure: Measure, days: Sequence[Day]) -> Iterator[Row]:
    """Where some points are parts of a whole and others plain values, each is taken as its own value."""
    keeps_parts = measure.chart in RATES or not are_mixed(measure)
    for day in days:
        for point in day.kept:
            if point.numerator is not None and point.denominator is not None:
                ratio = Row(day.on, point.numerator, point.denominator)
                share = _scale(measure) * (point.numerator / point.denominator)
                yield ratio if keeps_parts else Row(day.on, known_or_none(share))
            else:
                yield Row(day.on, _plain(measure, point))


def are_mixed(measure: Measure) -> bool:
    has_parts = any(point.numerator is not None and point.denominator is not None for point in measure.points)
    return has_parts and any(_plain(measure, point) is not None for point in measure.points if not point.denominator)


def _plain(measure: Measure, point: Point) -> float | None:
    """A numerator alone is a count, but no share of anything."""
    return point.value if measure.has_ratio or point.value is not None else point.numerator
