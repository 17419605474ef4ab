"""The phases of a run, by dates."""

from datetime import date

import pytest
from qi_social_space.domain.phases import Dates, Now, dates_of, phase_on

RUN = Dates(live=date(2026, 3, 2), apply=date(2026, 3, 9), catch_up=date(2026, 4, 6), closed=date(2026, 5, 4))
PROMPTS = ("Say hello", "Share an aim")


@pytest.mark.parametrize(
    "today, now",
    [
        (date(2026, 3, 1), Now("before", date(2026, 3, 1))),
        (date(2026, 3, 2), Now("live", date(2026, 3, 8), 1, "Say hello")),
        (date(2026, 3, 3), Now("live", date(2026, 3, 8), 2, "Share an aim")),
        (date(2026, 3, 4), Now("live", date(2026, 3, 8), 3, "")),
        (date(2026, 3, 9), Now("apply", date(2026, 4, 5), 1)),
        (date(2026, 5, 3), Now("catch_up", date(2026, 5, 3), 28)),
        (date(2026, 5, 4), Now("closed", None, 1)),
    ],
)
def test_each_phase_begins_on_its_day(today, now):
    assert phase_on(today, RUN, prompts=PROMPTS) == now
    assert now.may_write == (now.phase != "closed")


def test_without_dates_a_space_is_always_open():
    assert phase_on(date(2026, 3, 2), Dates(), prompts=PROMPTS) == Now("open")


def test_with_an_end_alone_it_is_open_until_then():
    assert phase_on(date(2026, 3, 2), Dates(closed=date(2026, 5, 4))) == Now("open", date(2026, 5, 3))


def test_dates_come_from_the_author_as_texts():
    assert dates_of({"live": "2026-03-02", "apply": " 2026-03-09 ", "closed": ""}) == Dates(
        live=date(2026, 3, 2), apply=date(2026, 3, 9)
    )


@pytest.mark.parametrize(
    "texts, wrong",
    [({"live": "soon"}, "live"), ({"live": "2026-03-09", "catch_up": "2026-03-09"}, "catch_up")],
)
def test_the_first_wrong_date_is_named(texts, wrong):
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        dates_of(texts)
