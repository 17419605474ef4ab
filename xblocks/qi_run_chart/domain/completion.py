"""The rules that count for completion (C), and nothing that judges merit. Names are those of the measures' rules.

Progress is the share of these rules that the fullest measure meets.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from qi_core.domain.tool import Todo
from qi_run_chart.domain.charting import Charted
from qi_run_chart.domain.document import Kind, Measure

Part = Literal["definition", "data", "baseline", "annotation", "reading"]
PARTS: tuple[Part, ...] = get_args(Part)
KINDS: tuple[Kind, ...] = get_args(Kind)
POINTS_WANTED = 10


@dataclass(frozen=True)
class Rule:
    """`path` is the field, relative to the measure, that a learner goes to."""

    name: str
    part: Part
    path: str
    is_met: Callable[[Measure], bool]


def _is_said(path: str) -> Callable[[Measure], bool]:
    def is_met(measure: Measure) -> bool:
        value: Any = measure
        for name in path.split("."):
            value = getattr(value, name)
        return bool(value and value.strip())

    return is_met


def _unless_whole(path: str) -> Callable[[Measure], bool]:
    is_said = _is_said(path)
    return lambda measure: not measure.has_ratio or is_said(measure)


RULES: tuple[Rule, ...] = (
    Rule("RC1", "definition", "name", _is_said("name")),
    Rule("RC1_kind", "definition", "kind", _is_said("kind")),
    Rule("ME6", "definition", "better", _is_said("better")),
    Rule("ME3_numerator", "definition", "numerator", _unless_whole("numerator")),
    Rule("ME3_denominator", "definition", "denominator", _unless_whole("denominator")),
    Rule("ME4_who", "definition", "who", _is_said("who")),
    Rule("ME4_how_often", "definition", "how_often", _is_said("how_often")),
    Rule("ME4_source", "definition", "source", _is_said("source")),
    Rule("RC8", "baseline", "baseline_until", _is_said("baseline_until")),
    Rule("RC6", "annotation", "annotations", lambda measure: any(one.text.strip() for one in measure.annotations)),
    Rule("RC7_tells", "reading", "reading.tells", _is_said("reading.tells")),
    Rule("RC7_does_not", "reading", "reading.does_not", _is_said("reading.does_not")),
)


def unmet(measure: Measure, *, part: Part, cycles: Collection[date] = ()) -> list[Rule]:
    """`cycles` are the starts of the project's PDSA cycles, which pin themselves on the chart."""
    if part == "annotation" and cycles_on(measure, cycles):
        return []
    return [rule for rule in RULES if rule.part == part and not rule.is_met(measure)]


def cycles_on(measure: Measure, cycles: Collection[date]) -> list[date]:
    """Those that began in the time that the chart shows, in order."""
    days = [point.on for point in measure.points]
    return sorted(on for on in cycles if days and min(days) <= on <= max(days))


def is_defined(measure: Measure) -> bool:
    return not unmet(measure, part="definition")


def is_read(measure: Measure) -> bool:
    return not unmet(measure, part="reading")


def missing_kinds(measures: Sequence[Measure]) -> list[Kind]:
    """ME1: a family has one of each."""
    known = {measure.kind for measure in measures}
    return [kind for kind in KINDS if kind not in known]


def progress(charts: Sequence[Charted], *, settings: Mapping[str, Any]) -> tuple[float, tuple[Todo, ...]]:
    """In [0, 1]; 1.0 exactly when the list of what is left is empty.

    `settings`: "parts", some of PARTS; "points", days with a value; "family", whether one of each kind is wanted;
    "cycles", the days on which PDSA cycles of the project began.
    """
    parts = [part for part in PARTS if part in settings["parts"]]
    wanted = sum(rule.part in parts for rule in RULES) + ("data" in parts)
    ranked = sorted((_left(index, one, parts, settings) for index, one in enumerate(charts)), key=len)
    begin = [Todo("", "first_measure")] if wanted else []
    left = ranked[0] if ranked else begin
    missing = len(ranked[0]) if ranked else wanted
    if settings.get("family", False):
        wanted += 1
        if kinds := missing_kinds([one.measure for one in charts]):
            missing += 1
            left = [*left, Todo("", "ME1", {kind: int(kind not in kinds) for kind in KINDS})]
    return 1.0 - missing / max(wanted, 1), tuple(left)


def _left(index: int, charted: Charted, parts: Sequence[Part], settings: Mapping[str, Any]) -> list[Todo]:
    points, cycles = settings.get("points", POINTS_WANTED), settings.get("cycles", ())
    left: list[Todo] = []
    for part in parts:
        about = {"measure": index + 1}
        rules = unmet(charted.measure, part=part, cycles=cycles)
        left += [Todo(f"measures[{index}].{rule.path}", rule.name, about) for rule in rules]
        if part == "data" and charted.measured < points:
            facts = about | {"points": charted.measured, "wanted": points}
            left.append(Todo(f"measures[{index}].points", "RC2", facts))
    return left
