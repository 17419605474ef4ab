"""Everything the block wants to know of a document, in one answer."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from qi_core.domain.tool import Review
from qi_run_chart.domain.charting import Charted, are_mixed, chart
from qi_run_chart.domain.checks import checks
from qi_run_chart.domain.completion import progress
from qi_run_chart.domain.document import Document, Measure
from qi_run_chart.domain.results import Phase, Point, Rule, Signal
from qi_run_chart.domain.sentences import sentences
from qi_run_chart.domain.spacing import notes_on
from qi_run_chart.domain.tallying import counts

# Of several at one point the first is drawn. What is said of a whole phase, of crossings and runs, marks no point.
DRAWN: dict[Rule, str] = {
    "outside_limits": "outside",
    "shift": "shift",
    "long_run": "run",
    "trend": "trend",
    "two_in_three": "two_in_three",
}
PATTERNS: tuple[Rule, ...] = ("few_crossings", "few_runs", "many_runs")
DIRECTIONS = {"improvement": "better", "concern": "worse"}


def review(document: Document, *, settings: Mapping[str, Any], today: date) -> Review:
    """`settings` are those of completion.progress, and the "aim" of the project in words."""
    charts = [chart(measure) for measure in document.measures]
    share, todo = progress(charts, settings=settings)
    return Review(
        progress=share,
        checks=checks(charts, today=today, cycles=settings.get("cycles", ()), aim=settings.get("aim", "")),
        todo=todo,
        counts=counts(document),
        overview={"charts": {one.measure.id: _overview(one) for one in charts}},
    )


def _overview(charted: Charted) -> dict[str, Any]:
    """Lists have one entry for each day; `first` and `last` in phases and sentences count days from 1."""
    measure, points = charted.measure, charted.analysis.points
    return {
        "chart": charted.analysis.chart,
        "rules": charted.analysis.rules.name,
        "dates": [day.on.isoformat() for day in charted.days],
        "ids": [[point.id for point in day.points] for day in charted.days],
        "y": [point.value for point in points],
        "denominators": [point.denominator or None for point in points],
        "centre": [point.centre for point in points],
        "lower": [point.lower for point in points],
        "upper": [point.upper for point in points],
        "phase": [point.phase for point in points],
        "in_baseline": [point.is_baseline for point in points],
        "excluded": [day.is_excluded for day in charted.days],
        "signals": [_drawn(point, charted) for point in points],
        "phases": [_phase(phase, charted) for phase in charted.analysis.phases],
        **_verdict(charted),
        "notes": [*notes_on([point.on for point in measure.points]), *(["mixed_forms"] if are_mixed(measure) else [])],
    }


def _verdict(charted: Charted) -> dict[str, Any]:
    """What was refused has none: only the reason is told."""
    analysis, refused = charted.analysis, charted.refused
    if refused:
        told = [{"key": f"refused_{refused.code}", "phase": 0, "facts": dict(refused.facts)}]
        return {"sentence": told, "icons": None, "refused": refused.code}
    told = sentences(analysis, days=[day.on for day in charted.days])
    return {"sentence": told, "icons": asdict(analysis.icons) if analysis.icons else None, "refused": None}


def _drawn(point: Point, charted: Charted) -> dict[str, str] | None:
    found = {} if charted.refused else {signal.rule: signal for signal in point.signals}
    rule = next((rule for rule in DRAWN if rule in found), None)
    return {"kind": DRAWN[rule], "direction": _direction(found[rule], charted.measure)} if rule else None


def _direction(signal: Signal, measure: Measure) -> str:
    return DIRECTIONS.get(signal.meaning, "neither" if measure.better else "unknown")


def _pattern(phase: Phase) -> Rule | None:
    """What is said of the whole phase, and changes its line instead of a point."""
    found = {signal.rule for signal in phase.signals}
    return next((rule for rule in PATTERNS if rule in found), None)


def _phase(phase: Phase, charted: Charted) -> dict[str, Any]:
    runs = phase.runs
    return {
        "first": phase.first,
        "last": phase.last,
        "centre": phase.centre,
        "points": phase.points,
        "measured": phase.measured,
        "useful": phase.useful,
        "longest_run": runs.longest,
        "longest_run_max": runs.longest_allowed,
        "crossings": runs.crossings,
        "crossings_min": runs.crossings_needed,
        "runs": runs.runs,
        "runs_expected": list(phase.runs_expected) if phase.runs_expected else None,
        "outside": phase.outside,
        "has_trial_limits": phase.has_trial_limits,
        "signal": bool(phase.signals) and not charted.refused,
        "pattern": None if charted.refused else _pattern(phase),
        "state": phase.verdict,
    }
