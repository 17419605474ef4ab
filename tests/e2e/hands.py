"""Three ways to use a page: with a mouse, with a finger, with nothing but a keyboard."""

from typing import Protocol

from playwright.sync_api import Locator, expect

from tests.e2e.tool import Tool

FARTHEST_TABS = 40  # a date alone takes four, a row of a table seven
FOCUSED = "element => element.getRootNode().activeElement === element"
FOCUS_SHOWS = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const outlined = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const isInside = !element.matches(":focus");  // the calendar button of a date: Chromium draws its ring
  const box = element.getBoundingClientRect();
  const isOnScreen = box.bottom > 0 && box.top < innerHeight;
  const ring = element.closest(".choice") ?? element;
  return isOnScreen && (isInside || outlined(ring)) ? "" : `${element.tagName} ${element.id || element.textContent}`;
}"""


class Hand(Protocol):
    planner: Tool

    def press(self, button: Locator) -> None: ...

    def pick(self, question: str, answer: str) -> None: ...

    def write(self, label: str, text: str) -> None: ...


class Mouse:
    """After each thing done nothing may stand out at the side."""

    def __init__(self, planner: Tool) -> None:
        self.planner = planner

    def press(self, button: Locator) -> None:
        button.click()
        assert self.planner.overflow() == 0

    def pick(self, question: str, answer: str) -> None:
        self.planner.choice(question, answer).check()
        assert self.planner.overflow() == 0

    def write(self, label: str, text: str) -> None:
        self.planner.field(label).click()
        self.planner.page.keyboard.insert_text(text)
        assert self.planner.overflow() == 0


class Finger(Mouse):
    def press(self, button: Locator) -> None:
        button.tap()
        assert self.planner.overflow() == 0

    def pick(self, question: str, answer: str) -> None:
        self.planner.choice(question, answer).tap()
        assert self.planner.overflow() == 0

    def write(self, label: str, text: str) -> None:
        self.planner.field(label).tap()
        self.planner.page.keyboard.insert_text(text)
        assert self.planner.overflow() == 0


class Keyboard:
    """Goes only forward, with Tab, and sees at every stop where it is. `landings`: the focus after each button."""

    def __init__(self, planner: Tool) -> None:
        self.planner = planner
        self.landings: list[str] = []
        self._keys = planner.page.keyboard

    def press(self, button: Locator) -> None:
        self.reach(button)
        self._keys.press("Enter")
        self.landings.append(self.planner.focused())

    def pick(self, question: str, answer: str) -> None:
        radio, group = self.planner.choice(question, answer), self.planner.choices(question)
        self.reach(group)
        self._keys.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self._keys.press("ArrowDown")
        raise AssertionError(f"the arrows never reached {radio}")

    def write(self, label: str, text: str) -> None:
        self.reach(self.planner.field(label))
        self._keys.type(text)

    def reach(self, wanted: Locator) -> None:
        """Any of `wanted`: of radio buttons only one is a stop."""
        expect(wanted.first).to_be_visible()
        passed: list[str] = []
        for _ in range(FARTHEST_TABS):
            if any(one.evaluate(FOCUSED) for one in wanted.all()):
                return
            self._keys.press("Tab")
            unseen = self.planner.page.evaluate(FOCUS_SHOWS)
            assert not unseen, f"no focus to be seen on {unseen}"
            passed.append(self.planner.focused())
        raise AssertionError(f"not reached: {wanted}; passed {passed}")
