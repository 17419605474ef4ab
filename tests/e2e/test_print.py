"""The printed pages: how many sheets of A4, what is on them, and that nothing is cut off."""

import io
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.e2e import work
from tests.e2e.planner import Planner
from tests.e2e.school import School

A4_PT = (595, 842)
CLIPPED = """() => [...document.querySelectorAll("main *")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
  .map((one) => one.outerHTML.slice(0, 80))"""
ON_A_SHEET = [
    *("Comfort round, one nurse", "Offer a comfort round every two hours", "One shift or clinic", "Walk the bay"),
    *("Staff nurse", "Tuesday", "Bay 2", "Minutes per round", "Ward clerk", "Medicines may be late; stop if they are"),
    *("How long does one round take?", "About 10 minutes", "Why: We timed one last week", "14 minutes on average"),
    *("Did not match", "Four rounds done, one missed", "Relatives asked what it was", "Handover is the wrong moment"),
    *("Adapt", "It helps, but not at handover", "Start after handover", "2 Mar 2026"),
]


@pytest.fixture
def printed(school: School, planner: Planner) -> Any:
    """The pages of the PDF that a browser makes of a printable page."""
    work.save(school, work.ramp())

    def pages_of(suffix: str) -> list[PageObject]:
        page: Page = planner.page
        page.goto(f"{school.handlers}/printable/{suffix}")
        page.emulate_media(media="print")
        assert page.evaluate(CLIPPED) == []
        return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)

    return pages_of


def text_of(page: PageObject) -> str:
    """Ligatures as letters, line ends as blanks."""
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


def missing(texts: list[str], page: PageObject) -> list[str]:
    return [text for text in texts if text not in text_of(page)]


def test_one_cycle_is_one_sheet_with_all_its_texts(printed: Any) -> None:
    (sheet,) = printed("cycle2")
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4_PT
    assert missing(["Cycle 2: Comfort round, one nurse", *ON_A_SHEET], sheet) == []


def test_all_cycles_are_the_ramp_and_then_a_sheet_each(printed: Any) -> None:
    ramp, *sheets = printed("")
    steps = ["One patient or person", "One shift or clinic", "One week"]
    assert missing(["PDSA cycles", "Cycle 1", "Cycle 2", "Cycle 3", *steps], ramp) == []
    lacking = [missing([f"Cycle {n}:", f"Page {n + 1} / 4"], sheet) for n, sheet in enumerate(sheets, start=1)]
    assert lacking == [[], [], []]


def test_a_blank_sheet_is_one_sheet_with_lines(printed: Any) -> None:
    (sheet,) = printed("blank")
    labels = ["PDSA cycle", "Name (if you wish)", "Change idea", "We predict", "You found", "What happened?", "Why?"]
    assert missing(labels, sheet) == []
    assert missing(["Comfort round"], sheet) == ["Comfort round"]
