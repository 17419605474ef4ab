"""Sums and averages that may be compared exactly. A missing number is nan: it is skipped in a sum, fails every
comparison, and whatever is worked out from it is missing. Nothing here raises, however large the numbers are."""

import math
from collections.abc import Iterable, Sequence

MISSING = math.nan


def present(values: Iterable[float]) -> list[float]:
    # A number that is not itself is nan: the cheapest way to ask, and this is asked for every point.
    return [value for value in values if value == value]  # pylint: disable=comparison-with-itself


def total(values: Iterable[float]) -> float:
    """Rounded once, at the end, so that the order of the values does not matter; missing when it is too large."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):  # beyond the largest number, or infinities of both signs
        return MISSING


def mean(values: Iterable[float]) -> float:
    """The exact mean, rounded once: that of equal values is that value, that of 0.4 and 70.7 is 35.55.

    A point on the line is neither above nor below it, so the last bit decides about a run. An exact sum divided by
    n is not enough: it misses by one bit for one series of equal values in eleven. What is left over is added; it is
    one exact sum too, as differences would be rounded one by one.
    """
    known = present(values)
    if len(known) < 2:
        return known[0] if known else MISSING
    first = total(known) / len(known)
    return first + total([*known, *[-first] * len(known)]) / len(known)


def weighted_mean(values: Sequence[float], *, weights: Sequence[float]) -> float:
    """As exact as `mean`; a value that is missing or has no weight is skipped."""
    pairs = [(value, weight) for value, weight in zip(values, weights, strict=True) if weight * value == weight * value]
    whole = total([weight for _, weight in pairs])
    first = ratio(total([value * weight for value, weight in pairs]), whole)
    return first + ratio(total([(value - first) * weight for value, weight in pairs]), whole)


def median(values: Iterable[float]) -> float:
    known = sorted(present(values))
    middle = len(known) // 2
    if not known:
        return MISSING
    found = known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) / 2
    return found + 0.0  # of a zero and a minus zero sorting makes either


def standard_deviation(values: Iterable[float]) -> float:
    """With n - 1 below the line; missing for fewer than two values."""
    known = present(values)
    centre = mean(known)
    squares = [(value - centre) * (value - centre) for value in known]
    return root(total(squares) / (len(known) - 1)) if len(known) > 1 else MISSING


def ratio(above: float, below: float) -> float:
    return above / below if below else MISSING


def root(value: float) -> float:
    return math.sqrt(value) if value >= 0 else MISSING


def power(value: float, exponent: float) -> float:
    """Of numbers that are not negative."""
    try:
        return math.pow(value, exponent)
    except OverflowError:
        return math.inf


def at_least(lowest: float, value: float) -> float:
    return lowest if value < lowest else value


def at_most(highest: float, value: float) -> float:
    return highest if value > highest else value


def side_of(value: float, *, line: float) -> int | None:
    """1 above, -1 below, 0 on the line, None where there is no value or no line. Exact: nothing is rounded first."""
    if value > line:
        return 1
    if value < line:
        return -1
    return 0 if value == line else None


def known_or_none(value: float) -> float | None:
    return value if math.isfinite(value) else None
