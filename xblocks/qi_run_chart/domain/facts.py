"""The chart in facts, for a generated sentence: codes and numbers, in the order of telling.

Of each phase: `no_values`, or `centre`, then `no_variation`, `too_few` or `provisional`, then the figures of the
rules in force (`longest_run`, `crossings`, `runs`), `limits` or `no_limits`, `trial_limits`, and `no_signal` or one
fact for each signal, named as its rule. Of the whole: `icons` and `false_alarms`.
"""

from collections.abc import Iterator, Sequence

from qi_run_chart.domain.plan import Plan
from qi_run_chart.domain.results import (
    POINTS_FOR_FIRM_LIMITS,
    USEFUL_FOR_A_FIRM_VERDICT,
    USEFUL_NEEDED,
    Fact,
    Icons,
    Phase,
    Point,
)
from qi_run_chart.domain.rules import FALSE_ALARM_POINTS, FALSE_ALARM_RATES, Anhoej

MEDIAN_CHARTS = {"run", "g"}


def tell(points: Sequence[Point], *, phases: Sequence[Phase], icons: Icons | None, plan: Plan) -> Iterator[Fact]:
    for phase in phases:
        yield from _tell_phase(phase, points=points[phase.first - 1 : phase.last], plan=plan)
    if icons:
        yield Fact("icons", 0, {"variation": icons.variation, "assurance": icons.assurance or "none"})
    rate = FALSE_ALARM_RATES[plan.rules.name]
    yield Fact("false_alarms", 0, {"rules": plan.rules.name, "rate": rate, "points": FALSE_ALARM_POINTS})


def _tell_phase(phase: Phase, *, points: Sequence[Point], plan: Plan) -> Iterator[Fact]:
    if phase.centre is None:
        yield Fact("no_values", phase.number, {"first": phase.first, "last": phase.last})
        return
    yield Fact("centre", phase.number, {"kind": _kind(plan), "value": phase.centre, "points": phase.measured})
    yield from _tell_verdict(phase)
    yield from _tell_runs(phase, plan)
    yield from _tell_limits(phase, last=points[-1], plan=plan)
    yield from _tell_signals(phase)


def _kind(plan: Plan) -> str:
    if plan.centre is not None:
        return "given"
    return "median" if plan.chart in MEDIAN_CHARTS else "mean"


def _tell_verdict(phase: Phase) -> Iterator[Fact]:
    if phase.measured and not phase.runs.useful:
        yield Fact("no_variation", phase.number, {"points": phase.measured})
    if phase.verdict == "too_few":
        yield Fact("too_few", phase.number, {"useful": phase.useful, "needed": USEFUL_NEEDED})
    elif phase.verdict == "provisional":
        yield Fact("provisional", phase.number, {"useful": phase.useful, "firm_from": USEFUL_FOR_A_FIRM_VERDICT})


def _tell_runs(phase: Phase, plan: Plan) -> Iterator[Fact]:
    figures = phase.runs
    if phase.runs_expected:
        fewest, most = phase.runs_expected
        yield Fact("runs", phase.number, {"runs": figures.runs, "at_least": fewest, "at_most": most})
    if isinstance(plan.rules, Anhoej) and plan.chart != "mr" and figures.useful:
        longest = {"longest": figures.longest or 0, "at_most": figures.longest_allowed or 0}
        crossings = {"crossings": figures.crossings or 0, "at_least": figures.crossings_needed or 0}
        yield Fact("longest_run", phase.number, longest)
        yield Fact("crossings", phase.number, crossings)


def _tell_limits(phase: Phase, *, last: Point, plan: Plan) -> Iterator[Fact]:
    if plan.chart == "run":
        return
    if last.lower is None or last.upper is None:
        yield Fact("no_limits", phase.number, {})
        return
    yield Fact("limits", phase.number, {"lower": last.lower, "upper": last.upper})
    if phase.has_trial_limits:
        yield Fact("trial_limits", phase.number, {"points": phase.measured, "firm_from": POINTS_FOR_FIRM_LIMITS})


def _tell_signals(phase: Phase) -> Iterator[Fact]:
    if phase.verdict != "too_few" and not phase.signals:
        yield Fact("no_signal", phase.number, {})
    for signal in phase.signals:
        span = {"first": signal.first, "last": signal.last, "length": signal.length}
        yield Fact(signal.rule, phase.number, {**span, "side": signal.side, "meaning": signal.meaning})
