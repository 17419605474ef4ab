"""Two projects in Chromium: an old window, earlier versions, a file there and back, the whole on paper."""

import io
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect
from pypdf import PdfReader

from demo.testing import add_block, call
from qi_project import api
from tests.e2e import work
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner
from tests.e2e.school import School

HOST = "qi-project"
A4 = {(595, 842), (842, 595)}
CLIPPED = """() => [...document.querySelectorAll("main *")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && !one.closest("svg, .outline, .unseen")
    && getComputedStyle(one).display !== "inline")
  .map((one) => one.outerHTML.slice(0, 80))"""
AIM = {"what": "falls", "direction": "reduce", "for_whom": "Ward 5", "by_how_much": "4", "by_when": "2027-03-31"}
TREE = [
    {"id": "primary1", "level": "primary", "text": "Timely help"},
    {"id": "ideaaa01", "level": "idea", "text": "Bells in reach"},
]
OpenPlanner = Callable[..., Planner]


@pytest.fixture
def home(school: School) -> str:
    """The address of its unit. The first project has a planner with versions, an aim, a diagram and a measure."""
    unit = add_block(school.course, "vertical", {"display_name": "Home"}, name="home")
    project = add_block(school.course, "qi_project", {"display_name": "Your project"}, parent=unit, name="project")
    elsewhere = add_block(school.course, "vertical", {"display_name": "Tools"}, name="tools")
    diagram = add_block(school.course, "qi_driver_diagram", parent=elsewhere, name="diagram")
    chart = add_block(school.course, "qi_run_chart", parent=elsewhere, name="chart")
    work.save(school, work.ramp()[:1])
    work.save(school, work.ramp())
    points = [{"id": f"point{n:03}", "on": f"2026-03-{n + 1:02}", "value": n % 5} for n in range(20)]
    documents = {
        project: {"schema": 2, "aim": AIM, "charter": {"why": "People get hurt"}},
        diagram: {"schema": 1, "nodes": TREE, "links": [{"from": "ideaaa01", "to": "primary1"}]},
        chart: {"schema": 1, "measures": [{"id": "measure1", "name": "Falls per week", "points": points}]},
    }
    for block, document in documents.items():
        assert call(block, "save_work", {"revision": 0, "document": document}, school.learner).status == 200
    return f"{school.site}/xblock/{unit}"


def my_projects(page: Page) -> Locator:
    page.get_by_role("button", name="My projects", exact=True).click()
    listed = page.get_by_role("region", name="My projects").get_by_role("listitem")
    expect(listed.first).to_be_visible()
    return listed


def pressed(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def start(page: Page, title: str) -> None:
    my_projects(page)
    pressed(page, "Start a new project")
    page.get_by_label("What is it called?").fill(title)
    with page.expect_navigation():
        pressed(page, "Start and open it")


def cycles_of(school: School, project: int) -> list[Any]:
    return (api.find(school.learner.pk, "pdsa", project=project).document or {"cycles": []})["cycles"]


def looked_at(page: Page) -> list[str]:
    faults: list[str] = []
    for width in (1280, 360):
        page.set_viewport_size(ViewportSize(width=width, height=900))
        faults += axe_violations(page, HOST) + overflow(page, HOST) + too_small(page, HOST)
    page.set_viewport_size(ViewportSize(width=1280, height=900))
    return faults


def test_two_projects_and_nothing_gets_mixed_or_lost(
    school: School, home: str, open_planner: OpenPlanner, tmp_path: Path
) -> None:
    old = open_planner()
    falls = api.project_of(school.learner.pk).id  # type: ignore[union-attr]
    old.button("Carry on: Plan, cycle 3").click()
    page = old.page.context.new_page()
    page.goto(home)
    start(page, "Sepsis")
    assert looked_at(page) == []

    old.write({"A short title for this cycle": "Typed in the old window"})
    old.wait_until_saved()
    expect(old.page.get_by_text("In another window, “Sepsis” has been opened since.")).to_be_visible()
    sepsis = api.project_of(school.learner.pk).id  # type: ignore[union-attr]
    assert cycles_of(school, falls)[2]["title"] == "Typed in the old window"
    assert cycles_of(school, sepsis) == []

    expect(my_projects(page)).to_have_count(2)
    rename(page, "Sepsis", "Sepsis in A&E")
    with page.expect_navigation():
        pressed(page, "Open this one")
    go_back_to_an_earlier_version(page)
    assert len(cycles_of(school, falls)) == 1
    file = saved_and_brought_back(page, tmp_path)
    assert file["artefacts"][0]["document"]["cycles"] == work.ramp()[:1]
    assert [line.title for line in api.projects_of(school.learner.pk)] == ["", "", "Sepsis in A&E"]
    printed(page)


def rename(page: Page, title: str, new: str) -> None:
    """Undo in the field is the field's own, and the focus comes back to where the name was asked for."""
    page.get_by_role("button", name=re.compile(f"Rename ?: {title}$")).press("Enter")
    field = page.get_by_label("What is it called?")
    field.press("End")
    field.press_sequentially(" x")
    field.press("Control+z")
    assert page.get_by_label("What is it called?").input_value() == title
    field.fill(new)
    field.press("Enter")
    expect(page.get_by_role("button", name=re.compile(f"Rename ?: {new}$"))).to_be_focused()


def go_back_to_an_earlier_version(page: Page) -> None:
    my_projects(page)
    pressed(page, "Show earlier versions")
    page.get_by_label("Of which part?").select_option("PDSA planner")
    versions = page.get_by_role("list", name="Earlier versions").get_by_role("listitem")
    versions.first.get_by_role("button", name="What changed").click()
    change = page.get_by_role("group", name="What changed in this version")
    expect(change).to_contain_text("Added: Typed in the old window · Offer a comfort round every two hours")
    oldest = page.get_by_role("button", name="What changed").last
    oldest.click()
    page.get_by_role("button", name="Look at all of it").click()
    assert looked_at(page) == []
    page.get_by_role("button", name="Go back to this version").click()
    expect(page.get_by_text("You are back at the earlier version.")).to_be_visible()


def saved_and_brought_back(page: Page, folder: Path) -> Any:
    with page.expect_download() as started:
        page.get_by_role("link", name="Save as a file").click()
    path = folder / "project.json"
    started.value.save_as(path)
    (folder / "no.json").write_text('{"cycles": []}')
    page.get_by_label("Bring in a file…").set_input_files(folder / "no.json")
    expect(page.get_by_text("This is not a project file.")).to_be_visible()
    page.get_by_label("Bring in a file…").set_input_files(path)
    expect(page.get_by_text("has come in. It stands in the list above")).to_be_visible()
    return json.loads(path.read_text())


def printed(page: Page) -> None:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Print the whole project").click()
    paper = opened.value
    paper.wait_for_load_state()
    paper.emulate_media(media="print")
    assert paper.evaluate(CLIPPED) == []
    sheets = PdfReader(io.BytesIO(paper.pdf(prefer_css_page_size=True))).pages
    texts = [" ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets]
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == A4
    assert len(texts) == 5
    wanted = [
        ["Falls", "we will reduce falls for Ward 5 to 4.", "In this document"],
        ["Aim", "Why does it matter?", "People get hurt"],
        ["Driver diagram", "Timely help", "Bells in reach"],
        ["Measures", "Falls per week", "Median", "20 points", "20 Mar 2026"],
        ["PDSA cycles", "Cycle 1: Comfort round, one nurse", "About 10 minutes", "14 minutes on average", "Page 5 / 5"],
    ]
    assert [[text for text in expected if text not in sheet] for expected, sheet in zip(wanted, texts)] == [[]] * 5
