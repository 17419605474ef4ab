"""The project's home in Chromium: from an empty page to a project with a way on, and a page that can be blanked."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from playwright.sync_api import APIResponse, BrowserContext, Locator, Page, Route, expect

from demo.testing import add_block, call
from qi_project import api
from tests.e2e.hands import Keyboard
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import eventually
from tests.e2e.school import School
from tests.e2e.tool import Tool

HOST = "qi-project"
AIM = {"What will be better?": "falls per 1,000 bed days", "For whom, or where?": "people on Ward 5"}
SENTENCE = "we will reduce falls per 1,000 bed days for people on Ward 5 from 6.2 to 4.0."
LONG = "A sentence that does not want to end, with a veryveryverylongword" * 4

OpenHome = Callable[..., Tool]


@pytest.fixture
def open_home(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[[BrowserContext, User], None]
) -> OpenHome:
    section = school.course.key.make_usage_key("chapter", "section")
    unit = add_block(school.course, "vertical", {"display_name": "Home"}, parent=section, name="home")
    add_block(school.course, "qi_project", {"display_name": "Your project"}, parent=unit, name="project")
    add_block(school.course, "qi_pdsa_planner", {"display_name": "On the same page"}, parent=unit, name="beside")

    def open_one(width: int = 1280, **options: Any) -> Tool:
        context = open_context(viewport={"width": width, "height": 900}, **options)
        sign_in(context, school.learner)
        page = context.new_page()
        page.goto(f"{school.site}/xblock/{unit}")
        return Tool(page, inside=page.locator(HOST))

    return open_one


def step(home: Tool) -> str:
    """The next small step, in its words."""
    return home.page.locator(".next .said").inner_text()


def take(home: Tool, name: str) -> Locator:
    """The button of the next small step."""
    return home.page.locator(".next").get_by_role("button", name=name)


def go(home: Tool, name: str) -> None:
    home.page.get_by_role("navigation", name="Pages of your project").get_by_role("button", name=name).click()


def write_the_aim(home: Tool) -> None:
    take(home, "Go to the aim").click()
    assert home.focused() == "f-aim-what"
    home.choice("Which way?", "Reduce").check()
    home.write(AIM)
    home.field("By when?").fill("2099-01-31")
    home.write({"Where is it now?": "6.2", "Where should it be?": "4.0"})
    expect(home.page.get_by_text(SENTENCE)).to_be_visible()
    home.button("Back to the overview").click()


def test_a_project_grows_and_the_next_step_with_it(open_home: OpenHome, school: School) -> None:
    home = open_home()
    assert step(home) == "Write your aim: what will be better, and for whom?"
    write_the_aim(home)
    expect(home.page.locator(".next")).to_contain_text("Say in two sentences why this matters")
    take(home, "Go to the charter").click()
    home.write({"Why does it matter?": "Somebody falls every other week."})
    go(home, "Overview")
    expect(home.page.locator(".next")).to_contain_text("Name three people or groups")
    add_somebody_by_keyboard(home)
    go(home, "Overview")
    expect(home.page.locator(".next")).to_contain_text("Plan a first test of a change")
    told = eventually(lambda: [one["involve"] for one in stored(school)["stakeholders"]], ["Ask two of them"])
    assert told == ["Ask two of them"]
    with home.page.context.expect_page() as opened:
        home.page.locator(".next").get_by_role("link", name="Open the PDSA planner (new tab)").click()
    expect(opened.value.frame_locator("iframe").get_by_role("button", name="Plan my first cycle")).to_be_visible()
    body = {"revision": 0, "document": {"schema": 2, "cycles": [{"id": "cycle001", "title": "One nurse"}]}}
    assert call(school.planner, "save_work", body, school.learner).status == 200
    home.page.bring_to_front()
    home.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(home.page.locator("#card-pdsa")).to_contain_text("1 planned")
    expect(home.page.locator(".next")).to_contain_text("A test is planned. On the day, start it")
    look_around_slowly(home)


def look_around_slowly(home: Tool) -> None:
    """What was judged before a save is not shown after it."""
    page = home.page
    held: list[tuple[Route, APIResponse]] = []
    page.route("**/look_around*", lambda route: held.append((route, route.fetch())))
    page.wait_for_timeout(2_000)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    go(home, "Charter")
    home.write({"Why does it matter?": ""})
    go(home, "Overview")
    expect(page.locator(".next")).to_contain_text("Say in two sentences why this matters")
    route, response = held[0]
    with page.expect_event("requestfinished"):
        route.fulfill(response=response)
    page.wait_for_timeout(200)
    assert step(home).startswith("Say in two sentences why this matters")


def stored(school: School) -> dict[str, Any]:
    return api.find(school.learner.pk, "project").document or {"stakeholders": []}


def add_somebody_by_keyboard(home: Tool) -> None:
    hand = Keyboard(home)
    hand.press(take(home, "Go to the people"))
    hand.press(home.button("Add a person or a group"))
    assert hand.landings == ["page-people", "f-stakeholders-0-name"]
    hand.write("Person (by role) or group", "Night staff")
    hand.pick("How much can they help or stop it?", "A little")
    hand.pick("How much does it touch them?", "A lot")
    hand.write("How will you involve them?", "Ask two of them")
    hand.press(home.button("Done"))
    assert hand.landings[-1].startswith("open-")
    expect(home.page.get_by_role("region", name="Who is where")).to_contain_text("Night staff")


def states(home: Tool) -> Iterator[str]:
    yield "nothing yet"
    write_the_aim(home)
    go(home, "Aim")
    yield "the aim"
    go(home, "Charter")
    home.page.get_by_text("Start from a ready-made charter").click()
    home.page.get_by_role("button", name=re.compile("Fill it in.*for a ward")).click()
    expect(home.page.get_by_text("There are still blanks in it").first).to_be_visible()
    home.write({"Why does it matter?": LONG})
    yield "a charter from a starter"
    go(home, "People")
    home.page.get_by_text("People to think of").click()
    home.button("Night shift").dblclick()
    assert home.focused() == "Night shift"
    expect(home.page.get_by_role("button", name=re.compile("Open ?: Night shift"))).to_have_count(1)
    home.button("Add a person or a group").click()
    home.write({"Person (by role) or group": LONG[:300]})
    home.choice("How much can they help or stop it?", "A lot").check()
    home.choice("How much does it touch them?", "A lot").check()
    yield "people"
    go(home, "Overview")
    yield "an overview"
    home.button("Hide my work").click()
    yield "hidden"


@pytest.mark.parametrize(("locale", "widths"), [("en-GB", (1280, 360, 320)), ("ar", (360,))])  # 320: 1280 at 400 %
def test_every_state_fits_and_axe_finds_nothing(open_home: OpenHome, locale: str, widths: tuple[int, ...]) -> None:
    home = open_home(locale=locale)
    page, faulty = home.page, {}
    for state in states(home):
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if faults := [*axe_violations(page, HOST), *overflow(page, HOST), *too_small(page, HOST)]:
                faulty[f"{state} at {width}"] = faults
    assert not faulty


def shown(page: Page) -> str:
    return page.locator("body").inner_text()


def test_hidden_work_stays_hidden_until_it_is_asked_for(open_home: OpenHome, school: School) -> None:
    body = {"revision": 0, "document": {"schema": 2, "aim": {"what": "Fewer falls"}}}
    home = open_home()
    project = school.course.key.make_usage_key("qi_project", "project")
    assert call(project, "save_work", body, school.learner).status == 200
    home.page.reload()
    expect(home.page.get_by_text("Fewer falls")).to_be_visible()
    home.button("Hide my work").click()
    assert home.focused() == "show"
    home.page.reload()
    expect(home.button("Show my work")).to_be_visible()
    assert "Fewer falls" not in shown(home.page) and "On the same page" not in shown(home.page)
    home.page.get_by_label("Hide it by itself").select_option("5")
    home.page.clock.install()
    home.page.reload()
    home.button("Show my work").click()
    expect(home.page.get_by_text("Fewer falls")).to_be_visible()
    home.page.clock.run_for(5 * 60_000 + 10_000)
    expect(home.button("Show my work")).to_be_visible()
    assert "Fewer falls" not in shown(home.page)
