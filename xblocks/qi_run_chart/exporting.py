"""A measure as CSV: what was collected, in the order of time, one row a point."""

import csv
import io

from qi_run_chart.domain.document import Measure

COLUMNS = ("date", "value", "numerator", "denominator", "note", "left out because")
# A spreadsheet would take such a text for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def csv_of(measure: Measure) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for point in sorted(measure.points, key=lambda one: one.on):
        numbers = (point.value, point.numerator, point.denominator)
        texts = (_harmless(point.note), _harmless(point.excluded or ""))
        writer.writerow((point.on.isoformat(), *("" if one is None else one for one in numbers), *texts))
    return file.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
