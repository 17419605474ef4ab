"""A new learner takes the ready-made course from the front door to the printed project, by what the pages say."""

import io
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from demo.models import Course
from demo.seeding import ready_courses
from demo.testing import make_person
from tests.e2e import story
from tests.e2e.newcomer import Newcomer

UNITS = 19
ON_PAPER = [
    "we will increase people who have a drink in reach at three for people at the day centre",
    *("Cups come back full.", "People at the day centre, above all", "Kitchen helper"),
    *("Driver diagram", "Primary drivers", "Cups that come back empty", "The trolley at three"),
    *(story.IDEA, story.PREDICTION, story.HAPPENED, story.FOUND, story.LEARNED, story.REASON),
]


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
    page.get_by_role("main").get_by_role("link", name="Your project on paper").click()
    paper = printed(newcomer)
    assert [words for words in ON_PAPER if words not in paper] == []


def printed(newcomer: Newcomer) -> str:
    """The words of the PDF, as the learner's browser would save it."""
    newcomer.button("My projects").click()
    with newcomer.page.expect_popup() as opened:
        newcomer.unit.get_by_role("link", name="Print the whole project (new tab)").click()
    paper = opened.value
    expect(paper.locator("svg").first).to_be_visible()
    paper.emulate_media(media="print")
    pdf = paper.pdf(prefer_css_page_size=True)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(normalize("NFKC", " ".join(pages)).split())


def take_unit(newcomer: Newcomer) -> bool:
    newcomer.do()
    newcomer.read_until_the_tick()
    return newcomer.go_on()
