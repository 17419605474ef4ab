"""What an aim may become (anything), and what a course team may count of it: numbers, never a text."""

from qi_project.domain.completion import RULES, is_whole, unmet
from qi_project.domain.document import Document

Payload = dict[str, int | str]


def revise(*, earlier: Document, proposed: Document) -> None:
    """Nothing is locked, so nothing is ever refused."""
    del earlier, proposed


def counts(document: Document) -> dict[str, int]:
    return {"aim_parts": len(RULES) - len(unmet(document.aim))}


def events(*, earlier: Document, saved: Document) -> tuple[tuple[str, Payload], ...]:
    """When an aim is whole for the first time, or again."""
    return (("aim_written", {}),) if is_whole(saved.aim) and not is_whole(earlier.aim) else ()
