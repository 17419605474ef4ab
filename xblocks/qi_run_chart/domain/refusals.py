"""What cannot be analysed, and why: a code and facts, from which a page makes its own sentence."""

from typing import Literal

Code = Literal[
    "aggregate_unknown",
    "centre_of_other_length",
    "chart_does_not_fit_rules",
    "chart_unknown",
    "denominator_missing",
    "denominator_not_positive",
    "direction_unknown",
    "freeze_too_early",
    "not_a_finite_number",
    "rules_unknown",
    "run_length_unknown",
    "time_not_positive",
    "times_of_different_kinds",
    "two_in_three_unknown",
]


class Refused(ValueError):
    """`facts` are the offending value and what is allowed."""

    def __init__(self, code: Code, **facts: float | str) -> None:
        super().__init__(code, facts)
        self.code: Code = code
        self.facts = facts
