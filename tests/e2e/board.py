"""The run chart's page as a person meets it."""

from typing import Any

from playwright.sync_api import Locator

from qi_project import api
from tests.e2e.school import School
from tests.e2e.tool import Tool


class Board(Tool):
    """Steps and the box to paste into are found by what holds when words change."""

    def begin(self, *, unit: str = "minutes", name: str = "Waits") -> None:
        """A first measure, on its page of data."""
        self.button("Add my first measure").click()
        self.field("Name of the measure").fill(name)
        self.choice("Unit", unit).check()
        self.go("data")

    def go(self, page: str) -> None:
        """One of definition, data, chart, reading."""
        self.page.locator(f"#page-{page}").click()

    @property
    def box(self) -> Locator:
        return self.page.locator("#paste")

    @property
    def understood(self) -> Locator:
        """What was read, before it is used."""
        return self.page.locator("#understood")

    def read(self) -> None:
        self.button("Read it").click()

    def open_file(self, name: str, content: bytes) -> None:
        one = {"name": name, "mimeType": "text/csv", "buffer": content}
        self.page.locator("input[type=file]").set_input_files(files=[one])

    def rows(self) -> list[list[str]]:
        """The cells of the rows that were understood; the first is the row's number."""
        found = self.understood.locator("tbody tr").all()
        return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in found]

    def problems(self) -> list[str]:
        return [text.strip() for text in self.understood.locator(".error").all_inner_texts()]


def kept(school: School) -> list[dict[str, Any]]:
    """The learner's measures as they are in the database."""
    document = api.find(school.learner.pk, "measures").document
    measures: list[dict[str, Any]] = document["measures"] if document else []
    return measures


def kept_points(school: School) -> list[tuple[Any, ...]]:
    columns = ("on", "value", "numerator", "denominator", "note")
    return [tuple(point[name] for name in columns) for one in kept(school) for point in one["points"]]
