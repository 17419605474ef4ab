"""The academy's pages in a real browser: axe, narrow screens, right to left, keyboard, and what moves by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from playwright.sync_api import Page, expect

from demo.seed import seed
from demo.seeding.courses import FIRST

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
COURSE = f"/courses/{FIRST.key}/"
BLOCK = FIRST.key.replace("course-v1", "block-v1") + "+type@{}+block@{}"
UNIT = f"{COURSE}unit/{BLOCK.format('vertical', '{}')}/"
STUDIO_UNIT = f"/studio/unit/{BLOCK.format('vertical', '{}')}/"
PAGES = {
    "": ["/"],
    "sam": ["/", "/courses/", COURSE],
    "amara": ["/courses/", COURSE, UNIT.format("welcome"), UNIT.format("run")],
    "farida": [COURSE, UNIT.format("plan"), "/studio/"],
    "jo": [f"/studio/course/{FIRST.key}/", STUDIO_UNIT.format("plan"), "/studio/library/"],
}
OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"

Visit = Callable[..., Page]


@pytest.fixture
def visit(live_server: Any, open_context: Callable[..., Any], sign_in: Callable[..., None]) -> Visit:
    """A page of the seeded academy, as somebody."""
    seed(ready_made=False)

    def go(username: str, path: str, **options: Any) -> Page:
        context = open_context(**options)
        if username:
            sign_in(context, User.objects.get(username=username))
        page: Page = context.new_page()
        page.goto(live_server.url + path)
        return page

    return go


def violations(page: Page) -> list[str]:
    """Of the page around the units; what is in a frame has its own tests, and its theme is rude on purpose."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("() => axe.run(document, { iframes: false })")["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def overflow(page: Page) -> int:
    return int(
        page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_page_is_accessible_and_fits(visit: Visit, viewport: dict[str, int]) -> None:
    for username, paths in PAGES.items():
        page = visit(username, "/", viewport=viewport)
        root = page.url.rstrip("/")
        for path in paths:
            page.goto(root + path)
            assert (path, overflow(page)) == (path, 0)
            page.evaluate(OPEN_ALL)
            assert (path, violations(page)) == (path, [])


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_sticks_out_right_to_left(visit: Visit, viewport: dict[str, int]) -> None:
    page = visit("jo", "/", viewport=viewport)
    page.get_by_label("Reading direction: left to right").click()
    page.get_by_role("button", name="Right to left").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    root = page.url.rstrip("/")
    for path in (
        "/",
        COURSE,
        UNIT.format("welcome"),
        f"/studio/course/{FIRST.key}/",
        STUDIO_UNIT.format("plan"),
    ):
        page.goto(root + path)
        assert (path, overflow(page)) == (path, 0)


def test_the_frame_is_as_high_as_its_unit(visit: Visit) -> None:
    page = visit("amara", UNIT.format("run"))
    page.frame_locator("iframe").get_by_text("Two short questions").first.wait_for()
    page.wait_for_timeout(300)
    content = page.frames[1].evaluate("() => document.getElementById('content').offsetHeight")
    frame = page.locator("iframe").evaluate("(frame) => frame.offsetHeight")
    assert 0 <= frame - content <= 4


def test_a_tick_and_the_activity_come_by_themselves(visit: Visit, settings: Any) -> None:
    settings.COMPLETION_BY_VIEWING_DELAY_MS = 200
    page = visit("tom", UNIT.format("small"))
    page.get_by_role("button", name="Activity").click()
    expect(page.get_by_role("heading", name="Activity")).to_be_focused()
    panel = page.get_by_role("complementary", name="Activity")
    expect(panel.get_by_text("Why so small?")).to_be_visible()
    expect(panel.locator(".events .new").first).to_contain_text("block_completion.changed")
    expect(page.locator("[data-unit-state]")).to_have_text("Complete")
    assert violations(page) == []
    panel.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Activity")).to_be_focused()


def test_the_live_region_is_silent_until_it_is_asked_for(visit: Visit) -> None:
    page = visit("tom", UNIT.format("welcome"))
    page.get_by_role("button", name="Activity").click()
    announcer = page.locator("[data-announcer]")
    expect(announcer).to_have_attribute("aria-live", "off")
    page.get_by_label("Read new events aloud").check()
    expect(announcer).to_have_attribute("aria-live", "polite")


def test_one_becomes_somebody_else_by_keyboard(visit: Visit) -> None:
    page = visit("", "/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    summary = page.locator("summary", has_text="Visitor")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Amara")


def test_an_author_edits_publishes_and_the_learner_sees_it(visit: Visit) -> None:
    page = visit("jo", STUDIO_UNIT.format("welcome"))
    page.get_by_role("button", name="Edit").click()
    editor = page.frame_locator("[data-editor] iframe")
    editor.get_by_label("Text, as HTML").fill("<p>Good to have you here.</p>")
    assert violations(page) == []
    editor.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Learners see the version before your changes.")).to_be_visible()
    learner = visit("tom", UNIT.format("welcome"))
    expect(learner.frame_locator("iframe").get_by_text("Somewhere in your week")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published. Learners see this version now.")).to_be_visible()
    learner.reload()
    expect(learner.frame_locator("iframe").get_by_text("Good to have you here.")).to_be_visible()


def test_an_author_sets_up_a_new_planner(visit: Visit) -> None:
    page = visit("jo", STUDIO_UNIT.format("after"))
    page.get_by_role("button", name="QI: PDSA planner").click()
    expect(page.locator(".block")).to_have_count(2)
    page.wait_for_load_state()  # a button does nothing before its script is there
    page.locator(".block").nth(1).get_by_role("button", name="Edit").click()
    editor = page.frame_locator("[data-editor] iframe")
    editor.get_by_label("Title").fill("One more cycle")
    editor.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="One more cycle", level=2)).to_be_visible()
    page.wait_for_load_state()
    page.locator(".block").nth(1).get_by_role("button", name="Edit").click()
    editor.get_by_role("button", name="Cancel").click()
    expect(page.locator("[data-editor] iframe")).to_have_count(0)
