"""How the time of one analysis grows with its points, for each set of rules. Ten times as many: ten times as long."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from qi_run_chart import analyse
from qi_run_chart.domain.ihi import expected_runs
from qi_run_chart.domain.rules import RULES
from qi_run_chart.domain.runs import crossings_needed

from benchmarks.timing import take_turns

TITLE = "Growth: microseconds for each point of one analysis, and how many times those of the smallest"
SIZES = (100, 1_000, 10_000)
ROUNDS = 7


def report() -> Iterator[str]:
    for rules in RULES:
        timings = take_turns({f"{size:,}": _analysis(size, rules) for size in SIZES}, rounds=ROUNDS)
        each = [1e6 * timing.best / size for size, timing in zip(SIZES, timings.values(), strict=True)]
        told = (f"{name} points {one:5.1f} (x {one / each[0]:.2f})" for name, one in zip(timings, each, strict=True))
        yield f"{rules:<8} {', '.join(told)}"


def _analysis(size: int, rules: str) -> Callable[[], None]:
    noise = Random(size)
    return partial(_analyse_anew, [noise.gauss(50, 5) for _ in range(size)], rules)


def _analyse_anew(values: list[float], rules: str) -> None:
    """With the limits worked out again, which are otherwise remembered for each number of points."""
    crossings_needed.cache_clear()
    expected_runs.cache_clear()
    analyse(values, rules=rules)
