"""A library of ways to get a script into a page, through every door of a space: none runs in the rendered page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from demo.testing import add_block, browser, call, make_person
from qi_project import api as projects
from tests.e2e.school import School
from tests.e2e.talk import HOST
from tests.qi_social_space.payloads import PAYLOADS

SAFE = [text for text in PAYLOADS if not any(sign in text for sign in "\x00\x01\x0b")]  # those are refused
HOSTILE = "<img src=x onerror=alert(1)>"
FORBIDDEN = {"script", "img", "iframe", "object", "embed", "base", "form", "input", "meta", "link"}
AT_ONCE = 40  # a thread for each kind of card; earlier replies come by fifties
MADE = """(host) => {
  const all = [...document.querySelector(host).shadowRoot.querySelectorAll('*')].filter((one) => !one.closest('svg, style'));
  return {
    tags: all.map(({ localName }) => localName),
    acts: all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
    schemes: all.filter((one) => one.localName === 'a').map(({ protocol }) => protocol),
  };
}"""
Say = Callable[..., int]


@pytest.fixture
def space(school: School) -> Any:
    settings = {"display_name": HOSTILE, "prompt": "\n\n".join(SAFE[:60]), "topics": HOSTILE, "watched": HOSTILE}
    return add_block(school.course, "qi_social_space", settings, name="talk")


@pytest.fixture
def say(school: School, space: Any) -> Say:
    """As a facilitator, who may write as fast as she likes, and whose name is a payload, too."""
    farida = make_person("farida", staff_of=[school.course])
    User.objects.filter(pk=farida.pk).update(first_name=HOSTILE, last_name="<script>alert(1)</script>")
    client = browser(farida)
    call(space, "accept_rules", {}, farida, client=client)
    for tool, document in work_of(SAFE).items():
        projects.save(farida.pk, tool, document=document, seen=0, counts={}, now=timezone.now())
    sent = iter(range(10_000))

    def one(text: str, **more: Any) -> int:
        draft = {"token": f"payload{next(sent):04d}", "text": text, **more}
        reply = call(space, "write_post", {"draft": draft}, farida, client=client)
        if reply.status == 400:
            marks = [problem["facts"]["mark"] for problem in reply.json["problems"].values()]
            reply = call(space, "write_post", {"draft": draft | {"confirmed": marks}}, farida, client=client)
        return int(reply.json["post"]["id"])

    return one


def work_of(texts: list[str]) -> dict[str, Any]:
    """Documents with payloads wherever somebody can type."""
    first, second, third, *_ = texts
    question = {"text": first, "prediction": second, "found": third}
    cycle = {"id": "cycle001", "title": first, "change_idea": second, "objective": third, "questions": [question]}
    points = [{"on": "2026-01-01", "value": 40}, {"on": "2026-02-01", "value": 50}]
    measure = {"id": "measure1", "name": first, "unit": second, "definition": third, "points": points}
    nodes = [{"id": f"node{n:04d}", "level": "idea", "text": text} for n, text in enumerate(texts[:100])]
    aim = dict.fromkeys(("what", "for_whom", "by_how_much", "baseline", "voice"), first)
    return {
        "pdsa": {"schema": 2, "cycles": [cycle]},
        "measures": {"schema": 1, "measures": [measure]},
        "diagram": {"schema": 1, "nodes": nodes, "links": []},
        "project": {"schema": 1, "aim": aim | {"direction": "reduce", "by_when": None}},
    }


def test_none_of_them_runs(
    space: Any, say: Say, school: School, open_context: Any, sign_in: Callable[[BrowserContext, User], None]
) -> None:
    cards = (("aim", "wholeaim"), ("diagram", "wholediagram"), ("cycle", "cycle001"), ("chart", "measure1"))
    for (kind, part), start in zip(cards, range(0, len(SAFE), AT_ONCE), strict=False):
        some = SAFE[start : start + AT_ONCE]
        thread = say(some[0], card={"kind": kind, "id": part}, question="aim_clear")
        for text in some[1:]:
            say(text, reply_to=thread)
    context = open_context()
    sign_in(context, school.learner)
    page: Page = context.new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(f"{school.site}/xblock/{space}")
    expect(page.locator(f"{HOST} .thread")).to_have_count(len(cards))
    earlier = page.get_by_role("button", name="earlier replies")
    for left in reversed(range(len(cards))):
        earlier.first.dblclick()  # somebody in a hurry gets them once
        expect(earlier).to_have_count(left)
    expect(page.locator(f"{HOST} article")).to_have_count(len(SAFE))
    for folded in page.locator(f"{HOST} summary").all():
        folded.click()
    made = page.evaluate(MADE, HOST)
    assert not FORBIDDEN & set(made["tags"])
    assert made["acts"] == []
    assert set(made["schemes"]) <= {"http:", "https:", "mailto:", ":"}
    page.wait_for_timeout(300)
    assert ran == []
