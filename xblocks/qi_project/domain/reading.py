"""Between JSON and the document: reading what was sent or stored, writing it back, upgrading what is older."""

from typing import Any

from pydantic import ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import Problems, from_validation_error
from qi_core.domain.tool import NewerDocument
from qi_project.domain.document import SCHEMA, Document


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
    if problems := privacy.blocked(dump(document)):
        raise Problems(problems)
    return document


def dump(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", by_alias=True)
