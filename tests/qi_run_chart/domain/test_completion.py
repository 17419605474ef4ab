"""Completion counts what is there, never how good it is. It rises and falls with the document."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain.tool import Todo
from qi_run_chart.domain.charting import chart
from qi_run_chart.domain.completion import PARTS, RULES, progress
from qi_run_chart.domain.document import Document
from tests.measures import documents, edited, parsed, points_of, stored
from tests.strategies import unhurried

ALL = {"parts": list(PARTS), "points": 10, "family": False}
ALL_RULES = len(RULES) + 1  # and RC2
MISSING = [
    ("name", " ", "RC1"),
    ("kind", None, "RC1_kind"),
    ("better", None, "ME6"),
    ("numerator", "", "ME3_numerator"),
    ("denominator", "\n", "ME3_denominator"),
    ("who", "", "ME4_who"),
    ("how_often", None, "ME4_how_often"),
    ("source", "", "ME4_source"),
    ("baseline_until", None, "RC8"),
    ("annotations", [], "RC6"),
    ("annotations[0].text", " ", "RC6"),
    ("reading.tells", "", "RC7_tells"),
    ("reading.does_not", "", "RC7_does_not"),
]
settings_of_authors = st.fixed_dictionaries(
    {"parts": st.lists(st.sampled_from(PARTS), unique=True), "points": st.integers(1, 5), "family": st.booleans()}
)


def of(document: Document, **settings: Any) -> tuple[float, tuple[Todo, ...]]:
    return progress([chart(measure) for measure in document.measures], settings=ALL | settings)


def one() -> Document:
    """A single measure that meets every rule."""
    full = stored("full")
    return full.model_copy(update={"measures": full.measures[:1]})


@pytest.mark.parametrize(("path", "value", "rule"), MISSING, ids=[f"{path}={value!r}" for path, value, _ in MISSING])
def test_each_rule_met_raises_progress_and_each_lost_lowers_it(path: str, value: Any, rule: str) -> None:
    assert of(one()) == (1.0, ())
    share, left = of(edited(one(), **{f"measures[0].{path}": value}))
    place = next(known.path for known in RULES if known.name == rule)
    assert left == (Todo(f"measures[0].{place}", rule, {"measure": 1}),)
    assert share == pytest.approx(1 - 1 / ALL_RULES)


def test_only_what_is_a_share_needs_its_parts_defined() -> None:
    assert of(edited(one(), **{f"measures[0].{path}": "" for path in ("numerator", "denominator")}))[0] < 1
    counted = {"measures[0].unit": "count", "measures[0].numerator": "", "measures[0].denominator": ""}
    assert of(edited(one(), **counted)) == (1.0, ())


def test_days_with_a_value_are_counted() -> None:
    points = points_of(*[5.0] * 8, None, 5.0)
    points[0]["excluded"] = "Strike"
    points[2]["on"] = points[1]["on"]
    few = parsed({"measures": [{"id": "measure1", "points": points}]})
    facts = {"measure": 1, "points": 7, "wanted": 8}
    assert of(few, parts=["data"], points=8) == (0.0, (Todo("measures[0].points", "RC2", facts),))
    assert of(few, parts=["data"], points=7) == (1.0, ())
    assert progress([chart(few.measures[0])], settings={"parts": ["data"]})[1][0].facts["wanted"] == 10


def test_the_fullest_measure_counts() -> None:
    assert of(stored("full")) == (1.0, ())
    worse = edited(stored("full"), **{"measures[0].name": ""})
    assert [todo.rule for todo in of(worse)[1]] == ["RC1"]


def test_before_the_first_measure_there_is_one_thing_to_do() -> None:
    assert of(stored("empty")) == (0.0, (Todo("", "first_measure"),))
    family = Todo("", "ME1", {"outcome": 0, "process": 0, "balancing": 0})
    assert of(stored("empty"), family=True) == (0.0, (Todo("", "first_measure"), family))
    assert of(stored("empty"), parts=[], family=True) == (0.0, (family,))
    assert of(stored("empty"), parts=[]) == (1.0, ())


def test_a_family_has_one_measure_of_each_kind() -> None:
    assert of(stored("full"), family=True) == (1.0, ())
    share, left = of(one(), family=True)
    assert left == (Todo("", "ME1", {"outcome": 1, "process": 0, "balancing": 0}),)
    assert share == pytest.approx(1 - 1 / (ALL_RULES + 1))


@pytest.mark.parametrize("part", PARTS)
def test_only_the_parts_the_author_chose_count(part: str) -> None:
    assert of(one(), parts=[part]) == (1.0, ())
    share, left = of(stored("minimal"), parts=[part])
    own = [rule.name for rule in RULES if rule.part == part] or ["RC2"]
    needed = [name for name in own if not name.startswith("ME3")]
    assert [todo.rule for todo in left] == needed
    assert share == pytest.approx(1 - len(needed) / len(own))


@pytest.mark.parametrize(("began", "share"), [("2026-01-05", 1.0), ("2026-01-12", 1.0), ("2026-01-04", 0.0)])
def test_a_cycle_of_the_project_counts_as_something_that_happened(began: str, share: float) -> None:
    charted = parsed({"measures": [{"id": "measure1", "points": points_of(5.0, 6.0)}]})
    assert of(charted, parts=["annotation"], cycles=[date.fromisoformat(began)])[0] == share
    assert of(stored("minimal"), parts=["annotation"], cycles=[date.fromisoformat(began)])[0] == 0.0


@unhurried
@given(documents, settings_of_authors)
def test_progress_is_a_share_and_whole_exactly_when_nothing_is_left(document: Document, chosen: dict[str, Any]) -> None:
    share, left = of(document, **chosen)
    assert 0.0 <= share <= 1.0
    assert (share == 1.0) is not bool(left)
