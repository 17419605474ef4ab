"""Somebody who has never seen the course: reads each unit to its end, does what it says, goes on to the next.

Everything is found by the words on the page. The clock is set forward where a person would only wait.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.e2e import story
from tests.e2e.hands import Mouse
from tests.e2e.planner import Planner
from tests.e2e.tool import eventually

QUIET_MS = 2_000  # longer than what a save waits for
READ_MS = 5_100  # longer than a text must be in view to count as read
LAST = "Back to the course"
DAY = "2027-06-30"


@dataclass(frozen=True)
class Newcomer:
    page: Page

    @property
    def unit(self) -> FrameLocator:
        return self.page.frame_locator("iframe.unit-frame")

    @property
    def title(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.unit.get_by_role("button", name=name, exact=True)

    def fill(self, texts: dict[str, str]) -> None:
        fields = self.unit.locator("input, textarea")
        for label, text in texts.items():
            self.unit.get_by_label(re.compile(rf"^\s*{re.escape(label)}")).and_(fields).fill(text)

    def pick(self, question: str, answer: str) -> None:
        group = self.unit.get_by_role("group", name=re.compile(rf"^{re.escape(question)}"))
        group.get_by_role("radio", name=re.compile(rf"^{re.escape(answer)}")).check()

    def do(self) -> None:
        """What the unit asks for, by its title; most units only want to be read and answered."""
        for questions in self.unit.get_by_role("button", name="Submit").all():
            self.answer(questions)
        if task := TASKS.get(self.title):
            task(self)

    def answer(self, submit: Locator) -> None:
        """The first answer to each question, right or wrong."""
        for question in self.unit.locator("form fieldset").all():
            question.get_by_role("radio").or_(question.get_by_role("checkbox")).first.check()
        submit.click()
        expect(self.unit.get_by_role("status").filter(has_text="Sent.")).to_be_visible()

    def read(self) -> None:
        """To the end: each text has to have been in view for a while."""
        for text in self.unit.locator(".html-block").all():
            text.scroll_into_view_if_needed()
            text.get_by_text("This unit ticks").or_(text).last.scroll_into_view_if_needed()
            self.page.wait_for_timeout(60)  # the browser tells what is in view after it has drawn
            self.page.clock.fast_forward(READ_MS)

    def read_until_the_tick(self) -> None:
        def ticked() -> str:
            self.read()  # again: on a busy machine a text was out of view before the browser had told that it was in
            self.page.clock.fast_forward(QUIET_MS)
            return self.page.locator("[data-unit-state]").inner_text().strip()

        assert (self.title, eventually(ticked, "Complete")) == (self.title, "Complete")

    def go_on(self) -> bool:
        """False at the end of the course."""
        steps = self.page.get_by_role("navigation", name="Units")
        onwards = steps.get_by_role("link").last
        is_last = LAST in onwards.inner_text()
        onwards.click()
        return not is_last


def begin_project(noor: Newcomer) -> None:
    noor.button("Charter").click()
    noor.fill(
        {
            "Why does it matter?": "Cups come back full. Staff notice at three, when the tea is cold.",
            "Who is affected?": "People at the day centre, above all those who need a hand.",
            "What is part of it?": "The drinks round in the afternoon, in one room.",
        }
    )
    noor.button("Add a role").click()
    noor.fill({"Role": "Kitchen helper"})


def write_aim(noor: Newcomer) -> None:
    noor.button("Write the aim").click()
    noor.pick("Which way?", "Increase")
    noor.fill(
        {
            "What will be better?": "people who have a drink in reach at three",
            "For whom, or where?": "people at the day centre",
            "Where is it now?": "5 in 10",
            "Where should it be?": "8 in 10",
            "By when?": DAY,
        }
    )


def say_hello(noor: Newcomer) -> None:
    noor.button("I'll keep to this").click()
    noor.fill({"Your post": "Cups are full when we collect them at three. It happens most days."})
    noor.button("Post").click()
    expect(noor.unit.locator("article").filter(has_text="Cups are full").first).to_be_visible()


def rather_not(noor: Newcomer) -> None:
    noor.button("I'd rather not post").click()


def read_chart(noor: Newcomer) -> None:
    noor.fill(
        {
            "What does this chart tell you?": "Mondays are high and weekends are low.",
            "What does it not tell you?": "Whether the answering machine helped.",
        }
    )
    expect(noor.unit.get_by_text("Show the explanation")).to_be_visible()


def draw(noor: Newcomer) -> None:
    write_aim(noor)
    noor.button("List").click()
    noor.button("Use a ready-made diagram").click()
    noor.button(re.compile("^Add to my diagram")).first.click()
    expect(noor.unit.get_by_text(re.compile("^Added:"))).to_be_visible()
    noor.button("Picture").click()
    expect(noor.unit.get_by_text("Primary drivers", exact=True)).to_be_visible()


def place(noor: Newcomer) -> None:
    noor.button("Effort and impact").click()
    expect(noor.unit.get_by_text("Not placed yet").first).to_be_visible()


def define_measure(noor: Newcomer) -> None:
    noor.button("Add my first measure").click()
    noor.fill({"Name of the measure": "Cups that come back empty"})
    noor.pick("What kind of measure is it?", "Outcome")
    noor.pick("Which direction is better?", "Up")
    noor.fill({"Who collects it (role)": "Kitchen helper", "Where does the number come from?": "The trolley at three"})
    noor.pick("How often?", "Daily")


def plan(noor: Newcomer) -> None:
    story.plan(Mouse(Planner(noor.page, inside=noor.unit)))


def try_it(noor: Newcomer) -> None:
    planner = Planner(noor.page, inside=noor.unit)
    hand = Mouse(planner)
    hand.press(noor.button(re.compile("^Carry on")))
    hand.press(planner.step("Do"))
    hand.press(noor.button("Start Do: lock my prediction"))
    hand.write("What happened?", story.HAPPENED)
    story.study(hand)
    story.act(hand)


TASKS = {
    "Begin your project": begin_project,
    "Say hello": say_hello,
    "Walk through it, and look twice": read_chart,
    "Draw your own": draw,
    "Ask about your diagram": rather_not,
    "Place your ideas": place,
    "One thing to count": define_measure,
    "Plan your test": plan,
    "Try it, study it, decide": try_it,
}
