"""Everything the block wants to know of a document, in one answer."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from qi_core.domain.tool import Review
from qi_pdsa_planner.domain.checks import checks
from qi_pdsa_planner.domain.completion import progress, stage_states
from qi_pdsa_planner.domain.document import Document
from qi_pdsa_planner.domain.ramps import ramps, strip_of
from qi_pdsa_planner.domain.telling import counts


def review(document: Document, *, settings: Mapping[str, Any], today: date) -> Review:
    """`settings`: "stages", some of plan, do, study and act; "cycles", how many count."""
    share, todo = progress(document, settings=settings)
    return Review(
        progress=share,
        checks=checks(document, today=today),
        todo=todo,
        counts=counts(document),
        overview={
            "cycles": {cycle.id: {"stages": stage_states(cycle)} for cycle in document.cycles},
            "ramps": [
                {"cycles": [cycle.id for cycle in ramp], "strip": asdict(strip_of(ramp))} for ramp in ramps(document)
            ],
        },
    )
