"""Which column of a pasted table is what: by its heading and by what stands in it. A guess, shown before it is used."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from qi_run_chart.domain.rows_dates import read_date
from qi_run_chart.domain.rows_numbers import NoNumber, is_missing, is_number, read_number

Column = Literal["date", "value", "numerator", "denominator", "note"]
# The columns of the file that the block itself writes, in this order and under these names.
WRITTEN: tuple[Column, ...] = ("date", "value", "numerator", "denominator", "note")
LOOKED_AT = 200
TITLES_AT_MOST = 10

HEADINGS: Mapping[Column, re.Pattern[str]] = {
    "numerator": re.compile(r"\b(?:numerator|num|events?|met|done|compliant|yes)\b"),
    "denominator": re.compile(
        r"\b(?:denominator|denom|den|total|out of|eligible|opportunities|planned|expected|due|sample(?: size)?)\b"
    ),
    "note": re.compile(r"\b(?:notes?|comments?|annotations?|remarks?|reasons?|what happened)\b"),
    "value": re.compile(
        r"\b(?:values?|counts?|rates?|percent(?:age)?|per cent|score|minutes|hours|days|mean|median|average)\b|%"
    ),
}


def heading_at(rows: Sequence[Sequence[str]]) -> int | None:
    """The last of the first lines that have neither date nor number: above it there may be a title."""
    found = None
    for place, cells in enumerate(rows[:TITLES_AT_MOST]):
        if any(cell and (read_date(cell).is_date or is_number(cell)) for cell in cells):
            break
        found = place
    return found if found is not None and found + 1 < len(rows) else None


def guess_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Column, int]:
    if tuple(headings[: len(WRITTEN)]) == WRITTEN:
        return {name: at for at, name in enumerate(WRITTEN)}
    looked_at = rows[:LOOKED_AT]
    width = max(map(len, looked_at), default=0)
    filled = [[row[at] for row in looked_at if at < len(row) and row[at]] for at in range(width)]
    dates = [at for at in range(width) if _are_mostly(filled[at], lambda cell: read_date(cell).is_date)]
    if not dates:
        return {}
    first = dates[0]
    numbers = [
        at
        for at in [*range(first + 1, width), *range(first)]
        if at not in dates and _are_mostly(filled[at], lambda cell: is_number(cell) or is_missing(cell))
    ]
    texts = [at for at in range(width) if at not in dates and at not in numbers and filled[at]]
    found: dict[Column, int] = {"date": first}
    found |= _of_numbers(headings, numbers, looked_at)
    note = _headed("note", headings, [at for at in range(width) if at not in found.values()])
    if note is not None or texts:
        found["note"] = texts[-1] if note is None else note
    return found


def _of_numbers(
    headings: Sequence[str], numbers: Sequence[int], rows: Sequence[Sequence[str]]
) -> dict[Column, int]:
    above, below = (_headed(name, headings, numbers) for name in ("numerator", "denominator"))
    value = _headed("value", headings, numbers)
    if below is not None and above is None and value is None:
        above = next((at for at in numbers if at != below), None)
    if above is not None and below is not None and above != below:
        return {"numerator": above, "denominator": below}
    if value is None and len(numbers) > 1 and _are_parts(numbers[0], numbers[1], rows):
        return {"numerator": numbers[0], "denominator": numbers[1]}
    if value is None and numbers:
        value = numbers[0]
    return {} if value is None else {"value": value}


def _headed(name: Column, headings: Sequence[str], columns: Sequence[int]) -> int | None:
    pattern = HEADINGS[name]
    return next((at for at in columns if at < len(headings) and pattern.search(headings[at].lower())), None)


def _are_mostly(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return bool(cells) and 2 * sum(map(is_one, cells)) > len(cells)


def _are_parts(above: int, below: int, rows: Sequence[Sequence[str]]) -> bool:
    """Never more than the other column, which is never 0: so many of so many."""
    pairs = [(_number(row, above), _number(row, below)) for row in rows]
    known = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
    return bool(known) and all(0 <= part <= whole != 0 for part, whole in known)


def _number(row: Sequence[str], at: int) -> float | None:
    try:
        return read_number(row[at], decimal_sign=".") if at < len(row) else None
    except NoNumber:
        return None
