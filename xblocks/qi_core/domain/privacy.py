"""Texts that may identify a patient, carer or colleague: NHS numbers block, other patterns warn and can be confirmed.

No pattern makes a text safe; these catch slips. Misses are worse than false alarms.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from qi_core.domain.nhs_numbers import Span, nhs_numbers
from qi_core.domain.privacy_patterns import FINDERS, Finder, Kind, Searched, searched
from qi_core.domain.problems import Problem

__all__ = ["ScreenResult", "Span", "Warning_", "blocked", "nhs_numbers", "screen", "warnings"]

# Ids and days; a chart has thousands of them. Every tool gives other names to its texts.
NO_TEXT = {
    "id", "follows", "from", "to", "idea", "measured_by",
    "driver_id", "baseline_until", "on", "by_when", "confirmed", "schema",
}  # fmt: skip
# What a field asks for is no slip there.
ASKED_FOR: Mapping[str, Kind] = {"printed_as": "name"}
MARK_LENGTH = 16


class Warning_(NamedTuple):  # pylint: disable=invalid-name  # Warning is a builtin
    """`mark` stands for the kind and the words, so that what is confirmed stays so when the text around it changes."""

    kind: Kind
    start: int
    end: int
    mark: str


@dataclass(frozen=True)
class ScreenResult:
    """`blocked` must be changed before saving; `warnings` have path, kind, start, end and mark."""

    blocked: Mapping[str, Problem] = field(default_factory=dict)
    warnings: tuple[dict[str, Any], ...] = ()


def warnings(text: str) -> list[Warning_]:
    """In the order of the text. Overlapping finds of a kind are one; what lies inside a longer find is left out."""
    where = searched(text)
    found = [(span, kind) for kind, finders in FINDERS.items() for span in _joined(finders, where)]
    found.sort(key=lambda one: (one[0].start, -one[0].end))
    shown: list[Warning_] = []
    reach = 0
    for (start, end), kind in found:
        if end > reach:
            reach = end
            shown.append(Warning_(kind, start, end, _mark(kind, text[start:end])))
    return shown


def blocked(document: Mapping[str, Any]) -> dict[str, Problem]:
    """By path, the texts with an NHS number."""
    return {path: Problem("nhs_number") for path, text in _texts(document, "") if nhs_numbers(text)}


def screen(document: Mapping[str, Any], confirmed: Collection[str]) -> ScreenResult:
    """Warnings whose mark is in `confirmed` are left out. A text that stands in several places is read once."""
    known = set(confirmed)
    places = list(_texts(document, ""))
    found_in = {text: [one for one in warnings(text) if one.mark not in known] for text in {text for _, text in places}}
    found = tuple(
        {"path": path, **warning._asdict()}
        for path, text in places
        for warning in found_in[text]
        if ASKED_FOR.get(path.rpartition(".")[2]) != warning.kind
    )
    return ScreenResult(blocked(document), found)


def _joined(finders: Iterable[Finder], where: Searched) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(span for finder in finders for span in finder(where)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _mark(kind: Kind, words: str) -> str:
    """Upper case and spaces do not matter."""
    plain = " ".join(words.lower().split())
    return sha256(f"{kind}:{plain}".encode(errors="replace")).hexdigest()[:MARK_LENGTH]


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a JSON document that says something, with paths such as "cycles[0].questions[1].prediction"."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            if name not in NO_TEXT:
                yield from _texts(one, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _texts(one, f"{path}[{index}]")
