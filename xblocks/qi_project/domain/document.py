"""The project document, schema 2: the aim, the charter, the stakeholders. Whether they are good is not asked here."""

from typing import Annotated, Literal

from pydantic import Field

from qi_core.domain.texts import MARKS_MAX, Day, Id, Long, Mark, Part, Short, at_most

SCHEMA: Literal[2] = 2
TEAM_MAX = 30
STAKEHOLDERS_MAX = 60

Direction = Literal["increase", "reduce"]
Amount = Literal["low", "high"]


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


class Member(Part):
    """Of the team, by role. Nobody needs an account; `printed_as`, if anything, is a name that its owner agrees to."""

    id: Id
    role: Short = ""
    printed_as: Short = ""
    does: Short = ""


class Charter(Part):
    """One page: why, for whom, what is in and what is out, what will come of it, what may stop it, who does it."""

    setting: Short = ""
    why: Long = ""
    affected: Long = ""
    inside: Long = ""
    outside: Long = ""
    benefit: Long = ""
    barriers: Long = ""
    team: Annotated[tuple[Member, ...], at_most(TEAM_MAX), Field(strict=False)] = ()


class Stakeholder(Part):
    """By role, or a group. `influence`: how much they can help or stop it; `interest`: how much it touches them."""

    id: Id
    name: Short = ""
    influence: Amount | None = None
    interest: Amount | None = None
    needs: Long = ""
    involve: Long = ""


class Document(Part):
    """`confirmed` holds the marks of the privacy warnings that the learner has called safe."""

    schema_: Annotated[Literal[2], Field(alias="schema")] = SCHEMA
    aim: Aim = Aim()
    charter: Charter = Charter()
    stakeholders: Annotated[tuple[Stakeholder, ...], at_most(STAKEHOLDERS_MAX), Field(strict=False)] = ()
    confirmed: Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)] = ()
