"""A measure on paper and in files: how many pages of A4, what is on them, and that nothing is cut off."""

import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.e2e import measures, work
from tests.e2e.board import Board
from tests.e2e.looks import axe_violations
from tests.e2e.school import School

A4_PT = (595, 842)
SMALLEST_PT = 8
CLIPPED = """() => [...document.querySelectorAll("main *:not(svg *, .unseen)")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
  .map((one) => one.outerHTML.slice(0, 80))"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => one.localName !== "script")
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75))"""
LONG = "A very long sentence that somebody typed on a quiet night because there was time to think about it. "
SVG = "{http://www.w3.org/2000/svg}"
Printed = Callable[..., list[str]]


@pytest.fixture
def board(open_board: Callable[..., Board]) -> Board:
    return open_board()


@pytest.fixture
def printed(board: Board, school: School, tmp_path: Path) -> Printed:
    """The texts of the pages of the PDF that a browser makes of a printable page."""

    def pages_of(which: str = "") -> list[str]:
        page = board.page
        chart = school.course.key.make_usage_key("qi_run_chart", "chart")
        page.goto(f"{school.site}/courses/{school.course.key}/xblock/{chart}/handler/printable/{which}")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 688, "height": 900})  # of A4 between its margins
        assert page.evaluate(CLIPPED) == []
        assert page.evaluate(SMALLEST) >= SMALLEST_PT
        path = tmp_path / "printed.pdf"
        page.pdf(path=path, prefer_css_page_size=True)
        boxes = [one.mediabox for one in PdfReader(path).pages]
        assert {(round(box.width), round(box.height)) for box in boxes} == {A4_PT}
        return [text_of(path, number) for number in range(1, len(boxes) + 1)]

    return pages_of


