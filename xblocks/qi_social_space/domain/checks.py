"""Gentle advice for a text before it is posted. It never blocks anything."""

from collections.abc import Iterator

from qi_core.domain.tool import Check

LONG = 1_500
HARSH = ("useless", "stupid", "rubbish", "ridiculous", "incompetent", "idiot", "pathetic")


def checks(text: str) -> tuple[Check, ...]:
    return tuple(Check("text", rule) for _, rule in _found(text))


def _found(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONG:
        yield "text", "long"
    if set(text.lower().replace(",", " ").replace(".", " ").replace("!", " ").split()) & set(HARSH):
        yield "text", "harsh"
