"""The planner's page as a person meets it."""

import re
from datetime import date

from playwright.sync_api import Locator

from tests.e2e.tool import Tool, eventually

__all__ = ["Planner", "eventually", "today"]


def today() -> str:
    return date.today().isoformat()


class Planner(Tool):
    def step(self, name: str) -> Locator:
        steps = self._in.get_by_role("navigation", name="The four steps")
        return steps.get_by_role("button", name=re.compile(f"^{name}"))
