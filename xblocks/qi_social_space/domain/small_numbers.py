"""Small counts of harm that could point at one person: in a text that names a small place, in a shared chart of counts.

The limits follow NHS practice for counts below national level, where 1 to 7 are not shown.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Any

SMALLEST, LARGEST = 1, 7  # NHS England, disclosure control of sub-national counts
MARK_LENGTH = 16
NUMBER = r"(?:[1-7]|one|two|three|four|five|six|seven)"
HARM = (
    r"(?:deaths?|died|falls?|fell|infections?|incidents?|complaints?|cases?|suicides?|arrests?|"
    r"pressure (?:ulcers?|sores?)|overdoses?|stillbirths?|injur(?:y|ies)|never events?)"
)
COUNT_OF_HARM = re.compile(rf"(?<![\d.,])\b{NUMBER}\s(?:\w+\s)?{HARM}\b", re.IGNORECASE)
SMALL_PLACE = re.compile(r"\b(?:ward|bay|unit|home|practice|surgery|clinic|team|village)\b", re.IGNORECASE)


def small_numbers(shown: Mapping[str, Any], confirmed: Collection[str]) -> list[dict[str, str | int]]:
    """In the shape of the other privacy warnings, without those that were confirmed."""
    found = [*_in_text(shown.get("text", "")), *_in_chart(shown.get("card") or {})]
    return [one for one in found if one["mark"] not in confirmed]


def _in_text(text: str) -> Iterator[dict[str, str | int]]:
    if SMALL_PLACE.search(text):
        for match in COUNT_OF_HARM.finditer(text):
            yield _warning("text", match.start(), match.end(), words=match[0])


def _in_chart(card: Mapping[str, Any]) -> Iterator[dict[str, str | int]]:
    """One warning for the whole chart: nobody goes through them point by point."""
    values = [value for _, value in card.get("points", ())]
    if card.get("unit") == "count" and any(SMALLEST <= value <= LARGEST for value in values):
        yield _warning("card.points", 0, 0, words=repr(values))


def _warning(path: str, start: int, end: int, *, words: str) -> dict[str, str | int]:
    mark = sha256(f"small_number:{words.lower()}".encode()).hexdigest()[:MARK_LENGTH]
    return {"path": path, "kind": "small_number", "start": start, "end": end, "mark": mark}
