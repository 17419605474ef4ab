"""The run chart through trouble: it keeps what was typed as every tool does; and its own steps from end to end."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from demo.testing import make_person
from qi_project import api
from tests.e2e import measures
from tests.e2e.board import Board, kept
from tests.e2e.hands import Keyboard
from tests.e2e.planner import Planner
from tests.e2e.school import School
from tests.e2e.tool import eventually
from tests.e2e.trouble import (
    CONFLICT,
    NO_CONNECTION,
    SIGNED_OUT,
    SOMEBODY_ELSE,
    answer_login_page,
    end_session,
    failing,
    redirect_to_login,
    sign_in_again,
    wait_out_retries,
)

OpenBoard = Callable[..., Board]
NAME = "Name of the measure"
SAVE_WORK = "**/handler/save_work*"


@pytest.fixture
def begun(open_board: OpenBoard) -> Board:
    """A first measure with a name, saved; its definition is open."""
    board = open_board()
    board.button("Add my first measure").click()
    board.field(NAME).fill("Waits")
    board.wait_until_saved()
    return board


def names(school: School) -> list[str]:
    return [one["name"] for one in kept(school)]


def test_three_errors_of_the_server_lose_nothing(begun: Board, school: School) -> None:
    failed, answer = failing(times=3)
    begun.page.route(SAVE_WORK, answer)
    begun.field(NAME).fill("Waits at the desk")
    wait_out_retries(begun)
    begun.wait_until_saved()
    assert (failed, names(school)) == ([500, 500, 500], ["Waits at the desk"])


def test_points_typed_without_network_are_drawn_and_kept(begun: Board, school: School) -> None:
    begun.go("data")
    begun.page.context.set_offline(True)
    for value in ("12", "14"):
        begun.page.locator("#new-value").fill(value)
        begun.button("Add").click()
    begun.hurry()
    expect(begun.state).to_have_text(NO_CONNECTION)
    begun.go("chart")
    expect(begun.page.locator(".chart .dots")).to_have_attribute("d", re.compile("^M[^M]+$"))
    begun.page.context.set_offline(False)
    begun.wait_until_saved()
    assert [point["value"] for point in kept(school)[0]["points"]] == [12, 14]


def test_rows_that_cannot_be_read_without_network_stay_in_the_box(begun: Board) -> None:
    begun.go("data")
    begun.page.context.set_offline(True)
    begun.box.fill("2026-11-03\t5")
    begun.read()
    expect(begun.understood).to_contain_text("Check your connection")
    expect(begun.box).to_have_value("2026-11-03\t5")
    begun.page.context.set_offline(False)
    begun.read()
    expect(begun.button("Use these rows")).to_be_visible()


def test_two_windows_are_offered_both_versions(begun: Board, open_board: OpenBoard, school: School) -> None:
    second = open_board(begun.page.context)
    second.page.locator(".measure-card").first.click()
    second.go("definition")
    begun.field(NAME).fill("Waits by day")
    begun.wait_until_saved()
    assert eventually(lambda: names(school), ["Waits by day"]) == ["Waits by day"]
    second.field(NAME).fill("Waits by night")
    second.hurry()
    panel = second.page.get_by_role("region", name=CONFLICT)
    expect(panel.get_by_role("heading", level=4).or_(panel.get_by_role("heading", level=5)).first).to_be_visible()
    second.button("Go on with this window's version").click()
    second.wait_until_saved()
    expect(panel).to_have_count(0)
    assert names(school) == ["Waits by night"]


@pytest.mark.parametrize("end", [redirect_to_login, answer_login_page, end_session])
def test_signing_in_again_saves_what_was_typed(begun: Board, school: School, end: Callable[[Route], None]) -> None:
    begun.page.route(SAVE_WORK, end)
    begun.field(NAME).fill("Waits at the desk")
    begun.hurry()
    expect(begun.state).to_contain_text(SIGNED_OUT)
    assert names(school) == ["Waits"]
    begun.page.unroute(SAVE_WORK)
    sign_in_again(begun, "Amara")
    begun.wait_until_saved()
    assert names(school) == ["Waits at the desk"]


def test_work_never_goes_to_somebody_else_who_signed_in(begun: Board, school: School) -> None:
    tom = make_person("tom", enrolled_in=[school.course])
    begun.page.route(SAVE_WORK, end_session)
    begun.field(NAME).fill("Waits at the desk")
    begun.hurry()
    expect(begun.state).to_contain_text(SIGNED_OUT)
    begun.page.unroute(SAVE_WORK)
    sign_in_again(begun, "Tom")
    expect(begun.state).to_contain_text(SOMEBODY_ELSE)
    assert (names(school), api.find(tom.pk, "measures").document) == (["Waits"], None)


def test_a_cycle_started_in_the_planner_is_pinned_on_the_chart(
    planner: Planner, open_board: OpenBoard, school: School, chart: Any
) -> None:
    planner.button("Plan my first cycle").click()
    planner.write({"A short title for this cycle": "Comfort round", "Change idea": "A round every two hours"})
    planner.button("Next: Questions and predictions").click()
    planner.write({"What do we want to know?": "How long does it take?", "We predict": "Ten minutes"})
    planner.step("Do").click()
    planner.button("Start Do: lock my prediction").click()
    planner.field("Started on").fill("2026-02-02")
    planner.wait_until_saved()
    measures.save(school, chart, measures.measure(1, "Rounds", measures.shares(12, better_from=6)))
    board = open_board(planner.page.context)
    board.page.locator(".measure-card").first.click()
    expect(board.page.locator(".chart .flag text")).to_have_text(["C1"])
    expect(board.page.get_by_text("Comfort round")).to_be_visible()


def test_a_baseline_is_frozen_and_a_phase_begun_only_with_a_reason(
    open_board: OpenBoard, school: School, chart: Any
) -> None:
    measures.save(school, chart, measures.measure(1, "Rounds", measures.shares(30, better_from=12)))
    board = open_board()
    board.page.locator(".measure-card").first.click()
    board.page.locator("#chart-box").focus()
    for key in ("Home", *["ArrowRight"] * 11):
        board.page.keyboard.press(key)
    board.button("End the baseline here").click()
    board.wait_until_saved()
    expect(board.page.locator(".chart .baseline")).to_be_visible()
    board.page.locator("#chart-box").focus()
    board.page.keyboard.press("ArrowRight")
    board.button("Start a new phase here").click()
    board.button("Start a new phase here").last.click()
    assert kept(school)[0]["phases"] == []
    board.page.locator("#reason").fill("The new sheet came into use")
    board.button("Start a new phase here").last.click()
    wanted = [{"from": "point0012", "reason": "The new sheet came into use"}]
    board.hurry()
    assert eventually(lambda: kept(school)[0]["phases"], wanted) == wanted
    assert kept(school)[0]["baseline_until"] == "point0011"
    expect(board.page.locator(".chart .centre")).to_have_count(2)


def test_from_nothing_to_a_reading_with_the_keyboard_alone(open_board: OpenBoard, school: School) -> None:
    board = open_board()
    hand = Keyboard(board)
    hand.press(board.button("Add my first measure"))
    hand.write(NAME, "Waits")
    hand.pick("What kind of measure is it?", "Outcome")
    hand.pick("Unit", "minutes")
    hand.press(board.button(re.compile("^On to")))
    for value in ("12", "14"):
        hand.reach(board.page.locator("#new-value"))
        board.page.keyboard.type(value)
        board.page.keyboard.press("Enter")
    hand.press(board.button(re.compile("^On to")))
    hand.reach(board.page.locator("#chart-box"))
    board.page.keyboard.press("End")
    expect(board.page.locator("#point-said")).to_contain_text("13 minutes")
    hand.press(board.button(re.compile("^On to")))
    hand.write("What does this chart tell you?", "Too early to say.")
    board.wait_until_saved()
    (one,) = kept(school)
    assert (one["name"], one["kind"], one["unit"], one["reading"]["tells"]) == (
        *("Waits", "outcome", "minutes", "Too early to say."),
    )
    assert [point["value"] for point in one["points"]] == [12, 14]
