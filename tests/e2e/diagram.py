"""The driver diagram's page as a person meets it, and ways to compare what was drawn in it."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

HOST = "qi-driver-diagram"
LIST = """Knowing who is at risk
  On arrival
    Bedside card for one person
    Ask at handover
Timely help
  Bells in reach
"""
# level, text, what it affects; weak links with a mark
DRAWN = [
    ("primary", "Knowing who is at risk", []),
    ("secondary", "On arrival", ["Knowing who is at risk"]),
    ("idea", "Bedside card for one person", ["On arrival"]),
    ("idea", "Ask at handover", ["On arrival", "Timely help (weak)"]),
    ("primary", "Timely help", []),
    ("secondary", "Bells in reach", ["Timely help"]),
]


class Diagram:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = page.keyboard
        expect(self.state).to_be_visible()

    @property
    def state(self) -> Locator:
        return self.page.locator(".foot .state")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def view(self, name: str) -> None:
        self.page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()

    def line(self, text: str) -> Locator:
        """The field of the line with this text."""
        lines = self.page.locator(".line textarea[rows='1']")
        found = next(place for place in range(lines.count()) if lines.nth(place).input_value() == text)
        return lines.nth(found)

    def type(self, text: str) -> None:
        """Into what has the focus, once it has it."""
        expect(self.page.locator(".line textarea:focus")).to_have_value("")
        self.keys.insert_text(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys.press(key)

    def link_weakly(self, to: str) -> None:
        """From the line being worked on, by the picker."""
        if self.button("Links and details").get_attribute("aria-expanded") == "false":
            self.button("Links and details").click()
        self.page.get_by_label("Affects one more driver").select_option(label=f"Primary driver: {to}")
        self.button("Add this link").click()
        links = self.page.locator(".current .panel li").filter(has_text=to)
        links.get_by_role("button", name="Weak link").click()

    def paste(self, text: str = LIST) -> None:
        self.button("Paste a list").click()
        self.page.get_by_label("Paste an indented list, or columns from a spreadsheet").fill(text)
        self.page.get_by_role("button", name="Add these lines").click()
        expect(self.page.locator(".line").first).to_be_visible()

    def wait_until_saved(self) -> None:
        expect(self.state).to_contain_text("Saved")


def told(document: Any) -> list[tuple[str, str, list[str]]]:
    """A document without its ids."""
    text = {node["id"]: node["text"] for node in document["nodes"]}
    mark = {"strong": "", "weak": " (weak)"}
    named = [(one["from"], text[one["to"]] + mark[one["strength"]]) for one in document["links"]]
    return [
        (node["level"], node["text"], [name for source, name in named if source == node["id"]])
        for node in document["nodes"]
    ]


def many(count: int) -> str:
    """A pasted list of about so many lines: six primary drivers, each with secondary drivers and their ideas."""
    lines: list[str] = []
    for primary in range(6):
        lines.append(f"Driver {primary + 1} that the aim depends on")
        for secondary in range(max(1, count // 24)):
            lines.append(f"  Condition {primary + 1}.{secondary + 1} that makes it happen")
            place = f"{primary + 1}.{secondary + 1}"
            lines += [f"    Try idea {place}.{idea + 1} with one person on one shift" for idea in range(3)]
    return "\n".join(lines[:count])
