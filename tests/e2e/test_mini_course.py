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
# of the cycle that the learner ran; the whole project prints from the last unit as soon as its home can
ON_PAPER = [story.IDEA, story.PREDICTION, story.HAPPENED, story.FOUND, story.LEARNED, story.REASON]


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
    assert lacking(printed(newcomer, "Try it, study it, decide", "Print all cycles")) == []


def printed(newcomer: Newcomer, unit: str, link: str) -> bytes:
    """As the learner's browser would save it: the page that opens in a new tab."""
    page = newcomer.page
    page.get_by_role("main").get_by_role("link", name=unit).click()
    newcomer.button("Your work").click()
    with page.expect_popup() as opened:
        newcomer.unit.get_by_role("link", name=link).click()
    opened.value.emulate_media(media="print")
    return opened.value.pdf(prefer_css_page_size=True)


def lacking(pdf: bytes) -> list[str]:
    """What somebody would miss on the paper."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    text = " ".join(normalize("NFKC", " ".join(pages)).split())
    return [words for words in ON_PAPER if words not in text]


def take_unit(newcomer: Newcomer) -> bool:
    newcomer.do()
    newcomer.read()
    newcomer.wait_for_the_tick()
    return newcomer.go_on()
