"""An author who has read nothing builds a unit, each block from something ready-made; authors are told the clicks."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from demo.children import children_of
from demo.models import Block
from demo.testing import add_block, make_person
from qi_social_space import prompts
from tests.e2e.school import School

AUTHORS = Path(__file__).parents[2] / "docs" / "authors.md"
LINE = re.compile(r"^\| QI: ([a-z A-Z-]+) \| .+ \| (\d+) \|$", re.MULTILINE)
MOST = 12
PROMPT = dict(prompts.choices())["tools/cause"]
# Each block with what its author chooses in the form, by the words on it.
CHOSEN: dict[str, dict[str, str]] = {
    "driver diagram": {"Starter": "Fewer falls on a ward or in a care home"},
    "project home": {"Charter to start from": "One-page charter for a care home or home care"},
    "PDSA planner": {"Starter": "Comfort rounds in one bay"},
    "run chart": {"Works on": "A practice sheet", "Series": "A shift: An afternoon drink in the care home"},
    "social space": {"Ready-made prompt": PROMPT},
}


class Author:
    """Counts what a hand does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    @property
    def form(self) -> Any:
        return self.page.frame_locator("[data-editor] iframe")

    def click(self, button: Locator) -> None:
        button.click()
        self.clicks += 1

    def choose(self, label: str, answer: str) -> None:
        """From a list that opens, it takes a click to open it and one to choose."""
        group = self.form.get_by_role("group", name=re.compile(rf"^{label}"))
        opening = self.form.get_by_role("combobox", name=label)
        expect(group.or_(opening)).to_be_visible()
        if opening.count():
            opening.select_option(label=answer)
            self.clicks += 2
        else:
            self.click(group.get_by_role("radio", name=answer, exact=True))


def add(author: Author, name: str) -> int:
    """Into the unit that is open; answers the clicks."""
    before, page = author.clicks, author.page
    with page.expect_navigation():
        author.click(page.get_by_role("button", name=f"QI: {name}"))
    card = page.locator("[data-block]").last
    author.click(card.get_by_role("button", name="Edit"))
    for label, answer in CHOSEN[name].items():
        author.choose(label, answer)
    with page.expect_navigation():
        author.click(author.form.get_by_role("button", name="Save"))
    return author.clicks - before


def told_to_authors() -> dict[str, int]:
    return {name: int(clicks) for name, clicks in LINE.findall(AUTHORS.read_text(encoding="utf-8"))}


@pytest.fixture
def author(school: School, open_context: Callable[..., Any], sign_in: Callable[..., None]) -> Author:
    unit = add_block(school.course, "vertical", {"display_name": "New unit"}, published=False, name="new")
    context = open_context()
    sign_in(context, make_person("jo", staff_of=[school.course]))
    page = context.new_page()
    page.goto(f"{school.site}/studio/unit/{unit}/")
    return Author(page)


def test_every_block_takes_as_few_clicks_as_authors_are_told(school: School, author: Author) -> None:
    told = told_to_authors()
    taken = {name: add(author, name) for name in told}
    author.click(author.page.get_by_role("button", name="Publish"))
    expect(author.page.get_by_text("Learners see exactly this.")).to_be_visible()
    assert taken == told
    assert max(taken.values()) <= MOST
    unit = Block.objects.get(usage_key__endswith="block@new")
    held = children_of(unit, published=True)
    assert sorted(row.block_type for row in held) == [
        "qi_driver_diagram", "qi_pdsa_planner", "qi_project", "qi_run_chart", "qi_social_space",
    ]  # fmt: skip
    chosen = {row.block_type: {**row.fields} for row in held}
    assert chosen["qi_driver_diagram"]["starter"] == "falls"
    assert chosen["qi_pdsa_planner"]["starter"] == "comfort-rounds"
    assert chosen["qi_project"]["starter"] == "care-home"
    assert (chosen["qi_run_chart"]["work_on"], chosen["qi_run_chart"]["series"]) == ("practice", "shift")
    assert chosen["qi_social_space"]["ready_prompt"] == "tools/cause"
