"""Pasted rows: every row is read, or named by its number with the reason; what could be two things is asked."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_run_chart.domain.rows import Row, RowProblem, Rows, read_rows

NOVEMBER_3 = date(2026, 11, 3)
NOVEMBER_10 = date(2026, 11, 10)


def row(line: int, on: date | None, value: float | None = None, **more: object) -> Row:
    return Row(**{"line": line, "on": on, "value": value, "numerator": None, "denominator": None, "note": "", **more})


def problems_of(text: str, **told: object) -> list[RowProblem]:
    return list(read_rows(text, **told).problems)


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_a_table_is_read_whatever_stands_between_its_cells(delimiter: str) -> None:
    lines = ["Date,Seen,Total,Notes", "2026-11-03,9,24,Half term", "", "2026-11-10,0,22,", "2026-11-17,,,"]
    assert read_rows("\r\n".join(lines).replace(",", delimiter)) == Rows(
        delimiter,
        ("Date", "Seen", "Total", "Notes"),
        {"date": 0, "numerator": 1, "denominator": 2, "note": 3},
        (
            row(2, NOVEMBER_3, numerator=9, denominator=24, note="Half term"),
            row(4, NOVEMBER_10, numerator=0, denominator=22),
            row(5, date(2026, 11, 17)),
        ),
    )


def test_quotes_and_line_breaks_in_them_are_those_of_a_spreadsheet() -> None:
    text = '\ufeffDate\tComment\tScore\n2026-11-03\t"two\nlines, ""quoted"""\t5\n2026-11-10\t\t6\n'
    assert read_rows(text).rows == (row(2, NOVEMBER_3, 5, note='two\nlines, "quoted"'), row(4, NOVEMBER_10, 6))


@pytest.mark.parametrize("note", ['5" wound', '"' + "a" * 200_000 + '" x "'])
def test_a_quote_that_is_none_swallows_nothing(note: str) -> None:
    read = read_rows(f"2026-11-03,5,{note}\n2026-11-10,6,", columns={"date": 0, "value": 1})
    assert read.rows == (row(1, NOVEMBER_3, 5), row(2, NOVEMBER_10, 6))


def test_hidden_characters_and_lines_without_anything_are_left_out() -> None:
    assert read_rows("\n\x002026-11-03,5\x07\n , \n\n").rows == (row(2, NOVEMBER_3, 5),)
    assert read_rows('"",""\n2026-11-03,"5"').rows == (row(2, NOVEMBER_3, 5),)


def test_a_table_of_a_web_page_or_of_the_clipboard_is_read() -> None:
    text = (
        "<html><style>td {color: red}</style><table border=1>\n<TR><th>Month<th>%</TR>"
        "<tr><td class='a'>Nov-26</td>\n<td>85&nbsp;%</td></tr><tr></tr><tr><td>Dec-26<br></td><td>9<b>0</b></td></tr>"
        "<tr><td>Jan-27<td>n/a"
    )
    assert read_rows(text) == Rows(
        "html",
        ("Month", "%"),
        {"date": 0, "value": 1},
        (row(2, date(2026, 11, 1), 85), row(3, date(2026, 12, 1), 90), row(4, date(2027, 1, 1))),
    )
    assert read_rows(text + "</table>").rows[-1] == row(4, date(2027, 1, 1))


def test_bad_rows_are_named_and_good_ones_kept() -> None:
    text = "\n".join(
        [
            "Date\tSeen\tTotal\tNote",
            "2026-11-03\t9\t24\t",
            "\t9\t24\tno day",
            "2026-11-04\t9\t0\t",
            "2026-11-05\t9\tmany\t",
            "2026-11-06\t9\t24\t943 476 5919",
            "2026-11-07\t9434765919\t24\t",
            f"2026-11-08\t9\t24\t{'a' * 301}",
            "2026-11-10\t8\t22",
        ]
    )
    read = read_rows(text)
    assert [one.line for one in read.rows] == [2, 9]
    assert read.problems == (
        RowProblem(3, "no_date"),
        RowProblem(4, "not_positive", "0"),
        RowProblem(5, "not_a_number", "many"),
        RowProblem(6, "nhs_number"),
        RowProblem(7, "nhs_number"),
        RowProblem(8, "too_long", "a" * 40),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", RowProblem(0, "empty")),
        (" \n\t\n", RowProblem(0, "empty")),
        ("Date\tValue", RowProblem(0, "no_date_column")),
        ("4\t5\n6\t7", RowProblem(0, "no_date_column")),
        ("2026-11-03\tfive\n2026-11-10\tsix", RowProblem(0, "no_value_column")),
        ("2026-11-03\t5\n" * 2_001, RowProblem(2001, "too_many")),
        ("<tr><td>2026-11-03<td>5" * 2_001, RowProblem(2001, "too_many")),
    ],
)
def test_a_text_that_is_no_table_is_refused_whole(text: str, problem: RowProblem) -> None:
    read = read_rows(text)
    assert (read.rows, read.problems) == ((), (problem,))


