"""What could identify somebody is stopped or asked about; what looks like code is only ever text."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.e2e import work
from tests.e2e.planner import Planner
from tests.e2e.school import School

Stored = Callable[[], dict[str, Any] | None]
OpenPlanner = Callable[..., Planner]
NHS_NUMBER = "943 476 5919"
CODE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>{{ 7 * 7 }}"


def test_an_nhs_number_is_never_sent_and_the_rest_is_kept(planner: Planner, stored: Stored) -> None:
    sent: list[str] = []
    planner.page.on("request", lambda request: sent.append(request.post_data or ""))
    planner.button("Plan my first cycle").click()
    planner.write({"Change idea": "Offer water"})
    planner.wait_until_saved()
    planner.write({"Change idea": f"Offer water to {NHS_NUMBER}", "A short title for this cycle": "Water round"})
    expect(planner.state).to_contain_text("Not saved yet: something needs your attention.")
    expect(planner.field("Change idea")).to_have_attribute("aria-invalid", "true")
    expect(planner.field("Change idea")).to_have_accessible_description(re.compile("looks like an NHS number"))
    planner.button(re.compile("^Questions and predictions")).click()
    planner.page.get_by_role("button", name=re.compile("^This looks like an NHS number")).click()
    expect(planner.field("Change idea")).to_be_focused()
    planner.field("Change idea").fill("Offer water to one person")
    planner.wait_until_saved()
    document = stored()
    assert document is not None
    (cycle,) = document["cycles"]
    assert (cycle["change_idea"], cycle["title"]) == ("Offer water to one person", "Water round")
    assert not [body for body in sent if NHS_NUMBER in body]


def test_a_warning_that_is_answered_stays_answered(planner: Planner, stored: Stored) -> None:
    question = "Could this identify someone?"
    planner.button("Plan my first cycle").click()
    planner.write({"Change idea": "Ring 07700 900123 before lunch"})
    planner.wait_until_saved()
    expect(planner.page.get_by_text(question)).to_be_visible()
    planner.button("It's safe, continue").click()
    expect(planner.page.get_by_text(question)).to_have_count(0)
    planner.wait_until_saved()
    document = stored()
    assert document is not None
    assert (document["cycles"][0]["change_idea"], len(document["confirmed"])) == ("Ring 07700 900123 before lunch", 1)
    planner.page.reload()
    planner.button("Carry on: Plan, cycle 1").click()
    expect(planner.field("Change idea")).to_have_value("Ring 07700 900123 before lunch")
    expect(planner.page.get_by_text(question)).to_have_count(0)


def with_code(value: Any, key: str = "") -> Any:
    """Code in front of every text of a cycle; ids, dates and choices stay."""
    if isinstance(value, dict):
        return {name: with_code(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_code(inner) for inner in value]
    is_text = isinstance(value, str) and key not in {
        *("id", "follows", "purpose", "scale", "kind", "as_planned", "verdict", "decision"),
        *("planned_start", "planned_end", "started_on", "ended_on", "studied_on", "decided_on", "on"),
    }
    return f"{CODE} {value}" if is_text else value


def texts_in(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return [text for inner in inside for text in texts_in(inner)]
    return [value] if isinstance(value, str) and value.startswith(CODE) else []


def test_code_in_every_text_is_shown_and_never_runs(school: School, open_planner: OpenPlanner) -> None:
    cycle = with_code(work.cycle(1))
    work.save(school, [cycle])
    planner = open_planner()
    planner.page.get_by_role("button", name=re.compile("^Cycle 1")).click()
    shown: list[str] = []
    for step in ("Plan", "Do", "Study", "Act"):
        planner.step(step).click()
        sections = planner.page.get_by_role("button", expanded=False) if step == "Plan" else None
        shown += values(planner)
        for section in ("Questions and predictions", "Who, when and where", "What we will count or ask"):
            if sections is not None:
                planner.button(re.compile(f"^{section}")).click()
                shown += values(planner)
    assert set(texts_in(cycle)) == {text for text in shown if text.startswith(CODE)}
    assert_nothing_ran(planner)


def test_code_in_every_text_is_shown_on_paper_and_never_runs(school: School, planner: Planner) -> None:
    cycle = with_code(work.cycle(1))
    work.save(school, [cycle])
    planner.page.goto(f"{school.handlers}/printable")
    printed = planner.page.get_by_role("main").inner_text()
    assert [text for text in texts_in(cycle) if text not in printed] == []
    assert_nothing_ran(planner)


def values(planner: Planner) -> list[str]:
    return [box.input_value() for box in planner.page.get_by_role("textbox").all()]


def assert_nothing_ran(planner: Planner) -> None:
    assert planner.page.evaluate("window.hit ?? null") is None
    assert planner.page.locator("img[src=x]").count() == 0
