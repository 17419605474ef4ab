"""Every state of the driver diagram: wide, narrow, zoomed, right to left, on a hostile page; and a worked example."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from demo.testing import add_block, call
from tests.e2e.diagram import HOST, LIST, Diagram
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.school import School

OpenDiagram = Callable[..., Diagram]


def states(diagram: Diagram) -> Any:
    """Every state one after the other; names it when the page is in it."""
    yield "empty"
    diagram.button("Paste a list").click()
    yield "pasting"
    diagram.button("Paste a list").click()
    diagram.view("Notes")
    yield "no notes"
    diagram.view("List")
    diagram.paste(LIST + "Introduce a huddle on every ward in the house\n" + "Q" * 290)
    diagram.line("On arrival").click()
    diagram.button("Links and details").click()
    yield "details of a driver"
    diagram.line("Ask at handover").click()
    diagram.link_weakly("Timely help")
    yield "details of an idea"
    diagram.button("Delete").click()
    yield "asked whether to delete"
    diagram.button("Keep it").click()
    diagram.line("Timely help").click()
    diagram.button("Further left").click()
    yield "refused"
    yield from views(diagram)


def views(diagram: Diagram) -> Any:
    for view in ("Aim", "Notes", "Picture", "Effort and impact"):
        diagram.view(view)
        yield view
    diagram.view("Picture")
    if diagram.page.evaluate("innerWidth") > 700:
        diagram.page.locator("#picture").focus()
        diagram.press("ArrowDown", "ArrowRight")
    yield "a chain"
    diagram.view("List")
    diagram.line("Bells in reach").fill("Ring 07700 900123")
    expect(diagram.page.get_by_text("Could this identify someone?")).to_be_visible(timeout=15_000)
    yield "a warning"
    diagram.line("Ring 07700 900123").fill("943 476 5919")
    expect(diagram.state).to_contain_text("something needs your attention")
    yield "a problem"


SCREENS = [(1280, "en-GB"), (360, "en-GB"), (320, "en-GB"), (1280, "ar"), (360, "ar")]  # 320: 1280 at 400 %


@pytest.mark.parametrize(("width", "locale"), SCREENS)
def test_every_state_fits_and_axe_finds_nothing(open_diagram: OpenDiagram, width: int, locale: str) -> None:
    diagram = open_diagram(width, locale=locale)
    page, faulty = diagram.page, {}
    for state in states(diagram):
        faults = [*axe_violations(page, HOST), *too_small(page, HOST), *overflow(page, HOST)]
        if faults:
            faulty[state] = faults
    assert faulty == {}


def test_a_hostile_page_changes_nothing(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram()
    diagram.paste()
    boxes = f"document.querySelector('{HOST}').shadowRoot.querySelector('.outline').innerText"
    height = f"document.querySelector('{HOST}').shadowRoot.querySelector('.outline').offsetHeight"
    before = (diagram.page.evaluate(boxes), diagram.page.evaluate(height))
    rude = "* { font: 40px/3 cursive; margin: 9px; text-transform: uppercase; letter-spacing: 9px; color: red }"
    ruder = "textarea, button, ol, li { padding: 50px !important }"
    diagram.page.add_style_tag(content=f"{rude} {ruder}")
    assert (diagram.page.evaluate(boxes), diagram.page.evaluate(height)) == before


def test_an_author_s_example_can_be_read_and_not_changed(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> None:
    unit = add_block(school.course, "vertical", {"display_name": "Read"}, name="read")
    fields = {"example": "outline", "outline": f"Aim: Fewer falls by May\n{LIST}", "display_name": "An example"}
    block = add_block(school.course, "qi_driver_diagram", fields, parent=unit, name="example")
    context = open_context()
    sign_in(context, school.learner)
    page = context.new_page()
    page.goto(f"{school.site}/xblock/{unit}")
    expect(page.locator("#picture svg text").filter(has_text="On arrival").first).to_be_visible()
    expect(page.locator("#picture svg .aim text")).to_have_text("Fewer falls by May")
    assert page.get_by_role("textbox").count() == 0
    assert axe_violations(page, HOST) == []
    assert call(block, "load", {}, school.learner).json["progress"] == 1.0
