"""A real Chromium in front of a real server: a course with one planner, new for each test."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from completion.models import BlockCompletion
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.test import Client
from opaque_keys.edx.keys import UsageKey
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from demo.testing import add_block, make_course, make_person
from qi_project import api
from tests.e2e import measures
from tests.e2e.board import Board
from tests.e2e.diagram import Diagram, told
from tests.e2e.planner import Planner
from tests.e2e.school import School

# Playwright's own loop runs in this thread; to Django that looks as if the tests were asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NO_CHROMIUM = "The browser tests need Chromium. On Debian or Ubuntu: apt-get install chromium"
QUIET_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
WIDE = {"width": 1280, "height": 900}

PATIENCE_MS = 10_000  # with other work on the machine
expect.set_options(timeout=PATIENCE_MS)

OpenContext = Callable[..., BrowserContext]
OpenPlanner = Callable[..., Planner]
OpenDiagram = Callable[..., Diagram]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def errors() -> Iterator[list[str]]:
    """What a page's scripts threw; nothing, or the test fails."""
    thrown: list[str] = []
    yield thrown
    assert not thrown


@pytest.fixture
def open_context(chromium: Browser, errors: list[str]) -> Iterator[OpenContext]:
    """A browser of its own, as on another computer; takes Playwright's options."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        context = chromium.new_context(**{"viewport": WIDE, "locale": "en-GB", **options})
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def school(live_server: Any) -> School:
    course = make_course()
    section = add_block(course, "chapter", {"display_name": "A section"}, name="section")
    unit = add_block(course, "vertical", {"display_name": "A unit"}, parent=section, name="unit")
    title = {"display_name": "Try something small"}
    planner = add_block(course, "qi_pdsa_planner", title, parent=unit, name="planner")
    learner = make_person("amara", enrolled_in=[course])
    return School(live_server.url, course, unit, planner, learner)


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[BrowserContext, User], None]:
    """In the whole browser, as a login page in any of its tabs would."""

    def enter(context: BrowserContext, user: User) -> None:
        client = Client()
        client.force_login(user)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    return enter


@pytest.fixture
def open_planner(
    school: School, open_context: OpenContext, sign_in: Callable[[BrowserContext, User], None]
) -> OpenPlanner:
    """The learner's unit page: in a new browser, or in another tab of `context`."""

    def open_one(context: BrowserContext | None = None, **options: Any) -> Planner:
        if context is None:
            context = open_context(**options)
            sign_in(context, school.learner)
        page: Page = context.new_page()
        page.clock.install()
        page.goto(school.unit_url)
        return Planner(page, hurries=True)

    return open_one


@pytest.fixture
def planner(open_planner: OpenPlanner) -> Planner:
    return open_planner()


@pytest.fixture
def stored(school: School) -> Callable[[], dict[str, Any] | None]:
    """The learner's document as it is in the database."""
    return lambda: api.find(school.learner.pk, "pdsa").document


@pytest.fixture
def completion(school: School) -> Callable[[], float | None]:
    """The platform's own record; None when there is none."""
    rows = BlockCompletion.objects.filter(user_id=school.learner.pk, block_key=school.planner)
    return lambda: rows.values_list("completion", flat=True).first()


@pytest.fixture
def chart(school: School) -> UsageKey:
    return measures.add_chart(school)


@pytest.fixture
def open_board(
    school: School, chart: UsageKey, open_context: OpenContext, sign_in: Callable[[BrowserContext, User], None]
) -> Callable[..., Board]:
    """The run chart as `open_planner` opens the planner."""

    def open_one(context: BrowserContext | None = None, **options: Any) -> Board:
        if context is None:
            context = open_context(**options)
            sign_in(context, school.learner)
        page: Page = context.new_page()
        page.clock.install()
        page.goto(measures.unit_url(school, chart))
        return Board(page, hurries=True)

    return open_one


@pytest.fixture
def open_diagram(
    school: School, open_context: OpenContext, sign_in: Callable[[BrowserContext, User], None]
) -> OpenDiagram:
    unit = add_block(school.course, "vertical", {"display_name": "Theory"}, name="theory")
    add_block(school.course, "qi_driver_diagram", {"display_name": "Your theory"}, parent=unit, name="diagram")

    def open_one(width: int = 1280, **options: Any) -> Diagram:
        context = open_context(viewport={"width": width, "height": 900}, **options)
        sign_in(context, school.learner)
        page = context.new_page()
        page.goto(f"{school.site}/xblock/{unit}")
        return Diagram(page)

    return open_one


@pytest.fixture
def drawn(school: School) -> Callable[[], Any]:
    return lambda: told(api.find(school.learner.pk, "diagram").document or {"nodes": [], "links": []})
