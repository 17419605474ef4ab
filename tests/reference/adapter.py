"""The reference cases in the words of the product, and its answers in theirs. Names are translated, nothing else."""

from collections.abc import Sequence
from datetime import date
from math import nan
from typing import Any

from qi_run_chart import Anhoej, Ihi, MdcXmr, Phase, Point, Refused, Row, analyse

Case = dict[str, Any]

REFUSALS = {
    "time_not_positive": "Time between events must be greater than zero",
    "denominator_not_positive": "Denominators must be greater than zero",
}
CAUSES = {
    ("outside_limits", 1): "Above UCL",
    ("outside_limits", -1): "Below LCL",
    ("trend", 1): "7 Point Trend (Increasing)",
    ("trend", -1): "7 Point Trend (Decreasing)",
    ("two_in_three", 1): "2 in 3 Above CL",
    ("two_in_three", -1): "2 in 3 Below CL",
    ("shift", 1): "7 Points Above CL",
    ("shift", -1): "7 Points Below CL",
}


def analyse_case(kind: str, case_input: Case) -> Case:
    analysts = {"spc": _analyse_spc, "xmr": _analyse_xmr, "ihi": _analyse_ihi}
    try:
        return analysts[kind](case_input)
    except Refused as refused:
        return {"error": REFUSALS.get(refused.code, str(refused))}


def _rows(case: Case) -> list[Row]:
    dates = [when and date.fromisoformat(when) for when in case.get("dates") or []]
    times = case.get("x") or dates or case.get("categories") or range(1, len(case["y"]) + 1)
    # A missing denominator is a number that is not there; None would say that the series has no denominators.
    denominators = [nan if n is None else n for n in case["n"]] if case.get("n") else [None] * len(case["y"])
    return [Row(*row) for row in zip(times, case["y"], denominators, strict=True)]


def _analyse_spc(case: Case) -> Case:
    analysis = analyse(
        _rows(case),
        chart=case["chart"],
        rules=Anhoej(),
        freeze=case["freeze"],
        phases=[last + 1 for last in case["part"] or []],
        exclude=case["exclude"] or [],
        multiply=case["multiply"],
        centre=case["cl"],
        aggregate=case["agg_fun"],
        may_be_negative=case["y_neg"],
        is_screened=case["screened_mr"],
    )
    parts = [_part(phase) for phase in analysis.phases]
    return {
        "error": None,
        "runs_signal": any(part["runs_signal"] for part in parts),
        "sigma_signal": any(point.is_outside for point in analysis.points),
        "parts": parts,
        "points": _columns([_spc_point(point) for point in analysis.points]),
    }


def _part(phase: Phase) -> Case:
    return {
        "part": phase.number,
        "first": phase.first,
        "last": phase.last,
        "cl": phase.centre,
        "n_obs": phase.points,
        "n_useful": phase.runs.useful,
        "longest_run": phase.runs.longest,
        "longest_run_max": phase.runs.longest_allowed,
        "crossings": phase.runs.crossings,
        "crossings_min": phase.runs.crossings_needed,
        "runs_signal": any(signal.rule in {"long_run", "few_crossings"} for signal in phase.found),
        "sigma_signal_count": phase.outside,
    }


def _spc_point(point: Point) -> Case:
    return {
        "x": point.when.isoformat() if isinstance(point.when, date) else point.when,
        "part": point.phase,
        "baseline": point.is_baseline,
        "include": not point.is_excluded,
        "n": point.denominator,
        "y": point.value,
        "cl": point.centre,
        "lcl": point.lower,
        "ucl": point.upper,
        "sigma_signal": point.is_outside,
    }


def _columns(rows: Sequence[Case]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in (rows[0] if rows else {})}


def _analyse_xmr(case: Case) -> Case:
    analysis = analyse(
        _rows(case),
        rules=MdcXmr(),
        phases=case["rebase_at"] or [],
        freeze=case["fix_after_n_points"],
        target=case["target"],
        direction=case["improvement_direction"],
        is_screened=case["screen_outliers"],
    )
    icons = analysis.icons
    points = _columns([_xmr_point(point) for point in analysis.points])
    return {
        "error": None,
        "variation_type": points["point_type"][-1] if points else None,
        "variation_icon": icons.variation if icons else None,
        "assurance_type": icons.assurance if icons else None,
        "points": points,
    }


def _xmr_point(point: Point) -> Case:
    is_compared = None not in (point.value, point.lower)
    cause = point.found[0] if point.found else None
    return {
        "mean": point.centre,
        "lpl": point.lower,
        "upl": point.upper,
        "rebase_group": point.phase - 1,
        "outside_limits": point.is_outside if is_compared else None,
        "close_to_limits": point.is_near_limit if is_compared else None,
        "relative_to_mean": point.side,
        "special_cause_type": CAUSES[cause.rule, cause.side] if cause else "Common Cause",
        "special_cause": cause is not None,
        "point_type": _point_type(point),
    }


def _point_type(point: Point) -> str:
    if not point.found:
        return "common_cause"
    cause = point.found[0]
    height = {"neutral": "_high" if cause.side > 0 else "_low"}.get(cause.meaning, "")
    return f"special_cause_{cause.meaning}{height}"


def _analyse_ihi(case: Case) -> Case:
    # Where a value is missing there is no row: positions count values.
    values = [value for value in case["y"] if value is not None]
    [phase] = analyse(values or [None], rules=Ihi(), freeze=case["freeze"]).phases
    limits = phase.runs_expected
    verdict = next((name for name in ("few", "many") if any(s.rule == f"{name}_runs" for s in phase.found)), None)
    return {
        "median": phase.centre,
        "n_points": phase.measured,
        "n_useful": phase.useful,
        "runs": phase.runs.runs,
        "longest_run": phase.runs.longest,
        "shifts": _spans(phase, "shift", "side", ("above", "below")),
        "trends": _spans(phase, "trend", "direction", ("up", "down")),
        "runs_limits_exact": list(limits) if limits else None,
        "runs_verdict_exact": (f"too_{verdict}" if verdict else "ok") if limits and phase.useful >= 10 else None,
        "signal_shift": any(signal.rule == "shift" for signal in phase.found),
        "signal_trend": any(signal.rule == "trend" for signal in phase.found),
    }


def _spans(phase: Phase, rule: str, name: str, words: tuple[str, str]) -> list[Case]:
    return [
        {
            "start": signal.first,
            "end": signal.last,
            "length": signal.length,
            name: words[0] if signal.side > 0 else words[1],
        }
        for signal in phase.found
        if signal.rule == rule
    ]
