"""A space on a page, as its people use it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

HOST = "qi-social-space"


@dataclass(frozen=True)
class Talk:
    page: Page

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def post(self, words: str) -> Locator:
        """The innermost post with these words."""
        return self.page.locator(f"{HOST} article").filter(has_text=words).last

    def act(self, words: str, name: str) -> None:
        self.post(words).get_by_role("button", name=name).first.click()

    def write(self, words: str) -> None:
        self.page.get_by_label("Your post").fill(words)
        self.button("Post").click()

    def reply(self, to: str, words: str) -> None:
        self.act(to, "Reply")
        self.page.get_by_label("Your reply").fill(words)
        self.page.locator(".replies").get_by_role("button", name="Reply", exact=True).last.click()

    def comes_back(self) -> None:
        """Somebody returns to the tab: it asks at once what is new."""
        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
