"""What a tool's document tells the project's home: how it stands, what happened when. Codes and facts, no sentences.

A module that is a Tool may have a function `chronicle(document) -> Chronicle`; the home has the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Facts = Mapping[str, str | int]


@dataclass(frozen=True)
class Line:
    """Of the present. Facts may hold the learner's own words, such as the name of a measure."""

    key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Moment:
    on: date
    key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Chronicle:
    """`lines` in the order in which they are read; `moments` in any order."""

    lines: tuple[Line, ...] = ()
    moments: tuple[Moment, ...] = ()
