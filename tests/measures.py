"""The run chart's documents: those of tests/contracts, edits of them by path, points, and any for property tests."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from qi_run_chart.domain import measures
from qi_run_chart.domain.document import Annotation, Document, Measure, Phase, Point
from tests.documents import CONTRACTS, changed
from tests.strategies import DAYS, ids, marks, parts, several

STORED = json.loads((CONTRACTS / "measures_schema_1.json").read_text(encoding="utf-8"))
FIRST_DAY = date(2026, 1, 5)


def stored(name: str) -> Document:
    """"empty", "minimal" or "full" (three measures; the first counts as complete)."""
    return parsed(STORED[name])


def parsed(raw: object) -> Document:
    return measures.parse(raw)


def edited(document: Document, **changes: Any) -> Document:
    """One more or a different value at a path: edited(full, **{"measures[0].unit": None})."""
    return parsed(changed(measures.dump(document), **changes))


def measure_of(**fields: Any) -> Measure:
    return parsed({"measures": [{"id": "measure1", **fields}]}).measures[0]


def points_of(*values: float | None, every: int = 7, **more: Any) -> list[dict[str, Any]]:
    """One a week, unless told otherwise."""
    return [
        {"id": f"point{place:04d}", "on": day_of(place, every=every), "value": value, **more}
        for place, value in enumerate(values)
    ]


def ratios_of(*pairs: tuple[float | None, float | None], every: int = 7) -> list[dict[str, Any]]:
    return [
        {"id": f"point{place:04d}", "on": day_of(place, every=every), "numerator": above, "denominator": below}
        for place, (above, below) in enumerate(pairs)
    ]


def day_of(place: int, *, every: int = 7) -> str:
    return (FIRST_DAY + timedelta(place * every)).isoformat()


numbers = st.none() | st.sampled_from([0.0, 1.0, 5.0, -3.0, 0.1, 100.0, 1e300, -1e300])
values = parts(
    Point, id=ids, value=numbers, numerator=st.none(), denominator=st.none(), excluded=st.sampled_from([None, "Strike"])
)
ratios = parts(
    Point, id=ids, value=st.none(), numerator=numbers, excluded=st.sampled_from([None, "Strike"])
)


@st.composite
def _measures(draw: st.DrawFn) -> Measure:
    points = draw(several(values | ratios, most=6))
    known = [point.id for point in points]
    begins = draw(st.lists(st.sampled_from(known), unique=True, max_size=2)) if known else []
    return draw(
        parts(
            Measure,
            id=ids,
            points=st.just(points),
            driver_id=st.none() | ids,
            baseline_until=st.sampled_from([None, *known]),
            phases=st.just(tuple(Phase.model_validate({"from": begin, "reason": "Moved"}) for begin in begins)),
            annotations=several(parts(Annotation, id=ids, on=st.sampled_from(DAYS)), most=2),
        )
    )


documents = st.builds(Document, measures=several(_measures(), most=2), confirmed=marks)
