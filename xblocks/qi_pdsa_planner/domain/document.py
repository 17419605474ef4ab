"""The PDSA document, schema 1: many cycles, each with plan, do, study and act. Values are frozen; edits make new ones.

Texts are kept as typed. Whether a text is good is not asked here; see checks.py.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

SCHEMA: Literal[1] = 1
CYCLES_MAX = 60
QUESTIONS_MAX = 5
TASKS_MAX = 20
ADDENDA_MAX = 20
MARKS_MAX = 500
LONG_MAX = 4_000
SHORT_MAX = 300
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # not tab and line feed
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Purpose = Literal["learn", "develop", "test", "implement"]
Scale = Literal["one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"]
Verdict = Literal["matched", "partly", "did_not_match", "could_not_tell"]
Decision = Literal["adopt", "adapt", "abandon", "expand"]
DataKind = Literal["qualitative", "quantitative", "both"]
AsPlanned = Literal["yes", "partly", "no"]


def _no_hidden(text: str) -> str:
    """Control characters and lone surrogates: some databases refuse them, and nobody typed them on purpose."""
    if HIDDEN.search(text):
        raise PydanticCustomError("control_character", "hidden character")
    return text


def _unix_lines(text: Any) -> Any:
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


def _iso_only(value: Any) -> Any:
    """pydantic would also take numbers, numbers in a text, and times of day."""
    if value is None or isinstance(value, date) or (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("not_a_date", "not a date")


def _at_most(most: int) -> BeforeValidator:
    """Before each part is looked at, unlike `max_length`: ten thousand wrong ones are one problem."""

    def counted(parts: Any) -> Any:
        if isinstance(parts, list) and len(parts) > most:
            facts = {"field_type": "Tuple", "max_length": most, "actual_length": len(parts)}
            raise PydanticKnownError("too_long", facts)
        return parts

    return BeforeValidator(counted)


Long = Annotated[
    str, StringConstraints(max_length=LONG_MAX), BeforeValidator(_unix_lines), AfterValidator(_no_hidden)
]
Short = Annotated[
    str, StringConstraints(max_length=SHORT_MAX), BeforeValidator(_unix_lines), AfterValidator(_no_hidden)
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6,24}$")]
Mark = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,32}$")]
Day = Annotated[date, BeforeValidator(_iso_only)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Addendum(Part):
    """A second thought under a locked prediction."""

    on: Annotated[Day, Field(strict=False)]
    text: Long


class Question(Part):
    id: Id
    text: Long = ""
    prediction: Long = ""
    because: Long = ""
    addenda: Annotated[tuple[Addendum, ...], _at_most(ADDENDA_MAX), Field(strict=False)] = ()
    found: Long = ""
    verdict: Verdict | None = None


class Task(Part):
    """`who` is a role."""

    id: Id
    what: Long = ""
    who: Short = ""
    when: Short = ""
    where: Short = ""


class DataPlan(Part):
    kind: DataKind | None = None
    what: Long = ""
    who: Short = ""
    how: Long = ""
    when: Short = ""
    where: Short = ""


class Doing(Part):
    """A cycle is locked from the day on which Do started."""

    started_on: Annotated[Day | None, Field(strict=False)] = None
    ended_on: Annotated[Day | None, Field(strict=False)] = None
    as_planned: AsPlanned | None = None
    differed: Long = ""
    happened: Long = ""
    unexpected: Long = ""
    data: Long = ""


class Studying(Part):
    studied_on: Annotated[Day | None, Field(strict=False)] = None
    learned: Long = ""
    surprised: Long = ""
    measure_enough: Long = ""


class Acting(Part):
    decided_on: Annotated[Day | None, Field(strict=False)] = None
    decision: Decision | None = None
    reason: Long = ""
    next_change: Long = ""


class Cycle(Part):
    """`follows` is the id of the cycle from which this one was started; ramps are derived from it."""

    id: Id
    follows: Id | None = None
    title: Short = ""
    change_idea: Long = ""
    purpose: Purpose | None = None
    scale: Scale | None = None
    scale_note: Short = ""
    planned_start: Annotated[Day | None, Field(strict=False)] = None
    planned_end: Annotated[Day | None, Field(strict=False)] = None
    objective: Long = ""
    questions: Annotated[tuple[Question, ...], _at_most(QUESTIONS_MAX), Field(strict=False)] = ()
    tasks: Annotated[tuple[Task, ...], _at_most(TASKS_MAX), Field(strict=False)] = ()
    data_plan: DataPlan = DataPlan()
    risks: Long = ""
    do: Doing = Doing()
    study: Studying = Studying()
    act: Acting = Acting()

    @property
    def is_locked(self) -> bool:
        return self.do.started_on is not None


class Document(Part):
    """`confirmed` holds the marks of the privacy warnings that the learner has called safe."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    cycles: Annotated[tuple[Cycle, ...], _at_most(CYCLES_MAX), Field(strict=False)] = ()
    confirmed: Annotated[tuple[Mark, ...], _at_most(MARKS_MAX), Field(strict=False)] = ()