def text_of(path: Path, number: int) -> str:
    """Of one page, as poppler reads it; ligatures as letters, line ends as blanks."""
    command = ["pdftotext", "-raw", "-f", str(number), "-l", str(number), path, "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return " ".join(unicodedata.normalize("NFKC", done.stdout).split())


def missing(texts: list[str], page: str) -> list[str]:
    return [text for text in texts if text not in page]


def points_in(picture: Locator) -> int:
    """Of one path each: those that count, and those that were left out."""
    return sum((picture.locator(f".{name}").first.get_attribute("d") or "").count("M") for name in ("dots", "hollow"))


def sixty_points(school: School, chart: Any) -> None:
    work.save(school, work.ramp())
    points = measures.shares(60, better_from=24)
    points[0]["note"] = "Staff meeting"
    points[9] |= {"excluded": "Two bays were closed", "note": "Norovirus"}
    phases = [{"from": "point0024", "reason": "New sheet"}]
    events = [{"id": "annot001", "on": "2026-02-02", "text": "New ward manager"}]
    measures.save(
        school, chart, measures.measure(1, "Rounds done", points, phases=phases, annotations=events)
    )


def test_sixty_points_with_definition_and_reading_are_one_page(printed: Printed, school: School, chart: Any) -> None:
    sixty_points(school, chart)
    (page,) = printed()
    told = [*measures.READ.values(), measures.DEFINED["definition"], measures.DEFINED["source"], "90 % by 1 Dec 2026"]
    happened = ["2 Mar 2026: Comfort round, one nurse (Adapt)", "2 Feb 2026: New ward manager"]
    notes = ["Staff meeting", "left out: Two bays were closed", "Norovirus", "A new phase starts here: New sheet"]
    assert missing(["Rounds done", "Process · %", *told, *happened, *notes, "Page 1 / 1"], page) == []
    assert missing(["Anhøj rules", "a false alarm in about 3 of 100 charts"], page) == []
    days = [point["on"] for point in measures.shares(60, better_from=24)]
    assert (days[0], days[-1]) == ("2026-01-05", "2027-02-22")
    assert missing(["5 Jan 2026", "22 Feb 2027"], page) == []
    assert page.count(" / 40") == 60


def test_the_picture_and_its_sentence_are_those_of_the_page(
    printed: Printed, board: Board, school: School, chart: Any
) -> None:
    sixty_points(school, chart)
    printed("measure1")
    said = board.page.locator("figure .said").inner_text()
    drawn = board.page.locator("figure svg")
    assert [points_in(drawn), drawn.locator(".centre").count(), drawn.locator(".flag").count()] == [60, 2, 3]
    assert "Median" in said
    board.page.goto(measures.unit_url(school, chart))
    expect(board.page.locator(".measure-card").first).to_be_visible()
    board.page.locator(".measure-card").first.click()
    with board.page.expect_download() as waiting:
        board.button("Download SVG").click()
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    assert root.findtext(f"{SVG}desc") == said


def test_a_long_table_goes_on_with_its_heading_on_every_page(printed: Printed, school: School, chart: Any) -> None:
    measures.save(school, chart, measures.measure(1, "Falls", measures.values(400), unit="count"))
    first, *tables = printed("measure1")
    assert missing(["Falls", "Median"], first) == []
    headed = [["Falls", f"Data {n} / 2", "Date", f"Page {n + 1} / 3"] for n in (1, 2)]
    assert [missing(texts, page) for texts, page in zip(headed, tables, strict=True)] == [[], []]
    dates = sum(page.count(f" {year}") for page in tables for year in range(2026, 2034))
    assert dates == 400 + len(tables)  # and the day of printing


def test_very_long_texts_go_on_and_nothing_is_lost(printed: Printed, school: School, chart: Any) -> None:
    texts = {"definition": LONG * 20 + "End 1.", "population": LONG * 10 + "End 2.", "exclusions": "x" * 500}
    reading = {"tells": LONG * 15 + "End 3.", "does_not": LONG * 8 + "End 4."}
    one = measures.measure(1, "Rounds", measures.shares(30, better_from=10), reading=reading, **texts)
    measures.save(school, chart, one)
    text = " ".join(printed("measure1"))
    assert missing(["End 1.", "End 2.", "End 3.", "End 4."], text) == []
    assert text.count("on a quiet night") == 53


def test_all_measures_are_a_page_each(printed: Printed, school: School, chart: Any) -> None:
    one = measures.measure(1, "Rounds", measures.shares(24, better_from=12))
    other = measures.measure(2, "Waits", measures.values(36), unit="minutes")
    measures.save(school, chart, one, other, measures.measure(3, "Not begun", []))
    names = ["Rounds", "Waits", "Not begun"]
    assert [missing([name], page) for name, page in zip(names, printed(), strict=True)] == [[], [], []]


def test_blank_sheets_are_one_page_with_the_definition_on_top(printed: Printed, school: School, chart: Any) -> None:
    long = {"definition": LONG * 12, "exclusions": LONG * 4}
    measures.save(school, chart, measures.measure(1, "Rounds", [], **long))
    (blank,) = printed("blank")
    labels = ["Date", "Tally", "Out of", "Counted by (role)", "NHS numbers"]
    assert missing(["Data collection sheet", *labels], blank) == []
    (defined,) = printed("blank-measure1")
    assert missing(["Rounds", LONG.strip(), "Ward clerk", "Numerator"], defined) == []
    assert missing([measures.READ["tells"]], defined) == [measures.READ["tells"]]


def test_the_printed_page_on_a_screen_is_accessible(
    printed: Printed, board: Board, school: School, chart: Any
) -> None:
    sixty_points(school, chart)
    printed("measure1")
    board.page.emulate_media(media="screen")
    assert axe_violations(board.page, "body") == []
    picture = board.page.get_by_role("img", name="Rounds done")
    expect(picture).to_be_visible()
    for width in (1280, 320):
        board.page.set_viewport_size({"width": width, "height": 800})
        assert board.overflow() == 0


def open_chart(board: Board, school: School, chart: Any) -> Page:
    sixty_points(school, chart)
    board.page.goto(measures.unit_url(school, chart))
    board.page.locator(".measure-card").first.click()
    return board.page


def test_the_svg_opens_alone_with_its_words(board: Board, school: School, chart: Any, tmp_path: Path) -> None:
    page = open_chart(board, school, chart)
    with page.expect_download() as waiting:
        board.button("Download SVG").click()
    path = tmp_path / "chart.svg"
    waiting.value.save_as(path)
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    said = root.findtext(f"{SVG}desc") or ""
    assert (root.findtext(f"{SVG}title"), root.get("role")) == ("Rounds done", "img")
    shown = " ".join(node.text or "" for node in root.iter(f"{SVG}tspan"))
    assert "Median" in said and shown == f"Rounds done {said}"
    alone = page.context.new_page()
    alone.goto(path.as_uri())
    assert alone.locator(".trace").evaluate("one => getComputedStyle(one).fill") == "none"


def test_the_png_is_twice_as_wide_and_has_the_sentence_in_it(board: Board, school: School, chart: Any) -> None:
    page = open_chart(board, school, chart)
    with page.expect_download() as waiting:
        board.button("Download PNG").click()
    content = waiting.value.path().read_bytes()
    size = tuple(int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    with page.expect_download() as waiting:
        board.button("Download SVG").click()
    root = ET.fromstring(waiting.value.path().read_text(encoding="utf-8"))
    assert size == (2 * int(root.get("width") or 0), 2 * int(root.get("height") or 0))


def test_the_sentence_is_copied(open_board: Callable[..., Board], school: School, chart: Any) -> None:
    sixty_points(school, chart)
    board = open_board(permissions=["clipboard-read", "clipboard-write"])
    board.page.locator(".measure-card").first.click()
    board.button("Copy the sentence").click()
    expect(board.page.get_by_role("status").filter(has_text="The sentence is copied.")).to_be_visible()
    text = board.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Rounds done: ") and "Median" in text
