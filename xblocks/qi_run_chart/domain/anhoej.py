"""The rules of Anhøj and Olesen, with points beyond the limits where the chart has limits."""

from qi_run_chart.domain.finding import Finding, Look, about_the_phase, find_outside, mark_run


def find_by_anhoej(look: Look, *, runs_apply: bool) -> list[Finding]:
    """Runs do not apply where neighbours are not neighbours in time, nor to ranges, which share a value."""
    return (find_unusual_runs(look) if runs_apply else []) + find_outside(look)


def find_unusual_runs(look: Look) -> list[Finding]:
    allowed = look.figures.longest_allowed or 0
    found = [
        mark_run("long_run", run, sides=look.sides, first=look.first) for run in look.runs if run.length > allowed
    ]
    if look.figures.is_crossed_too_seldom:
        found.append(about_the_phase("few_crossings", look, length=look.figures.useful))
    return found
