"""Between JSON and the project document: beyond its types, ids are unique. Schema 1 had the aim alone."""

from collections.abc import Iterator

from qi_core.domain.problems import Problem
from qi_core.domain.reading import Reader
from qi_core.domain.texts import repeated
from qi_project.domain.document import SCHEMA, Document


def _problems(document: Document) -> Iterator[tuple[str, Problem]]:
    for name, parts in (("charter.team", document.charter.team), ("stakeholders", document.stakeholders)):
        for place in repeated(part.id for part in parts):
            yield f"{name}[{place}].id", Problem("not_unique")


READER = Reader(Document, schema=SCHEMA, problems=_problems)
