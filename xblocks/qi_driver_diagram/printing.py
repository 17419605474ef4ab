"""The printed page of a diagram: one sheet of A4 or A3 on its side. The picture itself is drawn by ui/print.ts."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from xblock.utils.resources import ResourceLoader

from qi_core.printed import Printed, sheets_of, style_of
from qi_driver_diagram.domain.document import Document

PACKAGE = "qi_driver_diagram"


class Paper(NamedTuple):
    """In millimetres, on its side."""

    name: str
    width: int
    height: int


PAPERS: Mapping[str, Paper] = {"": Paper("A4", 297, 210), "a4": Paper("A4", 297, 210), "a3": Paper("A3", 420, 297)}
MARGIN, HEAD, SPARE = 10, 9, 2  # SPARE: what browsers round away must not become a second page
# A4 on its side, without the margins of the project's page, its running foot and the chapter's heading
ROOM_IN_PROJECT = {"width": 265, "height": 156}


def html_of(
    document: Document, *, which: str, drawn: Mapping[str, Any], words: Mapping[str, Any], script: str
) -> str | None:
    """`which` is "", "a4" or "a3"; None when there is no such paper. `drawn` goes to the script as it is."""
    paper = PAPERS.get(which)
    if paper is None:
        return None
    say = words["strings"].__getitem__
    room = {"width": paper.width - 2 * MARGIN - SPARE, "height": paper.height - 2 * MARGIN - HEAD - SPARE}
    context = {
        "paper": paper.name,
        "margin": MARGIN,
        "head": HEAD,
        "locale": words["locale"],
        "dir": words["dir"],
        "title": say("print.heading"),
        "legend": say("print.legend"),
        "print_now": say("print.now"),
        "printed_on": date_format(timezone.localdate(), "DATE_FORMAT"),
        "sheets": sheets_of(PACKAGE, _sheets(document, drawn, words, room=room)),
        "style": style_of(PACKAGE),
        "script": script,
    }
    html: str = ResourceLoader(PACKAGE).render_django_template("templates/print.html", context)
    return html


def part_of(
    document: Document, *, drawn: Mapping[str, Any], words: Mapping[str, Any], script: str
) -> Printed | None:
    """For the project's page, on a sheet of its own on its side."""
    if not document.nodes:
        return None
    html = sheets_of(PACKAGE, _sheets(document, drawn, words, room=ROOM_IN_PROJECT), alone=False)
    return Printed("theory", words["strings"]["print.heading"], html, style_of(PACKAGE), script)


def _sheets(
    document: Document, drawn: Mapping[str, Any], words: Mapping[str, Any], *, room: Mapping[str, int]
) -> dict[str, Any]:
    say = words["strings"].__getitem__
    return {
        "lines": [f"{say(f'level.{node.level}')}: {node.text}" for node in document.nodes],
        "legend": say("print.legend"),
        "drawn": {**drawn, **words, "paper": room},
    }
