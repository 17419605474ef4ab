"""Dates and numbers as people and spreadsheets write them; what could be two things is asked, or said."""

from datetime import date

import pytest

from qi_run_chart.domain.rows import Row, RowProblem, read_rows

NOVEMBER_3 = date(2026, 11, 3)
NOVEMBER_10 = date(2026, 11, 10)
MARCH_11 = date(2026, 3, 11)


def row(line: int, on: date | None, value: float | None = None, **more: object) -> Row:
    return Row(**{"line": line, "on": on, "value": value, "numerator": None, "denominator": None, "note": "", **more})


def problems_of(text: str, **told: object) -> list[RowProblem]:
    return list(read_rows(text, **told).problems)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-03", "2026-11-03T00:00:00", "2026/11/3", "20261103", "3.11.26", "03. 11. 2026", "3 Nov 2026",
        "3-Nov-26", "3rd of November, 2026", "Nov 3, 2026", "november 3 2026", "2026-Nov-03", "Tue 3 Nov 2026",
        "w/c Tuesday 3 Nov 2026", "Week commencing: 3 November 2026", "3 Nov 2026 09:30 am", "13/11/2026", "11/13/2026",
    ],
)  # fmt: skip
def test_dates_are_read_as_people_and_spreadsheets_write_them(written: str) -> None:
    day = date(2026, 11, 13) if "13" in written else NOVEMBER_3
    assert read_rows(f"{written}\t5").rows == (row(1, day, 5),)


@pytest.mark.parametrize("written", ["Nov-26", "November 2026", "Nov '26", "11/2026", "2026-11", "Sept 2026"])
def test_a_month_is_its_first_day(written: str) -> None:
    month = 9 if written.startswith("Sept") else 11
    assert read_rows(f"{written}\t5").rows == (row(1, date(2026, month, 1), 5),)


@pytest.mark.parametrize(("year", "full"), [("26", 2026), ("69", 2069), ("70", 1970), ("99", 1999)])
def test_a_year_of_two_figures_is_one_of_ours(year: str, full: int) -> None:
    assert read_rows(f"3.11.{year}\t5").rows == (row(1, date(full, 11, 3), 5),)


@pytest.mark.parametrize("written", ["31/02/2026", "3 Foo 2026", "1.1.0001", "Total 2026", "2026-13-01", "1" * 50])
def test_what_is_no_date_is_named_by_its_line(written: str) -> None:
    assert problems_of(f"2026-11-03\t5\n{written}\t6\n2026-11-10\t7") == [RowProblem(2, "not_a_date", written[:40])]


@pytest.mark.parametrize("gap", ["/", "-", " "])
def test_day_and_month_that_could_change_places_are_asked_for(gap: str) -> None:
    text = "03/11/2026\t5\n10/11/2026\t6\n11/11/2026\t7".replace("/", gap)
    open_ = read_rows(text)
    assert (open_.ambiguous_dates, open_.day_first) == (True, None)
    assert open_.rows == (row(1, None, 5), row(2, None, 6), row(3, date(2026, 11, 11), 7))
    said = read_rows(text, day_first=True)
    assert (said.ambiguous_dates, [one.on for one in said.rows][:2]) == (False, [NOVEMBER_3, NOVEMBER_10])
    assert read_rows(text, day_first=False).rows[0].on == MARCH_11


def test_one_date_that_has_one_order_tells_the_order_of_all() -> None:
    read = read_rows("03/11/2026\t5\n17/11/2026\t6")
    assert (read.day_first, read.ambiguous_dates, read.rows[0].on) == (True, False, NOVEMBER_3)
    read = read_rows("03/11/2026\t5\n11/17/2026\t6")
    assert (read.day_first, read.ambiguous_dates, read.rows[0].on) == (False, False, MARCH_11)


def test_dates_that_contradict_each_other_leave_the_order_open() -> None:
    read = read_rows("03/11/2026\t5\n17/11/2026\t6\n11/18/2026\t7")
    assert (read.day_first, read.ambiguous_dates) == (None, True)
    assert [one.on for one in read.rows] == [None, date(2026, 11, 17), date(2026, 11, 18)]
    assert problems_of("03/11/2026\t5\n11/18/2026\t7", day_first=True) == [RowProblem(2, "not_a_date", "11/18/2026")]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5", 5), ("0", 0), ("-1.5", -1.5), ("−2", -2), ("+3", 3), (".5", 0.5), ("5.", 5), ("1,234.5", 1234.5),
        ("1.234,5", 1234.5), ("1 234,5", 1234.5), ("1\u202f234", 1234), ("1'234", 1234), ("1,234,567", 1234567),
        ("1.234.567", 1234567), ("12,34,567", 1234567), ("0,125", 0.125), ("1,5", 1.5), ("1234,567", 1234.567),
        ("1.234", 1.234), ("85%", 85), ("85 %", 85), ("£1,200.50", 1200.5), ("-£5", -5), ("1.2E+03", 1200),
        ("", None), ("-", None), ("n/a", None), ("#N/A", None), ("#DIV/0!", None), ("Not recorded", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_and_spreadsheets_write_them(written: str, number: float | None) -> None:
    assert read_rows(f"2026-11-03\t{written}", columns={"date": 0, "value": 1}).rows == (row(1, NOVEMBER_3, number),)


@pytest.mark.parametrize(
    "written",
    ["five", "nil", "<5", "1,2,3", "1.2.3", "1,23.456,7", "1e999", "9/24", "inf", "1" * 41, "1 2",
     "1234,567.8"],
)
def test_what_is_no_number_is_named_by_its_line(written: str) -> None:
    read = read_rows(f"2026-11-03\t5\n2026-11-10\t{written}", columns={"date": 0, "value": 1})
    assert read.rows == (row(1, NOVEMBER_3, 5),)
    assert read.problems == (RowProblem(2, "not_a_number", written[:40]),)


def test_all_numbers_of_a_table_are_written_alike() -> None:
    comma = read_rows("3.11.26\t1,5\n10.11.26\t1,234")
    assert [one.value for one in comma.rows] == [1.5, 1.234]
    assert (comma.decimal_sign, comma.notes) == (",", ())
    point = read_rows("3.11.26\t1.5\n10.11.26\t1,234")
    assert [one.value for one in point.rows] == [1.5, 1234]
    assert (point.decimal_sign, point.notes) == (".", ())
    neither = read_rows("3.11.26\t15\n10.11.26\t1,234")
    assert [one.value for one in neither.rows] == [15, 1234]
    assert (neither.decimal_sign, neither.notes) == (".", ("thousands_assumed",))
    words = read_rows("3.11.26\t15\n10.11.26\tabout 1,5", columns={"date": 0, "value": 1})
    assert (words.decimal_sign, words.notes) == (".", ())
