"""Texts that may identify a patient. The patterns are still to come; the shape of the answer is settled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from qi_core.domain.problems import Problem


@dataclass(frozen=True)
class ScreenResult:
    """`blocked` must be changed before saving; `warnings` have path, kind, start, end and mark."""

    blocked: Mapping[str, Problem] = field(default_factory=dict)
    warnings: tuple[dict[str, Any], ...] = ()


def screen(_document: Mapping[str, Any], _confirmed: Collection[str]) -> ScreenResult:
    return ScreenResult()
