"""What a tool gives to the printed page of the whole project: its sheets, how they look, what draws them.

A tool prints its own page from the same sheets, so that both look alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from xblock.utils.resources import ResourceLoader

SHEETS, STYLE = "templates/sheets.html", "templates/sheets.css"
ALONE, IN_PROJECT = {"level": 1, "below": 2}, {"level": 3, "below": 4}  # of the headings


@dataclass(frozen=True)
class Printed:
    """`name` is the class that every rule of `style` begins with. `script` draws pictures; empty: there are none."""

    name: str
    heading: str
    html: SafeString
    style: SafeString
    script: str = ""


def sheets_of(package: str, context: Mapping[str, Any], *, alone: bool = True) -> SafeString:
    levels = ALONE if alone else IN_PROJECT
    html = ResourceLoader(package).render_django_template(SHEETS, {**context, **levels})
    return mark_safe(html)  # noqa: S308 -- made by a template, which escapes


def style_of(package: str) -> SafeString:
    return mark_safe(ResourceLoader(package).load_unicode(STYLE))  # noqa: S308 -- a file of ours
