"""Rows as spreadsheets, web pages and files bring them: read, shown, used, and taken back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.board import Board, kept, kept_points
from tests.e2e.school import School
from tests.e2e.tool import eventually

OpenBoard = Callable[..., Board]
WRITE = """async (kinds) => {
  const blobs = Object.entries(kinds).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}"""
# as Excel copies cells: tabs, CR LF, quotes round a cell with a line break, its own quotes doubled
EXCEL = (
    "Week commencing\tDone\tPlanned\tNote\r\n"
    '03/11/2025\t9\t24\t"Half term,\nno ward clerk"\r\n'
    '10/11/2025\t1,016\t1,400\t"She said ""fine"""\r\n'
    "17/11/2025\t\t\t\r\n"
    "24/11/2025\t14\t24\t\r\n"
)
EXCEL_POINTS = [
    ("2025-11-03", None, 9.0, 24.0, "Half term,\nno ward clerk"),
    ("2025-11-10", None, 1016.0, 1400.0, 'She said "fine"'),
    ("2025-11-17", None, None, None, ""),
    ("2025-11-24", None, 14.0, 24.0, ""),
]
# as LibreOffice Calc does: the same cells as an HTML table with its own attributes, and as tabs
CALC_HTML = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice"/></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left"><font face="Liberation Sans">Date</font></td><td align="left">Minutes</td></tr>
<tr><td height="17" align="right" sdval="45964" sdnum="2057;0;DD/MM/YY">03/11/25</td><td sdval="12.5">12.50</td></tr>
<tr><td height="17" align="right" sdval="45994" sdnum="2057;0;DD/MM/YY">30/11/25</td><td sdval="15">15.00</td></tr>
</table></body></html>"""
CALC_TABS = "Date\tMinutes\n03/11/25\t12.50\n30/11/25\t15.00\n"
WEB_PAGE = """<h1>Waits</h1><table><thead><tr><th>Date</th><th>Minutes</th><th>Remark</th></tr></thead>
<tbody><tr><td>3 Nov 2025</td><td>12.5</td><td>Snow<br>and a strike</td></tr>
<tr><td>10 Nov 2025</td><td>n/a</td><td></td></tr>
<tr><td>17 Nov 2025</td><td>15</td><td>Say "hello"</td></tr></tbody></table>"""
MINUTES = [("2025-11-03", 12.5, None, None, ""), ("2025-11-30", 15.0, None, None, "")]


@pytest.fixture
def board(open_board: OpenBoard) -> Board:
    board = open_board(permissions=["clipboard-read", "clipboard-write"])
    board.begin()
    return board


@pytest.fixture
def share(open_board: OpenBoard) -> Board:
    board = open_board(permissions=["clipboard-read", "clipboard-write"])
    board.begin(unit="%")
    return board


def paste(board: Board, **kinds: str) -> None:
    """By the system's clipboard and Ctrl+V, as a person does."""
    board.page.evaluate(WRITE, {f"text/{kind}": text for kind, text in kinds.items()})
    board.box.focus()
    board.page.keyboard.press("Control+V")
    expect(board.box).not_to_have_value("")
    board.read()
    expect(board.understood).to_be_visible()


def use(board: Board, button: str = "Use these rows") -> None:
    board.button(button).click()
    board.wait_until_saved()


def test_cells_of_excel_with_quotes_and_line_breaks(share: Board, school: School) -> None:
    paste(share, plain=EXCEL)
    assert [row[0] for row in share.rows()] == ["2", "4", "5", "6"]
    use(share)
    assert kept_points(school) == EXCEL_POINTS


def test_of_libreoffice_s_two_forms_the_tabs_are_taken(board: Board, school: School) -> None:
    paste(board, html=CALC_HTML, plain=CALC_TABS)
    assert board.box.input_value() == CALC_TABS
    use(board)
    assert kept_points(school) == MINUTES


def test_a_table_that_comes_as_html_alone_becomes_rows(board: Board, school: School) -> None:
    paste(board, html=CALC_HTML)
    assert board.box.input_value() == CALC_TABS.rstrip("\n")
    use(board)
    assert kept_points(school) == MINUTES


def test_html_beside_plain_text_without_columns_is_taken(board: Board, school: School) -> None:
    paste(board, html=CALC_HTML, plain=CALC_TABS.replace("\t", "\n"))
    use(board)
    assert kept_points(school) == MINUTES


def test_a_table_copied_from_a_web_page(board: Board, school: School) -> None:
    page = board.page.context.new_page()
    page.set_content(WEB_PAGE)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    page.close()
    board.box.focus()
    board.page.keyboard.press("Control+V")
    board.read()
    use(board)
    assert [point[:2] for point in kept_points(school)] == [
        ("2025-11-03", 12.5),
        ("2025-11-10", None),
        ("2025-11-17", 15.0),
    ]


