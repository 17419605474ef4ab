"""Every state a learner can bring the planner into, one after the other in one page."""

import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import expect

from demo.testing import call
from tests.e2e import work
from tests.e2e.planner import Planner
from tests.e2e.school import School

SECTIONS = ("The change we will try", "Questions and predictions", "Who, when and where", "What we will count or ask")


def every_state(planner: Planner, school: School) -> Iterator[str]:
    """Names a state when the page is in it; the page is the learner's first."""
    yield from _first_use(planner)
    work.save(school, [*work.ramp(), _hasty_cycle()])
    planner.page.reload()
    yield "the ramp"
    yield from _done_cycle(planner)
    yield from _hasty(planner)
    yield from _trouble(planner, school)
    planner.page.reload()
    yield from _your_work(planner)


def _first_use(planner: Planner) -> Iterator[str]:
    yield "empty"
    planner.page.get_by_text("See worked examples").click()
    yield "examples listed"
    planner.page.get_by_role("listitem").get_by_role("button").first.click()
    yield "worked example"
    planner.button("Back to my cycles").click()
    planner.button("Plan my first cycle").click()
    yield from _sections(planner, "open")
    for step in ("Do", "Study", "Act"):
        planner.step(step).click()
        yield f"{step} before a prediction"
    planner.step("Plan").click()
    planner.button(re.compile("^Questions and predictions")).click()
    planner.write({"We predict": "About 10 minutes"})
    planner.step("Do").click()
    yield "ready to start"
    planner.wait_until_saved()


def _sections(planner: Planner, what: str) -> Iterator[str]:
    for section in SECTIONS:
        head = planner.button(re.compile(f"^{section}"))
        if head.get_attribute("aria-expanded") == "false":
            head.click()
        expect(head).to_have_attribute("aria-expanded", "true")
        yield f"{section}, {what}"


def _done_cycle(planner: Planner) -> Iterator[str]:
    planner.page.get_by_role("button", name=re.compile("^Cycle 2")).click()
    planner.step("Plan").click()
    yield from _sections(planner, "locked")
    planner.step("Do").click()
    yield "Do, under way"
    planner.step("Study").click()
    yield "Study"
    planner.button("Add a dated note").click()
    yield "a note under a prediction"
    planner.step("Act").click()
    yield "Act, decided"
    planner.page.get_by_role("button", name="Delete", exact=True).click()
    yield "asked whether to delete the cycle"
    planner.button("Keep it").click()
    planner.button("All cycles").click()


def _hasty_cycle() -> dict[str, Any]:
    """With advice and a warning beside its fields."""
    cycle = work.cycle(4, scale="whole_service", done=False)
    cycle["questions"][0] |= {"prediction": "It will be better", "because": ""}
    return {**cycle, "objective": "Ring 07700 900123 before lunch"}


def _hasty(planner: Planner) -> Iterator[str]:
    planner.page.get_by_role("button", name=re.compile("^Cycle 4")).click()
    expect(planner.page.get_by_text("Could this identify someone?")).to_be_visible()
    yield "a warning"
    planner.button(re.compile("^Questions and predictions")).click()
    expect(planner.button("Got it").first).to_be_visible()
    yield "advice"


def _trouble(planner: Planner, school: School) -> Iterator[str]:
    planner.write({"What do we want to know?": "How is 943 476 5919?"})
    expect(planner.state).to_contain_text("something needs your attention")
    yield "a problem at a field"
    call(school.planner, "save_work", _theirs(school), school.learner)
    planner.write({"What do we want to know?": "How is everybody?"})
    planner.hurry()
    expect(planner.state).to_contain_text("changed in another window")
    yield "two versions"
    planner.button("Go on with the other version").click()
    planner.page.route("**/save_work*", lambda route: route.fulfill(status=302, headers={"Location": "/login"}))
    planner.write({"What do we want to know?": "How is everybody today?"})
    planner.hurry()
    expect(planner.state).to_contain_text("signed out")
    yield "signed out"
    planner.page.unroute("**/save_work*")
    planner.write({"What do we want to know?": "How is everybody?"})
    planner.wait_until_saved()


def _theirs(school: School) -> dict[str, Any]:
    state: dict[str, Any] = call(school.planner, "load", {}, school.learner).json
    document = state["document"]
    document["cycles"][3]["questions"][0]["text"] = "Who is waiting?"
    return {"revision": state["revision"], "document": document}


def _your_work(planner: Planner) -> Iterator[str]:
    planner.button("Your work").click()
    yield "your work"
    planner.button("Earlier versions").click()
    expect(planner.page.get_by_role("list", name="Earlier versions")).to_be_visible()
    yield "earlier versions"
    planner.button("Delete my project").click()
    yield "asked whether to delete the project"
