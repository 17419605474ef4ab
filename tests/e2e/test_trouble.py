"""What is typed is kept through trouble with the server, the network and the page itself."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School

Stored = Callable[[], dict[str, Any] | None]
NO_CONNECTION = "Not saved yet: no connection. We'll keep trying."
FIRST, SECOND = "Offer water every hour", "Offer water every two hours"
HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def idea_in(document: dict[str, Any] | None) -> str:
    assert document is not None
    idea: str = document["cycles"][0]["change_idea"]
    return idea


@pytest.fixture
def begun(planner: Planner) -> Planner:
    """A first cycle, saved."""
    planner.button("Plan my first cycle").click()
    planner.write({"Change idea": FIRST})
    planner.wait_until_saved()
    return planner


def test_three_errors_of_the_server_lose_nothing(begun: Planner, school: School, stored: Stored) -> None:
    failed: list[int] = []

    def fail_three_times(route: Route) -> None:
        if len(failed) == 3:
            return route.continue_()
        failed.append(500)
        return route.fulfill(status=500, content_type="text/html", body="<h1>Server Error (500)</h1>")

    begun.page.route(f"{school.handlers}/save_work", fail_three_times)
    begun.write({"Change idea": SECOND})
    for seconds in (2, 3, 5, 9):
        begun.page.clock.fast_forward(seconds * 1000)
        begun.page.wait_for_timeout(100)
    begun.wait_until_saved()
    assert failed == [500, 500, 500]
    assert idea_in(stored()) == SECOND


def test_a_minute_without_network_loses_nothing(begun: Planner, stored: Stored) -> None:
    begun.page.context.set_offline(True)
    begun.field("Change idea").press_sequentially(" and a half")
    begun.hurry()
    expect(begun.state).to_have_text(NO_CONNECTION)
    begun.page.clock.fast_forward(60_000)
    begun.field("Change idea").press_sequentially(", day and night")
    expect(begun.state).to_have_text(NO_CONNECTION)
    assert idea_in(stored()) == FIRST
    begun.page.context.set_offline(False)
    begun.wait_until_saved()
    assert idea_in(stored()) == f"{FIRST} and a half, day and night"


def test_hiding_the_page_right_after_typing_saves(begun: Planner, school: School, stored: Stored) -> None:
    with begun.page.expect_response(f"{school.handlers}/save_work"):
        begun.write({"Change idea": SECOND})
        begun.page.evaluate(HIDE)
    assert idea_in(stored()) == SECOND


def test_closing_the_page_right_after_typing_asks_and_saves(begun: Planner, stored: Stored) -> None:
    asked: list[str] = []
    begun.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    begun.write({"Change idea": SECOND})
    with begun.page.expect_event("close"):
        begun.page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    assert eventually(lambda: idea_in(stored()), SECOND) == SECOND
