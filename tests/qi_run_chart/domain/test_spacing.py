"""How days follow each other: what is usual is taken from the days themselves."""

from datetime import date, timedelta

import pytest

from qi_run_chart.domain.spacing import has_gaps, is_mixed, notes_on


def days_after(*steps: int) -> list[date]:
    days = [date(2026, 1, 5)]
    for step in steps:
        days.append(days[-1] + timedelta(step))
    return days


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([7] * 9, False),
        ([7] * 8 + [12], False),
        ([7] * 8 + [14], True),
        ([31, 28, 31, 30, 31], False),
        ([31, 28, 61, 30, 31], True),
        ([1, 1, 1, 1, 3, 1, 1, 1, 1], False),
        ([1, 1, 1, 1, 1, 2, 1], True),
        ([7, 14], False),
        ([0, 0, 0, 0], False),
    ],
)
def test_a_gap_is_nearly_twice_the_usual_step(steps: list[int], expected: bool) -> None:
    assert has_gaps(days_after(*steps)) is expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [([7] * 8, False), ([7] * 4 + [30] * 4, True), ([7] * 7 + [30], False), ([7, 7, 30, 30, 30], False)],
)
def test_two_frequencies_are_weekly_for_a_while_and_then_monthly(steps: list[int], expected: bool) -> None:
    assert is_mixed(days_after(*steps)) is expected


def test_what_is_unusual_is_said_in_codes() -> None:
    assert not list(notes_on([]))
    assert list(notes_on(days_after(7, 7, 7, 35, -7, 0))) == ["unsorted", "duplicates", "gaps"]
