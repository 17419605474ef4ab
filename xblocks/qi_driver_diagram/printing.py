"""The printed page of a diagram: one sheet of A4 or A3 on its side. The picture itself is drawn by ui/print.ts."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from xblock.utils.resources import ResourceLoader

from qi_driver_diagram.domain.document import Document


class Paper(NamedTuple):
    """In millimetres, on its side."""

    name: str
    width: int
    height: int


PAPERS: Mapping[str, Paper] = {"": Paper("A4", 297, 210), "a4": Paper("A4", 297, 210), "a3": Paper("A3", 420, 297)}
MARGIN, HEAD, SPARE = 10, 9, 2  # SPARE: what browsers round away must not become a second page


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
        "lines": [f"{say(f'level.{node.level}')}: {node.text}" for node in document.nodes],
        "drawn": {**drawn, **words, "paper": room},
        "script": script,
    }
    html: str = ResourceLoader("qi_driver_diagram").render_django_template("templates/print.html", context)
    return html
