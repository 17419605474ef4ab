"""What a diagram must hold beyond its types: ids, and links that lead to the left, so that there is no loop."""

from collections.abc import Iterator

from qi_core.domain.problems import Problem
from qi_core.domain.reading import Reader
from qi_core.domain.texts import repeated
from qi_driver_diagram.domain.document import LEVELS, SCHEMA, Document


def _problems(document: Document) -> Iterator[tuple[str, Problem]]:
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


READER = Reader(Document, schema=SCHEMA, problems=_problems)
