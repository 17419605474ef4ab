"""Every state of the planner, on wide and narrow screens, in both directions, in the modes people set."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner
from tests.e2e.school import School
from tests.e2e.states import every_state

OpenPlanner = Callable[..., Planner]
HOST = "qi-pdsa-planner"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
Found = dict[str, list[str]]


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_and_everything_fits_in_every_state(
    open_planner: OpenPlanner, school: School, viewport: dict[str, int]
) -> None:
    planner = open_planner(viewport=viewport)
    found: Found = {}
    for state in every_state(planner, school):
        page = planner.page
        found[state] = [*axe_violations(page, HOST), *overflow(page, HOST), *too_small(page, HOST)]
    faulty = {state: faults for state, faults in found.items() if faults}
    assert not faulty


MODES: dict[str, dict[str, Any]] = {
    "zoomed": {"viewport": ZOOMED},
    "right to left": {"viewport": WIDE, "locale": "ar"},
    "right to left, phone": {"viewport": PHONE, "locale": "ar", "reduced_motion": "reduce"},
    "forced colours": {"viewport": WIDE, "forced_colors": "active"},
}


@pytest.mark.parametrize("mode", MODES)
def test_everything_fits_in_every_state_however_the_page_is_read(
    open_planner: OpenPlanner, school: School, mode: str
) -> None:
    planner = open_planner(**MODES[mode])
    expect(planner.page.locator(f"{HOST} .qi")).to_have_attribute("dir", "rtl" if "locale" in MODES[mode] else "ltr")
    found: Found = {}
    for state in every_state(planner, school):
        found[state] = [*overflow(planner.page, HOST), *too_small(planner.page, HOST)]
    faulty = {state: faults for state, faults in found.items() if faults}
    assert not faulty
