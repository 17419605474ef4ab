"""The driver diagram in Chromium: four ways to draw the same, the keyboard, undo through the aim and the diagram."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from qi_project import api
from tests.e2e.diagram import DRAWN, Diagram, told
from tests.e2e.planner import eventually
from tests.e2e.school import School

OpenDiagram = Callable[..., Diagram]


def by_keyboard(diagram: Diagram) -> None:
    """From the address bar on, with nothing but keys."""
    for _ in range(20):
        diagram.press("Tab")
        if diagram.page.evaluate("document.activeElement.shadowRoot?.activeElement?.id") == "begin":
            break
    diagram.press("Enter")
    diagram.type("Knowing who is at risk")
    diagram.press("Enter", "Tab")
    diagram.type("On arrival")
    diagram.press("Enter", "Tab")
    diagram.type("Ask at handover")
    diagram.press("Enter")
    diagram.type("Bedside card for one person")
    diagram.press("Alt+ArrowUp", "Enter", "Shift+Tab", "Shift+Tab")
    diagram.type("Timely help")
    diagram.press("Enter", "Tab")
    diagram.type("Bells in reach")
    diagram.press("Home", "ArrowUp", "Home", "ArrowUp")
    expect(diagram.page.locator(".current textarea:focus")).to_have_value("Ask at handover")
    diagram.press("Escape", *["Tab"] * 7, "Enter", "Tab")
    for _ in range(6):
        if diagram.page.evaluate("document.activeElement.shadowRoot.activeElement.id") == "add-link":
            break
        diagram.press("Tab")
    diagram.keys.type("Primary driver: T")
    diagram.press("Tab", "Enter")


def by_buttons(diagram: Diagram) -> None:
    diagram.button("Write the first driver").click()
    diagram.type("Knowing who is at risk")
    for text, moves in (
        ("On arrival", ["Further right"]),
        ("Ask at handover", ["Further right"]),
        ("Bedside card for one person", ["Up"]),
        ("Timely help", ["Further left", "Further left"]),
        ("Bells in reach", ["Further right"]),
    ):
        diagram.button("Add below").click()
        diagram.type(text)
        for move in moves:
            diagram.button(move).click()


def by_paste(diagram: Diagram) -> None:
    diagram.paste()


MIXED = (
    "Ask at handover",
    "Bells in reach",
    "Bedside card for one person",
    "Timely help",
    "On arrival",
    "Knowing who is at risk",
)


def by_drag(diagram: Diagram) -> None:
    """Everything begins as a primary driver, and is dragged to where it belongs."""
    diagram.button("Write the first driver").click()
    for place, text in enumerate(MIXED):
        if place:
            diagram.button("Add a primary driver").click()
        diagram.type(text)
    for text, onto, down in (
        ("Knowing who is at risk", "Ask at handover", 0.2),
        ("On arrival", "Knowing who is at risk", 0.8),
        ("Bells in reach", "Timely help", 0.8),
        ("Bedside card for one person", "On arrival", 0.8),
        ("Ask at handover", "Bedside card for one person", 0.8),
    ):
        drag(diagram, text, onto, down)


def places(diagram: Diagram, text: str, onto: str) -> tuple[Any, Any]:
    """Where the handle of one line is, and where the other line."""
    head = "xpath=ancestor::div[contains(@class, 'line-head')]"
    handle = diagram.line(text).locator(head).locator(".handle")
    handle.scroll_into_view_if_needed()
    return handle.bounding_box(), diagram.line(onto).locator(head).bounding_box()


def drag(diagram: Diagram, text: str, onto: str, down: float) -> None:
    at, to = places(diagram, text, onto)
    mouse = diagram.page.mouse
    mouse.move(at["x"] + 8, at["y"] + 12)
    mouse.down()
    mouse.move(to["x"] + 60, to["y"] + to["height"] * down, steps=4)
    mouse.up()


@pytest.mark.parametrize("draw", [by_keyboard, by_buttons, by_paste, by_drag], ids=lambda way: way.__name__)
def test_four_ways_to_draw_make_the_same_diagram(
    open_diagram: OpenDiagram, drawn: Callable[[], Any], draw: Any
) -> None:
    diagram = open_diagram()
    draw(diagram)
    if draw is by_keyboard:
        diagram.press("Space")  # on the new link's "weak"
    else:
        diagram.line("Ask at handover").click()
        diagram.link_weakly("Timely help")
    assert eventually(drawn, DRAWN) == DRAWN
    assert diagram.page.locator(".line textarea[rows='1']").evaluate_all("all => all.map((one) => one.value)") == [
        text for _, text, _ in DRAWN
    ]


def test_a_finger_drags_by_the_handle_and_scrolls_everywhere_else(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram(360, has_touch=True, is_mobile=True)
    diagram.paste()
    at, to = places(diagram, "Bells in reach", "On arrival")
    finger = diagram.page.context.new_cdp_session(diagram.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    assert min(at["width"], at["height"]) >= 24
    touch("touchStart", (at["x"] + 8, at["y"] + 8))
    for part in (0.3, 0.6, 1):
        touch("touchMove", (at["x"] + 8, at["y"] + (to["y"] + to["height"] * 0.8 - at["y"]) * part))
    touch("touchEnd")
    expect(diagram.page.locator(".line textarea[rows='1']").nth(4)).to_have_value("Bells in reach")
    expect(diagram.page.locator(".line").nth(4)).to_have_attribute("data-level", "idea")
    actions = "all => all.map((one) => getComputedStyle(one).touchAction)"
    assert {*diagram.page.locator(".line textarea").evaluate_all(actions)} == {"auto"}


def test_tab_goes_through_the_list_and_changes_levels_only_while_one_types(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram()
    diagram.paste()
    levels = "all => all.map((one) => one.dataset.level)"
    before = diagram.page.locator(".line").evaluate_all(levels)
    focused = "document.activeElement.shadowRoot?.activeElement?.id ?? ''"
    diagram.page.locator("#view-list").focus()
    passed = []
    for _ in range(30):
        diagram.press("Tab")
        passed.append(diagram.page.evaluate(focused))
        if passed[-1] == "your-work":
            break
    assert any(one.endswith("-text") for one in passed) and passed[-1] == "your-work"
    assert diagram.page.locator(".line").evaluate_all(levels) == before
    diagram.line("Bells in reach").click()
    diagram.press("Tab")
    expect(diagram.page.locator(".line").last).to_have_attribute("data-level", "idea")
    # a line's buttons follow it by a frame, and till then those of the line before are still there
    expect(diagram.page.locator(".line").last.locator("#do-add")).to_be_visible()
    diagram.press("Escape", "Tab")
    assert diagram.page.evaluate(focused) == "do-add"


def test_undo_goes_back_through_the_aim_and_the_diagram_in_order(open_diagram: OpenDiagram, school: School) -> None:
    diagram = open_diagram()
    diagram.paste()
    diagram.view("Aim")
    diagram.page.get_by_label("For whom, or where?").fill("Ward 5")
    diagram.view("List")
    diagram.line("Timely help").click()
    diagram.button("Delete").click()
    diagram.page.get_by_role("button", name="Delete it with the 1 under it").click()
    expect(diagram.page.locator(".line")).to_have_count(4)
    for lines, aim in ((6, "Ward 5"), (6, ""), (0, "")):
        diagram.button("Undo").click()
        expect(diagram.page.locator(".line")).to_have_count(lines)
        diagram.view("Aim")
        expect(diagram.page.get_by_label("For whom, or where?")).to_have_value(aim)
        diagram.view("List")
    for _ in range(3):
        diagram.button("Redo").click()
    eventually(lambda: (api.find(school.learner.pk, "project").document or {}).get("aim", {}).get("for_whom"), "Ward 5")
    assert len(told(eventually(lambda: api.find(school.learner.pk, "diagram").document, None))) == 4
