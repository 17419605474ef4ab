"""Twelve typical charts, as the page gets them from the server: their pictures are kept in tests/ui/snapshots."""

import json
from datetime import date
from typing import Any

from qi_run_chart.domain import measures as tool
from qi_run_chart.strings import STRINGS
from tests.documents import CONTRACTS
from tests.measures import day_of, parsed, points_of, ratios_of

FILE = CONTRACTS / "charts.json"
SETTINGS = {"parts": ["data"], "points": 10, "family": False}
WORDS = ("legend.", "pattern.", "line_at", "phase_at", "baseline", "limit", "target", "median", "mean")
# fmt: off
STEADY = [48.0, 52, 51, 55, 47, 44, 49, 50, 46, 45, 53, 56, 51, 47, 52, 50, 43, 49, 46, 48, 54, 51, 48, 50]
FALLING = [*STEADY[:12], 41.0, 38, 43, 37, 40, 36, 42, 39, 35, 38, 41, 36]
HALVES = [61.0, 59, 63, 58, 62, 60, 64, 61, 57, 60, 44, 46, 62, 43, 45, 41, 47, 44, 42, 46, 43, 45, 40, 44]
WAITS = [31.0, 29, 34, 30, 28, 33, 31, 35, 30, 27, 32, 29, 33, 30, 28, 24, 22, 25, 21, 23, 20, 24, 22, 21]
FALLS = [4.0, 2, 5, 3, 6, 2, 4, 3, 5, 1, 4, 12, 3, 2, 4, 3, 5, 2, 3, 4]
DAYS_BETWEEN = [12.0, 31, 8, 22, 45, 17, 9, 28, 38, 14, 61, 52, 73, 48, 66, 80]
SHARES = [(16, 40), (21, 52), (9, 18), (30, 61), (14, 44), (25, 48), (12, 20), (33, 70), (18, 41), (22, 39),
          (27, 43), (40, 58), (16, 22), (44, 60), (38, 49), (20, 25), (51, 66), (35, 44), (28, 31), (47, 55)]
# fmt: on
PHASES = [{"from": "point0008", "reason": "New rota"}, {"from": "point0016", "reason": "Moved to ward 5"}]
FLAGS = [("C1", 6), ("C2", 7), ("C3", 7), ("1", 8), ("2", 8), ("C4", 15)]

MEASURES: dict[str, dict[str, Any]] = {
    "no_signal": {"points": points_of(*STEADY), "unit": "percent", "better": "up"},
    "shift_for_the_better": {"points": points_of(*FALLING), "unit": "minutes", "better": "down"},
    "few_crossings": {"points": points_of(*HALVES), "unit": "minutes", "better": "down"},
    "frozen_baseline_for_the_worse": {
        "points": points_of(*FALLING), "unit": "percent", "better": "up", "baseline_until": "point0011",
    },
    "phases": {"points": points_of(*FALLING), "unit": "percent", "phases": PHASES},
    "target_and_flags": {"points": points_of(*STEADY[:16]), "unit": "percent", "better": "up", "target": 80.0},
    "xmr": {"points": points_of(*WAITS), "unit": "minutes", "chart": "i"},
    "mdc_improving": {
        "points": points_of(*WAITS), "unit": "minutes", "rules": "mdc_xmr", "better": "down", "target": 25,
    },
    "p_with_varying_limits": {"points": ratios_of(*SHARES), "unit": "percent", "better": "up", "chart": "p"},
    "c_of_falls": {"points": points_of(*FALLS, every=30), "unit": "count", "better": "down", "chart": "c"},
    "t_between_falls": {
        "points": points_of(*DAYS_BETWEEN, every=40), "unit": "days_between", "better": "up", "chart": "t",
    },
    "too_few_missing_and_left_out": {
        "points": points_of(12, 15, None, 11, 40, 13, 14), "unit": "hours", "better": "down",
    },
}  # fmt: skip
MEASURES["too_few_missing_and_left_out"]["points"][4]["excluded"] = "Counted twice"


def charts() -> dict[str, Any]:
    measures = [{"id": f"chart{place:04d}", **measure} for place, measure in enumerate(MEASURES.values())]
    judged = tool.review(parsed({"measures": measures}), settings=SETTINGS, today=date(2026, 11, 20))
    shown = dict(zip(MEASURES, judged.overview["charts"].values(), strict=True))
    return {
        "words": {key: text for key, text in STRINGS.items() if key.startswith(WORDS)},
        "flags": [{"on": day_of(week), "mark": mark} for mark, week in FLAGS],
        "charts": {name: {"series": shown[name], **_look(name)} for name in MEASURES},
    }


def _look(name: str) -> dict[str, Any]:
    measure = MEASURES[name]
    return {
        "unit": STRINGS[f"unit.{measure['unit']}"],
        "frozen": "baseline_until" in measure,
        "target": measure.get("target"),
        "flagged": name == "target_and_flags",
    }


def text() -> str:
    return json.dumps(charts(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
