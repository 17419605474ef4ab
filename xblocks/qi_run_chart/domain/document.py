"""The measures document, schema 1: what is counted and how, the points, and what the learner reads in them.

Whether a measure is good is not asked here; see checks.py.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from qi_core.domain.texts import MARKS_MAX, Day, Id, Long, Mark, Number, Part, PositiveNumber, Short, at_most, not_blank

SCHEMA: Literal[1] = 1
MEASURES_MAX = 20
POINTS_MAX = 2_000
PHASES_MAX = 60
ANNOTATIONS_MAX = 60

Kind = Literal["outcome", "process", "balancing"]
Unit = Literal["count", "percent", "rate", "minutes", "hours", "days", "days_between", "score"]
Better = Literal["up", "down", "neither"]
HowOften = Literal["daily", "weekly", "fortnightly", "monthly", "quarterly", "each_case", "each_event"]
SameAnswer = Literal["yes", "not_sure"]
Chart = Literal["run", "i", "mr", "p", "u", "c", "g", "t", "pp", "up", "ip", "xbar", "s"]
RuleSet = Literal["anhoej", "ihi", "mdc_xmr"]
Aggregate = Literal["mean", "median", "sum"]

Reason = Annotated[Short, AfterValidator(not_blank)]
LongReason = Annotated[Long, AfterValidator(not_blank)]
DayOrNone = Annotated[Day | None, Field(strict=False)]


class Mdc(Part):
    """Choices within the rules of NHS England's "Making Data Count"."""

    run_length: Literal[6, 7] = 7
    screening: bool = True
    beyond_counts: bool = False


class Phase(Part):
    """From the point with this id a new line is drawn, for a reason the learner gives."""

    from_: Annotated[Id, Field(alias="from")]
    reason: LongReason


class Point(Part):
    """A value, or a numerator with or without its denominator, or neither: then it is missing, which is not 0.

    A denominator alone is a point half written, and missing too.
    """

    id: Id
    on: Annotated[Day, Field(strict=False)]
    value: Number | None = None
    numerator: Number | None = None
    denominator: PositiveNumber | None = None
    note: Short = ""
    excluded: Reason | None = None


class Annotation(Part):
    """Something that happened, drawn on the chart."""

    id: Id
    on: Annotated[Day, Field(strict=False)]
    text: Short = ""


class Reading(Part):
    tells: Long = ""
    does_not: Long = ""


class Measure(Part):
    """`who` is a role. Points stand in any order; those of one day are one point of the chart."""

    id: Id
    name: Short = ""
    kind: Kind | None = None
    tells: Long = ""
    definition: Long = ""
    numerator: Long = ""
    denominator: Long = ""
    unit: Unit | None = None
    per: PositiveNumber | None = None
    better: Better | None = None
    population: Long = ""
    exclusions: Long = ""
    sampling: Long = ""
    source: Short = ""
    who: Short = ""
    how_often: HowOften | None = None
    same_answer: SameAnswer | None = None
    driver: Short = ""
    driver_id: Id | None = None
    target: Number | None = None
    target_by: DayOrNone = None
    chart: Chart = "run"
    rules: RuleSet = "anhoej"
    mdc: Mdc = Mdc()
    aggregate: Aggregate = "mean"
    baseline_until: Id | None = None
    phases: Annotated[tuple[Phase, ...], at_most(PHASES_MAX), Field(strict=False)] = ()
    points: Annotated[tuple[Point, ...], at_most(POINTS_MAX), Field(strict=False)] = ()
    annotations: Annotated[tuple[Annotation, ...], at_most(ANNOTATIONS_MAX), Field(strict=False)] = ()
    reading: Reading = Reading()

    @property
    def has_ratio(self) -> bool:
        """A part of a whole: "so many of so many"."""
        return self.unit in ("percent", "rate")


class Document(Part):
    """`confirmed` holds the marks of the privacy warnings that the learner has called safe."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = SCHEMA
    measures: Annotated[tuple[Measure, ...], at_most(MEASURES_MAX), Field(strict=False)] = ()
    confirmed: Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)] = ()
