"""The rules that count for completion (C), and nothing that judges merit. Names are those of the diagram's rules.

Progress is the share of these rules that is met.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from qi_core.domain.tool import Todo
from qi_driver_diagram.domain.document import Document, Node
from qi_driver_diagram.domain.facts import Facts, facts_in

Part = Literal["aim", "drivers", "ideas", "links"]
PARTS: tuple[Part, ...] = get_args(Part)
PRIMARIES_WANTED = 2
IDEAS_WANTED = 3


@dataclass(frozen=True)
class Asked:
    """What a rule looks at: the diagram, the rest of the project, how many of each the author wants."""

    document: Document
    facts: Facts
    primaries: int
    ideas: int


@dataclass(frozen=True)
class Rule:
    """`left` gives what is still to do, or None."""

    name: str
    part: Part
    left: Callable[[Asked], Todo | None]


def _aim(asked: Asked) -> Todo | None:
    missing = asked.facts.aim_missing
    return Todo(f"aim.{missing[0]}", "DD1") if missing else None


def _primaries(asked: Asked) -> Todo | None:
    return _enough(list(asked.document.of_level("primary")), asked.primaries, "DD2")


def _followed(asked: Asked) -> Todo | None:
    affected = {link.to for link in asked.document.links}
    return _first_without(affected, list(asked.document.of_level("primary")), "DD4")


def _ideas(asked: Asked) -> Todo | None:
    return _enough(asked.document.ideas, asked.ideas, "DD5")


def _linked(asked: Asked) -> Todo | None:
    return _first_without({link.from_ for link in asked.document.links}, asked.document.ideas, "DD6")


RULES: tuple[Rule, ...] = (
    Rule("DD1", "aim", _aim),
    Rule("DD2", "drivers", _primaries),
    Rule("DD4", "drivers", _followed),
    Rule("DD5", "ideas", _ideas),
    Rule("DD6", "links", _linked),
)


def progress(document: Document, *, settings: Mapping[str, Any]) -> tuple[float, tuple[Todo, ...]]:
    """In [0, 1]; 1.0 exactly when the list of what is left is empty.

    `settings`: "parts", some of PARTS; "primaries" and "ideas", how many are enough; "facts" of the project.
    """
    asked = Asked(
        document,
        facts_in(settings),
        settings.get("primaries", PRIMARIES_WANTED),
        settings.get("ideas", IDEAS_WANTED),
    )
    rules = [rule for rule in RULES if rule.part in settings["parts"]]
    left = [todo for rule in rules if (todo := rule.left(asked))]
    return 1.0 - len(left) / max(len(rules), 1), tuple(left)


def _enough(found: Sequence[tuple[int, Node]], wanted: int, rule: str) -> Todo | None:
    return Todo("nodes", rule, {"found": len(found), "wanted": wanted}) if len(found) < wanted else None


def _first_without(known: set[str], places: Sequence[tuple[int, Node]], rule: str) -> Todo | None:
    """Where there is nobody yet, the rule is not met either."""
    place = next((place for place, node in places if node.id not in known), None)
    if place is not None:
        return Todo(f"nodes[{place}].text", rule)
    return None if places else Todo("nodes", rule)
