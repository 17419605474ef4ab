"""A measure as CSV: what was collected, in the order of time, one row a point, and beside it what the chart shows.

The file is for spreadsheets and programs: the names of its columns are always these, numbers have a point, days are
ISO, and reading it in again (domain/rows.py) gives the same points.
"""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date

from qi_run_chart.domain.charting import chart
from qi_run_chart.domain.document import Measure, Point
from qi_run_chart.domain.results import Point as Charted
from qi_run_chart.domain.rows_columns import WRITTEN

COLUMNS = (
    *WRITTEN,
    *("left out because", "chart value", "centre line", "lower limit", "upper limit"),
    *("phase", "baseline", "new phase because"),
)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something older
# A spreadsheet would take such a text for a formula; also behind blanks, and in the wide forms of East Asia.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
INTEGERS_EXACT = 2**53


def csv_of(measure: Measure) -> str:
    charted = chart(measure)
    on_chart = dict(zip((day.on for day in charted.days), charted.analysis.points, strict=True))
    begins = {phase.from_: phase.reason for phase in measure.phases}
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for point in sorted(measure.points, key=lambda one: one.on):
        writer.writerow((*_collected(point), *_shown(point, on_chart, begins)))
    return BYTE_ORDER_MARK + file.getvalue()


def _collected(point: Point) -> tuple[str, ...]:
    numbers = (_number(one) for one in (point.value, point.numerator, point.denominator))
    return (point.on.isoformat(), *numbers, _harmless(point.note), _harmless(point.excluded or ""))


def _shown(point: Point, on_chart: Mapping[date, Charted], begins: Mapping[str, str]) -> tuple[str, ...]:
    """Of the whole day, as the chart has its points."""
    shown = on_chart[point.on]
    numbers = (_number(one) for one in (shown.value, shown.centre, shown.lower, shown.upper))
    baseline = "yes" if shown.is_baseline else "no"
    return (*numbers, str(shown.phase), baseline, _harmless(begins.get(point.id, "")))


def _number(value: float | None) -> str:
    """Empty where it is missing, which is not 0."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) and abs(value) < INTEGERS_EXACT else repr(value)


def _harmless(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text
