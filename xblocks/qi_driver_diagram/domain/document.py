"""The diagram document, schema 1: drivers and change ideas in four columns, and what affects what.

The aim is the project's and stands in its document. Whether a theory is good is not asked here; see checks.py.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from pydantic import Field

from qi_core.domain.texts import MARKS_MAX, Id, Long, Mark, Part, Short, at_most

SCHEMA: Literal[1] = 1
NODES_MAX = 200
LINKS_MAX = 1_000
MEASURES_MAX = 20

Level = Literal["primary", "secondary", "tertiary", "idea"]
Strength = Literal["strong", "weak"]
Amount = Literal["low", "high"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Node(Part):
    """`owner` is a role; `measured_by` holds ids of the project's measures."""

    id: Id
    level: Level
    text: Short = ""
    note: Long = ""
    owner: Short = ""
    effort: Amount | None = None
    impact: Amount | None = None
    measured_by: Annotated[tuple[Id, ...], at_most(MEASURES_MAX), Field(strict=False)] = ()

    @property
    def is_said(self) -> bool:
        return bool(self.text.strip())


class Link(Part):
    """`from` affects `to`, which stands in a column further left, towards the aim."""

    from_: Annotated[Id, Field(alias="from")]
    to: Id
    strength: Strength = "strong"


class Document(Part):
    """Nodes stand in the order in which they are shown. A node's first link says where it stands in the outline.

    `confirmed` holds the marks of the privacy warnings that the learner has called safe.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    nodes: Annotated[tuple[Node, ...], at_most(NODES_MAX), Field(strict=False)] = ()
    links: Annotated[tuple[Link, ...], at_most(LINKS_MAX), Field(strict=False)] = ()
    confirmed: Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)] = ()

    def of_level(self, *levels: Level) -> Iterator[tuple[int, Node]]:
        """With text, and with their places among all nodes."""
        return ((place, node) for place, node in enumerate(self.nodes) if node.level in levels and node.is_said)

    @property
    def drivers(self) -> list[tuple[int, Node]]:
        return list(self.of_level("primary", "secondary", "tertiary"))

    @property
    def ideas(self) -> list[tuple[int, Node]]:
        return list(self.of_level("idea"))
