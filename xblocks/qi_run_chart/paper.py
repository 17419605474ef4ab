"""The sheets of measures as a page of their own, and as a part of the project's printed page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from xblock.utils.resources import ResourceLoader

from qi_core.printed import Printed, sheets_of, style_of
from qi_run_chart.printing import BLANK, Row, day

PACKAGE = "qi_run_chart"
PRINTED_WORDS = {
    "print_now": "print.now",
    "print_blank": "print.blank_of_this",
    "page": "print.page",
    "undrawn": "print.undrawn",
    "no_points": "print.no_points",
    "definition": "page.definition",
    "data": "page.data",
    "flags": "flags",
    "date": "date",
    "note": "label.points.note",
    "confidentiality": "confidentiality",
}


def html_of(sheets: Sequence[Row], *, which: str, words: Mapping[str, Any], script: str) -> str:
    """The whole page; `words` are ToolBlock.page_words, which the pictures need as well."""
    say = words["strings"]
    context = {
        "sheets": sheets_of(PACKAGE, _context(sheets, words)),
        "style": style_of(PACKAGE),
        "title": say["print.heading"],
        "locale": words["locale"],
        "dir": words["dir"],
        "words": {name: say[key] for name, key in PRINTED_WORDS.items()},
        "script": script,
        "blank": "" if not which or which.startswith(BLANK) else f"{BLANK}-{which}",
    }
    return str(ResourceLoader(PACKAGE).render_django_template("templates/print.html", context))


def part_of(sheets: Sequence[Row], *, words: Mapping[str, Any], script: str) -> Printed:
    """For the project's page."""
    html = sheets_of(PACKAGE, _context(sheets, words), alone=False)
    return Printed("measures", words["strings"]["print.heading"], html, style_of(PACKAGE), script)


def _context(sheets: Sequence[Row], words: Mapping[str, Any]) -> Row:
    say = words["strings"]
    return {
        "sheets": sheets,
        "printed_on": day(timezone.localdate()),
        "words": {name: say[key] for name, key in PRINTED_WORDS.items()},
        "picture_words": {"locale": words["locale"], "strings": say},
    }
