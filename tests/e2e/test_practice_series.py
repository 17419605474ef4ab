"""A practice sheet with a series in Chromium: read it, answer, see the explanation, start again; and its settings."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from demo.models import Block
from demo.testing import add_block, make_person
from qi_project import api
from tests.e2e.looks import AXE, AXE_RUN, WIDER, axe_violations, overflow, too_small
from tests.e2e.planner import eventually
from tests.e2e.school import School

HOST = "qi-run-chart"
OpenPage = Callable[..., Page]


@pytest.fixture
def open_unit(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> Callable[..., Page]:
    def open_one(width: int = 1280, **fields: Any) -> Page:
        unit = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
        fields = {"display_name": "Read this chart", **fields}
        add_block(school.course, "qi_run_chart", fields, parent=unit, name="chart")
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
    """How many points are stored, and what was read; None before the first save."""
    usage_key = school.course.key.make_usage_key("qi_run_chart", "chart")
    document = api.find(school.learner.pk, "measures", practice_in=usage_key).document
    return document and [(len(one["points"]), one["reading"]["tells"]) for one in document["measures"]]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_series_is_read_answered_and_explained(open_unit: OpenPage, school: School, width: int) -> None:
    page = open_unit(width, work_on="practice", series="shift")
    expect(page.get_by_text("The baseline ends in week 13, before the trolley.")).to_be_visible()
    expect(page.locator(".chart-box > svg.chart")).to_be_visible()
    expect(page.get_by_text("Write what the chart tells you. Then")).to_be_visible()
    expect(page.get_by_text("Show the explanation")).to_have_count(0)
    assert (looks(page), kept_of(school)) == ([], None)
    page.get_by_label("What does this chart tell you?").fill("It is better, and it lasts.")
    page.get_by_text("Show the explanation").click()
    expect(page.get_by_text("every week lies above the old median")).to_be_visible()
    assert looks(page) == []
    page.get_by_label("What does it not tell you?").fill("Why.")
    expect(page.get_by_text("All done for this activity")).to_be_visible(timeout=15_000)
    eventually(lambda: kept_of(school), [(26, "It is better, and it lasts.")])
    page.reload()
    expect(page.get_by_label("What does this chart tell you?")).to_have_value("It is better, and it lasts.")


def test_starting_again_can_be_undone(open_unit: OpenPage, school: School) -> None:
    page = open_unit(work_on="practice", series="stable")
    page.get_by_label("What does this chart tell you?").fill("Nothing new")
    eventually(lambda: kept_of(school), [(24, "Nothing new")])
    button(page, "Start again from the series").click()
    expect(page.get_by_label("What does this chart tell you?")).to_have_value("")
    eventually(lambda: kept_of(school), [(24, "")])
    button(page, "Undo").click()
    expect(page.get_by_label("What does this chart tell you?")).to_have_value("Nothing new")


def test_a_series_that_was_deleted_can_be_brought_back(open_unit: OpenPage, school: School) -> None:
    page = open_unit(work_on="practice", series="stable")
    button(page, "Delete").click()
    button(page, "Delete this measure").click()
    expect(button(page, "Add my first measure")).to_be_visible()
    assert looks(page) == []
    eventually(lambda: kept_of(school), [])
    button(page, "Start again from the series").click()
    expect(page.get_by_role("heading", name="The question")).to_be_visible()
    eventually(lambda: kept_of(school), [(24, "")])


@pytest.mark.parametrize("width", [1280, 360])
def test_an_example_can_be_looked_at_before_the_first_measure(open_unit: OpenPage, width: int) -> None:
    page = open_unit(width)
    page.get_by_text("See an example").click()
    assert looks(page) == []
    with page.expect_popup() as opened:
        page.get_by_role("link", name="One very bad week in the laboratory").click()
    example = opened.value
    expect(example.get_by_text("An example. Try what you like: nothing is kept.")).to_be_visible()
    expect(example.locator("figcaption")).to_contain_text("outside the limits")
    example.get_by_label("What does this chart tell you?").fill("One bad week")
    example.get_by_text("Show the explanation").click()
    expect(example.get_by_text("Mend the printer")).to_be_visible()
    assert looks(example) == []


@pytest.fixture
def studio(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> Callable[[int], Page]:
    unit = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
    add_block(school.course, "qi_run_chart", {"display_name": "Read this chart"}, parent=unit, name="chart")

    def open_one(width: int) -> Page:
        context = open_context(viewport={"width": width, "height": 900})
        sign_in(context, make_person("farida", staff_of=[school.course]))
        page = context.new_page()
        page.goto(f"{school.site}/studio/unit/{unit}")
        button(page, "Edit").first.click()
        return page

    return open_one


@pytest.mark.parametrize("width", [1280, 360])
def test_an_author_pastes_a_series_and_is_told_which_row_is_wrong(
    studio: Callable[[int], Page], school: School, width: int
) -> None:
    page = studio(width)
    form = page.frame_locator("[data-editor] iframe")
    expect(form.get_by_label("Your series")).to_have_count(0)
    form.get_by_role("radio", name="A practice sheet").check()
    form.get_by_role("radio", name="My own series").check()
    form.get_by_label("Your series").fill("Week\tWaits\n03/02/2026\t31\n10/02/2026\tmany\n17/02/2026\t28\n")
    form.get_by_label("Name of the measure").fill("Waits in the clinic")
    form.get_by_label("Your question").fill("Is it *better*?")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("Your series: Row 3: “many” is not a number.")
    frame = next(one for one in page.frames if "action/edit" in one.url)
    assert form.locator(".qi-settings").evaluate(WIDER) == 0
    frame.add_script_tag(path=str(AXE))
    assert frame.evaluate(AXE_RUN, ".qi-settings") == []
    form.get_by_label("Your series").fill("Week\tWaits\n03/02/2026\t31\n10/02/2026\t\n17/02/2026\t28\n")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("[data-editor] iframe")).to_have_count(0)
    summary = page.frame_locator("iframe.block-frame")
    expect(summary.get_by_text("My own series")).to_be_visible()
    expect(summary.get_by_text("Waits in the clinic")).to_be_visible()
    fields = Block.objects.get(usage_key=school.course.key.make_usage_key("qi_run_chart", "chart")).fields
    assert (fields["series"], fields["own_series"].count("\n"), fields["own_question"]) == ("own", 4, "Is it *better*?")
