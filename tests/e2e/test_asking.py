"""A question to others about one's own work: in two clicks from the tool, seen before it is sent, taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from playwright.sync_api import BrowserContext, Page, expect

from demo.testing import add_block, call, make_person
from qi_project import api
from tests.e2e.diagram import Diagram
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School
from tests.e2e.talk import HOST, Talk

SHOWN = "This is what others will see"


@pytest.fixture(autouse=True)
def space(school: School) -> Any:
    key = add_block(school.course, "qi_social_space", {"display_name": "Talk"}, name="talk")
    assert call(key, "accept_rules", {}, school.learner).status == 200
    return key


def follow(page: Page) -> Talk:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Ask about this").click()
    return Talk(opened.value)


def aim_of(school: School) -> dict[str, Any]:
    return (api.find(school.learner.pk, "project").document or {"aim": {"what": "", "for_whom": ""}})["aim"]


def sound(talk: Talk) -> None:
    assert axe_violations(talk.page, HOST) == []
    assert too_small(talk.page, HOST) == []
    assert overflow(talk.page, HOST) == []


def test_a_cycle_that_has_just_been_typed_is_asked_about_in_two_clicks(
    open_planner: Callable[..., Planner],
    school: School,
    space: Any,
    open_context: Any,
    sign_in: Callable[[BrowserContext, User], None],
) -> None:
    planner = open_planner()
    planner.button("Plan my first cycle").click()
    planner.write({"Change idea": "Offer water at two set times"})
    talk = follow(planner.page)
    preview = talk.page.get_by_role("region", name=SHOWN)
    expect(preview).to_contain_text("Offer water at two set times")
    expect(talk.page.get_by_role("radio", name="What could go wrong?")).to_be_checked()
    sound(talk)
    talk.button("Post").click()
    expect(talk.post("Offer water")).to_contain_text("What could go wrong?")
    expect(preview).to_have_count(0)
    tom = open_context()
    sign_in(tom, make_person("tom", enrolled_in=[school.course]))
    seen = Talk(tom.new_page())
    seen.page.goto(f"{school.site}/xblock/{space}")
    expect(seen.post("Offer water at two set times")).to_contain_text("PDSA cycle")
    talk.act("Offer water", "More")
    talk.button("Take the copy of my work back").click()
    expect(talk.page.get_by_text("Nobody has written here yet.")).to_be_visible()


def test_what_has_changed_since_the_preview_is_shown_again_before_it_goes_out(
    open_diagram: Callable[..., Diagram], school: School
) -> None:
    diagram = open_diagram(width=360)
    diagram.view("Aim")
    diagram.page.get_by_label("What will be better?").fill("waiting for a bed")
    eventually(lambda: aim_of(school)["what"], "waiting for a bed")
    talk = follow(diagram.page)
    preview = talk.page.get_by_role("region", name=SHOWN)
    expect(preview).to_contain_text("we will change waiting for a bed")
    expect(talk.page.get_by_role("radio", name="Is my aim clear?")).to_be_checked()
    sound(talk)
    diagram.page.get_by_label("For whom, or where?").fill("everybody over 75")
    eventually(lambda: aim_of(school)["for_whom"], "everybody over 75")
    talk.button("Post").click()
    expect(preview).to_contain_text("everybody over 75")
    expect(talk.page.get_by_text("Not posted yet: your work has changed.").first).to_be_visible()
    talk.button("Post").click()
    expect(talk.post("everybody over 75")).to_contain_text("Is my aim clear?")
