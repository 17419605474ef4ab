"""How days follow each other: in order, one for each, as often as is usual, or with something missing between."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

# A month is 28 to 31 days, a quarter 90 to 92: steps this many times as long as the usual one have a day missing.
GAP_FROM = 1.75
FEWEST_STEPS = 3
# Half of the steps shorter than this part of the other half: two frequencies in one series.
MIXED_FROM = 2.5
MONDAY_TO_FRIDAY = 5


def notes_on(days: Sequence[date]) -> Iterator[str]:
    """Codes: unsorted, duplicates, gaps."""
    if any(later < earlier for earlier, later in pairwise(days)):
        yield "unsorted"
    if len(set(days)) < len(days):
        yield "duplicates"
    if has_gaps(days):
        yield "gaps"


def has_gaps(days: Sequence[date]) -> bool:
    steps = _steps(days)
    return len(steps) >= FEWEST_STEPS and max(steps) >= GAP_FROM * median(steps)


def is_mixed(days: Sequence[date]) -> bool:
    """RC9: collected for a while in one frequency and for a while in another, weekly and then monthly."""
    steps = sorted(_steps(days))
    if len(steps) < 2 * FEWEST_STEPS:
        return False
    quarter = len(steps) // 4
    return steps[-1 - quarter] >= MIXED_FROM * steps[quarter]


def _steps(days: Sequence[date]) -> list[int]:
    """In days, between different days in order; in working days where nothing is ever collected at weekends."""
    known = sorted(set(days))
    works_at_weekends = any(day.weekday() >= MONDAY_TO_FRIDAY for day in known)
    places = [day.toordinal() if works_at_weekends else _working_days(day) for day in known]
    return [later - earlier for earlier, later in pairwise(places)]


def _working_days(day: date) -> int:
    return (day.toordinal() - 1) // 7 * MONDAY_TO_FRIDAY + day.weekday()  # 1 January of the year 1 was a Monday
