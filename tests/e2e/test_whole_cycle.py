"""A learner's whole cycle, from the empty page to the start of the next one, in three ways."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.e2e import story
from tests.e2e.hands import Finger, Hand, Keyboard, Mouse
from tests.e2e.planner import Planner

Stored = Callable[[], dict[str, Any] | None]
Completion = Callable[[], float | None]
ALL_DONE = "All done for this activity"


def go_through(hand: Hand) -> None:
    for part in (story.plan, story.do, story.study, story.act, story.go_on):
        part(hand)
    expect(hand.planner.page.get_by_role("heading", name="Cycle 2")).to_be_visible()
    hand.planner.wait_until_saved()


def assert_whole(document: dict[str, Any] | None) -> None:
    assert document is not None
    assert document == story.two_cycles(document)


def test_a_cycle_by_mouse_is_kept_whole_and_complete(
    planner: Planner, stored: Stored, completion: Completion
) -> None:
    go_through(Mouse(planner))
    expect(planner.todo).to_contain_text(ALL_DONE)
    assert_whole(stored())
    assert completion() == 1.0


def test_a_cycle_by_finger_fits_a_phone(
    open_planner: Callable[..., Planner], stored: Stored, completion: Completion
) -> None:
    phone = open_planner(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    assert phone.overflow() == 0
    go_through(Finger(phone))
    assert_whole(stored())
    assert completion() == 1.0


def test_a_cycle_by_keyboard_alone_shows_where_the_focus_is(
    planner: Planner, stored: Stored, completion: Completion
) -> None:
    hand = Keyboard(planner)
    go_through(hand)
    assert hand.landings == [
        *("cycle-title", "section-predictions", "section-tasks", "section-data"),
        *("step-do", "f-do-happened", "step-study", "step-act", "cycle-title"),
    ]
    assert_whole(stored())
    assert completion() == 1.0


def test_what_is_cleared_counts_no_longer(planner: Planner, completion: Completion) -> None:
    hand = Mouse(planner)
    for part in (story.plan, story.do, story.study, story.act):
        part(hand)
    planner.wait_until_saved()
    assert completion() == 1.0
    planner.field("Why?").fill("")
    planner.wait_until_saved()
    expect(planner.todo).to_contain_text("One thing left: cycle 1, Act: say why.")
    assert completion() == 1 - 1 / 11
    planner.step("Do").click()
    started = planner.field("Started on")
    on = started.input_value()
    started.fill("")
    started.blur()
    expect(started).to_have_value(on)
