"""The driver diagram in Chromium: four ways to draw the same, the keyboard, every state with axe, paper, the thread."""

import io
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from demo.testing import add_block, call
from qi_project import api
from tests.e2e.diagram import DRAWN, HOST, LIST, Diagram, many, told
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School

OpenDiagram = Callable[..., Diagram]


@pytest.fixture
def open_diagram(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> OpenDiagram:
    unit = add_block(school.course, "vertical", {"display_name": "Theory"}, name="theory")
    add_block(school.course, "qi_driver_diagram", {"display_name": "Your theory"}, parent=unit, name="diagram")

    def open_one(width: int = 1280, **options: Any) -> Diagram:
        context = open_context(viewport={"width": width, "height": 900}, **options)
        sign_in(context, school.learner)
        page = context.new_page()
        page.goto(f"{school.site}/xblock/{unit}")
        return Diagram(page)

    return open_one


@pytest.fixture
def drawn(school: School) -> Callable[[], Any]:
    return lambda: told(api.find(school.learner.pk, "diagram").document or {"nodes": [], "links": []})


def paste(diagram: Diagram, text: str = LIST) -> None:
    diagram.button("Paste a list").click()
    diagram.page.get_by_label("Paste an indented list, or columns from a spreadsheet").fill(text)
    diagram.page.get_by_role("button", name="Add these lines").click()
    expect(diagram.page.locator(".line").first).to_be_visible()


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
    diagram.press("Home", "ArrowUp", "Home", "ArrowUp", "Escape", *["Tab"] * 7, "Enter", "Tab")
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
    paste(diagram)


def by_drag(diagram: Diagram) -> None:
    """Everything begins as a primary driver, and is dragged to where it belongs."""
    diagram.button("Write the first driver").click()
    for place, text in enumerate(("Ask at handover", "Bells in reach", "Bedside card for one person", "Timely help", "On arrival", "Knowing who is at risk")):
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


def drag(diagram: Diagram, text: str, onto: str, down: float) -> None:
    head = "xpath=ancestor::div[contains(@class, 'line-head')]"
    handle = diagram.line(text).locator(head).locator(".handle")
    handle.scroll_into_view_if_needed()
    at, to = handle.bounding_box(), diagram.line(onto).locator(head).bounding_box()
    assert at and to
    mouse = diagram.page.mouse
    mouse.move(at["x"] + 8, at["y"] + 12)
    mouse.down()
    mouse.move(to["x"] + 60, to["y"] + to["height"] * down, steps=4)
    mouse.up()


@pytest.mark.parametrize("draw", [by_keyboard, by_buttons, by_paste, by_drag], ids=lambda way: way.__name__)
def test_four_ways_to_draw_make_the_same_diagram(open_diagram: OpenDiagram, drawn: Callable[[], Any], draw: Any) -> None:
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


def test_tab_goes_through_the_list_and_changes_levels_only_while_one_types(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram()
    paste(diagram)
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
    diagram.press("Escape", "Tab")
    assert diagram.page.evaluate(focused) == "do-add"


def test_undo_goes_back_through_the_aim_and_the_diagram_in_order(open_diagram: OpenDiagram, school: School) -> None:
    diagram = open_diagram()
    paste(diagram)
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


def states(diagram: Diagram) -> Any:
    """Every state one after the other; names it when the page is in it."""
    yield "empty"
    diagram.button("Paste a list").click()
    yield "pasting"
    diagram.button("Paste a list").click()
    diagram.view("Notes")
    yield "no notes"
    diagram.view("List")
    paste(diagram, LIST + "Introduce a huddle on every ward in the house\n" + "Q" * 290)
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
    for view in ("Aim", "Notes", "Picture", "Effort and impact"):
        diagram.view(view)
        yield view
    diagram.view("Picture")
    if diagram.page.locator("#picture").count():
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


@pytest.mark.parametrize(("width", "locale"), [(1280, "en-GB"), (360, "en-GB"), (320, "en-GB"), (1280, "ar"), (360, "ar")])
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
    paste(diagram)
    boxes = f"document.querySelector('{HOST}').shadowRoot.querySelector('.outline').innerText"
    height = f"document.querySelector('{HOST}').shadowRoot.querySelector('.outline').offsetHeight"
    before = (diagram.page.evaluate(boxes), diagram.page.evaluate(height))
    rude = "* { font: 40px/3 cursive !important; margin: 9px; text-transform: uppercase; letter-spacing: 9px; color: red }"
    diagram.page.add_style_tag(content=rude.replace(" !important", "") + " textarea, button, ol, li { padding: 50px !important }")
    assert (diagram.page.evaluate(boxes), diagram.page.evaluate(height)) == before


@pytest.mark.parametrize(("paper", "size", "lines"), [("a4", (842, 595), 13), ("a4", (842, 595), 60), ("a3", (1191, 842), 60)])
def test_a_diagram_is_one_page_with_nothing_cut_off(
    open_diagram: OpenDiagram, school: School, paper: str, size: tuple[int, int], lines: int
) -> None:
    diagram = open_diagram()
    paste(diagram, many(lines))
    diagram.wait_until_saved()
    diagram.view("Picture")
    page = diagram.page
    address = page.get_by_role("link", name=f"Print on {paper.upper()}").get_attribute("href")
    page.goto(f"{school.site}{address}")
    expect(page.locator("#picture svg")).to_be_visible()
    page.emulate_media(media="print")
    (sheet,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size
    printed = "".join(unicodedata.normalize("NFKC", sheet.extract_text()).split())
    wanted = [line.strip() for line in many(lines).splitlines()]
    assert [line for line in wanted if "".join(line.split()) not in printed] == []
    outside = """() => { const room = document.querySelector("#picture svg").getBoundingClientRect();
      return [...document.querySelectorAll("#picture text, #picture rect")].filter((one) => { const box = one.getBoundingClientRect();
        return box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1; }).length }"""
    assert page.evaluate(outside) == 0


def test_the_files_hold_what_was_drawn(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram()
    paste(diagram, "Timely <b>\n  =SUM(A1)")
    diagram.view("Picture")
    found = {}
    for kind in ("SVG", "PNG", "CSV"):
        with diagram.page.expect_download() as waiting:
            diagram.button(f"Download {kind}").click()
        found[kind] = waiting.value.path().read_bytes()
    with diagram.page.expect_download() as waiting:
        diagram.button("Download as text").click()
    assert found["SVG"].startswith(b"<svg") and b"Timely &lt;b&gt;" in found["SVG"] and b"<desc>" in found["SVG"]
    assert found["PNG"].startswith(b"\x89PNG")
    assert found["CSV"].decode().splitlines()[2].startswith('"Secondary driver","\'=SUM(A1)","Timely <b>"')
    assert waiting.value.path().read_text(encoding="utf-8") == "Timely <b>\n\t=SUM(A1)"


def test_the_whole_thread_from_a_starter_to_an_adopted_idea(open_diagram: OpenDiagram, school: School) -> None:
    diagram = open_diagram()
    diagram.button("Use a ready-made diagram").click()
    falls = diagram.page.get_by_role("listitem").filter(has_text="Fewer falls on a ward or in a care home")
    falls.get_by_role("button", name="Add to my diagram").click()
    diagram.view("Notes")
    diagram.page.get_by_label("A change idea").fill("Bell in reach, checked at handover")
    diagram.button("Add").click()
    diagram.view("List")
    diagram.line("Bell in reach, checked at handover").click()
    diagram.button("Links and details").click()
    diagram.page.get_by_label("Affects one more driver").select_option(index=1)
    diagram.button("Add this link").click()
    diagram.button("Start a PDSA cycle").click()
    way = diagram.page.get_by_role("link", name="Open the planner (new tab)")
    expect(way).to_have_attribute("href", f"/courses/{school.course.key}/jump_to/{school.planner}")
    adopt(Planner(planner_page(diagram.page, school)))
    diagram.page.reload()
    expect(diagram.page.get_by_text("Adopted").first).to_be_visible()
    number, *_ = api.cycles_of(school.learner.pk)
    assert (number.title, number.decision) == ("Bell in reach, checked at handover", "adopt")
    rename(diagram)
    eventually(lambda: api.cycles_of(school.learner.pk)[0].title, "Bell in reach")
    assert api.cycles_of(school.learner.pk)[0].title == "Bell in reach"


def planner_page(page: Page, school: School) -> Page:
    other = page.context.new_page()
    other.goto(school.unit_url)
    return other


def adopt(planner: Planner) -> None:
    planner.page.get_by_role("button", name="Carry on").click()
    expect(planner.page.get_by_text("From your driver diagram")).to_be_visible()
    planner.page.get_by_role("button", name="Questions and predictions", exact=True).click()
    planner.page.get_by_role("button", name="Add another question").click()
    planner.write({"We predict": "9 in 10 will be in reach"})
    planner.step("Do").click()
    planner.page.get_by_role("button", name="Start Do").click()
    planner.step("Act").click()
    planner.page.get_by_role("radio", name="Adopt").check()
    expect(planner.state).to_contain_text("Saved", timeout=15_000)


def rename(diagram: Diagram) -> None:
    diagram.line("Bell in reach, checked at handover").fill("Bell in reach")
    diagram.wait_until_saved()


def test_an_author_s_example_can_be_read_and_not_changed(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> None:
    unit = add_block(school.course, "vertical", {"display_name": "Read"}, name="read")
    fields = {"example": "outline", "outline": LIST, "display_name": "An example"}
    block = add_block(school.course, "qi_driver_diagram", fields, parent=unit, name="example")
    context = open_context()
    sign_in(context, school.learner)
    page = context.new_page()
    page.goto(f"{school.site}/xblock/{unit}")
    expect(page.locator("#picture svg text").filter(has_text="On arrival").first).to_be_visible()
    assert page.get_by_role("textbox").count() == 0
    assert axe_violations(page, HOST) == []
    assert call(block, "load", {}, school.learner).json["progress"] == 1.0
