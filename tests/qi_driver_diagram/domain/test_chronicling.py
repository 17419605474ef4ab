"""What a diagram tells the project's home."""

import json
from pathlib import Path

from qi_core.domain.chronicle import Chronicle, Line
from qi_driver_diagram import domain

STORED = Path(__file__).parents[2] / "contracts/diagram_schema_1.json"


def test_a_diagram_is_told_by_its_columns() -> None:
    full = domain.parse(json.loads(STORED.read_text(encoding="utf-8"))["full"])
    told = {line.key: line.facts["n"] for line in domain.chronicle(full).lines}
    assert told == {"primary": 2, "secondary": 3, "ideas": 3}
    assert domain.chronicle(domain.empty()) == Chronicle()
    bare = domain.parse({"schema": 1, "nodes": [{"id": "primary1", "level": "primary", "text": "Time"}]})
    assert domain.chronicle(bare) == Chronicle((Line("primary", {"n": 1}),))
