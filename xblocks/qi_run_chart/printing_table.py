"""A long table on paper: side by side in columns, and on pages of its own where one is not enough."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from math import ceil
from typing import Any

from django.utils.formats import number_format

Row = dict[str, Any]
Columns = list[list[Row]]

FEWEST_ROWS = 6
BESIDE_PICTURE = 120
# Of 8 pt on 182 mm: tables side by side, and how many letters all cells of one row may have.
LETTERS_IN_A_ROW = {4: 25, 3: 36, 2: 60}
ROWS_A_PAGE = 54
FIGURES_SHOWN = 4  # and all before the decimal point, as ui/teller.ts shows them
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Footnotes:
    """Each text once, lettered in the order of first use: a to z, then aa."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}

    def mark(self, text: str) -> str:
        return self._marks.setdefault(text, letters(len(self._marks)))

    @property
    def told(self) -> list[dict[str, str]]:
        return [{"mark": mark, "text": text} for text, mark in self._marks.items()]


def letters(place: int) -> str:
    """The name of the footnote at `place`, counted from 0, as columns of a spreadsheet are named."""
    rounds, at = divmod(place, len(LETTERS))
    return (letters(rounds - 1) if rounds else "") + LETTERS[at]


def pages_of(rows: Sequence[Row]) -> tuple[Columns, list[Columns]]:
    """The table beside the picture, and the pages after it: one of the two is empty."""
    columns = _columns_that_fit(rows)
    if len(rows) <= BESIDE_PICTURE:
        return side_by_side(rows, min(columns, ceil(len(rows) / FEWEST_ROWS) or 1)), []
    size = columns * ROWS_A_PAGE
    return [], [side_by_side(rows[at : at + size], columns) for at in range(0, len(rows), size)]


def _columns_that_fit(rows: Sequence[Row]) -> int:
    widest = max((sum(map(len, row.values())) for row in rows), default=0)
    return next((columns for columns, most in LETTERS_IN_A_ROW.items() if widest <= most), 1)


def side_by_side(rows: Sequence[Row], columns: int) -> Columns:
    """Read downwards; all of one length but the last."""
    height = max(1, ceil(len(rows) / columns))
    return [list(rows[at : at + height]) for at in range(0, len(rows), height)]


def number(value: float) -> str:
    """As on the page: at least four figures where there are as many."""
    exact = Decimal(repr(value))
    shown = Context(prec=max(FIGURES_SHOWN, exact.adjusted() + 1), rounding=ROUND_HALF_UP)
    return str(number_format(shown.create_decimal(exact).normalize(), force_grouping=True))
