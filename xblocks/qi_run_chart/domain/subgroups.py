"""From rows as they were collected to subgroups in the order of time: one for each date, number or category."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isinf, isnan

from qi_run_chart.domain.arithmetic import MISSING, mean, median, ratio, standard_deviation, total
from qi_run_chart.domain.refusals import Refused

When = date | float | str


@dataclass(frozen=True, slots=True)
class Row:
    """A row without `when` is left out; one without a value keeps its place. Text in `when` is a category."""

    when: When | None
    value: float | None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Subgroup:
    """The rows of one time. `denominator` is their sum over rows that are complete; None if the series has none."""

    when: When
    values: tuple[float, ...]
    denominator: float | None

    @property
    def size(self) -> int:
        return len(self.values)

    @property
    def sum(self) -> float:
        return total(self.values) if self.values else MISSING

    @property
    def mean(self) -> float:
        return mean(self.values)

    @property
    def deviation(self) -> float:
        return standard_deviation(self.values)

    @property
    def weight(self) -> float:
        return self.size if self.denominator is None else self.denominator


AGGREGATES: dict[str, Callable[[Subgroup], float]] = {
    "mean": lambda subgroup: subgroup.mean,
    "median": lambda subgroup: median(subgroup.values),
    "sum": lambda subgroup: subgroup.sum,
    "sd": lambda subgroup: subgroup.deviation,
}


def measure(subgroups: Sequence[Subgroup], *, aggregate: str) -> list[float]:
    """What a chart plots unless it says otherwise: the rate where there are denominators, else the aggregate."""
    if aggregate not in AGGREGATES:
        raise Refused("aggregate_unknown", given=aggregate, allowed=", ".join(AGGREGATES))
    sum_up = AGGREGATES[aggregate]
    return [
        sum_up(subgroup) if subgroup.denominator is None else ratio(subgroup.sum, subgroup.denominator)
        for subgroup in subgroups
    ]


def form_subgroups(points: Iterable[Row | float | None]) -> list[Subgroup]:
    """Plain numbers take the times 1, 2, 3 …"""
    rows = [
        point if isinstance(point, Row) else Row(place, point) for place, point in enumerate(points, start=1)
    ]
    has_denominators = any(row.denominator is not None for row in rows)
    gathered: dict[When, list[tuple[float, float]]] = {}
    for row in rows:
        when = row.when
        if when is not None and not (isinstance(when, float) and isnan(when)):
            kept = gathered.setdefault(when, [])
            value, denominator = _read(row, has_denominators)
            if not isnan(value) and not isnan(denominator):
                kept.append((value, denominator))
    return [_subgroup(when, kept, has_denominators) for when, kept in _in_order(gathered)]


def _subgroup(when: When, rows: Sequence[tuple[float, float]], has_denominators: bool) -> Subgroup:
    values, denominators = zip(*rows, strict=True) if rows else ((), ())
    return Subgroup(when, values, denominator=total(denominators) if has_denominators else None)


def _in_order(
    gathered: dict[When, list[tuple[float, float]]],
) -> list[tuple[When, list[tuple[float, float]]]]:
    try:
        return sorted(gathered.items(), key=lambda pair: pair[0])
    except TypeError as error:
        raise Refused("times_of_different_kinds") from error


def _read(row: Row, has_denominators: bool) -> tuple[float, float]:
    value = _finite(row.value)
    if not has_denominators:
        return value, 1
    denominator = _finite(row.denominator)
    if denominator <= 0 and not isnan(value):
        raise Refused("denominator_not_positive", given=denominator, when=str(row.when))
    return value, denominator


def _finite(number: float | None) -> float:
    if number is None:
        return MISSING
    try:
        value = float(number)
    except OverflowError as error:  # a whole number of more than 308 digits
        raise Refused("not_a_finite_number", given="too large") from error
    if isinf(value):
        raise Refused("not_a_finite_number", given=str(number))
    return value
