"""The planner where learners meet it: a course outline, a unit with an iframe, a tick beside the unit."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from demo.models import Block
from demo.testing import make_person
from tests.e2e import story
from tests.e2e.hands import Mouse
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School


@pytest.fixture
def visitor(school: School, open_context: Callable[..., Any]) -> Page:
    """Somebody on the front page, not signed in."""
    page: Page = open_context().new_page()
    page.goto(school.site)
    return page


def test_a_learner_comes_in_by_the_front_door_and_gets_the_tick(visitor: Page, completion: Any) -> None:
    visitor.get_by_role("button", name="Continue as Amara").click()
    visitor.get_by_role("link", name="Improvement", exact=True).click()
    visitor.get_by_role("main").get_by_role("listitem").get_by_role("link", name="A unit").click()
    state = visitor.locator("[data-unit-state]")
    expect(state).not_to_contain_text("Complete")
    planner = Planner(visitor, inside=visitor.frame_locator("iframe"))
    hand = Mouse(planner)
    for part in (story.plan, story.do, story.study, story.act):
        part(hand)
    planner.wait_until_saved()
    assert completion() == 1.0
    expect(state).to_contain_text("Complete")


def test_staff_who_look_as_a_learner_see_none_of_their_words(
    school: School, open_context: Callable[..., Any], sign_in: Callable[..., None], planner: Planner
) -> None:
    story.plan(Mouse(planner))
    planner.wait_until_saved()
    context = open_context()
    sign_in(context, make_person("farida", staff_of=[school.course]))
    page = context.new_page()
    page.goto(f"{school.site}/courses/{school.course.key}/")
    page.get_by_label("View this course as").select_option("amara")
    page.get_by_role("button", name="View", exact=True).click()
    page.goto(school.unit_url)
    told = Planner(page)
    expect(page.get_by_text("You are viewing the course as a learner. Their work is theirs")).to_be_visible()
    expect(told.state).to_have_text("Nothing is saved here")
    assert story.IDEA not in page.content()
    assert axe_violations(page, "qi-pdsa-planner") == []


@pytest.mark.parametrize("width", [1280, 360])
def test_the_form_of_an_author_is_accessible_and_says_what_is_wrong(
    school: School, open_context: Callable[..., Any], sign_in: Callable[..., None], width: int
) -> None:
    context = open_context(viewport={"width": width, "height": 740})
    sign_in(context, make_person("jo", staff_of=[school.course]))
    page = context.new_page()
    page.goto(f"{school.site}/studio/xblock/{school.planner}/action/edit")
    host = ".qi-settings"
    expect(page.get_by_label("Title")).to_have_value("Try something small")
    assert [*axe_violations(page, host), *overflow(page, host), *too_small(page, host)] == []
    page.get_by_label("How many cycles count").fill("11")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("How many cycles count")).to_have_attribute("aria-invalid", "true")
    assert [*axe_violations(page, host), *overflow(page, host), *too_small(page, host)] == []
    page.get_by_label("How many cycles count").fill("2")
    page.get_by_role("button", name="Save").click()
    assert eventually(lambda: Block.objects.get(usage_key=school.planner).fields.get("cycles"), 2) == 2
