"""AI1: an aim says what, by how much, for whom and by when. Names are those of the rules of aims."""

from dataclasses import dataclass

from qi_core.domain.tool import Todo
from qi_project.domain.document import Aim


@dataclass(frozen=True)
class Rule:
    """`field` of the aim is what a learner goes to."""

    name: str
    field: str


RULES: tuple[Rule, ...] = (
    Rule("AI1_what", "what"),
    Rule("AI1_by_how_much", "by_how_much"),
    Rule("AI1_for_whom", "for_whom"),
    Rule("AI1_by_when", "by_when"),
)


def unmet(aim: Aim) -> list[Rule]:
    return [rule for rule in RULES if not str(getattr(aim, rule.field) or "").strip()]


def is_whole(aim: Aim) -> bool:
    return not unmet(aim)


def progress(aim: Aim) -> tuple[float, tuple[Todo, ...]]:
    """In [0, 1]; 1.0 exactly when the list of what is left is empty."""
    left = unmet(aim)
    return 1.0 - len(left) / len(RULES), tuple(Todo(f"aim.{rule.field}", rule.name) for rule in left)
