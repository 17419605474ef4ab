"""What the tests of every kind of template ask of its words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

# No trusts, no national bodies, no products: a starter is for any place. "NHS" alone is in the names of many.
FORBIDDEN = re.compile(
    r"\b(?:NHS\w*|NICE|HIKER|IHI|CQC|BMJ|Life QI|Datix|HQIP|Trust|Hospital|Infirmary|guarantee\w*|best practice)\b"
)
BLANK = "__"
VOWELS = re.compile(r"[aeiouy]+")
# the last e is silent, but in "table" and "people"; so are "es" and "ed", but in "boxes" and "started"
SILENT = re.compile(r"(?<![^aeiouy]l)e$|(?<![sxzhgc])es$|(?<![td])ed$")
PLAIN = set("“”’–…")


def texts_of(value: Any, *, leave_out: frozenset[str] = frozenset(), at: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its place, except those in fields that are left out."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            if name not in leave_out:
                yield from texts_of(one, leave_out=leave_out, at=f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from texts_of(one, leave_out=leave_out, at=f"{at}[{index}]")


def syllables(word: str) -> int:
    """A guess that is right for most English words."""
    kept = SILENT.sub("", word.lower()) or word.lower()
    return max(1, len(VOWELS.findall(kept)))


def reading_grade(texts: list[str]) -> float:
    """Flesch and Kincaid 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. A grade plus five is an age."""
    sentences = [part for text in texts for part in re.split(r"[.!?]+(?:\s|$)", text) if re.search(r"[A-Za-z]", part)]
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z]+", sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def strange_characters(texts: list[str]) -> set[str]:
    """Text that was pasted from a word processor brings characters that nobody sees."""
    return {char for text in texts for char in text if not (char.isascii() and char.isprintable())} - PLAIN
