"""The PDSA document, schema 2: many cycles, each with plan, do, study and act. Values are frozen; edits make new ones.

Texts are kept as typed. Whether a text is good is not asked here; see checks.py.
"""

from typing import Annotated, Literal

from pydantic import Field

from qi_core.domain.texts import MARKS_MAX, Day, Id, Long, Mark, Part, Short, at_most

SCHEMA: Literal[2] = 2
CYCLES_MAX = 60
QUESTIONS_MAX = 5
TASKS_MAX = 20
ADDENDA_MAX = 20

Purpose = Literal["learn", "develop", "test", "implement"]
Scale = Literal["one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"]
Verdict = Literal["matched", "partly", "did_not_match", "could_not_tell"]
Decision = Literal["adopt", "adapt", "abandon", "expand"]
DataKind = Literal["qualitative", "quantitative", "both"]
AsPlanned = Literal["yes", "partly", "no"]


class Addendum(Part):
    """A second thought under a locked prediction."""

    on: Annotated[Day, Field(strict=False)]
    text: Long


class Question(Part):
    id: Id
    text: Long = ""
    prediction: Long = ""
    because: Long = ""
    addenda: Annotated[tuple[Addendum, ...], at_most(ADDENDA_MAX), Field(strict=False)] = ()
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
    """`follows` is the id of the cycle from which this one was started; ramps are derived from it.

    `idea` is the id of a change idea in the project's diagram. It may be gone from there; `change_idea` stays.
    """

    id: Id
    follows: Id | None = None
    title: Short = ""
    idea: Id | None = None
    change_idea: Long = ""
    purpose: Purpose | None = None
    scale: Scale | None = None
    scale_note: Short = ""
    planned_start: Annotated[Day | None, Field(strict=False)] = None
    planned_end: Annotated[Day | None, Field(strict=False)] = None
    objective: Long = ""
    questions: Annotated[tuple[Question, ...], at_most(QUESTIONS_MAX), Field(strict=False)] = ()
    tasks: Annotated[tuple[Task, ...], at_most(TASKS_MAX), Field(strict=False)] = ()
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

    schema_: Annotated[Literal[2], Field(alias="schema")] = SCHEMA
    cycles: Annotated[tuple[Cycle, ...], at_most(CYCLES_MAX), Field(strict=False)] = ()
    confirmed: Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)] = ()
