"""Every reference case agrees with the tool that its figures come from."""

import json
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from tests.reference.adapter import analyse_case
from tests.reference.deviations import DEVIATIONS

HERE = Path(__file__).parent
CASES = {
    f"{kind}:{case['id']}": (kind, case)
    for kind in ("spc", "xmr", "ihi")
    for case in json.loads((HERE / f"{kind}.json").read_text(encoding="utf-8"))["cases"]
}
OPTIONAL = {
    "astronomical",
    "close_to_limits",
    "n_points",
    "rebase_group",
    "runs_limits_published",
    "runs_verdict_published",
    "short_group_warning",
}


def differences(expected: Any, found: Any, *, path: str = "") -> list[str]:
    """Where the two part, as paths: numbers at relative 1e-9, all else exactly. What is optional may be left out."""
    if isinstance(expected, dict) and isinstance(found, dict):
        names = [name for name in expected if name in found or name not in OPTIONAL]
        return [
            line
            for name in names
            for line in differences(expected[name], found.get(name, "left out"), path=f"{path}.{name}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [line for place, pair in pairs for line in differences(*pair, path=f"{path}[{place}]")]
    return [] if is_same(expected, found) else [f"{path}: expected {expected}, found {found}"]


def is_same(expected: Any, found: Any) -> bool:
    numbers = [value for value in (expected, found) if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) == 2:
        return isclose(*numbers, rel_tol=1e-9)
    return not numbers and bool(expected == found)


@pytest.mark.parametrize("name", CASES)
def test_figures_agree(name: str) -> None:
    kind, case = CASES[name]
    assert differences(case["output"], analyse_case(kind, case["input"])) == []


def test_there_are_all_the_cases() -> None:
    kinds = [kind for kind, _ in CASES.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"spc": 58, "xmr": 26, "ihi": 12}


def test_comparison_sees_a_difference() -> None:
    assert differences({"a": [1.0, None, True]}, {"a": [1.0 + 1e-11, None, True]}) == []
    assert differences({"a": [1.0, None, True]}, {"a": [1.0 + 1e-6, 0.0, 1]}) == [
        ".a[0]: expected 1.0, found 1.000001",
        ".a[1]: expected None, found 0.0",
        ".a[2]: expected True, found 1",
    ]


def test_no_case_at_hand_deviates() -> None:
    assert not DEVIATIONS.keys() & {case["id"] for _, case in CASES.values()}
