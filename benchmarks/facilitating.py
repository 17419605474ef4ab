"""A facilitator's hour in Chromium: a morning's space of 200 posts, until nothing urgent waits. Clicks are counted.

What she does: everything reported is decided, everything held is looked at, ten people without a reply are answered,
four posts are brought forward. What reading and thinking take is hers and not counted.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.utils import timezone
from playwright.sync_api import Locator, Page

from benchmarks import morning
from benchmarks.browser import on_a_site
from demo import testing

TITLE = "A facilitator's hour: a space of 200 posts until nothing urgent waits, in Chromium"
ANSWER = "What would tell you by Friday that it helped?"
ANSWERED = 10
CLICK_S, KEY_S = 2.0, 0.25  # finding and pressing; typing at some 48 words a minute
BROUGHT_FORWARD = ("Mark as a good example", "Mark as a good example", "Make it a question for everyone", "Pin on top")


class Hand:
    """The mouse and the keyboard, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.keys = 0

    def click(self, where: Locator) -> None:
        where.click()
        self.clicks += 1

    def press(self, name: str, *, inside: Locator | None = None) -> None:
        self.click((inside or self.page).get_by_role("button", name=name, exact=True).first)

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label).last.fill(text)
        self.keys += len(text)


def report() -> Iterator[str]:
    with _facilitators_page() as page:
        hand = Hand(page)
        all_in_all = 0.0
        for name, part in (("reported", _reports), ("held", _held), ("answers", _answers), ("highlights", _highlights)):
            clicks, keys, began = hand.clicks, hand.keys, time.perf_counter()
            part(hand)
            took_s = time.perf_counter() - began
            clicks, keys = hand.clicks - clicks, hand.keys - keys
            whole_s = clicks * CLICK_S + keys * KEY_S + took_s
            all_in_all += whole_s
            yield f"{name:>10}: {clicks:3} clicks, {keys:4} keys, {took_s:5.1f} s of the machine, {_minutes(whole_s)}"
        yield f"{'together':>10}: {hand.clicks:3} clicks, {hand.keys:4} keys, {_minutes(all_in_all)}"


def _minutes(seconds: float) -> str:
    return f"{int(seconds // 60)} min {round(seconds % 60):02} s at {CLICK_S:.0f} s a click"


def _entries(hand: Hand) -> Locator:
    return hand.page.locator(".waiting")


def _only(hand: Hand, kind: str) -> None:
    hand.click(hand.page.get_by_role("button", name=kind).first)


def _reports(hand: Hand) -> None:
    """What could identify a patient is erased or stays hidden with a word to the writer; the rest is looked at."""
    hand.click(hand.page.get_by_role("button", name="Waiting for you"))
    _entries(hand).first.wait_for()
    _only(hand, "Reported (")
    for number in range(left := _entries(hand).count()):
        entry = _entries(hand).first
        if entry.get_by_role("button", name="Keep it hidden").count() == 0:
            hand.press("It may stay", inside=entry)
        elif number % 2:
            hand.press("Erase for good", inside=entry)
            hand.press("Yes, erase it for good")
        else:
            hand.press("Keep it hidden", inside=entry)
            hand.type("A word to the writer", "Please leave the place out.")
            hand.click(hand.page.locator(".panel").get_by_role("button", name="Keep it hidden"))
        _wait_for(hand, left - number - 1)


def _held(hand: Hand) -> None:
    _only(hand, "Held (")
    for left in reversed(range(_entries(hand).count())):
        hand.press("Let everybody read it")
        _wait_for(hand, left)


def _answers(hand: Hand) -> None:
    _only(hand, "No reply for a day (")
    waiting = _entries(hand).count()
    for number in range(1, ANSWERED + 1):
        hand.click(_entries(hand).first.get_by_role("button", name="Reply").first)
        hand.type("Your reply", f"{ANSWER} ({number})")
        hand.press("Reply", inside=hand.page.locator(".replies"))
        _wait_for(hand, waiting - number)


def _highlights(hand: Hand) -> None:
    hand.press("Conversation")
    for number, words in enumerate(BROUGHT_FORWARD):
        thread = hand.page.locator(".thread").nth(number)
        hand.click(thread.get_by_role("button", name="More").first)
        hand.press(words, inside=thread)
        thread.get_by_text("Done.").wait_for()


def _wait_for(hand: Hand, left: int) -> None:
    hand.page.wait_for_function(
        "(left) => document.querySelector('qi-social-space').shadowRoot.querySelectorAll('.waiting').length === left",
        arg=left,
    )


@contextmanager
def _facilitators_page() -> Iterator[Page]:
    with on_a_site() as (browser, site):
        yield _open(browser.new_page(locale="en-GB"), site)


def _open(page: Page, site: str) -> Page:
    course = testing.make_course()
    space = testing.add_block(course, "qi_social_space", {"display_name": "Talk"}, name="talk")
    people = {name: testing.make_person(name, enrolled_in=[course]) for name in morning.names()}
    clients: dict[str, Any] = {name: testing.browser(user) for name, user in people.items()}

    def ask(who: str, handler: str, **body: Any) -> dict[str, Any]:
        reply = testing.call(space, handler, body, people[who], client=clients[who])
        if reply.status != 200:
            raise RuntimeError(f"{handler} was answered {reply.status}: {reply.json}")
        return dict(reply.json)

    morning.fill(ask, now=timezone.now())
    posts = apps.get_model("qi_social_space", "Post").objects.count()
    if posts != morning.THREADS + morning.REPLIES:
        raise RuntimeError(f"{posts} posts are not what was meant to be there")
    facilitator = testing.make_person("facilitator", staff_of=[course])
    client = testing.browser(facilitator)
    testing.call(space, "accept_rules", {}, facilitator, client=client)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page.goto(f"{site}/xblock/{space}")
    return page
