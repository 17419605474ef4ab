"""A learner's three full measures and four cycles, and the pages that they make."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page

from qi_project import api
from qi_run_chart.domain import measures as tool
from tests.charts import FALLING, SHARES, WAITS
from tests.documents import CONTRACTS
from tests.e2e.looks import axe_violations, overflow, too_small
from tests.e2e.school import School
from tests.measures import day_of, parsed, points_of, ratios_of

HOST = "qi-run-chart"
WAITING: dict[str, Any] = {
    "id": "waiting1", "name": "Waiting time", "kind": "outcome", "unit": "minutes", "better": "down", "target": 35,
    "target_by": "2026-12-31", "points": points_of(*FALLING), "baseline_until": "point0011",
    "annotations": [{"id": f"event00{n}", "on": day_of(12), "text": f"Event {n}"} for n in range(3)],
}  # fmt: skip
ROUNDS: dict[str, Any] = {
    "id": "rounds01", "name": "Rounds done", "kind": "process", "unit": "percent", "better": "up",
    "points": ratios_of(*SHARES), "phases": [{"from": "point0010", "reason": "New team"}],
}  # fmt: skip
STAY: dict[str, Any] = {
    "id": "stay0001", "name": "Length of stay", "kind": "balancing", "unit": "days", "better": "down",
    "rules": "mdc_xmr", "target": 25, "points": points_of(*WAITS),
}  # fmt: skip


def save(school: School, name: str, document: dict[str, Any]) -> None:
    api.save(school.learner.pk, name, document=document, seen=0, counts={}, now=timezone.now())


def save_all(school: School) -> None:
    save(school, "measures", tool.dump(parsed({"measures": [WAITING, ROUNDS, STAY]})))
    full = json.loads((CONTRACTS / "pdsa_schema_1.json").read_text(encoding="utf-8"))["full"]
    first = full["cycles"][0]
    cycles = [
        {**first, "id": f"cycle00{n}", "do": {**first["do"], "started_on": day_of(week)}}
        for n, week in enumerate((12, 12, 13, 14))
    ]
    save(school, "pdsa", {**full, "cycles": cycles})


def save_waits(school: School) -> None:
    save(school, "measures", tool.dump(parsed({"measures": [WAITING]})))


def document_of(school: School) -> Any:
    return api.find(school.learner.pk, "measures").document


def measure_of(school: School, place: int = 0) -> Any:
    return document_of(school)["measures"][place]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()


def looks(page: Page) -> list[str]:
    return [*axe_violations(page, HOST), *too_small(page, HOST), *overflow(page, HOST)]


def every_page(page: Page) -> Iterator[str]:
    """Home, then every page of every measure with everything on it unfolded."""
    yield "home"
    for measure in (WAITING, ROUNDS, STAY):
        press(page, measure["name"])
        page.locator("#point").select_option("4")
        press(page, "Start a new phase here")
        page.get_by_text("The same as a table").click()
        page.get_by_text("Chart type and rules").click()
        press(page, "Help me choose")
        page.get_by_role("radio", name=re.compile("^How long, how much")).check()
        page.get_by_role("radio", name="One measurement", exact=True).check()
        yield f"{measure['name']}: chart"
        for name in ("Definition", "Data", "What it tells"):
            press(page, name)
            yield f"{measure['name']}: {name}"
        press(page, "All measures")
