"""Every state of the planner, on wide and narrow screens, in both directions, at 400 % and in forced colours."""

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.planner import Planner
from tests.e2e.school import School
from tests.e2e.states import every_state

OpenPlanner = Callable[..., Planner]
HOST = "qi-pdsa-planner"
WIDE, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)
ZOOMED = ViewportSize(width=320, height=256)  # 1280 x 1024 at 400 %


def measured(page: Page, viewport: ViewportSize) -> list[str]:
    page.set_viewport_size(viewport)
    return [f"at {viewport['width']} px: {fault}" for fault in (*overflow(page, HOST), *too_small(page, HOST))]


def test_axe_finds_nothing_and_everything_fits_in_every_state(open_planner: OpenPlanner, school: School) -> None:
    planner = open_planner(viewport=WIDE)
    page, faulty = planner.page, {}
    for state in every_state(planner, school):
        faults = axe_violations(page, HOST)
        faults += measured(page, ZOOMED) + measured(page, PHONE) + axe_violations(page, HOST)
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        faults += measured(page, WIDE)
        page.emulate_media(forced_colors="none", reduced_motion="no-preference")
        if faults:
            faulty[state] = faults
    assert not faulty


def test_everything_fits_right_to_left_in_every_state(open_planner: OpenPlanner, school: School) -> None:
    planner = open_planner(viewport=WIDE, locale="ar")
    expect(planner.page.locator(f"{HOST} .qi")).to_have_attribute("dir", "rtl")
    faulty = {}
    for state in every_state(planner, school):
        faults = measured(planner.page, PHONE) + measured(planner.page, WIDE)
        if faults:
            faulty[state] = faults
    assert not faulty