NUMBERS = "Datum;Minuten;Notiz\r\n03.11.2025;12,5;Glätte – viel Schnee\r\n10.11.2025;1.016,25;\r\n17.11.2025;;\r\n"
NUMBERS_POINTS = [
    ("2025-11-03", 12.5, None, None, "Glätte – viel Schnee"),
    ("2025-11-10", 1016.25, None, None, ""),
    ("2025-11-17", None, None, None, ""),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_with_semicolons_and_decimal_commas(board: Board, school: School, encoding: str) -> None:
    board.open_file("zahlen.csv", NUMBERS.encode(encoding))
    use(board)
    assert kept_points(school) == NUMBERS_POINTS


def test_a_workbook_is_told_from_a_text(board: Board) -> None:
    board.open_file("waits.csv", b"PK\x03\x04" + b"\0" * 100)
    expect(board.understood).to_contain_text("This is an Excel workbook.")
    expect(board.button("Use these rows")).to_have_count(0)


def test_per_cent_signs_and_thousands(share: Board, school: School) -> None:
    paste(share, plain="Month\t% seen\nNov-25\t87.5%\nDec-25\t90 %\n")
    use(share)
    assert kept_points(school) == [("2025-11-01", 87.5, None, None, ""), ("2025-12-01", 90.0, None, None, "")]


def test_thousands_that_could_be_decimals_are_said(board: Board, school: School) -> None:
    paste(board, plain="2025-11-03\t1,234\n2025-11-10\t2,345\n")
    expect(board.understood).to_contain_text("Commas were read as thousands separators.")
    use(board)
    assert [point[1] for point in kept_points(school)] == [1234.0, 2345.0]


@pytest.mark.parametrize(
    ("order", "days"), [("Day", ["2026-04-03", "2026-04-05"]), ("Month", ["2026-03-04", "2026-05-04"])]
)
def test_dates_that_could_be_two_wait_for_a_choice(board: Board, school: School, order: str, days: list[str]) -> None:
    paste(board, plain="Date,Value\n03/04/2026,5\n05/04/2026,6\n")
    assert [row[1] for row in board.rows()] == ["day or month first?"] * 2
    expect(board.button("Use these rows")).to_have_count(0)
    board.choice("In these dates, what comes first?", order).check()
    use(board)
    assert [point[0] for point in kept_points(school)] == days


def test_bad_rows_are_named_and_good_ones_kept(share: Board, school: School) -> None:
    rows = ["2025-11-03\t9\t24", "2025-11-10\tmany\t24", "soon\t9\t24", "2025-11-24\t9\t0", "\t9\t24"]
    paste(share, plain="\n".join(["Date\tDone\tPlanned", *rows]))
    assert share.problems() == [
        "Row 3: this is not a number “many”",
        "Row 4: this is not a date “soon”",
        "Row 5: the number below the line must be more than zero “0”",
        "Row 6: no date found",
    ]
    use(share)
    assert kept_points(school) == [("2025-11-03", None, 9.0, 24.0, "")]


def test_replacing_everything_can_be_undone(board: Board, school: School) -> None:
    paste(board, plain="2025-11-03\t1\n2025-11-10\t2\n")
    use(board)
    first = kept_points(school)
    paste(board, plain="2026-01-05\t7\n")
    use(board, "Replace all my data with these")
    replaced = [("2026-01-05", 7.0, None, None, "")]
    assert eventually(lambda: kept_points(school), replaced) == replaced
    board.button("Undo").first.click()
    board.wait_until_saved()
    assert eventually(lambda: kept_points(school), first) == first


def test_more_than_two_thousand_rows_are_refused_in_a_sentence(board: Board, school: School) -> None:
    text = "\n".join(f"2025-11-03,{number}" for number in range(2_001))
    board.open_file("all.csv", text.encode())
    expect(board.understood).to_contain_text("More than 2,000 rows. Nothing was read.")
    assert board.rows() == []
    expect(board.button("Use these rows")).to_have_count(0)
    board.open_file("all.csv", text.rsplit("\n", 1)[0].encode())
    use(board)
    assert len(kept_points(school)) == 2_000


@pytest.mark.parametrize(
    ("text", "said"),
    [("only\twords\n", "No column with dates was found."), ("2025-11-03\tgood\n", "No column with numbers was found.")],
)
def test_a_text_without_the_columns_it_needs_is_refused_in_a_sentence(board: Board, text: str, said: str) -> None:
    paste(board, plain=text)
    expect(board.understood).to_contain_text(said)


def test_an_export_pasted_in_again_gives_the_same_points(share: Board, school: School) -> None:
    paste(share, plain=EXCEL)
    use(share)
    share.go("chart")
    with share.page.expect_download() as waiting:
        share.page.get_by_role("link", name="Download CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("date,value,numerator,denominator,note,")
    share.go("data")
    share.open_file("again.csv", waiting.value.path().read_bytes())
    ids = [point["id"] for point in kept(school)[0]["points"]]
    use(share, "Replace all my data with these")
    assert eventually(lambda: kept(school)[0]["points"][0]["id"] in ids, False) is False
    assert kept_points(school) == EXCEL_POINTS
