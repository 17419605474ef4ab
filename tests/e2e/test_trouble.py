"""What is typed is kept through trouble with the server, the network and the page itself."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.planner import Planner, eventually
from tests.e2e.school import School
from tests.e2e.trouble import HIDE, NO_CONNECTION, failing, wait_out_retries

Stored = Callable[[], dict[str, Any] | None]
FIRST, SECOND = "Offer water every hour", "Offer water every two hours"


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
    failed, answer = failing(times=3)
    begun.page.route(f"{school.handlers}/save_work*", answer)
    begun.write({"Change idea": SECOND})
    wait_out_retries(begun)
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
    with begun.page.expect_response(f"{school.handlers}/save_work*"):
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
