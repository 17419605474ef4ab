"""What a review has to know of the rest of the project, and of the author's settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Status = Literal["not_started", "testing", "adopted", "adapted", "abandoned"]
DECIDED: Mapping[str, Status] = {"adopt": "adopted", "adapt": "adapted", "abandon": "abandoned"}


@dataclass(frozen=True)
class IdeaTest:
    """A PDSA cycle that tests the idea with this id. `decision` is the planner's word, or None."""

    idea: str
    has_started: bool = False
    decision: str | None = None


@dataclass(frozen=True)
class Facts:
    """`aim_missing`: the fields of the aim that are still empty. `measured`: drivers that a measure says it is of.

    `studied_on` is when a cycle was last studied, `revised_on` when the diagram was last changed.
    """

    aim_missing: Sequence[str] = ()
    tests: Sequence[IdeaTest] = ()
    measured: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    studied_on: date | None = None
    revised_on: date | None = None

    @property
    def is_behind(self) -> bool:
        """DD11: a cycle was studied, and the diagram has stayed as it was."""
        return None not in (self.studied_on, self.revised_on) and self.studied_on > self.revised_on  # type: ignore[operator]


def facts_in(settings: Mapping[str, Any]) -> Facts:
    """Where nothing is known of a project, an aim is not asked for."""
    facts: Facts = settings.get("facts", Facts())
    return facts


def status_of(idea: str, tests: Sequence[IdeaTest]) -> Status:
    """Derived from the cycles that test it: the last one that has started decides."""
    started = [test for test in tests if test.idea == idea and test.has_started]
    if not started:
        return "not_started"
    return DECIDED.get(started[-1].decision or "", "testing")
