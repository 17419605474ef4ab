"""The driver diagram on paper and in files: one page, nothing cut off, nothing a spreadsheet would run."""

import io
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.diagram import Diagram, many
from tests.e2e.paper import ink
from tests.e2e.school import School

OpenDiagram = Callable[..., Diagram]
OUTSIDE = """() => {
  const room = document.querySelector("#picture svg").getBoundingClientRect();
  const drawn = [...document.querySelectorAll("#picture text, #picture rect")];
  const fits = ({ left, right, bottom }) => left >= room.left - 1 && right <= room.right + 1 && bottom <= room.bottom + 1;
  return drawn.filter((one) => !fits(one.getBoundingClientRect())).length;
}"""


A4, A3 = (842, 595), (1191, 842)


@pytest.mark.parametrize(("paper", "size", "lines"), [("a4", A4, 13), ("a4", A4, 60), ("a3", A3, 60), ("a3", A3, 200)])
def test_a_diagram_is_one_page_with_nothing_cut_off(
    open_diagram: OpenDiagram, school: School, paper: str, size: tuple[int, int], lines: int
) -> None:
    diagram = open_diagram()
    diagram.paste(many(lines))
    diagram.wait_until_saved()
    diagram.view("Picture")
    page = diagram.page
    address = page.get_by_role("link", name=f"Print on {paper.upper()}").get_attribute("href")
    page.goto(f"{school.site}{address}")
    expect(page.locator("#picture svg")).to_be_visible()
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    (sheet,) = list(PdfReader(io.BytesIO(pdf)).pages)
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size
    printed = "".join(unicodedata.normalize("NFKC", sheet.extract_text()).split())
    wanted = [line.strip() for line in many(lines).splitlines()]
    assert [line for line in wanted if "".join(line.split()) not in printed] == []
    assert page.evaluate(OUTSIDE) == 0
    at_the_edge, drawn = ink(pdf)
    assert (at_the_edge, drawn > 5_000) == (0, True)


def test_the_files_hold_what_was_drawn(open_diagram: OpenDiagram) -> None:
    diagram = open_diagram()
    diagram.paste("Timely <b>\n  =SUM(A1)")
    second = "**/qi_driver_diagram_print.js"
    diagram.page.route(second, lambda route: route.abort())
    diagram.view("Picture")
    diagram.button("Download CSV").click()
    expect(diagram.page.get_by_text("That could not be loaded.")).to_be_visible()
    assert diagram.page.locator(".nested-text").first.bounding_box()["width"] > 200  # type: ignore[index]
    diagram.page.unroute(second)
    diagram.view("List")
    diagram.view("Picture")
    expect(diagram.page.locator("#picture svg")).to_be_visible()
    found = {}
    for kind in ("SVG", "PNG", "CSV"):
        with diagram.page.expect_download() as waiting:
            diagram.button(f"Download {kind}").click()
        found[kind] = waiting.value.path().read_bytes()
    with diagram.page.expect_download() as waiting:
        diagram.button("Download as text").click()
    assert found["SVG"].startswith(b"<svg") and b"Timely &lt;b&gt;" in found["SVG"] and b"<desc>" in found["SVG"]
    assert found["PNG"].startswith(b"\x89PNG")
    assert found["CSV"].decode().splitlines()[2].startswith('"Secondary driver","\'=SUM(A1)","Timely <b>"')
    assert waiting.value.path().read_text(encoding="utf-8") == "Timely <b>\n\t=SUM(A1)"
