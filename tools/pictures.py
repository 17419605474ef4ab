"""Takes the pictures of README and docs from the running local host, so that they never go stale: `make pictures`.

Needs Chromium. The host is started with data of its own, which is thrown away.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
READY = "is ready: "
UNIT = "courses/course-v1:Northfield+IP101+2026/unit/block-v1:Northfield+IP101+2026+type@vertical+block@run/"
CHART = UNIT.replace("@run/", "@chart/")
THEORY = UNIT.replace("@run/", "@theory/")
HOME = UNIT.replace("@run/", "@project/")
COURSE = "courses/course-v1:QI+TOOLS1+2026/"
TALK = f"{COURSE}unit/block-v1:QI+TOOLS1+2026+type@vertical+block@feedback/"
STUDIO = "studio/unit/block-v1:Northfield+IP101+2026+type@vertical+block@run/"
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync".split()


@contextmanager
def host() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"QI_VAR": folder, "PORT": "0"}
        command = [sys.executable, "-m", "demo.serve"]
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as server:
            try:
                assert server.stdout is not None
                (line,) = islice((line for line in server.stdout if READY in line), 1)
                yield line.split(READY)[1].split()[0]
            finally:
                server.terminate()


def enter(page: Page, address: str, name: str, unit: str) -> FrameLocator:
    page.goto(address)
    page.get_by_role("button", name=f"Continue as {name}").click()
    page.goto(address + unit)
    return page.frame_locator("iframe").first


TYPICAL = ("Going home on time", "Clear news when care moves")
# With these and the lines that follow there are as many boxes as there may be.
MORE = ("Fewer falls", "Medicines: no dose", "Fewer pressure", "Sepsis", "Pain after", "Real breaks", "Enough to drink")
LINES = "Nights are calm\n  Lights\n  Doors\n  Bells\n  Trolleys\n  Company"
AIM = {
    "What will be better?": "the share of people who leave by noon with their letter",
    "For whom, or where?": "people going home from Ward 5",
    "Where is it now?": "22 %",
    "Where should it be?": "50 %",
    "By when?": "2027-05-31",
}


def draw_diagrams(browser: Browser, address: str) -> None:
    """A small one in the page, a typical one by itself, and as many boxes as there may be on a sheet of A3."""
    page = browser.new_context(viewport={"width": 1280, "height": 1010}, locale="en-GB").new_page()
    diagram = enter(page, address, "Amara", THEORY)
    diagram.get_by_role("button", name="Picture").click()
    diagram.locator("#picture").wait_for()
    page.screenshot(path=PICTURES / "diagram.png")
    page = browser.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB").new_page()
    diagram = enter(page, address, "Tom", THEORY)
    add_ready_made(diagram, *TYPICAL)
    diagram.get_by_role("button", name="Aim", exact=True).click()
    diagram.get_by_text("Increase", exact=True).click()
    for label, text in AIM.items():
        diagram.get_by_label(label).fill(text)
    diagram.get_by_role("button", name="Picture").click()
    diagram.locator("#picture").screenshot(path=PICTURES / "diagram-40.png")
    diagram.get_by_role("button", name="List", exact=True).click()
    add_ready_made(diagram, *MORE)
    diagram.get_by_role("button", name="Paste a list").click()
    diagram.get_by_label("Paste an indented list").fill(LINES)
    diagram.get_by_role("button", name="Add these lines").click()
    diagram.locator(".foot .state.tick").wait_for()
    print_on_a3(page, diagram)


def draw_home(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 1180}, locale="en-GB").new_page()
    enter(page, address, "Amara", HOME).get_by_role("heading", name="The next small step").wait_for()
    page.screenshot(path=PICTURES / "home.png")


def draw_course(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
    enter(page, address, "Priya", COURSE)
    page.screenshot(path=PICTURES / "course.png")
    page = browser.new_context(viewport={"width": 1280, "height": 1300}, locale="en-GB").new_page()
    enter(page, address, "Farida", TALK).get_by_role("button", name="Reply").first.wait_for()
    page.screenshot(path=PICTURES / "space.png")


def add_ready_made(diagram: FrameLocator, *titles: str) -> None:
    for title in titles:
        diagram.get_by_role("button", name="Use a ready-made diagram").click()
        one = diagram.get_by_role("listitem").filter(has_text=title).get_by_role("button", name="Add to my diagram")
        one.click()
        one.wait_for(state="detached")


def print_on_a3(page: Page, diagram: FrameLocator) -> None:
    diagram.get_by_role("button", name="Picture").click()
    with page.expect_popup() as opened:
        diagram.get_by_role("link", name="Print on A3").click()
    sheet = opened.value
    sheet.set_viewport_size({"width": 1620, "height": 1120})
    sheet.locator("#picture svg").wait_for()
    sheet.locator("main").screenshot(path=PICTURES / "diagram-200.png")


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("pictures: Debian's package chromium is not installed.")
    PICTURES.mkdir(exist_ok=True)
    with host() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="en-GB")
        planner = enter(page, address, "Amara", UNIT)
        planner.get_by_role("button", name="Carry on").wait_for()
        page.screenshot(path=PICTURES / "ramp.png")
        planner.get_by_role("button", name="Cycle 1").click()
        planner.get_by_role("button", name="Study").click()
        planner.get_by_text("You predicted").first.wait_for()
        page.screenshot(path=PICTURES / "study.png")
        page.goto(address + CHART)
        page.set_viewport_size({"width": 1280, "height": 1060})
        charts = page.frame_locator("iframe").first
        charts.get_by_role("button", name="Call bells").first.click()
        charts.get_by_text("no signal by the Anhøj rules").first.wait_for()
        page.screenshot(path=PICTURES / "chart.png")
        draw_diagrams(browser, address)
        draw_home(browser, address)
        draw_course(browser, address)
        author = browser.new_context(viewport={"width": 1280, "height": 1100}, locale="en-GB").new_page()
        enter(author, address, "Jo", STUDIO)
        author.get_by_role("button", name="Edit").click()
        author.frame_locator("iframe").first.get_by_label("Instructions").first.wait_for()
        author.screenshot(path=PICTURES / "settings.png")
        browser.close()


if __name__ == "__main__":
    main()
