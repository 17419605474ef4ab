"""From points to what may be said of them: one function, `analyse`."""

from collections.abc import Collection, Iterable, Sequence

from qi_run_chart.domain.facts import tell
from qi_run_chart.domain.parts import Part, judge
from qi_run_chart.domain.plan import Plan
from qi_run_chart.domain.results import Analysis, Direction
from qi_run_chart.domain.rules import Rules, find_rules, usual_chart
from qi_run_chart.domain.subgroups import Row, form_subgroups, measure
from qi_run_chart.domain.telling import describe_phase, describe_points, find_icons


def analyse(
    points: Iterable[Row | float | None],
    *,
    chart: str | None = None,
    rules: str | Rules = "anhoej",
    freeze: int | None = None,
    phases: Collection[int] = (),
    exclude: Collection[int] = (),
    target: float | None = None,
    direction: Direction = "neutral",
    aggregate: str = "mean",
    multiply: float = 1,
    centre: float | Sequence[float | None] | None = None,
    is_screened: bool = True,
    may_be_negative: bool = True,
) -> Analysis:
    """Positions count from 1, in the order of time, after rows of one time have become one point.

    `freeze` is the last position of the baseline, `phases` where new phases begin: then there is no other baseline.
    Excluded points make neither lines nor runs. `multiply` scales (100 for per cent) all but `target`. Raises Refused.
    """
    plan = Plan(
        chart=chart or usual_chart(rules),
        rules=find_rules(rules),
        freeze=freeze,
        phases=phases,
        exclude=frozenset(exclude),
        target=target,
        direction=direction,
        multiply=multiply,
        centre=centre,
        is_screened=is_screened,
        may_be_negative=may_be_negative,
    )
    return _analyse(points, aggregate=aggregate, plan=plan)


def _analyse(rows: Iterable[Row | float | None], *, aggregate: str, plan: Plan) -> Analysis:
    subgroups = form_subgroups(rows)
    values = measure(subgroups, aggregate=aggregate)
    plan.check(subgroups)
    parts = [judge(part, subgroups=subgroups, values=values, plan=plan) for part in plan.divide(len(subgroups))]
    phases = tuple(describe_phase(part, number=number, plan=plan) for number, part in enumerate(parts, start=1))
    is_floored = _is_floored(parts, plan)
    points = tuple(
        point
        for part, phase in zip(parts, phases, strict=True)
        for point in describe_points(part, phase=phase, is_floored=is_floored)
    )
    icons = find_icons(parts[-1], phase=phases[-1], plan=plan) if parts else None
    facts = tuple(tell(points, phases=phases, icons=icons, plan=plan))
    return Analysis(plan.chart, plan.rules, points=points, phases=phases, icons=icons, facts=facts)


def _is_floored(parts: Sequence[Part], plan: Plan) -> bool:
    """Counts and times have no limit below zero, unless a value is."""
    return not plan.may_be_negative and not any(value < 0 for part in parts for value in part.lines.values)
