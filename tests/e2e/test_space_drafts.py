"""What somebody is writing in a space outlives another box, a reload and a lost answer, and is nobody else's to see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from playwright.sync_api import BrowserContext, Route, expect

from demo.testing import add_block, make_person
from qi_social_space.models import Post
from tests.e2e.school import School
from tests.e2e.talk import Talk
from tests.e2e.trouble import keeper


@pytest.fixture
def talk(school: School, open_context: Any, sign_in: Callable[[BrowserContext, User], None]) -> Talk:
    """Amara's page, with two posts of hers."""
    key = add_block(school.course, "qi_social_space", {"display_name": "Talk"}, name="talk")
    context = open_context()
    sign_in(context, school.learner)
    talk = Talk(context.new_page())
    talk.page.goto(f"{school.site}/xblock/{key}")
    talk.button("I'll keep to this").click()
    for words in ("The first", "The second"):
        talk.write(words)
        expect(talk.post(words)).to_be_visible()
    return talk


def begin(talk: Talk, to: str, words: str) -> None:
    talk.post(to).get_by_role("button", name="Reply").click()
    talk.page.get_by_label("Your reply").fill(words)


def test_a_reply_that_was_begun_waits_for_its_turn(talk: Talk) -> None:
    begin(talk, "The first", "Half a thought")
    begin(talk, "The second", "Another")
    talk.page.locator(".replies").get_by_role("button", name="Reply", exact=True).click()
    expect(talk.post("Another")).to_be_visible()
    talk.post("The first").get_by_role("button", name="Go on with your reply").click()
    expect(talk.page.get_by_label("Your reply")).to_have_value("Half a thought")
    talk.button("Cancel").click()
    expect(talk.post("The first").get_by_role("button", name="Reply", exact=False)).to_contain_text("Reply")
    expect(talk.page.get_by_role("button", name="Go on with your reply")).to_have_count(0)


def test_two_replies_on_their_way_at_once_both_arrive(talk: Talk) -> None:
    held: list[Route] = []
    talk.page.route("**/handler/write_post", keeper(held))
    for to, words in (("The first", "Slow"), ("The second", "Slower")):
        begin(talk, to, words)
        with talk.page.expect_request("**/handler/write_post"):
            talk.page.locator(".replies").get_by_role("button", name="Reply", exact=True).click()
    held[0].abort()
    held[1].continue_()
    talk.page.unroute("**/handler/write_post")
    expect(talk.post("Slower")).to_be_visible()
    slow = talk.page.locator("article", has_text="Slow").filter(has_not_text="Slower").last
    expect(slow).to_be_visible(timeout=15_000)
    assert sorted(Post.objects.exclude(thread=None).values_list("text", flat=True)) == ["Slow", "Slower"]


def test_a_reload_keeps_what_was_typed_but_no_nhs_number(talk: Talk) -> None:
    begin(talk, "The first", "Half a thought")
    talk.page.get_by_label("Your post").fill("A question")
    talk.page.on("dialog", lambda dialog: dialog.accept())
    talk.page.reload()
    expect(talk.page.get_by_label("Your post")).to_have_value("A question")
    talk.post("The first").get_by_role("button", name="Go on with your reply").click()
    expect(talk.page.get_by_label("Your reply")).to_have_value("Half a thought")
    talk.page.get_by_label("Your post").fill("It is 943 476 5919")
    talk.page.reload()
    expect(talk.page.get_by_label("Your post")).to_have_value("")
    assert "943" not in talk.page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")


def test_who_signs_in_after_finds_nothing(
    talk: Talk, school: School, sign_in: Callable[[BrowserContext, User], None]
) -> None:
    talk.page.get_by_label("Your post").fill("Amara's question")
    talk.page.on("dialog", lambda dialog: dialog.accept())
    sign_in(talk.page.context, make_person("tom", enrolled_in=[school.course]))
    talk.page.reload()
    talk.button("I'll keep to this").click()
    expect(talk.page.get_by_label("Your post")).to_have_value("")
    assert "Amara" not in talk.page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")


def test_what_was_changed_after_an_answer_was_lost(talk: Talk) -> None:
    """The server has the post, the browser does not know: the words that were put right since are not lost."""

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    talk.page.route("**/handler/write_post", lose_the_answer, times=1)
    talk.write("What we try")
    expect(talk.page.get_by_role("alert")).to_contain_text("no connection")
    talk.page.get_by_label("Your post").fill("What we will try")
    talk.button("Post").click()
    expect(talk.post("What we try")).to_be_visible()
    expect(talk.page.get_by_label("Your post")).to_have_value("What we will try")
    expect(talk.page.get_by_role("status")).to_contain_text("You had sent this before")
    talk.button("Post").click()
    expect(talk.post("What we will try")).to_be_visible()
    assert Post.objects.count() == 4
