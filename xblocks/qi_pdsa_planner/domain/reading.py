"""What a PDSA document must hold beyond its types: ids, the order of a ramp, and a prediction before Do."""

from collections.abc import Iterator

from qi_core.domain.problems import Problem
from qi_core.domain.reading import Reader
from qi_core.domain.texts import repeated
from qi_pdsa_planner.domain.document import SCHEMA, Cycle, Document


def _problems(document: Document) -> Iterator[tuple[str, Problem]]:
    yield from _links(document)
    yield from _unready(document)


def _links(document: Document) -> Iterator[tuple[str, Problem]]:
    """Ids are unique, and a cycle follows one that stands before it: so ramps can have no loop."""
    before: set[str] = set()
    for index, cycle in enumerate(document.cycles):
        if cycle.id in before:
            yield f"cycles[{index}].id", Problem("not_unique")
        if cycle.follows is not None and cycle.follows not in before:
            yield f"cycles[{index}].follows", Problem("not_found")
        before.add(cycle.id)
        for name, parts in (("questions", cycle.questions), ("tasks", cycle.tasks)):
            for place in repeated(part.id for part in parts):
                yield f"cycles[{index}].{name}[{place}].id", Problem("not_unique")


def _unready(document: Document) -> Iterator[tuple[str, Problem]]:
    """PD2: Do starts with a prediction, or not at all."""
    for index, cycle in enumerate(document.cycles):
        if cycle.is_locked and not has_prediction(cycle):
            yield f"cycles[{index}].questions[0].prediction", Problem("missing")


def has_prediction(cycle: Cycle) -> bool:
    return any(question.prediction.strip() for question in cycle.questions)


READER = Reader(Document, schema=SCHEMA, problems=_problems)
