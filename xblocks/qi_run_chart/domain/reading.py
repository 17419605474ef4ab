"""Between JSON and the document: reading what was sent or stored, writing it back, upgrading what is older."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import TOLD_MAX, Problem, Problems, from_validation_error
from qi_core.domain.texts import repeated
from qi_core.domain.tool import NewerDocument
from qi_run_chart.domain.document import SCHEMA, Document, Measure, Point

SMALLEST_TEN_DIGITS = 1_000_000_000


def empty() -> Document:
    return Document()


def upgrade(stored: dict[str, Any]) -> dict[str, Any]:
    """A document of any older schema in the present one; the first release wrote schema 1. Raises NewerDocument."""
    found = stored.get("schema", SCHEMA)
    if isinstance(found, int) and found > SCHEMA:
        raise NewerDocument(found, SCHEMA)
    return {**stored, "schema": SCHEMA}


def parse(raw: object) -> Document:
    """Raises Problems, by path; an NHS number, in a text or as a value, is one of them."""
    try:
        document = Document.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
    problems = dict([*_problems(document), *privacy.blocked(dump(document)).items()])
    if problems:
        raise Problems(dict(list(problems.items())[:TOLD_MAX]))
    return document


def dump(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", by_alias=True)


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
