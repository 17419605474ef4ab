"""From pasted text to a table of cells: tab, comma or semicolon, quotes as spreadsheets write them, or HTML."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from itertools import islice
from typing import Literal, NamedTuple

from qi_core.domain.texts import HIDDEN

Delimiter = Literal["\t", ";", ",", "html"]
LOOKED_AT = 50
LINES_MAX = 2_100
CELLS_MAX = 60
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z!][a-z0-9]*)[^<>]*>", re.IGNORECASE)
IS_HTML = re.compile(r"<t(?:d|h)\b", re.IGNORECASE)
CELLS = {"td", "th"}


class Line(NamedTuple):
    """`number` counts the lines of the text from 1; of an HTML table, its rows."""

    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """At most LINES_MAX lines: more are too many, and need no reading."""

    delimiter: Delimiter
    lines: tuple[Line, ...]


def read_table(text: str) -> Table:
    """Lines without any cell filled are left out; cells lose the spaces around them, and hidden characters."""
    plain = HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    if IS_HTML.search(plain):
        return Table("html", _filled(_html_lines(plain)))
    delimiter = _delimiter_of(plain)
    return Table(delimiter, _filled(_lines(plain, delimiter)))


def _filled(lines: Iterator[tuple[int, list[str]]]) -> tuple[Line, ...]:
    found = (Line(number, tuple(cell.strip() for cell in cells[:CELLS_MAX])) for number, cells in lines)
    return tuple(islice((line for line in found if any(line.cells)), LINES_MAX))


def _delimiter_of(text: str) -> Delimiter:
    """A comma only where neither of the others is: it stands in numbers and sentences too."""
    first = [line for line in text.split("\n", LOOKED_AT * 2)[: LOOKED_AT * 2] if line.strip()][:LOOKED_AT]
    if any("\t" in line for line in first):
        return "\t"
    return ";" if 2 * sum(";" in line for line in first) > len(first) else ","


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """A quote that is never closed would swallow all that follows: then quotes are only characters."""
    if '"' not in text or text.count('"') % 2:
        return _plain_lines(text, delimiter)
    try:
        return iter(list(islice(_quoted_lines(text, delimiter), LINES_MAX)))
    except csv.Error:  # a cell that is longer than any
        return _plain_lines(text, delimiter)


def _plain_lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    lines = enumerate(text.split("\n"), 1)
    return ((number, line.split(delimiter, CELLS_MAX)) for number, line in lines if line.strip())


def _quoted_lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    number = 1
    for cells in reader:
        if any(cells):
            yield number, cells
        number = reader.line_num + 1


def _html_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Only what stands in cells. Every expression is bounded by the next bracket, so hostile texts take linear time."""
    number, cells, is_open, begin = 1, list[str](), False, 0
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if is_open:
            cells[-1] += unescape(text[begin : tag.start()]) + ("\n" if name == "br" else "")
        begin = tag.end()
        if name in CELLS:
            is_open = not tag["end"]
            if is_open:
                cells.append("")
        elif name in ("tr", "table"):
            is_open = False
            if cells:
                yield number, cells
                number, cells = number + 1, []
    if cells:
        yield number, cells
