"""Between JSON and the document: reading what was sent or stored, writing it back, upgrading what is older."""

from typing import Any

from pydantic import ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import Problem, Problems, from_validation_error
from qi_core.domain.texts import repeated
from qi_core.domain.tool import NewerDocument
from qi_pdsa_planner.domain.document import SCHEMA, Cycle, Document


def empty() -> Document:
    return Document()


def upgrade(stored: dict[str, Any]) -> dict[str, Any]:
    """A document of any older schema in the present one; the first release wrote schema 1. Raises NewerDocument."""
    found = stored.get("schema", SCHEMA)
    if isinstance(found, int) and found > SCHEMA:
        raise NewerDocument(found, SCHEMA)
    return {**stored, "schema": SCHEMA}


def parse(raw: object) -> Document:
    """Raises Problems, by path; an NHS number in any text is one of them."""
    try:
        document = Document.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
    problems = {**_links(document), **_unready(document), **_blocked(document)}
    if problems:
        raise Problems(problems)
    return document


def dump(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", by_alias=True)


def _blocked(document: Document) -> dict[str, Problem]:
    return privacy.blocked(dump(document))


def _links(document: Document) -> dict[str, Problem]:
    """Ids are unique, and a cycle follows one that stands before it: so ramps can have no loop."""
    problems: dict[str, Problem] = {}
    before: set[str] = set()
    for index, cycle in enumerate(document.cycles):
        if cycle.id in before:
            problems[f"cycles[{index}].id"] = Problem("not_unique")
        if cycle.follows is not None and cycle.follows not in before:
            problems[f"cycles[{index}].follows"] = Problem("not_found")
        before.add(cycle.id)
        for name, parts in (("questions", cycle.questions), ("tasks", cycle.tasks)):
            for place in repeated(part.id for part in parts):
                problems[f"cycles[{index}].{name}[{place}].id"] = Problem("not_unique")
    return problems


def _unready(document: Document) -> dict[str, Problem]:
    """PD2: Do starts with a prediction, or not at all."""
    return {
        f"cycles[{index}].questions[0].prediction": Problem("missing")
        for index, cycle in enumerate(document.cycles)
        if cycle.is_locked and not has_prediction(cycle)
    }


def has_prediction(cycle: Cycle) -> bool:
    return any(question.prediction.strip() for question in cycle.questions)
