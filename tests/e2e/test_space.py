"""Two learners and a facilitator in one space, each in a browser of their own."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from playwright.sync_api import BrowserContext, Page, Route, expect

from demo.testing import add_block, make_person
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.school import School
from tests.e2e.talk import HOST, Talk
from tests.e2e.trouble import keeper

NARROW = {"width": 360, "height": 780}
PHONE = {"viewport": NARROW, "has_touch": True}
SECOND = "**/qi_social_space_second.js"
OpenTalk = Callable[..., Talk]


@pytest.fixture
def space(school: School) -> str:
    settings = {"display_name": "Talk", "prompt": "What will you try?", "topics": "Falls"}
    key = add_block(school.course, "qi_social_space", settings, name="talk")
    return f"{school.site}/xblock/{key}"


@pytest.fixture
def people(school: School) -> dict[str, User]:
    farida = make_person("farida", enrolled_in=[school.course], staff_of=[school.course])
    return {"amara": school.learner, "tom": make_person("tom", enrolled_in=[school.course]), "farida": farida}


@pytest.fixture
def enter(
    space: str, people: dict[str, User], open_context: Any, sign_in: Callable[[BrowserContext, User], None]
) -> OpenTalk:
    """Somebody's page, the rules accepted unless told otherwise."""

    def one(name: str, *, accepts: bool = True, **options: Any) -> Talk:
        context = open_context(**options)
        sign_in(context, people[name])
        page: Page = context.new_page()
        page.goto(space)
        talk = Talk(page)
        if accepts:
            talk.button("I'll keep to this").click()
            page.get_by_label("Your post").wait_for()
        return talk

    return one


def sound(talk: Talk) -> None:
    assert axe_violations(talk.page, HOST) == []
    assert too_small(talk.page, HOST) == []
    assert overflow(talk.page, HOST) == []


def test_one_posts_another_answers_and_reports_and_the_facilitator_decides(enter: OpenTalk) -> None:
    amara, tom = enter("amara"), enter("tom")
    expect(tom.page.get_by_text("Nobody has written here yet.")).to_be_visible()
    amara.write("We will try **one** thing")
    expect(amara.post("one thing")).to_be_visible()
    expect(amara.page.get_by_label("Your post")).to_have_value("")
    tom.comes_back()
    tom.button("Show one new post").click()
    expect(tom.post("one thing")).to_be_visible()
    tom.act("one thing", "Me too")
    expect(tom.post("one thing").get_by_role("button", name="Me too 1")).to_have_attribute("aria-pressed", "true")
    tom.reply("one thing", "What would you count?")
    expect(tom.post("What would you count?")).to_be_visible()
    amara.comes_back()
    expect(amara.post("What would you count?")).to_be_visible()
    tom.act("one thing", "More")
    tom.button("Report").click()
    tom.button("A patient could be identified").click()
    expect(tom.page.get_by_text("This post is hidden while somebody looks at it.")).to_be_visible()
    amara.comes_back()
    expect(amara.page.get_by_text("Others cannot read this now.")).to_be_visible()
    farida = enter("farida")
    farida.button("Waiting for you (1)").click()
    expect(farida.page.get_by_text("A patient could be identified")).to_be_visible()
    farida.button("Show it again").click()
    expect(farida.page.get_by_text("Nothing is waiting.")).to_be_visible()
    tom.comes_back()
    expect(tom.post("one thing")).to_be_visible()
    for talk in (amara, tom, farida):
        sound(talk)


def go_to(talk: Talk, name: str, role: Any = "button") -> None:
    wanted = talk.page.get_by_role(role, name=re.compile(f"^{name}\\b")).first
    expect(wanted).to_be_visible()
    for _ in range(60):
        if wanted.evaluate("element => element.getRootNode().activeElement === element"):
            return
        talk.page.keyboard.press("Tab")
    raise AssertionError(f"{name} was not reached")


def press(talk: Talk, *names: str) -> None:
    for name in names:
        go_to(talk, name)
        talk.page.keyboard.press("Enter")


def write(talk: Talk, label: str, words: str, button: str) -> None:
    go_to(talk, label, "textbox")
    talk.page.keyboard.type(words)
    press(talk, button)


