"""The local host's frame starts blocks, passes arguments and tells its height as the platform's pages do."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from completion.models import BlockCompletion
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Frame, Page, Route
from web_fragments.fragment import Fragment

from demo.probe import TAG, ProbeBlock
from demo.serve import listening
from demo.testing import add_block, browser, make_course, make_person, registered

START = """
function QiProbe(runtime, element, args) {
  window.started = {args, isNode: element instanceof HTMLElement, url: runtime.handlerUrl(element, "add", "s", "q=1")};
  runtime.notify("save", {state: "end"});
}
"""
OUTSIDE = """
<script>window.heard = []; addEventListener("message", (event) => heard.push(event.data));</script>
<iframe src="{}" width="600" height="50"></iframe>
"""
FETCH = """async (token) => {
  const headers = token ? {"X-CSRFToken": document.cookie.match(/csrftoken=([^;]*)/)[1]} : {};
  return (await fetch(started.url, {method: "POST", body: "{}", headers})).status;
}"""
AJAX = """() => $.ajax({type: "POST", url: started.url, data: "{}", contentType: "application/json"})"""
DEFINE = """() => {
  if (!window.define) return "none";
  try { define([], () => 1); return "took it"; } catch (error) { return error.message; }
}"""


class Started(ProbeBlock):
    has_custom_completion = False

    def student_view(self, _context: Any) -> Fragment:
        fragment = Fragment("<p style='height: 300px'>A probe</p>")
        fragment.add_javascript(START)
        fragment.initialize_js("QiProbe", {"text": "</script>"})
        return fragment

    studio_view = student_view


@pytest.fixture(name="address")
def _address(transactional_db: None, settings: Any) -> Iterator[str]:
    settings.COMPLETION_BY_VIEWING_DELAY_MS = 100
    with registered(**{TAG: Started}), listening("localhost", 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(name="chromium")
def _emptied(chromium: Browser) -> Iterator[Browser]:
    yield chromium
    for context in chromium.contexts:
        context.close()


def open_inside(chromium: Browser, address: str, path: str, user: User) -> tuple[Page, Frame]:
    context = chromium.new_context()
    session = browser(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    page = context.new_page()

    def outside(route: Route) -> None:
        route.fulfill(content_type="text/html", body=OUTSIDE.format(path))

    page.route("**/outside", outside)
    page.goto(f"{address}/outside")
    frame = page.frames[1]
    frame.wait_for_function("() => window.started")
    page.wait_for_function("() => heard.some((message) => message.type === 'plugin.resize')")
    return page, frame


def test_a_unit_in_the_lms(address: str, chromium: Browser) -> None:
    course = make_course()
    unit = add_block(course, "vertical")
    key, amina = add_block(course, TAG, parent=unit), make_person("amina", [course])
    page, frame = open_inside(chromium, address, f"/xblock/{unit}", amina)
    assert frame.evaluate("started") == {
        "args": {"text": "</script>"},
        "isNode": True,
        "url": f"/courses/{course.key}/xblock/{key}/handler/add/s?q=1",
    }
    assert (frame.evaluate(FETCH, False), frame.evaluate(FETCH, True)) == (403, 200)
    assert (frame.evaluate(AJAX), frame.evaluate(DEFINE)) == ({"left": 2}, "none")
    page.wait_for_timeout(400)  # in view for longer than the delay
    assert [(row.user, row.block_key, row.completion) for row in BlockCompletion.objects.all()] == [
        (amina, key, 1.0)
    ]
    heights = page.evaluate("heard.map((message) => message.payload.height)")
    frame.evaluate("document.querySelector('p').style.height = '900px'")
    page.wait_for_function("(before) => heard.at(-1).payload.height === before + 600", arg=heights[-1])
    assert frame.evaluate("scrollY") == 0


@pytest.mark.parametrize(("path", "is_node"), [("/preview/xblock/{}", True), ("/studio/xblock/{}/action/edit", False)])
def test_studio(address: str, chromium: Browser, path: str, is_node: bool) -> None:
    course = make_course()
    key, staff = add_block(course, TAG), make_person("staff", staff_of=[course])
    page, frame = open_inside(chromium, address, path.format(key), staff)
    place = path.split("/")[1]
    assert frame.evaluate("started") == {
        "args": {"text": "</script>"},
        "isNode": is_node,
        "url": f"/{place}/xblock/{key}/handler/add/s?q=1",
    }
    assert frame.evaluate(DEFINE) == "Mismatched anonymous define() module"
    assert page.evaluate("heard[0]") == {"type": "studio.notify", "name": "save", "data": {"state": "end"}}


def test_a_content_library(address: str, chromium: Browser) -> None:
    key, boss = add_block(None, TAG), make_person("boss", is_staff=True)
    _page, frame = open_inside(chromium, address, f"/library/xblock/{key}", boss)
    started = frame.evaluate("started")
    assert (started["args"], started["isNode"]) == ({"text": "</script>"}, True)
    assert started["url"].startswith(f"/api/xblock/v2/xblocks/{key}/handler/{boss.pk}-")
    assert frame.evaluate(FETCH, False) == 200
