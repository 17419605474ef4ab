"""The run chart in Chromium: define, paste, freeze, read, undo; by touch width, and with axe on every page."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from demo.testing import add_block
from qi_project import api
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import eventually
from tests.e2e.school import School

HOST = "qi-run-chart"
LOW, HIGH = 40, 70
WEEKS = [f"{day:02d}/{month:02d}/2026" for month in (8, 9, 10) for day in (1, 8, 15, 22)]
# as a spreadsheet puts it on the clipboard: tabs, a heading, a cell in quotes with a line break
PASTED = 'Week\tDone\tPlanned\tNote\n01/07/2026\t16\t40\t"Staff\nmeeting"\n' + "".join(
    f"{week}\t{LOW if place < 6 else HIGH}\t100\t\n" for place, week in enumerate(WEEKS)
)


@pytest.fixture
def board(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> Callable[..., Page]:
    unit = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
    add_block(school.course, "qi_run_chart", {"display_name": "Is it better?"}, parent=unit, name="chart")

    def open_one(width: int) -> Page:
        context = open_context(viewport={"width": width, "height": 900})
        sign_in(context, school.learner)
        page = context.new_page()
        page.goto(f"{school.site}/xblock/{unit}")
        return page

    return open_one


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


def looks(page: Page) -> list[str]:
    return [*axe_violations(page, HOST), *too_small(page, HOST), *overflow(page, HOST)]


def kept_of(school: School) -> Any:
    """Points, whether a baseline is marked, and the reading, as they are in the database."""
    document = api.find(school.learner.pk, "measures").document
    (measure,) = document["measures"] if document else [{}]
    return (len(measure.get("points", [])), measure.get("baseline_until") is not None, measure.get("reading", {}))


@pytest.mark.parametrize("width", [1280, 360])
def test_a_measure_from_its_name_to_a_frozen_baseline(board: Callable[..., Page], school: School, width: int) -> None:
    page = board(width)
    found = looks(page)
    button(page, "Add my first measure").click()
    page.get_by_label("Name of the measure").fill("Rounds done")
    page.get_by_role("radio", name="Process").check()
    page.get_by_role("radio", name="%", exact=True).check()
    page.get_by_role("radio", name="Up", exact=True).check()
    found += looks(page)
    button(page, "Data").click()
    page.get_by_label("Paste from a spreadsheet").fill(PASTED)
    button(page, "Read it").click()
    expect(page.get_by_text("Rows understood: 13. Rows with a problem: 0.").first).to_be_visible()
    found += looks(page)
    button(page, "Use these rows").click()
    found += looks(page)
    button(page, "Chart").click()
    page.locator("#chart-box").focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("status").filter(has_text="40 %")).to_contain_text("Staff meeting")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    button(page, "End the baseline here").click()
    expect(page.locator("figcaption")).to_contain_text("Median 40", timeout=15_000)
    found += looks(page)
    button(page, "What it tells").click()
    page.get_by_label("What does this chart tell you?").fill("More rounds since autumn.")
    found += looks(page)
    assert found == []
    eventually(lambda: kept_of(school), (13, True, {"tells": "More rounds since autumn.", "does_not": ""}))


def test_undo_takes_pasted_rows_back_and_drafts_stay(board: Callable[..., Page]) -> None:
    page = board(1280)
    button(page, "Add my first measure").click()
    button(page, "Data").click()
    page.get_by_label("Paste from a spreadsheet").fill("2026-11-01\t4\n2026-11-02\t5\n2026-11-03\tmany\n")
    button(page, "Read it").click()
    expect(page.get_by_text("Row 3: this is not a number “many”")).to_be_visible()
    button(page, "Use these rows").click()
    expect(page.get_by_role("row")).to_have_count(3)
    button(page, "Undo").click()
    expect(page.get_by_text("No data yet.")).to_be_visible()
    button(page, "Redo").click()
    days = page.locator(".points input[type=date]")
    days.last.fill("2026-11-09")
    expect(days.last).to_be_focused()
    expect(days.last).to_have_value("2026-11-09")  # its row stays where it is while somebody works in it
    expect(button(page, "Undo this")).to_have_count(0)  # that would take back the date, not the rows
    cell = page.locator(".points input[type=number]").first
    cell.fill("")
    cell.press_sequentially("-0.5")
    expect(cell).to_have_value("-0.5")
    page.get_by_label("Paste from a spreadsheet").press_sequentially("8")
    page.keyboard.press("Control+z")
    expect(days.last).to_have_value("2026-11-09")
    page.get_by_label("Value", exact=True).fill("12")
    button(page, "Chart").click()
    button(page, "Data").click()
    expect(days.first).to_have_value("2026-11-09")
    expect(page.get_by_label("Value", exact=True)).to_have_value("12")


def test_the_picture_leaves_as_a_file_with_its_words(board: Callable[..., Page]) -> None:
    page = board(1280)
    button(page, "Add my first measure").click()
    page.get_by_label("Name of the measure").fill("Waits <b>")
    button(page, "Data").click()
    page.get_by_label("Value", exact=True).fill("12")
    button(page, "Add").click()
    button(page, "Chart").click()
    with page.expect_download() as waiting:
        button(page, "Download SVG").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "Waits-b-.svg"
    assert text.startswith("<svg") and "<title>Waits &lt;b&gt;</title>" in text and "<desc>" in text
    with page.expect_download() as waiting:
        button(page, "Download PNG").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
