"""From what was found in a phase to the result that is handed out."""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import cast

from qi_run_chart.domain.arithmetic import at_least, known_or_none
from qi_run_chart.domain.finding import Finding
from qi_run_chart.domain.ihi import runs_expected
from qi_run_chart.domain.parts import Part
from qi_run_chart.domain.plan import Plan
from qi_run_chart.domain.results import Direction, Icons, Phase, Point, Signal, Variation, meaning_of
from qi_run_chart.domain.rules import Ihi, MdcXmr
from qi_run_chart.domain.xmr import assure


def describe_phase(part: Part, *, number: int, plan: Plan) -> Phase:
    look = part.look
    measured = sum(
        isfinite(value) and not excluded
        for value, excluded in zip(part.lines.on_chart, look.is_excluded, strict=True)
    )
    return Phase(
        number=number,
        first=look.positions[0],
        last=look.positions[-1],
        points=len(look.positions) - sum(look.is_excluded),
        measured=measured,
        centre=known_or_none(part.lines.centre[0]),
        useful=measured if isinstance(plan.rules, MdcXmr) else look.figures.useful,
        runs=look.figures,
        runs_expected=runs_expected(look.figures) if isinstance(plan.rules, Ihi) else None,
        outside=sum(map(bool, look.beyond)),
        found=tuple(_signal(finding, plan.direction) for finding in part.findings),
    )


def _signal(finding: Finding, direction: Direction) -> Signal:
    return Signal(
        rule=finding.rule,
        first=finding.first,
        last=finding.last,
        length=finding.length,
        side=finding.side,
        meaning=meaning_of(finding.side, direction=direction),
    )


def describe_points(part: Part, *, phase: Phase, is_floored: bool) -> Iterator[Point]:
    lines, look = part.lines, part.look
    found: dict[int, tuple[Signal, ...]] = {}
    for finding, signal in zip(part.findings, phase.found, strict=True):
        for position in finding.marks:
            found[position] = (*found.get(position, ()), signal)
    values, centre, upper = (_nothing_for_missing(column) for column in (lines.on_chart, lines.centre, lines.upper))
    lower = _nothing_for_missing([at_least(0, limit) for limit in lines.lower] if is_floored else lines.lower)
    has_verdict = phase.verdict != "too_few"
    for place, position in enumerate(look.positions):
        yield Point(
            position=position,
            when=part.subgroups[place].when,
            phase=phase.number,
            value=values[place],
            denominator=part.subgroups[place].denominator,
            is_baseline=part.is_baseline[place],
            is_excluded=look.is_excluded[place],
            centre=centre[place],
            lower=lower[place],
            upper=upper[place],
            side=look.sides[place],
            is_outside=bool(look.beyond[place]),
            is_near_limit=bool(part.beyond_near[place]) and not look.beyond[place],
            found=found.get(position, ()),
            has_verdict=has_verdict,
        )


def _nothing_for_missing(column: Sequence[float]) -> list[float | None]:
    return [number if isfinite(number) else None for number in column]


def find_icons(part: Part, *, phase: Phase, plan: Plan) -> Icons | None:
    """For the last point of the last phase, under the rules that have icons."""
    if not isinstance(plan.rules, MdcXmr):
        return None
    last = part.look.positions[-1]
    cause = next((finding for finding in part.findings if last in finding.marks), None)
    variation = "common_cause"
    if cause:
        height = "high" if cause.side > 0 else "low"
        variation = f"{meaning_of(cause.side, direction=plan.direction)}_{height}"
    lower, upper = part.lines.lower[-1], part.lines.upper[-1]
    return Icons(
        variation=cast(Variation, variation),
        assurance=assure(plan.target, direction=plan.direction, lower=lower, upper=upper),
        are_firm=not phase.has_trial_limits,
    )