def test_with_the_keyboard_alone(enter: OpenTalk) -> None:
    amara, tom, farida = (enter(name, accepts=False) for name in ("amara", "tom", "farida"))
    press(amara, "I'll keep to this")
    expect(amara.page.get_by_label("Your post")).to_be_focused()
    write(amara, "Your post", "From the keyboard", "Post")
    expect(amara.post("From the keyboard")).to_be_focused()
    tom.page.reload()
    press(tom, "I'll keep to this")
    expect(tom.page.get_by_label("Your post")).to_be_focused()
    press(tom, "Me too", "Reply")
    expect(tom.page.get_by_label("Your reply")).to_be_focused()
    tom.page.keyboard.type("By keys, too")
    tom.page.keyboard.press("Tab")
    tom.page.keyboard.press("Enter")
    expect(tom.post("By keys, too")).to_be_focused()
    tom.page.evaluate("document.activeElement.blur()")
    press(tom, "More : amara", "Report", "A patient could be identified")
    expect(tom.page.get_by_text("This post is hidden while somebody looks at it.")).to_be_focused()
    farida.page.reload()
    press(farida, "Waiting for you", "Keep it hidden")
    write(farida, "A word to the writer", "Please leave the place out", "Keep it hidden")
    expect(farida.page.get_by_text("Nothing is waiting.")).to_be_visible()
    amara.comes_back()
    expect(amara.post("From the keyboard")).to_contain_text("Please leave the place out")
    amara.page.evaluate("document.activeElement.blur()")
    press(amara, "More", "Delete", "Yes, delete it")
    expect(amara.page.get_by_text("The writer deleted this post.")).to_be_focused()


@pytest.mark.parametrize("how", ["offline", "error", "signed out"])
def test_what_was_typed_stays_until_the_server_has_it(how: str, enter: OpenTalk) -> None:
    talk = enter("amara")
    context = talk.page.context
    cookies = context.cookies()
    if how == "offline":
        context.set_offline(True)
    elif how == "error":
        talk.page.route("**/handler/write_post", lambda route: route.fulfill(status=500, body="<html>"))
    else:
        context.clear_cookies(name="sessionid")
    talk.write("Not to be lost")
    words = "you are signed out" if how == "signed out" else "no connection"
    expect(talk.page.get_by_role("alert")).to_contain_text(words)
    expect(talk.page.get_by_label("Your post")).to_have_value("Not to be lost")
    sound(talk)
    context.set_offline(False)
    talk.page.unroute("**/handler/write_post")
    context.add_cookies([one for one in cookies if one["name"] == "sessionid"])  # type: ignore[misc]
    expect(talk.post("Not to be lost")).to_be_visible(timeout=20_000)
    expect(talk.page.get_by_label("Your post")).to_have_value("")


def test_an_nhs_number_stops_and_a_name_asks(enter: OpenTalk) -> None:
    talk = enter("amara")
    talk.write("It is 943 476 5919")
    expect(talk.page.get_by_text("This looks like an NHS number")).to_be_visible()
    talk.write("Mrs Baker liked it")
    expect(talk.page.get_by_text("Could this identify someone?")).to_be_visible()
    sound(talk)
    slow: list[Route] = []
    talk.page.route(SECOND, keeper(slow))
    with talk.page.expect_request(SECOND):
        talk.button("Preview").click()
    talk.button("It's safe, continue").click()
    slow.pop().continue_()
    expect(talk.page.get_by_role("region", name="This is what others will see")).to_contain_text("Mrs Baker liked it")
    expect(talk.page.get_by_text("Nobody has written here yet.")).to_be_visible()
    talk.button("Post").click()
    expect(talk.post("Mrs Baker liked it")).to_be_visible()


def test_on_a_phone_from_right_to_left_with_very_long_words(
    enter: OpenTalk, space: str, people: dict[str, User]
) -> None:
    tom = enter("tom", **PHONE)
    tom.write("Hippopotomonstrosesquipedaliophobia" * 9)
    tom.reply("Hippopotom", "An answer")
    expect(tom.post("An answer")).to_be_visible()
    tom.act("An answer", "More")
    sound(tom)
    tom.page.evaluate(f"document.querySelector('{HOST}').shadowRoot.querySelector('.qi').setAttribute('dir', 'rtl')")
    assert overflow(tom.page, HOST) == []


def test_a_link_leads_to_a_post_and_since_then_is_told(enter: OpenTalk, space: str, people: dict[str, User]) -> None:
    tom = enter("tom")
    tom.write("Look at this")
    expect(tom.post("Look at this")).to_be_visible()
    number = tom.post("Look at this").get_attribute("id").removeprefix("post-")  # type: ignore[union-attr]
    amara = enter("amara")
    amara.page.goto(f"{space}#qi-post-{number}")
    amara.page.reload()
    expect(amara.page.get_by_text("The post you were sent to")).to_be_visible()
    sound(amara)
