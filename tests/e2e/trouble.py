"""Trouble as it meets any tool: a server that fails, a session that ends, a page that is hidden."""

from collections.abc import Callable

from django.contrib.sessions.models import Session
from playwright.sync_api import Route, expect

from tests.e2e.tool import Tool

NO_CONNECTION = "Not saved yet: no connection. We'll keep trying."
SIGNED_OUT = "Not saved yet: you have been signed out. Your work is still in this page."
SOMEBODY_ELSE = "Not saved: somebody else has signed in on this computer."
CONFLICT = "This was also changed in another window"
LOGIN_PAGE = "<!doctype html><title>Sign in</title><form>Password: <input type=password></form>"
HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def failing(times: int) -> tuple[list[int], Callable[[Route], None]]:
    """The answers it has given so far, and an answer of the server that is 500 so many times."""
    failed: list[int] = []

    def answer(route: Route) -> None:
        if len(failed) == times:
            return route.continue_()
        failed.append(500)
        return route.fulfill(status=500, content_type="text/html", body="<h1>Server Error (500)</h1>")

    return failed, answer


def keeper(held: list[Route]) -> Callable[[Route], None]:
    """For requests that the test lets go on itself."""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def wait_out_retries(tool: Tool) -> None:
    for seconds in (2, 3, 5, 9):
        tool.page.clock.fast_forward(seconds * 1000)
        tool.page.wait_for_timeout(100)


def redirect_to_login(route: Route) -> None:
    route.fulfill(status=302, headers={"Location": "/login?next=/"})


def answer_login_page(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body=LOGIN_PAGE)


def end_session(route: Route) -> None:
    Session.objects.all().delete()
    route.continue_()


def sign_in_again(tool: Tool, name: str) -> None:
    """In another tab, on the site's own page; then back to the first."""
    with tool.page.expect_popup() as opened:
        tool.page.get_by_role("link", name="Sign in again (opens a new tab)").click()
    tab = opened.value
    tab.get_by_role("button", name=f"Continue as {name}").click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    tab.close()
    tool.page.evaluate("window.dispatchEvent(new Event('focus'))")
