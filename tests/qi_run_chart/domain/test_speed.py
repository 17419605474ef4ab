"""A chart is analysed while its table is typed: it must not be felt, and must not grow faster than the table.

The bounds are wide: these run on any machine, slowed down by the measuring of coverage. benchmarks/ has the figures.
"""

from collections.abc import Callable
from random import Random
from time import process_time

import pytest

from qi_run_chart import analyse


def series(count: int) -> list[float]:
    noise = Random(count)
    return [noise.gauss(50, 5) for _ in range(count)]


def milliseconds(work: Callable[[], object]) -> float:
    """The processor's, at best: other programs' work is no fault of ours."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return 1_000 * min(once() for _ in range(5))


@pytest.mark.parametrize("rules", ["anhoej", "ihi", "mdc_xmr"])
def test_a_thousand_points_take_a_moment(rules: str) -> None:
    points = series(1_000)
    assert milliseconds(lambda: analyse(points, rules=rules)) < 200


def test_time_grows_with_the_points_and_not_faster() -> None:
    few, many = series(500), series(5_000)
    assert milliseconds(lambda: analyse(many)) < 25 * milliseconds(lambda: analyse(few))
