"""A phase on the way to its result: its points, its lines and what the rules in force find there."""

from collections.abc import Sequence
from dataclasses import dataclass

from qi_run_chart.domain.anhoej import find_by_anhoej
from qi_run_chart.domain.finding import Finding, Look, look_at
from qi_run_chart.domain.ihi import find_by_ihi
from qi_run_chart.domain.plan import CHARTS, Plan
from qi_run_chart.domain.rules import Ihi, MdcXmr
from qi_run_chart.domain.stretches import Lines, Stretch, scaled
from qi_run_chart.domain.subgroups import Subgroup
from qi_run_chart.domain.xmr import draw_near_limits, draw_xmr, find_by_mdc


@dataclass(frozen=True, slots=True)
class Part:
    """`beyond_near` compares with the near limits of "Making Data Count", 1, 0 or -1; elsewhere it is 0."""

    subgroups: Sequence[Subgroup]
    is_baseline: Sequence[bool]
    lines: Lines
    look: Look
    beyond_near: Sequence[int]
    findings: Sequence[Finding]


def judge(part: slice, *, subgroups: Sequence[Subgroup], values: Sequence[float], plan: Plan) -> Part:
    is_baseline = plan.baseline(part)
    is_excluded = [place + 1 in plan.exclude for place in range(part.start, part.stop)]
    stretch = Stretch(
        subgroups=subgroups[part],
        values=values[part],
        is_counted=[baseline and not out for baseline, out in zip(is_baseline, is_excluded, strict=True)],
        given_centre=plan.given_centre(part),
        is_screened=plan.is_screened,
        is_categorical=isinstance(subgroups[0].when, str),
    )
    draw = draw_xmr if isinstance(plan.rules, MdcXmr) else CHARTS[plan.chart]
    lines = scaled(draw(stretch), by=plan.multiply)
    look = look_at(lines, first=part.start + 1, is_excluded=is_excluded)
    beyond_near = _compare_with_near_limits(stretch, plan)
    return Part(
        subgroups=stretch.subgroups,
        is_baseline=is_baseline,
        lines=lines,
        look=look,
        beyond_near=beyond_near,
        findings=_find(look, beyond_near, plan, runs_apply=not stretch.is_categorical and plan.chart != "mr"),
    )


def _compare_with_near_limits(stretch: Stretch, plan: Plan) -> Sequence[int]:
    nobody = [False] * len(stretch.values)
    if not isinstance(plan.rules, MdcXmr):
        return [0] * len(nobody)
    return look_at(scaled(draw_near_limits(stretch), by=plan.multiply), first=1, is_excluded=nobody).beyond


def _find(look: Look, beyond_near: Sequence[int], plan: Plan, *, runs_apply: bool) -> list[Finding]:
    if isinstance(plan.rules, Ihi):
        return find_by_ihi(look, rules=plan.rules)
    if isinstance(plan.rules, MdcXmr):
        return find_by_mdc(look, beyond_near=beyond_near, rules=plan.rules)
    return find_by_anhoej(look, runs_apply=runs_apply)
