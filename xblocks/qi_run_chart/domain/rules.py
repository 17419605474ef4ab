"""The three named sets of rules, and what each may be set to. One is in force, and stands under the chart."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from qi_run_chart.domain.refusals import Refused

RunLength = Literal[6, 7]
TwoInThree = Literal["before_2023", "since_2023"]


@dataclass(frozen=True, slots=True)
class Anhoej:
    """An unusually long run or unusually few crossings: see runs.py."""

    name: ClassVar[str] = "anhoej"


@dataclass(frozen=True, slots=True)
class Ihi:
    """Shift, trend and number of runs on a run chart: see ihi.py.

    Some hand-outs ask for six points in a trend, as they do not count the point that it starts from.
    """

    name: ClassVar[str] = "ihi"
    shift_length: int = 6
    trend_length: int = 5


@dataclass(frozen=True, slots=True)
class MdcXmr:
    """The rules of NHS England's "Making Data Count" on an I chart: see xmr.py.

    The spreadsheet lets its user choose 6 or 7 points for trend and shift. Since November 2023 "two in three" also
    counts a point that is outside the limits.
    """

    name: ClassVar[str] = "mdc_xmr"
    run_length: RunLength = 7
    two_in_three: TwoInThree = "before_2023"


Rules = Anhoej | Ihi | MdcXmr
RULES: dict[str, Rules] = {rules.name: rules for rules in (Anhoej(), Ihi(), MdcXmr())}

# On 24 points of nothing but normal noise: how many charts get a signal. Simulated, 20,000 series for each set;
# tests/qi_run_chart/domain/test_false_alarms.py repeats it.
FALSE_ALARM_POINTS = 24
FALSE_ALARM_RATES = {"anhoej": 0.03, "ihi": 0.37, "mdc_xmr": 0.18}


def find_rules(rules: str | Rules) -> Rules:
    if isinstance(rules, str):
        if rules not in RULES:
            raise Refused("rules_unknown", given=rules, allowed=", ".join(RULES))
        return RULES[rules]
    if isinstance(rules, MdcXmr) and rules.run_length not in {6, 7}:
        raise Refused("run_length_unknown", given=rules.run_length, allowed="6, 7")
    if isinstance(rules, MdcXmr) and rules.two_in_three not in {"before_2023", "since_2023"}:
        raise Refused("two_in_three_unknown", given=rules.two_in_three, allowed="before_2023, since_2023")
    return rules


def usual_chart(rules: str | Rules) -> str:
    return "i" if isinstance(find_rules(rules), MdcXmr) else "run"
