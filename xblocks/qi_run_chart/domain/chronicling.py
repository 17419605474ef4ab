"""What each chart says, and when its signals and phases began, for the project's home."""

from collections.abc import Iterator

from qi_core.domain.chronicle import Chronicle, Line, Moment
from qi_run_chart.domain.charting import Charted, chart
from qi_run_chart.domain.document import Document
from qi_run_chart.domain.results import Signal


def chronicle(document: Document) -> Chronicle:
    charts = [chart(measure) for measure in document.measures]
    return Chronicle(tuple(map(_line, charts)), tuple(moment for one in charts for moment in _moments(one)))


def _about(charted: Charted) -> dict[str, str | int]:
    return {"name": charted.measure.name, "kind": charted.measure.kind or "", "points": charted.measured}


def _line(charted: Charted) -> Line:
    """Of the last phase: what the chart says of the present."""
    phases = charted.analysis.phases
    if not charted.measured:
        return Line("no_points", _about(charted))
    if charted.refused or not phases:
        return Line("no_verdict", _about(charted))
    signals = phases[-1].signals
    if signals:
        latest = max(signals, key=lambda signal: (signal.last, signal.length))
        return Line(f"signal_{latest.rule}", _about(charted) | _of_signal(latest, charted))
    if phases[-1].verdict == "too_few":
        return Line("too_few" if len(phases) == 1 else "too_few_in_phase", _about(charted))
    return Line("quiet", _about(charted))


def _of_signal(signal: Signal, charted: Charted) -> dict[str, str | int]:
    return {"meaning": signal.meaning, "from": charted.days[signal.first - 1].on.isoformat()}


def _moments(charted: Charted) -> Iterator[Moment]:
    """Of the signals of one rule in a phase the latest: a chart may have a point outside its limits every month."""
    about = {"name": charted.measure.name}
    measured = [day.on for day, point in zip(charted.days, charted.analysis.points) if point.value is not None]
    if measured:
        yield Moment(measured[0], "begun", about)
    if charted.refused:
        return
    for phase in charted.analysis.phases:
        if phase.number > 1:
            yield Moment(charted.days[phase.first - 1].on, "phase", about)
        for signal in {signal.rule: signal for signal in phase.signals}.values():
            facts = about | {"meaning": signal.meaning}
            yield Moment(charted.days[signal.first - 1].on, f"signal_{signal.rule}", facts)
