"""The series on a practice sheet, from an author's settings: its measure, its question, its explanation.

And the ready-made series as examples, the same for everybody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from qi_core.domain.problems import Problems
from qi_core.ready_made import ready_made
from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Measure
from qi_run_chart.domain.series import measure_from, points_of, read_own, starting_document
from qi_run_chart.settings import KIND, OWN

ID_DIGITS = 16
CHARTED = ("measure", "points", "annotations")


@dataclass(frozen=True)
class Practice:
    """`measure.id` belongs to this series alone: a question never stands above another series' chart."""

    measure: Measure
    question: str
    explanation: str
    title: str = ""
    note: str = ""


def practice_of(settings: Mapping[str, Any]) -> Practice | None:
    """None in a learner's project, where nothing was chosen, and where a series of the author's cannot be read."""
    if settings["work_on"] != "practice" or not settings["series"]:
        return None
    if settings["series"] == OWN:
        return _own(settings)
    return example(settings["series"])


def example(name: str) -> Practice | None:
    """A ready-made series, the site's own among them; None when there is no such."""
    return next((_practice(one) for one in ready_made(KIND) if one["id"] == name), None)


def _own(settings: Mapping[str, Any]) -> Practice | None:
    rows = read_own(settings["own_series"], day_first=settings["own_dates"] != "month")
    if rows.problems:
        return None
    measure = {name: settings[f"own_{name}"] for name in ("name", "definition", "unit", "better")}
    measure |= {"kind": "outcome", "chart": settings["charts"][0], "rules": settings["rules"][0]}
    return _practice({
        "measure": measure,
        "points": points_of(rows.rows),
        "annotations": [],
        "question": settings["own_question"],
        "explanation": settings["own_explanation"],
    })


def _practice(series: Mapping[str, Any]) -> Practice | None:
    measure = _measure(json.dumps({name: series[name] for name in CHARTED}, sort_keys=True))
    words = {name: series.get(name, "") for name in ("question", "explanation", "title", "note")}
    return Practice(measure, **words) if measure else None


@lru_cache(maxsize=64)
def _measure(series: str) -> Measure | None:
    """None where the tool would not keep it: an import, or a site's set, may hold what the form refuses."""
    digest = sha256(series.encode("ascii")).hexdigest()[:ID_DIGITS]
    try:
        document = starting_document(measure_from(json.loads(series), id=f"series{digest}"))
        return measures.parse(measures.dump(document)).measures[0]
    except (Problems, ValueError):  # pydantic's ValidationError is a ValueError
        return None
