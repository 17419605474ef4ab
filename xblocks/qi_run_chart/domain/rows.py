"""Rows pasted from a spreadsheet: read, guessed at, and shown before they become points. Nothing is lost silently.

Every row is either in `rows` or named in `problems`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qi_core.domain.privacy import nhs_numbers
from qi_core.domain.texts import SHORT_MAX
from qi_run_chart.domain.document import POINTS_MAX
from qi_run_chart.domain.rows_columns import Column, guess_columns, heading_at
from qi_run_chart.domain.rows_dates import Reading, order_of, read_date
from qi_run_chart.domain.rows_numbers import DecimalSign, NoNumber, read_number, style_of
from qi_run_chart.domain.rows_table import Delimiter, Line, Table, read_table
from qi_run_chart.domain.spacing import notes_on

TEXT_SHOWN = 40
# What spreadsheets, and our own file, put before a text that would be a formula.
QUOTED_FORMULA = re.compile(r"^'(?=\s*[=+\-@＝＋－＠])")
NUMBERS: tuple[Column, ...] = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Row:
    """`on` is None when it waits for the learner's word on day and month. Missing numbers are None, never 0."""

    line: int
    on: date | None
    value: float | None
    numerator: float | None
    denominator: float | None
    note: str


@dataclass(frozen=True)
class RowProblem:
    """Codes: no_date, not_a_date, not_a_number, not_positive, nhs_number, too_long; of the whole text (its `line` is
    0 or the first line too many): empty, no_date_column, no_value_column, too_many. `text` is the cell, cut.
    """

    line: int
    code: str
    text: str = ""


@dataclass(frozen=True)
class Rows:
    """`ambiguous_dates`: ask for the order of day and month. `day_first` is what was said, or what the dates show.

    `notes`: unsorted, duplicates, gaps, thousands_assumed.
    """

    delimiter: Delimiter = ","
    header: tuple[str, ...] = ()
    columns: Mapping[Column, int] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    day_first: bool | None = None
    ambiguous_dates: bool = False
    decimal_sign: DecimalSign = "."
    notes: tuple[str, ...] = ()


class _Refused(Exception):
    def __init__(self, line: int, code: str, text: str = "") -> None:
        super().__init__(code)
        self.problem = RowProblem(line, code, text[:TEXT_SHOWN])


def read_rows(
    text: str,
    *,
    day_first: bool | None = None,
    has_header: bool | None = None,
    columns: Mapping[Column, int] | None = None,
) -> Rows:
    """What is None is guessed, except the order of day and month where both are possible."""
    table = read_table(text)
    header, lines = _split(table, has_header)
    known = guess_columns(header, [line.cells for line in lines]) if columns is None else columns
    problem = _problem_of(lines, known)
    if problem:
        return Rows(table.delimiter, header, known, problems=(problem,))
    dates = [read_date(_cell(line, known, "date")) for line in lines]
    order = order_of(dates) if day_first is None else day_first
    style = style_of(_cell(line, known, name) for line in lines for name in NUMBERS if name in known)
    rows: list[Row] = []
    problems: list[RowProblem] = []
    for line, reading in zip(lines, dates, strict=True):
        try:
            rows.append(_row(line, known, on=reading, day_first=order, decimal_sign=style.decimal_sign))
        except _Refused as refused:
            problems.append(refused.problem)
    days = [row.on for row in rows if row.on]
    notes = [*notes_on(days), *(["thousands_assumed"] if style.is_assumed else [])]
    is_open = any(row.on is None for row in rows)
    return Rows(
        table.delimiter, header, known, tuple(rows), tuple(problems), order, is_open, style.decimal_sign, tuple(notes)
    )


def _split(table: Table, has_header: bool | None) -> tuple[tuple[str, ...], Sequence[Line]]:
    at = heading_at([line.cells for line in table.lines]) if has_header is None else 0 if has_header else None
    if at is None or not table.lines:
        return (), table.lines
    return table.lines[at].cells, table.lines[at + 1 :]


def _problem_of(lines: Sequence[Line], columns: Mapping[Column, int]) -> RowProblem | None:
    if not lines:
        return RowProblem(0, "empty")
    if len(lines) > POINTS_MAX:
        return RowProblem(lines[POINTS_MAX].number, "too_many")
    if "date" not in columns:
        return RowProblem(0, "no_date_column")
    return None if {"value", "numerator"} & set(columns) else RowProblem(0, "no_value_column")


def _cell(line: Line, columns: Mapping[Column, int], name: Column) -> str:
    at = columns.get(name)
    return line.cells[at] if at is not None and 0 <= at < len(line.cells) else ""


def _row(
    line: Line, columns: Mapping[Column, int], *, on: Reading, day_first: bool | None, decimal_sign: DecimalSign
) -> Row:
    """Raises _Refused. A value beside its numerator is left out: it is worked out anew."""
    _refuse_nhs_numbers(line, columns)
    written = _cell(line, columns, "date")
    day = on.settled(day_first)
    if day is None and not (on.is_open and day_first is None):
        raise _Refused(line.number, "not_a_date" if written else "no_date", written)
    value, numerator, denominator = _numbers(line, columns, decimal_sign)
    note = QUOTED_FORMULA.sub("", _cell(line, columns, "note"))
    if len(note) > SHORT_MAX:
        raise _Refused(line.number, "too_long", note)
    has_parts = numerator is not None
    return Row(line.number, day, None if has_parts else value, numerator, denominator if has_parts else None, note)


def _numbers(line: Line, columns: Mapping[Column, int], decimal_sign: DecimalSign) -> Iterator[float | None]:
    for name in NUMBERS:
        cell = _cell(line, columns, name)
        try:
            number = read_number(cell, decimal_sign=decimal_sign)
        except NoNumber:
            raise _Refused(line.number, "not_a_number", cell) from None
        if name == "denominator" and number is not None and number <= 0:
            raise _Refused(line.number, "not_positive", cell)
        yield number


def _refuse_nhs_numbers(line: Line, columns: Mapping[Column, int]) -> None:
    """Also where it stands as a date or a value: somebody pasted a column too many."""
    if any(nhs_numbers(_cell(line, columns, name)) for name in columns):
        raise _Refused(line.number, "nhs_number")
