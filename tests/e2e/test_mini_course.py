"""A new learner takes the ready-made course from the front door to the printed project, by what the pages say."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from demo.models import Course
from demo.seeding import ready_courses
from demo.testing import make_person
from tests.e2e.newcomer import Newcomer

UNITS = 19


@pytest.fixture
def newcomer(live_server: Any, open_context: Callable[..., Any]) -> Newcomer:
    ready_courses.seed_courses()
    make_person("noor", enrolled_in=list(Course.objects.all()))
    page: Page = open_context().new_page()
    page.clock.install()
    page.goto(live_server.url)
    return Newcomer(page)


def test_a_new_learner_finishes_the_course_by_what_the_pages_say(newcomer: Newcomer) -> None:
    page = newcomer.page
    page.get_by_role("button", name="Continue as Noor").click()
    page.get_by_role("link", name="QI tools: from problem to ideas").click()
    page.get_by_role("link", name="Start: Start with what bothers you").click()
    taken = [newcomer.title]
    while take_unit(newcomer):
        taken.append(newcomer.title)
    assert len(taken) == UNITS
    expect(page.get_by_text(f"{UNITS} of {UNITS} units complete")).to_be_visible()


def take_unit(newcomer: Newcomer) -> bool:
    newcomer.do()
    newcomer.read()
    newcomer.wait_for_the_tick()
    return newcomer.go_on()
