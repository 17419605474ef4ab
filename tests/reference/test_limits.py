"""What chance allows, for every number of useful points up to 1,100."""

import json
from pathlib import Path

from qi_run_chart.domain.runs import crossings_needed, longest_run_allowed

LIMITS = json.loads((Path(__file__).parent / "anhoej_limits.json").read_text(encoding="utf-8"))


def test_limits_are_those_published_for_1_to_1100_points() -> None:
    assert LIMITS["n"] == list(range(1, 1101))
    assert [longest_run_allowed(useful) for useful in LIMITS["n"]] == LIMITS["longest_run_max"]
    assert [crossings_needed(useful) for useful in LIMITS["n"]] == LIMITS["crossings_min"]
