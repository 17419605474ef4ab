"""What a project may become (anything), and what a course team may count of it: numbers, never a text."""

from qi_project.domain.completion import AIM_FIELDS, is_known, is_said, is_whole, missing
from qi_project.domain.document import Charter, Document

Payload = dict[str, int | str]
CHARTER_TEXTS = ("setting", "why", "affected", "inside", "outside", "benefit", "barriers")


def revise(*, earlier: Document, proposed: Document) -> None:
    """Nothing is locked, so nothing is ever refused."""
    del earlier, proposed


def counts(document: Document) -> dict[str, int]:
    return {
        "aim_parts": len(AIM_FIELDS) - len(missing(document.aim)),
        "charter_parts": sum(is_said(getattr(document.charter, name)) for name in CHARTER_TEXTS),
        "team": sum(is_said(one.role) for one in document.charter.team),
        "stakeholders": sum(map(is_known, document.stakeholders)),
    }


def events(*, earlier: Document, saved: Document) -> tuple[tuple[str, Payload], ...]:
    """When an aim is whole, a charter says why and what is in it, a stakeholder is known: first, or again."""
    told = (
        ("aim_written", is_whole(earlier.aim), is_whole(saved.aim)),
        ("charter_written", _is_written(earlier.charter), _is_written(saved.charter)),
        ("stakeholders_known", any(map(is_known, earlier.stakeholders)), any(map(is_known, saved.stakeholders))),
    )
    return tuple((name, {}) for name, was, now in told if now and not was)


def _is_written(charter: Charter) -> bool:
    return is_said(charter.why) and is_said(charter.inside)
