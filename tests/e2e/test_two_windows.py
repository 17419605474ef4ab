"""Two windows change one cycle: the second is offered both versions, and the other one is never lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.planner import Planner
from tests.e2e.trouble import CONFLICT

Stored = Callable[[], dict[str, Any] | None]
OpenPlanner = Callable[..., Planner]
STARTED, MINE, THEIRS = "Offer water", "Offer water every hour", "Offer tea every hour"


def idea_in(document: dict[str, Any] | None) -> str:
    assert document is not None
    idea: str = document["cycles"][0]["change_idea"]
    return idea


def panel(window: Planner) -> Locator:
    return window.page.get_by_role("region", name=CONFLICT)


@pytest.fixture
def late(open_planner: OpenPlanner, stored: Stored) -> Planner:
    """The window that saved second, and is asked."""
    first = open_planner()
    first.button("Plan my first cycle").click()
    first.write({"Change idea": STARTED})
    first.wait_until_saved()
    second = open_planner(first.page.context)
    second.button("Carry on: Plan, cycle 1").click()
    first.write({"Change idea": THEIRS})
    first.wait_until_saved()
    second.write({"Change idea": MINE})
    second.hurry()
    expect(panel(second)).to_be_visible()
    assert idea_in(stored()) == THEIRS
    return second


def test_the_second_window_sees_both_versions(late: Planner) -> None:
    expect(late.state).to_contain_text("Not saved yet: this was changed in another window.")
    difference = panel(late).get_by_role("listitem")
    expect(difference).to_have_count(1)
    expect(difference.get_by_role("heading")).to_have_text("Cycle 1: Change idea")
    expect(difference.get_by_role("paragraph")).to_have_text(
        ["In this window", MINE, "In the other window (saved)", THEIRS]
    )


def test_going_on_with_mine_keeps_theirs_under_earlier_versions(late: Planner, stored: Stored) -> None:
    late.button("Go on with this window's version").click()
    late.wait_until_saved()
    expect(panel(late)).to_have_count(0)
    assert idea_in(stored()) == MINE
    late.button("Your work").click()
    late.button("Earlier versions").click()
    versions = late.page.get_by_role("list", name="Earlier versions")
    versions.get_by_role("button").first.click()
    expect(late.field("Change idea")).to_have_value(THEIRS)
    assert idea_in(stored()) == THEIRS


def test_taking_theirs_leaves_mine_one_undo_away(late: Planner, stored: Stored) -> None:
    late.button("Go on with the other version").click()
    expect(late.field("Change idea")).to_have_value(THEIRS)
    expect(panel(late)).to_have_count(0)
    late.button("Undo").click()
    expect(late.field("Change idea")).to_have_value(MINE)
    late.wait_until_saved()
    assert idea_in(stored()) == MINE


def test_typing_on_before_choosing_is_kept(late: Planner, stored: Stored) -> None:
    late.write({"A short title for this cycle": "Water round"})
    expect(panel(late)).to_be_visible()
    late.button("Go on with this window's version").click()
    late.wait_until_saved()
    document = stored()
    assert document is not None
    assert (idea_in(document), document["cycles"][0]["title"]) == (MINE, "Water round")
