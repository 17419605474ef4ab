"""The rules that count for completion (C), and nothing that judges merit. AI1: an aim says what, by how much, for whom
and by when. Of the other tools' work only counts are known here.

Progress is the share of these rules that is met.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from qi_core.domain.tool import Todo
from qi_project.domain.document import Aim, Document, Stakeholder

Part = Literal["aim", "charter", "stakeholders", "diagram", "cycle", "chart"]
PARTS: tuple[Part, ...] = get_args(Part)
Counts = Mapping[str, Mapping[str, int]]
AIM_FIELDS = ("what", "by_how_much", "for_whom", "by_when")
BLANK = "__"  # as ready-made texts leave it
STAKEHOLDERS_WANTED = 3
POINTS_WANTED = 10


@dataclass(frozen=True)
class Asked:
    """`counts` of the other tools' documents by the tools' names; how many of each the author wants."""

    document: Document
    counts: Counts
    stakeholders: int
    points: int

    def count(self, tool: str, name: str) -> int:
        return self.counts.get(tool, {}).get(name, 0)


@dataclass(frozen=True)
class Rule:
    """`left` gives what is still to do, or None."""

    name: str
    part: Part
    left: Callable[[Asked], Todo | None]


def is_said(text: str) -> bool:
    """In the learner's own words: a ready-made text with its blanks says nothing yet."""
    return bool(text.strip()) and BLANK not in text


def missing(aim: Aim) -> list[str]:
    """The fields of AI1 that are still empty."""
    return [field for field in AIM_FIELDS if not str(getattr(aim, field) or "").strip()]


def is_whole(aim: Aim) -> bool:
    return not missing(aim)


def is_known(stakeholder: Stakeholder) -> bool:
    return is_said(stakeholder.name) and is_said(stakeholder.involve)


def _aim_rule(field: str) -> Rule:
    name = f"AI1_{field}"
    return Rule(name, "aim", lambda asked: Todo(f"aim.{field}", name) if field in missing(asked.document.aim) else None)


def _charter_rule(name: str, field: str) -> Rule:
    def left(asked: Asked) -> Todo | None:
        return None if is_said(getattr(asked.document.charter, field)) else Todo(f"charter.{field}", name)

    return Rule(name, "charter", left)


def _team(asked: Asked) -> Todo | None:
    return None if any(is_said(one.role) for one in asked.document.charter.team) else Todo("charter.team", "CH4")


def _stakeholders(asked: Asked) -> Todo | None:
    found = sum(map(is_known, asked.document.stakeholders))
    facts = {"found": found, "wanted": asked.stakeholders}
    return Todo("stakeholders", "SH1", facts) if found < asked.stakeholders else None


def _diagram(asked: Asked) -> Todo | None:
    is_drawn = asked.count("diagram", "ideas") and asked.count("diagram", "links")
    return None if is_drawn else Todo("diagram", "PR1")


def _cycle(asked: Asked) -> Todo | None:
    return None if asked.count("pdsa", "studied") else Todo("pdsa", "PR2")


def _chart(asked: Asked) -> Todo | None:
    found = asked.count("measures", "most_points")
    return Todo("measures", "PR3", {"found": found, "wanted": asked.points}) if found < asked.points else None


RULES: tuple[Rule, ...] = (
    *map(_aim_rule, AIM_FIELDS),
    _charter_rule("CH1", "why"),
    _charter_rule("CH2", "affected"),
    _charter_rule("CH3", "inside"),
    Rule("CH4", "charter", _team),
    Rule("SH1", "stakeholders", _stakeholders),
    Rule("PR1", "diagram", _diagram),
    Rule("PR2", "cycle", _cycle),
    Rule("PR3", "chart", _chart),
)


def asked_in(document: Document, *, settings: Mapping[str, Any]) -> Asked:
    """`settings`: "stakeholders" and "points", how many are enough; "counts" of the other tools."""
    return Asked(
        document,
        settings.get("counts", {}),
        settings.get("stakeholders", STAKEHOLDERS_WANTED),
        settings.get("points", POINTS_WANTED),
    )


def progress(document: Document, *, settings: Mapping[str, Any]) -> tuple[float, tuple[Todo, ...]]:
    """In [0, 1]; 1.0 exactly when the list of what is left is empty.

    "home_parts" among the settings are those of PARTS that the home's author asks for; beside another tool, the aim.
    """
    asked = asked_in(document, settings=settings)
    parts = settings.get("home_parts", ("aim",))
    rules = [rule for rule in RULES if rule.part in parts]
    left = tuple(todo for rule in rules if (todo := rule.left(asked)))
    return 1.0 - len(left) / max(len(rules), 1), left
