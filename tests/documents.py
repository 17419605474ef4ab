"""The documents of tests/contracts, and edits of them by path."""

import json
import re
from pathlib import Path
from typing import Any

from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.document import Document

CONTRACTS = Path(__file__).parent / "contracts"
STORED = json.loads((CONTRACTS / "pdsa_schema_2.json").read_text(encoding="utf-8"))
OLD = json.loads((CONTRACTS / "pdsa_schema_1.json").read_text(encoding="utf-8"))
STEP = re.compile(r"\w+")


def stored(name: str) -> Document:
    """"empty", "minimal", "full" (one cycle with everything) or "ramp" (three that count as complete)."""
    return parsed(STORED[name])


def parsed(raw: object) -> Document:
    document: Document = domain.parse(raw)
    return document


def edited(document: Document, **changes: Any) -> Document:
    """One more or a different value at a path: edited(full, **{"cycles[0].do.happened": ""})."""
    return parsed(changed(domain.dump(document), **changes))


def changed(raw: Any, **changes: Any) -> Any:
    for path, value in changes.items():
        *steps, last = [int(step) if step.isdigit() else step for step in STEP.findall(path)]
        place: Any = raw
        for step in steps:
            place = place[step]
        if isinstance(last, int) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return raw
