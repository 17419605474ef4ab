"""Between JSON and the document: reading what was sent or stored, writing it back, upgrading what is older."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import TOLD_MAX, Problem, Problems, from_validation_error
from qi_core.domain.texts import repeated
from qi_core.domain.tool import NewerDocument
from qi_driver_diagram.domain.document import LEVELS, SCHEMA, Document


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
    problems = dict([*_problems(document), *privacy.blocked(dump(document)).items()])
    if problems:
        raise Problems(dict(list(problems.items())[:TOLD_MAX]))
    return document


def dump(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", by_alias=True)


def _problems(document: Document) -> Iterator[tuple[str, Problem]]:
    """Every link leads from a node to one in a column further left, so there is no loop."""
    for place in repeated(node.id for node in document.nodes):
        yield f"nodes[{place}].id", Problem("not_unique")
    for place in repeated(f"{link.from_} {link.to}" for link in document.links):
        yield f"links[{place}].to", Problem("not_unique")
    column = {node.id: LEVELS.index(node.level) for node in document.nodes}
    for place, link in enumerate(document.links):
        missing = [name for name, id in (("from", link.from_), ("to", link.to)) if id not in column]
        yield from ((f"links[{place}].{name}", Problem("not_found")) for name in missing)
        if not missing and column[link.to] >= column[link.from_]:
            yield f"links[{place}].to", Problem("not_further_left")
