"""PDSA cycles of the project in the advice on a chart."""

from datetime import date

import pytest

from qi_run_chart.domain.charting import chart
from qi_run_chart.domain.checks import checks
from tests.measures import measure_of, points_of

TODAY = date(2026, 11, 20)
WAITS = [31.0, 28, 35, 33, 30, 36, 29, 34, 32, 30, 27, 24]


@pytest.mark.parametrize(
    ("began", "baseline", "expected"),
    [
        (["2026-01-04"], None, ["RC6"]),
        (["2026-01-05"], None, []),
        (["2026-03-23"], None, []),
        (["2026-03-24"], None, ["RC6"]),
        (["2026-02-10"], "point0005", []),
        (["2026-03-01", "2026-02-09"], "point0005", ["RC8_after_change"]),
    ],
)
def test_a_cycle_in_the_chart_s_time_is_something_that_happened(
    began: list[str], baseline: str | None, expected: list[str]
) -> None:
    """Points go from 5 January to 23 March; the baseline ends on 9 February."""
    charts = [chart(measure_of(baseline_until=baseline, points=points_of(*WAITS)))]
    cycles = [date.fromisoformat(on) for on in began]
    told = [one.rule for one in checks(charts, today=TODAY, cycles=cycles)]
    assert [rule for rule in told if rule in ("RC6", "RC8_after_change")] == expected
