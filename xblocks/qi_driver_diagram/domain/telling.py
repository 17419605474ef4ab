"""What a diagram may become (anything), and what a course team may count of it: numbers, never a text."""

from collections import Counter

from qi_driver_diagram.domain.document import Document

Payload = dict[str, int | str]


def revise(*, earlier: Document, proposed: Document) -> None:
    """Nothing is locked: a theory is there to be changed. So nothing is ever refused."""
    del earlier, proposed


def counts(document: Document) -> dict[str, int]:
    """The only thing that course staff ever see of a learner's diagram."""
    levels = Counter(node.level for node in document.nodes if node.is_said)
    return {
        "primary": levels["primary"],
        "secondary": levels["secondary"] + levels["tertiary"],
        "ideas": levels["idea"],
        "links": len(document.links),
        "prioritised": _prioritised(document),
    }


def events(*, earlier: Document, saved: Document) -> tuple[tuple[str, Payload], ...]:
    """When an idea first hangs on a driver, and when every idea has its effort and impact; not at every edit."""
    about: Payload = {"drivers": len(saved.drivers), "ideas": len(saved.ideas), "links": len(saved.links)}
    told = [("theory_drawn", _is_drawn), ("ideas_prioritised", _is_prioritised)]
    return tuple((name, about) for name, is_so in told if is_so(saved) and not is_so(earlier))


def _is_drawn(document: Document) -> bool:
    linked = {link.from_ for link in document.links}
    return any(node.id in linked for _, node in document.ideas)


def _prioritised(document: Document) -> int:
    return sum(bool(node.effort and node.impact) for _, node in document.ideas)


def _is_prioritised(document: Document) -> bool:
    return 0 < len(document.ideas) == _prioritised(document)
