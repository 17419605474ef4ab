"""Everything a block wants to know of the project document, in one answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from qi_core.domain.tool import Review
from qi_project.domain.checks import checks
from qi_project.domain.completion import progress
from qi_project.domain.document import Document
from qi_project.domain.telling import counts


def review(document: Document, *, settings: Mapping[str, Any], today: date) -> Review:
    """No setting changes what an aim needs."""
    del settings
    share, todo = progress(document.aim)
    return Review(share, checks(document.aim, today=today), todo, counts(document))
