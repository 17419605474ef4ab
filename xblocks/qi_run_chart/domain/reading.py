"""What a measures document must hold beyond its types: ids, references, one kind of value, and no NHS numbers."""

from collections.abc import Iterator

from qi_core.domain import privacy
from qi_core.domain.problems import Problem
from qi_core.domain.reading import Reader
from qi_core.domain.texts import repeated
from qi_run_chart.domain.document import SCHEMA, Document, Measure, Point

SMALLEST_TEN_DIGITS = 1_000_000_000


def _problems(document: Document) -> Iterator[tuple[str, Problem]]:
    for index in repeated(measure.id for measure in document.measures):
        yield f"measures[{index}].id", Problem("not_unique")
    for index, measure in enumerate(document.measures):
        for path, problem in _of_measure(measure):
            yield f"measures[{index}].{path}", problem


def _of_measure(measure: Measure) -> Iterator[tuple[str, Problem]]:
    for name, parts in (("points", measure.points), ("annotations", measure.annotations)):
        for place in repeated(part.id for part in parts):
            yield f"{name}[{place}].id", Problem("not_unique")
    known = {point.id for point in measure.points}
    if measure.baseline_until is not None and measure.baseline_until not in known:
        yield "baseline_until", Problem("not_found")
    for place, phase in enumerate(measure.phases):
        if phase.from_ not in known:
            yield f"phases[{place}].from", Problem("not_found")
    for place in repeated(phase.from_ for phase in measure.phases):
        yield f"phases[{place}].from", Problem("not_unique")
    for place, point in enumerate(measure.points):
        for field, code in _of_point(point):
            yield f"points[{place}].{field}", Problem(code)


def _of_point(point: Point) -> Iterator[tuple[str, str]]:
    if point.value is not None and (point.numerator, point.denominator) != (None, None):
        yield "value", "value_and_parts"
    for field in ("value", "numerator", "denominator"):
        if _is_nhs_number(getattr(point, field)):
            yield field, "nhs_number"


def _is_nhs_number(number: float | None) -> bool:
    """A column too many in what was pasted."""
    if number is None or not SMALLEST_TEN_DIGITS <= number < 10 * SMALLEST_TEN_DIGITS:
        return False
    return number.is_integer() and bool(privacy.nhs_numbers(str(int(number))))


READER = Reader(Document, schema=SCHEMA, problems=_problems)
