"""Gentle checks (G): advice beside a field, with one line of why in the block's words. None of them blocks anything."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qi_core.domain.tool import Check, Facts
from qi_run_chart.domain.charting import Charted, are_mixed
from qi_run_chart.domain.completion import KINDS, cycles_on, is_read, missing_kinds, unmet
from qi_run_chart.domain.document import Measure, Point
from qi_run_chart.domain.plan import RATES
from qi_run_chart.domain.results import USEFUL_NEEDED
from qi_run_chart.domain.spacing import is_mixed, notes_on

MEASURES_ENOUGH = 8
DENOMINATOR_ENOUGH = 10
POINTS_BEFORE_BASELINE = 12  # Perla RJ, Provost LP, Murray SK 2011: about twelve before the median is frozen
# Williams D, "Run charts: what denominators allow", 2019: beyond a quarter from the mean, limits should vary.
DENOMINATORS_DIFFER_FROM = 0.25
SMALL_NUMBERS = range(1, 8)
NEED_SEVERAL = {"xbar", "s"}
COUNTED = {"c", "g"}
# Long enough to mean something, and as much of each as "falls" and "falling" share.
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4
AIM_SHOWN = 120
AS_IT_HAPPENS = {"each_case", "each_event"}
Found = Iterator[tuple[str, str, Facts]]


def checks(
    charts: Sequence[Charted], *, today: date, cycles: Collection[date] = (), aim: str = ""
) -> tuple[Check, ...]:
    """`cycles`: the days on which PDSA cycles of the same project began; `aim`: what is to change, in words."""
    found = [Check(path, rule, facts) for path, rule, facts in _of_family([one.measure for one in charts])]
    for index, charted in enumerate(charts):
        for of_some in (_of_definition, _of_days, _of_values, _of_use):
            found += [Check(f"measures[{index}].{path}", rule, facts) for path, rule, facts in of_some(charted)]
        on_chart = cycles_on(charted.measure, cycles)
        found += [Check(f"measures[{index}].{path}", rule) for path, rule, _ in _of_changes(charted, on_chart)]
        if _is_off_the_aim(charted.measure, aim):
            found.append(Check(f"measures[{index}].name", "ME7", {"aim": aim[:AIM_SHOWN]}))
        if _is_late(charted.measure, today):
            found.append(Check(f"measures[{index}].target_by", "target_past"))
    return tuple(found)


def _of_family(measures: Sequence[Measure]) -> Found:
    kinds = missing_kinds(measures)
    if measures and kinds:
        yield "measures", "ME1", {kind: int(kind not in kinds) for kind in KINDS}
    if len(measures) > MEASURES_ENOUGH:
        yield "measures", "ME2", {"measures": len(measures), "enough": MEASURES_ENOUGH}


def _of_definition(charted: Charted) -> Found:
    measure = charted.measure
    if measure.points:
        for rule in unmet(measure, part="definition"):
            if rule.name.startswith("ME"):
                yield rule.path, rule.name, {}
    if measure.unit == "rate" and measure.per is None:
        yield "per", "ME3_per", {}
    if measure.how_often == "quarterly":
        yield "how_often", "ME5", {}
    if measure.same_answer == "not_sure":
        yield "same_answer", "ME8", {}


def _of_days(charted: Charted) -> Found:
    measure = charted.measure
    expected = {"unsorted"} if measure.how_often in AS_IT_HAPPENS else {"unsorted", "duplicates", "gaps"}
    for note in notes_on([point.on for point in measure.points]):
        if note in expected:
            yield "points", f"RC3_{note}", {}
    if measure.how_often not in AS_IT_HAPPENS and is_mixed([day.on for day in charted.days]):
        yield "how_often", "RC9", {}


def _of_values(charted: Charted) -> Found:
    measure = charted.measure
    if are_mixed(measure):
        yield "points", "mixed_forms", {}
    small = sum(_is_small(point, measure) for point in measure.points)
    if small:
        yield "points", "small_number", {"points": small}
    yield from _of_denominators(charted)
    at_extreme = _at_extreme(charted)
    if 2 * at_extreme > charted.measured:
        yield "chart", "at_extreme", {"points": at_extreme, "of": charted.measured}
    yield from _of_chart(charted)
    if charted.refused:
        facts = {name: value if isinstance(value, int) else str(value) for name, value in charted.refused.facts.items()}
        yield "chart", f"refused_{charted.refused.code}", facts


def _of_chart(charted: Charted) -> Found:
    """What the chart was made for and the points are not; what it cannot draw at all is refused elsewhere."""
    values = [point.value for point in charted.analysis.points if point.value is not None]
    if charted.measure.chart in NEED_SEVERAL and all(len(day.points) == 1 for day in charted.days) and charted.days:
        yield "chart", "one_a_day", {}
    if charted.measure.chart in COUNTED and any(value < 0 or not value.is_integer() for value in values):
        yield "chart", "not_counts", {}


def _of_denominators(charted: Charted) -> Found:
    measure = charted.measure
    known = [day.denominator for day in charted.days if day.denominator and not day.is_excluded]
    few = sum(denominator < DENOMINATOR_ENOUGH for denominator in known)
    if measure.unit == "percent" and few:
        yield "points", "RC5", {"points": few, "of": len(known), "enough": DENOMINATOR_ENOUGH}
    mean = sum(known) / len(known) if known else 0
    far = sum(abs(denominator - mean) > DENOMINATORS_DIFFER_FROM * mean for denominator in known)
    if measure.has_ratio and measure.chart not in RATES and far:
        yield "chart", "denominators_differ", {"points": far, "suggested": "p" if measure.unit == "percent" else "u"}


def _of_use(charted: Charted) -> Found:
    """What a chart still lacks once there is something on it."""
    measure, measured = charted.measure, charted.measured
    if measured == 2:
        yield "points", "RC4", {}
    elif 0 < measured < USEFUL_NEEDED:
        yield "points", "RC2", {"points": measured, "wanted": USEFUL_NEEDED}
    if measured >= POINTS_BEFORE_BASELINE and measure.baseline_until is None and not measure.phases:
        yield "baseline_until", "RC8", {"points": measured}
    if measure.baseline_until is not None and charted.lets_phases_replace_baseline:
        yield "baseline_until", "baseline_by_phases", {}
    if measured >= USEFUL_NEEDED and not is_read(measure):
        yield "reading.tells", "RC7", {}


def _of_changes(charted: Charted, cycles: Sequence[date]) -> Found:
    """`cycles` are those on the chart: each stands there as something that happened."""
    measure = charted.measure
    if charted.measured >= USEFUL_NEEDED and not measure.annotations and not cycles:
        yield "annotations", "RC6", {}
    ends = next((point.on for point in measure.points if point.id == measure.baseline_until), None)
    if ends and cycles and ends >= cycles[0]:
        yield "baseline_until", "RC8_after_change", {}


def _is_small(point: Point, measure: Measure) -> bool:
    """RC10: so few people that somebody may know who they were, wherever the chart is shown."""
    counted = (point.numerator, point.denominator, point.value if measure.unit == "count" else None)
    return any(number in SMALL_NUMBERS for number in counted)


def _at_extreme(charted: Charted) -> int:
    """Healthcare Improvement Scotland 2017: with most points at 0 or 100 % rules of runs say nothing."""
    ends = {"percent": {0.0, 100.0}, "rate": {0.0}, "count": {0.0}}.get(charted.measure.unit or "", set())
    return sum(point.value in ends for point in charted.analysis.points if not point.is_excluded)


def _is_off_the_aim(measure: Measure, aim: str) -> bool:
    """ME7: an outcome measure shares no word with what the aim wants to change."""
    told = f"{measure.name} {measure.definition} {measure.numerator} {measure.denominator}"
    words, wanted = _stems(told), _stems(aim)
    return measure.kind == "outcome" and bool(words and wanted) and not words & wanted


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(text.casefold())}


def _is_late(measure: Measure, today: date) -> bool:
    return measure.target is not None and measure.target_by is not None and measure.target_by < today
