"""Under "Your work": earlier versions, a copy to keep, and deleting it for good."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from qi_project.models import Artefact, ArtefactVersion, Project
from tests.e2e import work
from tests.e2e.planner import Planner
from tests.e2e.school import School
from tests.e2e.trouble import keeper

Stored = Callable[[], dict[str, Any] | None]
OpenPlanner = Callable[..., Planner]


@pytest.fixture
def mine(school: School, open_planner: OpenPlanner) -> Planner:
    """A page with "Your work" open, over a record that had one cycle, then three."""
    work.save(school, work.ramp()[:1])
    work.save(school, work.ramp())
    planner = open_planner()
    planner.button("Your work").click()
    return planner


def test_going_back_to_an_earlier_version_keeps_the_present_one(mine: Planner, stored: Stored) -> None:
    mine.button("Earlier versions").click()
    versions = mine.page.get_by_role("list", name="Earlier versions")
    expect(versions.get_by_role("listitem")).to_have_count(1)
    expect(versions).to_contain_text("Cycles: 1, decided: 1")
    versions.get_by_role("button").click()
    expect(mine.page.get_by_text("You are back at the earlier version.")).to_be_visible()
    assert stored() == {"schema": 2, "cycles": work.ramp()[:1], "confirmed": []}
    mine.button("Earlier versions").click()
    expect(versions.get_by_role("listitem").first).to_contain_text("Cycles: 3, decided: 2")
    versions.get_by_role("button").first.click()
    expect(mine.button("Carry on: Plan, cycle 3")).to_be_visible()
    assert stored() == {"schema": 2, "cycles": work.ramp(), "confirmed": []}


def test_the_copy_to_keep_holds_what_was_written(mine: Planner, tmp_path: Path) -> None:
    with mine.page.expect_download() as started:
        mine.page.get_by_role("link", name="Download everything I wrote (JSON)").click()
    started.value.save_as(tmp_path / "copy.json")
    copy = json.loads((tmp_path / "copy.json").read_text())
    assert started.value.suggested_filename.endswith(".json")
    assert copy["projects"][0]["artefacts"][0]["document"]["cycles"] == work.ramp()


def test_deleting_asks_once_and_is_for_good(mine: Planner, school: School) -> None:
    mine.button("Delete my project").click()
    mine.button("No, keep it").click()
    expect(mine.button("Delete my project")).to_be_focused()
    assert Artefact.objects.count() == 1
    held: list[Route] = []
    mine.page.route(f"{school.handlers}/versions*", keeper(held))
    with mine.page.expect_request("**/versions*"):
        mine.button("Earlier versions").click()
    mine.button("Delete my project").click()
    held[0].continue_()
    expect(mine.page.get_by_role("list", name="Earlier versions")).to_be_visible()
    mine.button("Yes, delete it for good").click()
    expect(mine.page.get_by_text("It has been deleted for good.")).to_be_visible()
    expect(mine.page.get_by_role("heading", name="Your work")).to_be_focused()
    expect(mine.button("Plan my first cycle")).to_be_visible()
    expect(mine.button("Undo")).to_have_attribute("aria-disabled", "true")
    assert [model.objects.count() for model in (Project, Artefact, ArtefactVersion)] == [0, 0, 0]
    mine.page.goto(school.unit_url)
    expect(mine.button("Plan my first cycle")).to_be_visible()
