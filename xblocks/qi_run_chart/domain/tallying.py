"""What a course team may count: events between two versions of a document, and totals.

Numbers and words of closed sets only; never a text, and never a value of a point.
"""

from collections import Counter
from collections.abc import Iterator

from qi_run_chart.domain.completion import is_defined, is_read
from qi_run_chart.domain.document import Document, Measure

Payload = dict[str, int | str]


def counts(document: Document) -> dict[str, int]:
    """The only thing that course staff ever see of a learner's measures."""
    measures = document.measures
    kinds = Counter(measure.kind for measure in measures)
    return {
        "measures": len(measures),
        "outcome": kinds["outcome"],
        "process": kinds["process"],
        "balancing": kinds["balancing"],
        "defined": sum(map(is_defined, measures)),
        "points": sum(len(measure.points) for measure in measures),
        "most_points": max((len(measure.points) for measure in measures), default=0),
        "baselines": sum(measure.baseline_until is not None for measure in measures),
        "phases": sum(len(measure.phases) for measure in measures),
        "annotations": sum(len(measure.annotations) for measure in measures),
        "readings": sum(map(is_read, measures)),
    }


def events(*, earlier: Document, saved: Document) -> tuple[tuple[str, Payload], ...]:
    """Each when a measure is first wholly defined, points or phases are added, its baseline is set, it is read."""
    known = {measure.id: measure for measure in earlier.measures}
    told: list[tuple[str, Payload]] = []
    for index, measure in enumerate(saved.measures):
        about: Payload = {"measure": index + 1, "measures": len(saved.measures), "points": len(measure.points)}
        if measure.kind:
            about["kind"] = measure.kind
        before = known.get(measure.id) or Measure(id=measure.id)
        told += [(name, about | more) for name, more in _between(before, measure)]
    return tuple(told)


def _between(before: Measure, after: Measure) -> Iterator[tuple[str, Payload]]:
    if is_defined(after) and not is_defined(before):
        yield "measure_defined", {}
    if added := len({point.id for point in after.points} - {point.id for point in before.points}):
        yield "data_added", {"added": added}
    if after.baseline_until not in (None, before.baseline_until):
        yield "baseline_set", {}
    if {phase.from_ for phase in after.phases} - {phase.from_ for phase in before.phases}:
        yield "phase_added", {"phases": len(after.phases)}
    if is_read(after) and not is_read(before):
        yield "reading_written", {"chart": after.chart, "rules": after.rules}
