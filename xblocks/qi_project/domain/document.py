"""The project document, schema 1: the aim, and room for a charter. Whether an aim is good is not asked here."""

from typing import Annotated, Literal

from pydantic import Field

from qi_core.domain.texts import MARKS_MAX, Day, Long, Mark, Part, Short, at_most

SCHEMA: Literal[1] = 1

Direction = Literal["increase", "reduce"]


class Aim(Part):
    """By `by_when` we will increase or reduce `what` for `for_whom`, from `baseline` to `by_how_much`.

    `voice`: what patients or carers would say about it.
    """

    what: Long = ""
    direction: Direction | None = None
    by_how_much: Short = ""
    baseline: Short = ""
    for_whom: Short = ""
    by_when: Annotated[Day | None, Field(strict=False)] = None
    voice: Long = ""


class Document(Part):
    """`confirmed` holds the marks of the privacy warnings that the learner has called safe."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    aim: Aim = Aim()
    confirmed: Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)] = ()
