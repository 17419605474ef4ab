"""What is told of a chart: facts that belong together in one sentence, signals with their dates, no early verdict."""

from typing import Any

import pytest

from qi_run_chart.strings import STRINGS
from tests.charts import FILE, HALVES, STEADY, WAITS, text
from tests.measures import day_of, points_of
from tests.qi_run_chart.domain.test_judging import overview_of

JUMP = [5.0, 3, 4, 6, 5, 4, 3, 5, 4, 6, 5, 4, 3, 40, 5, 4, 6, 5, 3, 4]
OF_ALL = {"icons", "false_alarms"}


def told(**fields: Any) -> list[tuple[str, dict[str, Any]]]:
    sentences = overview_of(**fields)["sentence"]
    keys = {one["key"] for one in sentences} - set(OF_ALL)
    assert {key for key in keys if f"sentence.{key}" not in STRINGS} == set()
    return [(one["key"], one["facts"]) for one in sentences if one["key"] not in OF_ALL]


def keys(**fields: Any) -> list[str]:
    return [key for key, _ in told(**fields)]


def test_the_line_the_points_and_the_verdict_are_one_sentence() -> None:
    assert told(points=points_of(*STEADY)) == [
        (
            "quiet_anhoej",
            {
                "kind": "median", "value": 49.5, "points": 24,
                "longest": 4, "at_most": 8, "crossings": 11, "crossings_min": 8,
            },
        )
    ]  # fmt: skip


def test_a_signal_is_told_with_its_dates_and_its_meaning() -> None:
    opening, run, crossings = told(points=points_of(*HALVES), better="down")
    assert opening[0] == "signal_anhoej"
    span = {"from": day_of(0), "to": day_of(9)}
    assert run == ("long_run", {"length": 10, "side": "above", "meaning": "concern", **span})
    whole = {"from": day_of(0), "to": day_of(23)}
    assert crossings == ("few_crossings", {"length": 24, "side": "", "meaning": "neutral", **whole})


def test_what_is_said_of_a_whole_phase_changes_its_line() -> None:
    patterns = [phase["pattern"] for phase in overview_of(points=points_of(*HALVES))["phases"]]
    assert patterns == ["few_crossings"]
    assert [phase["pattern"] for phase in overview_of(points=points_of(*STEADY))["phases"]] == [None]
    refused = overview_of(points=points_of(*HALVES), chart="p")
    assert [phase["pattern"] for phase in refused["phases"]] == [None]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"points": points_of(None)}, ["no_values"]),
        ({"points": points_of(4, 4, 4)}, ["no_variation"]),
        ({"points": points_of(*STEADY[:5])}, ["too_few"]),
        ({"points": points_of(*STEADY[:5]), "chart": "i"}, ["too_few", "limits", "trial_limits"]),
        ({"points": points_of(*STEADY[:5]), "rules": "mdc_xmr"}, ["too_few_measured", "limits", "trial_limits"]),
        ({"points": points_of(*STEADY[:12])}, ["quiet_anhoej", "provisional"]),
        ({"points": points_of(*STEADY), "chart": "i"}, ["quiet_anhoej", "limits"]),
        ({"points": points_of(*STEADY), "chart": "mr"}, ["quiet_limits"]),
        ({"points": points_of(*STEADY), "rules": "mdc_xmr"}, ["quiet_mdc_xmr"]),
        ({"points": points_of(*STEADY), "rules": "ihi"}, ["quiet_ihi"]),
        ({"points": points_of(*[7] * 20), "rules": "mdc_xmr"}, ["no_variation", "no_limits"]),
        ({"points": points_of(*JUMP), "chart": "mr"}, ["signal_limits", "outside_limits_several"]),
        ({"points": points_of(1, 2), "chart": "p"}, ["refused_denominator_missing"]),
    ],
)  # fmt: skip
def test_each_state_of_a_chart_opens_in_its_own_way(fields: dict[str, Any], expected: list[str]) -> None:
    assert keys(**fields) == expected


def test_a_chart_without_limits_is_told_plainly() -> None:
    assert keys(points=points_of(*STEADY), chart="xbar") == ["quiet_anhoej", "no_limits"]
    gaps = [value for pair in zip(STEADY[:10], [None] * 10, strict=True) for value in pair]
    assert keys(points=points_of(*gaps), rules="mdc_xmr") == ["quiet_plain", "provisional", "no_limits"]


def test_several_phases_are_named_with_their_dates() -> None:
    phases = [{"from": "point0012", "reason": "Moved"}]
    both = told(points=points_of(*STEADY), phases=phases)
    assert [key for key, _ in both] == ["phase", "quiet_anhoej", "provisional"] * 2
    assert both[3][1] == {"number": 2, "from": day_of(12), "to": day_of(23)}


def test_many_points_outside_the_limits_are_counted() -> None:
    points = points_of(*JUMP)
    points[4]["value"] = 60
    found = dict(told(points=points, chart="c", better="down"))
    span = {"from": day_of(4), "to": day_of(13)}
    several = {"length": 1, "side": "above", "meaning": "concern", "times": 2, **span}
    assert found["outside_limits_several"] == several
    once = dict(told(points=points_of(*JUMP), chart="c"))["outside_limits"]
    assert once == {"length": 1, "side": "above", "meaning": "neutral", "from": day_of(13), "to": day_of(13)}


def test_a_shift_whose_points_earlier_rules_name_as_well_is_one_shift() -> None:
    found = [facts for key, facts in told(points=points_of(*WAITS), rules="mdc_xmr", better="down") if key == "shift"]
    above = {"length": 9, "side": "above", "meaning": "concern", "from": day_of(0), "to": day_of(8)}
    below = {"length": 9, "side": "below", "meaning": "improvement", "from": day_of(15), "to": day_of(23)}
    assert found == [above, below]


def test_the_twelve_pictures_are_drawn_from_what_the_server_answers_today() -> None:
    kept = FILE.read_text(encoding="utf-8")
    assert kept == text(), "run `.venv/bin/python -m tests.charts`, then look at the pictures"
