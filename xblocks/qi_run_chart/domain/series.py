"""A practice series: points an author gives to be read, as the measure that a learner's sheet begins with.

It comes as a template or as rows pasted in Studio; see practice.py of the block. What is the author's never counts for
completion: see `parts_left`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from qi_run_chart.domain.completion import PARTS, Part, unmet
from qi_run_chart.domain.document import Document, Measure
from qi_run_chart.domain.rows import Row, Rows, read_rows

NEVER_ASKED: tuple[Part, ...] = ("definition", "data")


def measure_from(template: Mapping[str, Any], *, id: str) -> Measure:  # pylint: disable=redefined-builtin  # a field
    """`template` as qi_templates gives it: points and annotations have no ids, the baseline ends on a day."""
    points = _with_ids("point", template["points"])
    ends = template["measure"].get("baseline_until")
    return Measure.model_validate({
        **template["measure"],
        "id": id,
        "points": points,
        "annotations": _with_ids("event", template["annotations"]),
        "baseline_until": next((point["id"] for point in points if point["on"] == ends), None),
    })


def read_own(text: str, *, day_first: bool) -> Rows:
    """`day_first` counts only where the dates themselves do not tell."""
    found = read_rows(text)
    return read_rows(text, day_first=day_first) if found.ambiguous_dates else found


def points_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """For the "points" of a template."""
    return [
        {
            "on": row.on.isoformat(),
            "value": row.value,
            "numerator": row.numerator,
            "denominator": row.denominator,
            "note": row.note,
        }
        for row in rows
        if row.on
    ]


def starting_document(measure: Measure | None) -> Document:
    return Document(measures=(measure,) if measure else ())


def parts_left(parts: Sequence[str], *, given: Measure) -> list[Part]:
    """What still counts where a series is given: what is the learner's own, and the reading if nothing else is."""
    left = [part for part in PARTS if part in parts and part not in NEVER_ASKED and unmet(given, part=part)]
    return left or ["reading"]


def _with_ids(kind: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "id": f"{kind}{place:04d}"} for place, row in enumerate(rows, start=1)]
