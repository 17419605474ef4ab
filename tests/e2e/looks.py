"""What can be measured of a page in any state: axe's rules, width, the size of what is pressed."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
TARGET_PX = 24  # WCAG 2.2, 2.5.8
AXE_RUN = """async (host) => {
  const { violations } = await axe.run(host, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}"""
TOO_SMALL = """([host, least]) => {
  const root = document.querySelector(host).shadowRoot;
  const isSmall = (box) => box.width > 0 && (box.width < least || box.height < least);
  return [...root.querySelectorAll("button, a[href], input, textarea, summary")]
    .filter((one) => isSmall((one.closest(".choice") ?? one).getBoundingClientRect()))
    .map((one) => one.outerHTML.slice(0, 120));
}"""
OUTSIDE = """(host) => {
  const root = document.querySelector(host).shadowRoot;
  const outside = (box) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
  return [...root.querySelectorAll("*")]
    .filter((one) => !one.closest(".stairs, .scroll") && outside(one.getBoundingClientRect()))  // they scroll by themselves
    .map((one) => one.outerHTML.slice(0, 120));
}"""
WIDER = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"


def axe_violations(page: Page, host: str) -> list[str]:
    """Only of our element: the page around it is the site's."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(AXE))
    found: list[str] = page.evaluate(AXE_RUN, host)
    return found


def too_small(page: Page, host: str) -> list[str]:
    found: list[str] = page.evaluate(TOO_SMALL, [host, TARGET_PX])
    return found


def overflow(page: Page, host: str) -> list[str]:
    found: list[str] = page.evaluate(OUTSIDE, host)
    wider: int = page.evaluate(WIDER)
    return found + ([f"the page is {wider} px wider than the window"] if wider else [])
