"""Everything the block wants to know of a document, in one answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from qi_core.domain.tool import Review
from qi_driver_diagram.domain.checks import checks, unmeasured
from qi_driver_diagram.domain.completion import progress
from qi_driver_diagram.domain.document import Document
from qi_driver_diagram.domain.facts import facts_in, status_of
from qi_driver_diagram.domain.telling import counts


def review(document: Document, *, settings: Mapping[str, Any], today: date) -> Review:
    """`settings` are those of completion.progress; "is_change": the diagram is being changed right now."""
    facts = facts_in(settings)
    if settings.get("is_change"):
        facts = replace(facts, revised_on=today)
    share, todo = progress(document, settings=settings)
    return Review(
        progress=share,
        checks=checks(document, facts=facts),
        todo=todo,
        counts=counts(document),
        overview={
            "status": {node.id: status_of(node.id, facts.tests) for _, node in document.ideas},
            "unmeasured": unmeasured(document, facts=facts),
        },
    )