def test_as_many_rows_as_a_measure_may_have_are_read() -> None:
    assert len(read_rows("Day\tCount\n" + "2026-11-03\t5\n" * 2_000).rows) == 2_000


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("2026-11-03\t5", {"date": 0, "value": 1}),
        ("2026-11-03\t5\t20\n2026-11-10\t20\t20", {"date": 0, "numerator": 1, "denominator": 2}),
        ("2026-11-03\t5\t2\n2026-11-10\t6\t20", {"date": 0, "value": 1}),
        ("2026-11-03\t5\t0", {"date": 0, "value": 1}),
        ("Day\tDone\tPlanned\n2026-11-03\t5\t0", {"date": 0, "numerator": 1, "denominator": 2}),
        ("Day\tFalls\tNote\tWard\n2026-11-03\t5\t\tRed", {"date": 0, "value": 1, "note": 2}),
        ("1\t2026-11-03\t5\tfine", {"date": 1, "value": 2, "note": 3}),
        ("Number\tDay\tFalls\tDays\n1\t2026-11-03\t5\t30", {"date": 1, "value": 3}),
        ("5\t2026-11-03", {"date": 1, "value": 0}),
        ("Day\tTotal\n2026-11-03\t5", {"date": 0, "value": 1}),
        ("Day\tTotal\tValue\n2026-11-03\t5\t4", {"date": 0, "value": 2}),
        ("Day\tTotal\tFalls\n2026-11-03\t5\t4", {"date": 0, "numerator": 2, "denominator": 1}),
        ("Denominator\tNumerator\tWhen\tRate\n20\t5\t2026-11-03\t25%", {"date": 2, "numerator": 1, "denominator": 0}),
        ("When\tComment\tWard\tScore\n2026-11-03\tlate\tRed\t4", {"date": 0, "value": 3, "note": 1}),
        ("2026-11-03\t5\t\tx\ty", {"date": 0, "value": 1, "note": 4}),
        ("2026-11-03\t5\t20\n2026-11-10\t-\n2026-11-17\t5\t20\n", {"date": 0, "numerator": 1, "denominator": 2}),
        ("2026-11-03\t-\t-\n2026-11-10\t-\t-", {"date": 0, "value": 1}),
    ],
)
def test_columns_are_guessed_by_heading_and_content(text: str, columns: dict[str, int]) -> None:
    assert read_rows(text).columns == columns


def test_what_is_said_of_columns_and_header_is_done() -> None:
    text = "A\tB\tC\n2026-11-03\t5\t9\n2026-11-10\t6\t8"
    read = read_rows(text, has_header=True, columns={"date": 0, "value": 2, "note": 7})
    assert (read.header, read.rows) == (("A", "B", "C"), (row(2, NOVEMBER_3, 9), row(3, NOVEMBER_10, 8)))
    assert problems_of(text, has_header=False) == [RowProblem(1, "not_a_date", "A")]
    assert not read_rows("", has_header=True).header


def test_a_title_above_the_header_is_left_out() -> None:
    read = read_rows("Falls on our ward\n\nDay\tFalls\n2026-11-03\t5")
    assert (read.header, read.rows) == (("Day", "Falls"), (row(4, NOVEMBER_3, 5),))


def test_a_value_beside_its_parts_is_left_out() -> None:
    columns = {"date": 0, "value": 1, "numerator": 2, "denominator": 3}
    read = read_rows("2026-11-03\t25%\t5\t20\n2026-11-10\t30%\t\t20", columns=columns)
    assert read.rows == (row(1, NOVEMBER_3, numerator=5, denominator=20), row(2, NOVEMBER_10, 30))


@pytest.mark.parametrize(
    ("days", "notes"),
    [
        ([3, 10, 17, 24], ()),
        ([10, 3, 17, 24], ("unsorted",)),
        ([3, 3, 10, 17, 24], ("duplicates",)),
        ([3, 10, 17, 30], ("gaps",)),
        ([2, 3, 4, 5, 6, 9, 10, 11], ()),
        ([1, 2, 3, 4, 5, 6, 9, 10], ("gaps",)),
        ([3, 17], ()),
    ],
)
def test_days_out_of_order_twice_or_missing_are_said(days: list[int], notes: tuple[str, ...]) -> None:
    assert read_rows("\n".join(f"2026-11-{day:02d}\t5" for day in days)).notes == notes


@given(st.text(st.sampled_from("0123456789/.-,; \t\n\"<td>r%NovFeb'é"), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for day_first in (None, True):
        read = read_rows(text, day_first=day_first)
        assert len(read.rows) + len(read.problems) <= text.count("\n") + text.count("<t") + 2


LARGE = {
    "notes": "\n".join(f"2026-11-{n % 28 + 1:02d}\t{n}\t{'word ' * 55}" for n in range(2_000)),
    "rows": "2026-11-01\t5\n" * 80_000,
    "columns": ("1\t" * 500 + "\n") * 1_000,
    "tags": "<td>" * 250_000,
    "brackets": "<td" + "<" * 1_000_000,
    "table": "<tr>" + "<td>2026-11-01</td><td>5</td></tr><tr>" * 25_000,
    "quotes": '"' * 1_000_000,
    "quoted": '"a",' * 250_000,
    "lines": "\n" * 1_000_000,
    "spaces": " " * 1_000_000,
    "figures": "1" * 1_000_000,
    "groups": "2026-11-01\t" + "1,234" * 200_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_a_million_characters_are_read_in_a_second(text: str) -> None:
    begun = process_time()
    read_rows(text)
    assert process_time() - begun < 3  # three times that, under coverage and on a busy machine
