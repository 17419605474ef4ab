"""Nothing but noise: how often each set of rules cries signal. The figure stands under every chart."""

from random import Random

import pytest

from qi_run_chart import analyse
from qi_run_chart.domain.rules import FALSE_ALARM_POINTS, FALSE_ALARM_RATES

SERIES = 3_000


def false_alarms(rules: str) -> float:
    noise = Random(20_26)
    series = ([noise.gauss(50, 5) for _ in range(FALSE_ALARM_POINTS)] for _ in range(SERIES))
    return sum(bool(analyse(values, rules=rules).signals) for values in series) / SERIES


@pytest.mark.parametrize("rules", FALSE_ALARM_RATES)
def test_noise_alarms_as_often_as_we_say(rules: str) -> None:
    said = FALSE_ALARM_RATES[rules]
    # Three standard errors of so many series, and half of the last digit said.
    assert false_alarms(rules) == pytest.approx(said, abs=3 * (said * (1 - said) / SERIES) ** 0.5 + 0.005)
