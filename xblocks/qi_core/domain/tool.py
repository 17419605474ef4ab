"""What a tool's domain gives to the block around it. A module with these names is a Tool."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

Facts = Mapping[str, str | int]


class NewerDocument(Exception):
    """The document was written by a newer release: it must be left as it is."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"schema {found} is newer than {known}")
        self.found = found
        self.known = known


@dataclass(frozen=True)
class Check:
    """Gentle advice about the field at `path`; it never blocks anything."""

    path: str
    rule: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Todo:
    """Something that completion still waits for."""

    path: str
    rule: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Review:
    """`progress` is in [0, 1], 1.0 exactly when nothing is left to do; `overview` is JSON for the page."""

    progress: float
    checks: tuple[Check, ...] = ()
    todo: tuple[Todo, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    overview: Any = None


class Tool(Protocol):
    """Documents are opaque here: only the tool looks into them."""

    @property
    def TOOL(self) -> str: ...  # pylint: disable=invalid-name  # a module's constant

    @property
    def SCHEMA(self) -> int: ...  # pylint: disable=invalid-name  # a module's constant

    def empty(self) -> Any: ...

    def upgrade(self, stored: dict[str, Any]) -> dict[str, Any]:
        """Any older schema to the present one; raises NewerDocument."""

    def parse(self, raw: object) -> Any:
        """Raises Problems."""

    def dump(self, document: Any) -> dict[str, Any]:
        """Plain JSON types; parse(dump(document)) == document."""

    def revise(self, *, earlier: Any, proposed: Any) -> None:
        """Raises Problems when the one may not become the other."""

    def review(self, document: Any, *, settings: Mapping[str, Any], today: date) -> Review: ...

    def events(self, *, earlier: Any, saved: Any) -> tuple[tuple[str, dict[str, int | str]], ...]: ...
