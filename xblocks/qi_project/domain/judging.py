"""Everything a block wants to know of the project document, in one answer."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from qi_core.domain.tool import Review
from qi_project.domain.checks import checks
from qi_project.domain.completion import asked_in, progress
from qi_project.domain.document import Document
from qi_project.domain.steps import steps
from qi_project.domain.telling import counts


def review(document: Document, *, settings: Mapping[str, Any], today: date) -> Review:
    """`settings` are those of completion.progress and completion.asked_in; tools that show the aim have none."""
    share, todo = progress(document, settings=settings)
    return Review(
        progress=share,
        checks=checks(document, today=today),
        todo=todo,
        counts=counts(document),
        overview={"steps": [asdict(step) for step in steps(asked_in(document, settings=settings))]},
    )
