"""Contenders take turns, so that a busy machine slows all of them; what is told is the median and the best.

The time is the processor's in this process: other programs' work is nobody's fault here.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Timing:
    """Seconds, of as many rounds as were run."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def best(self) -> float:
        return min(self.rounds)

    def ratio_to(self, other: "Timing") -> float:
        """The median of the ratios within each round."""
        return median(one / another for one, another in zip(self.rounds, other.rounds, strict=True))


def take_turns(contenders: Mapping[str, Callable[[], Any]], *, rounds: int) -> dict[str, Timing]:
    """Of each, after one round that is not counted. A contender may itself answer with seconds: a float."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, run in contenders.items():
            begun = time.process_time()
            told = run()
            seconds = told if isinstance(told, float) else time.process_time() - begun
            if number:
                found[name].append(seconds)
    return {name: Timing(tuple(seconds)) for name, seconds in found.items()}


def table(timings: Mapping[str, Timing], *, beside: str) -> list[str]:
    """One line for each; the ratios are to the one named `beside`."""
    ours = timings[beside]
    width = max(map(len, timings))
    return [
        f"{name:<{width}}  median {_milliseconds(timing.median)}, best {_milliseconds(timing.best)}"
        + ("" if timing is ours else f", {timing.ratio_to(ours):.1f} times as long as {beside}")
        for name, timing in timings.items()
    ]


def _milliseconds(seconds: float) -> str:
    return f"{1_000 * seconds:8.2f} ms"
