"""Any tool's page as a person meets it: fields by label, buttons by words. Nothing here clicks for the keyboard."""

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect

FOCUSED_ELEMENT = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element.id || element.textContent.trim();
}"""
QUIET_MS = 1_500
SAVED = re.compile(r"^\s*Saved \d")


def eventually(look: Callable[[], Any], wanted: Any) -> Any:
    """For what no page shows: the last look, which is the wanted one unless five seconds were not enough."""
    until = time.monotonic() + 5
    while (found := look()) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    return found


class Tool:
    """`inside`: the iframe in which it stands; without one, it is the page's own. `hurries`: its clock can be set."""

    def __init__(self, page: Page, *, inside: FrameLocator | None = None, hurries: bool = False) -> None:
        self.page = page
        self._hurries = hurries
        self._in = inside or page
        expect(self.state).to_be_visible()

    @property
    def state(self) -> Locator:
        """The save state in words, at the foot."""
        return self._in.locator(".foot .state")

    @property
    def todo(self) -> Locator:
        return self._in.locator(".foot .todo")

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self._in.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """A text or date field; whether it is marked as optional makes no difference."""
        return self._in.get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*(\(optional\))?\s*$"))

    def choices(self, question: str) -> Locator:
        group = self._in.get_by_role("group", name=re.compile(rf"^{re.escape(question)}"))
        return group.get_by_role("radio")

    def choice(self, question: str, answer: str) -> Locator:
        """The answer may go on with a hint."""
        group = self._in.get_by_role("group", name=re.compile(rf"^{re.escape(question)}"))
        return group.get_by_role("radio", name=re.compile(rf"^{re.escape(answer)}"))

    def write(self, texts: dict[str, str]) -> None:
        for label, text in texts.items():
            self.field(label).fill(text)

    def hurry(self) -> None:
        """Past the quiet time that a save waits for."""
        if self._hurries:
            self.page.clock.fast_forward(QUIET_MS)

    def wait_until_saved(self) -> None:
        self.hurry()
        expect(self.state).to_have_text(SAVED)

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        root = "document.documentElement"
        wider: int = self.page.evaluate(f"Math.max(0, {root}.scrollWidth - window.innerWidth)")
        return wider

    def focused(self) -> str:
        """What has the focus, in a word or two."""
        name: str = self.page.evaluate(FOCUSED_ELEMENT)
        return name
