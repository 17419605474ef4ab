"""Measures that are there before a page is opened, saved through the run chart's own handler."""

from datetime import date, timedelta
from typing import Any

from opaque_keys.edx.keys import UsageKey

from demo.testing import add_block, call
from tests.e2e.school import School

FIRST_DAY = date(2026, 1, 5)
DEFINED = {
    "kind": "process",
    "definition": "Beds seen in the round, out of the beds that were filled at eight in the morning",
    "numerator": "Beds with a tick on the sheet",
    "denominator": "Filled beds at 8:00",
    "unit": "percent",
    "better": "up",
    "who": "Ward clerk",
    "source": "Sheet at the nurses' station",
    "how_often": "weekly",
    "same_answer": "yes",
    "target": 90.0,
    "target_by": "2026-12-01",
}
READ = {"tells": "More rounds since the spring; it holds.", "does_not": "Whether people feel better cared for."}


def add_chart(school: School, **fields: Any) -> UsageKey:
    """A run chart in a unit of its own, named charts."""
    unit = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
    settings = {"display_name": "Is it better?", **fields}
    return add_block(school.course, "qi_run_chart", settings, parent=unit, name="chart")


def unit_url(school: School, chart: UsageKey) -> str:
    return f"{school.site}/xblock/{chart.context_key.make_usage_key('vertical', 'charts')}"


def shares(count: int, *, better_from: int) -> list[dict[str, Any]]:
    """One a week, so many of 40, more of them from a point on."""
    return [
        point(place, numerator=(16 if place < better_from else 29) + place * 7 % 5, denominator=40)
        for place in range(count)
    ]


def values(count: int) -> list[dict[str, Any]]:
    return [point(place, value=20 + place * 7 % 11) for place in range(count)]


def point(place: int, **more: Any) -> dict[str, Any]:
    on = (FIRST_DAY + timedelta(weeks=place)).isoformat()
    nothing = {"value": None, "numerator": None, "denominator": None, "note": "", "excluded": None}
    return {"id": f"point{place:04d}", "on": on, **nothing, **more}


def measure(number: int, name: str, points: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": f"measure{number}", "name": name, **DEFINED, "points": points, "reading": READ, **more}


def save(school: School, chart: UsageKey, *measures: dict[str, Any]) -> None:
    before = call(chart, "load", {}, school.learner).json["revision"]
    document = {"schema": 1, "measures": list(measures), "confirmed": []}
    reply = call(chart, "save_work", {"revision": before, "document": document}, school.learner)
    assert reply.status == 200, reply.json
