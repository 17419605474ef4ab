"""Dates as people and spreadsheets write them. Where day and month could change places, both readings are given."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

LONGEST = 40
YEARS = range(1900, 2101)
CENTURY_TURNS_AT = 70
MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)
MONTHS = {name[:length]: number for number, name in enumerate(MONTH_NAMES, 1) for length in range(3, len(name) + 1)}

BEFORE = re.compile(
    r"(?:(?:w/?[cbe]|week|commencing|beginning|ending|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"\b[\s,.:]*)+"
)
TIME = re.compile(r"[t\s,]\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?|z)?$")
WORD = r"(?P<word>[a-z]{3,9})\.?"
YEAR = r"(?P<year>\d{4}|\d{2})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
ONE_ORDER = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}",
        r"(?P<month>\d{1,2})[/-](?P<year>\d{4})",
        rf"{DAY}[\s/.,-]{{0,2}}(?:of\s)?{WORD}[\s/.,'’-]{{0,2}}{YEAR}",
        rf"{WORD}[\s/-]?{DAY}[,\s]\s?(?P<year>\d{{4}})",
        rf"{WORD}[\s/.,'’-]{{0,2}}{YEAR}",
        rf"(?P<year>\d{{4}})[\s/-]{WORD}[\s/-]{DAY}",
    )
]
TWO_ORDERS = re.compile(rf"(?P<first>\d{{1,2}})(?P<gap>[/ -])(?P<second>\d{{1,2}})(?P=gap){YEAR}")


class Reading(NamedTuple):
    """The same day twice, unless day and month could change places. None: no date in that order."""

    day_first: date | None
    month_first: date | None

    @property
    def is_date(self) -> bool:
        return self != NO_DATE

    @property
    def is_open(self) -> bool:
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first

    def settled(self, day_first: bool | None) -> date | None:
        """None when only one's word could tell which day is meant, or when it is none in that order."""
        if day_first is None:
            return None if self.is_open else self.day_first or self.month_first
        return self.day_first if day_first else self.month_first


NO_DATE = Reading(None, None)


def read_date(text: str) -> Reading:
    """A month is its first day; a time of day is left out. 3.11.26 is in November, as nobody writes months first so."""
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return NO_DATE
    plain = TIME.sub("", BEFORE.sub("", " ".join(text.lower().split()), count=1))
    for pattern in ONE_ORDER:
        if match := pattern.fullmatch(plain):
            known = match.groupdict()
            month = MONTHS.get(known["word"], 0) if "word" in known else int(known["month"])
            day = _day(known["year"], month, int(known.get("day") or 1))
            return Reading(day, day)
    if match := TWO_ORDERS.fullmatch(plain):
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        return Reading(_day(year, second, first), _day(year, first, second))
    return NO_DATE


def order_of(readings: Iterable[Reading]) -> bool | None:
    """Whether the day stands first, when one date can be read in one order only and none contradicts it."""
    orders = {
        reading.day_first is not None
        for reading in readings
        if (reading.day_first is None) != (reading.month_first is None)
    }
    return orders.pop() if len(orders) == 1 else None


def _day(year: str, month: int, day: int) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < CENTURY_TURNS_AT else 1900
    try:
        return date(full, month, day) if full in YEARS else None
    except ValueError:
        return None
