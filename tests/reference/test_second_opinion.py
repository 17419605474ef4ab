"""Cases that nobody chose, worked out a second time from the words of the rules: slowly, with fractions and loops."""

from fractions import Fraction
from math import comb, log2
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.reference.adapter import analyse_case
from tests.reference.test_reference import differences
from tests.strategies import unhurried

Numbers = list[float | None]

# Tenths, few of them, so that values often tie with each other and with the line.
tenths = st.integers(0, 12).map(lambda value: value / 10)
series = st.lists(st.one_of(tenths, tenths, tenths, st.none()), min_size=1, max_size=30)
places = st.lists(st.integers(-2, 33), max_size=4)
maybe = st.one_of(st.none(), st.integers(-1, 33))
REST = {"n": None, "cl": None, "multiply": 1, "agg_fun": "mean", "y_neg": True, "screened_mr": True}


def known(values: Numbers) -> list[float]:
    return [value for value in values if value is not None]


def average(values: Numbers) -> float | None:
    found = known(values)
    return float(sum(map(Fraction, found)) / len(found)) if found else None


def middle(values: Numbers) -> float | None:
    found = sorted(known(values))
    half = len(found) // 2
    return (found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2) if found else None


def mean_range(values: Numbers) -> float | None:
    """Screened once; what is screened to nothing but zeros stays as it was."""
    ranges = [abs(b - a) for a, b in zip(values, values[1:], strict=False) if a is not None and b is not None]
    whole = average([*ranges])
    kept = average([one for one in ranges if whole is not None and one < 3.267 * whole])
    return whole if kept == 0 and whole else kept


def side(value: float | None, centre: float | None) -> int:
    return 0 if value is None or centre is None else (value > centre) - (value < centre)


def runs_of(sides: list[int]) -> dict[str, Any]:
    useful = [one for one in sides if one]
    if not useful:
        return dict.fromkeys(["longest_run", "longest_run_max", "crossings", "crossings_min"]) | {"n_useful": 0}
    lengths = [1]
    for before, after in zip(useful, useful[1:], strict=False):
        lengths = [*lengths[:-1], lengths[-1] + 1] if before == after else [*lengths, 1]
    gaps = len(useful) - 1
    needed = next(k for k in range(gaps + 1) if 20 * sum(comb(gaps, j) for j in range(k + 1)) >= 2**gaps)
    return {
        "n_useful": len(useful),
        "longest_run": max(lengths),
        "longest_run_max": round(log2(len(useful))) + 3,
        "crossings": len(lengths) - 1,
        "crossings_min": needed,
    }


@unhurried
@given(series, st.sampled_from(["run", "i"]), maybe, places, places)
def test_a_chart_s_parts(values: Numbers, chart: str, freeze: int | None, part: list[int], exclude: list[int]) -> None:
    case = {"chart": chart, "y": values, "freeze": freeze, "part": part, "exclude": exclude, **REST}
    ends = [0, *sorted({end for end in part if 0 < end < len(values)}), len(values)]
    fixed = freeze if freeze and 0 < freeze and not part else len(values)
    expected = []
    for first, last in zip(ends, ends[1:], strict=False):
        kept = [place for place in range(first, last) if place + 1 not in exclude]
        counted = [values[place] for place in kept if place < fixed]
        centre = middle(counted) if chart == "run" else average(counted)
        spread = mean_range(counted) if chart == "i" else None
        outside = 0
        if centre is not None and spread is not None:
            lower, upper = centre - 3 * spread / 1.128, centre + 3 * spread / 1.128
            outside = sum(value < lower or value > upper for value in known(values[first:last]))
        figures = runs_of([side(values[place], centre) for place in kept])
        is_long = figures["n_useful"] and figures["longest_run"] > figures["longest_run_max"]
        is_flat = figures["n_useful"] and figures["crossings"] < figures["crossings_min"]
        expected.append(
            {"part": len(expected) + 1, "first": first + 1, "last": last, "cl": centre, "n_obs": len(kept), **figures}
            | {"runs_signal": bool(is_long or is_flat), "sigma_signal_count": outside}
        )
    assert differences(expected, analyse_case("spc", case)["parts"]) == []
