"""The rules of "Making Data Count" where the reference cases do not reach."""

from typing import Any

import pytest

from qi_run_chart import Analysis, Icons, MdcXmr, Refused, analyse

# Mean 11, limits 5.68 and 16.32, near limits 7.45 and 14.55.
STEADY = [10.0, 12.0] * 6


def judged(later: list[float | None], **choices: Any) -> Analysis:
    return analyse([*STEADY, *later], freeze=12, **({"rules": "mdc_xmr"} | choices))


def causes(analysis: Analysis) -> list[str]:
    """Of the points after the first twelve: the rule, + or -."""
    return [
        "".join(f"{signal.rule}{'+' if signal.side > 0 else '-'}" for signal in point.found)
        for point in analysis.points[12:]
    ]


def test_two_in_three_counts_a_point_outside_since_2023() -> None:
    later: list[float | None] = [15, 17, 12, 10]
    assert causes(judged(later)) == ["", "outside_limits+", "", ""]
    since = judged(later, rules=MdcXmr(two_in_three="since_2023"))
    assert causes(since) == ["two_in_three+", "outside_limits+", "", ""]


@pytest.mark.parametrize(("length", "found"), [(6, ["shift+"] * 6), (7, [""] * 6)])
def test_six_or_seven_points_make_a_shift(length: Any, found: list[str]) -> None:
    later = [11.5, 12, 11.5, 12, 11.5, 12]
    analysis = analyse([*STEADY, 10, *later, 10], freeze=12, rules=MdcXmr(run_length=length))
    assert causes(analysis)[1:-1] == found


@pytest.mark.parametrize(("length", "found"), [(6, ["trend-"] * 6), (7, [""] * 6)])
def test_six_or_seven_points_make_a_trend(length: Any, found: list[str]) -> None:
    later = [13, 12.5, 12, 11, 10.5, 10.0]
    analysis = analyse([*STEADY, 11, *later, 11], freeze=12, rules=MdcXmr(run_length=length))
    assert causes(analysis)[1:-1] == found


def test_a_gap_breaks_every_rule_and_is_no_cause_itself() -> None:
    assert causes(judged([11.5, 12, 11.5, None, 12, 11.5, 12, 10])) == [""] * 8
    assert causes(judged([15, None, 15])) == ["", "", ""]
    assert judged([15, None]).icons == Icons("common_cause", None, True)


def test_an_excluded_point_breaks_no_rule_and_has_no_cause() -> None:
    analysis = judged([10, 11.5, 12, 11.5, 99, 12, 11.5, 12, 11.5], exclude=[17])
    assert causes(analysis) == ["", "shift+", "shift+", "shift+", "", "shift+", "shift+", "shift+", "shift+"]
    assert analysis.points[16].is_outside


def test_a_level_step_between_rise_and_fall_is_called_falling() -> None:
    rise_and_fall = [9.5, 10, 10.5, 11, 11.5, 12, 12.5, 12.5, 12, 11.5, 11, 10.5, 10, 9.5]
    found = causes(judged(rise_and_fall))
    assert found == ["trend+"] * 6 + ["trend-"] * 8


def test_limits_are_fixed_in_each_phase() -> None:
    higher = [value + 20 for value in STEADY]
    analysis = analyse([*STEADY, 16, *higher, 36], rules="mdc_xmr", freeze=12, phases=[14])
    assert [phase.centre for phase in analysis.phases] == [11, 31]
    assert [point.position for point in analysis.points if not point.is_baseline] == [13, 26]
    assert [phase.has_trial_limits for phase in analysis.phases] == [False, False]


@pytest.mark.parametrize(
    ("target", "direction", "assurance"),
    [
        (17, "increase", "consistent_fail"),
        (17, "decrease", "consistent_pass"),
        (5, "increase", "consistent_pass"),
        (5, "decrease", "consistent_fail"),
        (5.68, "increase", "inconsistent"),
        (11, "increase", "inconsistent"),
        (11, "neutral", None),
        (None, "increase", None),
    ],
)
def test_a_target_is_met_or_missed_for_certain_only_beyond_a_limit(
    target: float | None, direction: Any, assurance: str | None
) -> None:
    icons = judged([10], target=target, direction=direction).icons
    assert icons and icons.assurance == assurance


def test_icons_are_not_firm_below_thirteen_points() -> None:
    assert analyse(STEADY, rules="mdc_xmr").icons == Icons("common_cause", None, are_firm=False)
    assert analyse([*STEADY, 10], rules="mdc_xmr").icons == Icons("common_cause", None, are_firm=True)


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ({"freeze": 11}, "freeze_too_early"),
        ({"chart": "run"}, "chart_does_not_fit_rules"),
        ({"rules": MdcXmr(run_length=8)}, "run_length_unknown"),  # type: ignore[arg-type]
        ({"rules": MdcXmr(two_in_three="2024")}, "two_in_three_unknown"),  # type: ignore[arg-type]
        ({"rules": "western_electric"}, "rules_unknown"),
        ({"direction": "up"}, "direction_unknown"),
    ],
)
def test_what_the_programme_does_not_know_is_refused(choices: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        analyse(STEADY, **({"rules": "mdc_xmr"} | choices))
    assert refused.value.code == code
