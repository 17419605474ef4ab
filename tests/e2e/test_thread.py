"""The whole thread: starter, edit, idea, PDSA cycle, Act; then the status of the idea and the pin of the chart."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from demo.testing import add_block
from qi_project import api
from tests.e2e.chart_page import save_waits
from tests.e2e.diagram import Diagram
from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School

OpenDiagram = Callable[..., Diagram]


def test_the_whole_thread_from_a_starter_to_an_adopted_idea(open_diagram: OpenDiagram, school: School) -> None:
    chart = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
    add_block(school.course, "qi_run_chart", {"display_name": "Is it better?"}, parent=chart, name="chart")
    save_waits(school)
    diagram = open_diagram()
    diagram.button("Use a ready-made diagram").click()
    falls = diagram.page.get_by_role("listitem").filter(has_text="Fewer falls on a ward or in a care home")
    falls.get_by_role("button", name="Add to my diagram").click()
    expect(diagram.page.locator(".line").first).to_be_visible()
    expect(diagram.page.get_by_text("Falls per 1,000 bed days", exact=True)).to_be_visible()
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
    assert pinned(diagram.page, f"{school.site}/xblock/{chart}").endswith("Bell in reach, checked at handover (Adopt)")
    rename(diagram)
    eventually(lambda: api.cycles_of(school.learner.pk)[0].title, "Bell in reach")
    assert api.cycles_of(school.learner.pk)[0].title == "Bell in reach"


def pinned(page: Page, address: str) -> str:
    """The cycle as the chart's page tells it."""
    other = page.context.new_page()
    other.goto(address)
    other.get_by_role("button", name="Waiting time").first.click()
    return other.locator(".event").inner_text()


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
