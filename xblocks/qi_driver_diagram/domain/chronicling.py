"""How the theory stands, for the project's home. A diagram has no dates of its own."""

from qi_core.domain.chronicle import Chronicle, Line
from qi_driver_diagram.domain.document import Document
from qi_driver_diagram.domain.telling import counts

TOLD = ("primary", "secondary", "ideas")


def chronicle(document: Document) -> Chronicle:
    found = counts(document)
    return Chronicle(tuple(Line(name, {"n": found[name]}) for name in TOLD if found[name]))
