"""What a project still needs, what is gently asked of it, and which small step comes next."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain.tool import Check, Todo
from qi_project import domain
from qi_project.domain.completion import PARTS
from qi_project.domain.document import Document, Member, Stakeholder
from tests.qi_project.domain.test_document import documents
from tests.strategies import unhurried

STORED = Path(__file__).parents[2] / "contracts/project_schema_2.json"
FULL: Document = domain.parse(json.loads(STORED.read_text(encoding="utf-8"))["full"])
EMPTY: Document = domain.empty()
TODAY = date(2026, 11, 24)
DONE = {
    "diagram": {"primary": 2, "ideas": 3, "links": 4},
    "pdsa": {"cycles": 1, "started": 1, "studied": 1, "decided": 1},
    "measures": {"measures": 1, "most_points": 12},
}
ALL = {"home_parts": PARTS, "stakeholders": 2, "points": 12, "counts": DONE}


def rules_left(document: Document, **settings: Any) -> list[str]:
    return [todo.rule for todo in domain.review(document, settings=settings, today=TODAY).todo]


def next_step(document: Document, **counts: dict[str, int]) -> dict[str, Any]:
    review = domain.review(document, settings={"counts": counts}, today=TODAY)
    first: dict[str, Any] = review.overview["steps"][0]
    return first


def charter(**changes: Any) -> Document:
    return FULL.model_copy(update={"charter": FULL.charter.model_copy(update=changes)})


def people(*known: Stakeholder) -> Document:
    return FULL.model_copy(update={"stakeholders": known})


def test_a_whole_project_leaves_nothing_to_do() -> None:
    review = domain.review(FULL, settings=ALL, today=TODAY)
    counted = {"aim_parts": 4, "charter_parts": 7, "team": 2, "stakeholders": 2}
    assert (review.progress, review.todo, review.counts, review.checks) == (1.0, (), counted, ())


def test_an_empty_project_waits_for_every_part_that_is_asked_for() -> None:
    every = ["AI1_what", "AI1_by_how_much", "AI1_for_whom", "AI1_by_when", "CH1", "CH2", "CH3", "CH4", "SH1"]
    assert rules_left(EMPTY, home_parts=PARTS) == [*every, "PR1", "PR2", "PR3"]
    assert rules_left(EMPTY, home_parts=("chart",)) == ["PR3"]
    assert rules_left(EMPTY) == every[:4]  # beside another tool
    assert rules_left(EMPTY, home_parts=()) == []


def test_what_is_left_says_where_and_how_much() -> None:
    settings = {"home_parts": ("stakeholders", "chart"), "stakeholders": 3, "counts": {"measures": {"most_points": 4}}}
    assert domain.review(FULL, settings=settings, today=TODAY).todo == (
        Todo("stakeholders", "SH1", {"found": 2, "wanted": 3}),
        Todo("measures", "PR3", {"found": 4, "wanted": 10}),
    )


@pytest.mark.parametrize(
    ("counts", "rules"),
    [
        ({"diagram": {"ideas": 3, "links": 0}}, ["PR1", "PR2"]),
        ({"diagram": {"ideas": 3, "links": 1}, "pdsa": {"started": 1, "studied": 0}}, ["PR2"]),
        ({"diagram": {"ideas": 0, "links": 1}, "pdsa": {"studied": 1}}, ["PR1"]),
    ],
)
def test_other_tools_count_by_what_was_done_in_them(counts: dict[str, Any], rules: list[str]) -> None:
    assert rules_left(EMPTY, home_parts=("diagram", "cycle"), counts=counts) == rules


def test_a_ready_made_text_with_its_blanks_is_not_the_learner_s_own() -> None:
    document = charter(why="On our ward __ happens about __ times a week.")
    assert rules_left(document, home_parts=("charter",)) == ["CH1"]
    assert domain.review(document, settings={}, today=TODAY).checks == (Check("charter.why", "CH_blank"),)


@unhurried
@given(documents, st.sets(st.sampled_from(PARTS)))
def test_progress_is_whole_exactly_when_nothing_is_left(document: Document, parts: set[str]) -> None:
    review = domain.review(document, settings={"home_parts": parts}, today=TODAY)
    assert 0.0 <= review.progress <= 1.0
    assert (review.progress == 1.0) == (not review.todo)
    assert review.overview["steps"][-1]["name"] == "show_somebody"


def checks_of(document: Document) -> list[tuple[str, str]]:
    return [(check.path, check.rule) for check in domain.review(document, settings={}, today=TODAY).checks]


def test_gentle_checks_of_a_charter() -> None:
    three = tuple(Member(id=f"member{n}", role=role) for n, role in enumerate(("Nurse", "Doctor", "Clerk")))
    wanting = [("charter.outside", "CH_outside"), ("charter.team", "CH_voice")]
    assert checks_of(charter(outside=" ", team=three)) == wanting
    assert checks_of(charter(team=(*three, Member(id="member9", role="Family carer")))) == []
    assert checks_of(charter(outside="", why="")) == []


def test_gentle_checks_of_the_people() -> None:
    mighty = [Stakeholder(id=f"people{n}", name="Board", influence="high", interest="high") for n in range(3)]
    assert checks_of(people(*mighty[:1])) == [("stakeholders[0].involve", "SH_involve")]
    involved = [one.model_copy(update={"involve": "Ask them"}) for one in mighty]
    assert checks_of(people(*involved)) == [("stakeholders", "SH_least_say")]
    heard = involved[0].model_copy(update={"id": "people9", "influence": "low"})
    assert checks_of(people(*involved, heard)) == []


@pytest.mark.parametrize(
    ("document", "counts", "name"),
    [
        (EMPTY, {}, "write_aim"),
        (EMPTY.model_copy(update={"aim": FULL.aim.model_copy(update={"what": ""})}), {}, "finish_aim"),
        (FULL, DONE | {"pdsa": {"cycles": 2, "started": 2, "studied": 1, "decided": 1}}, "study_cycle"),
        (FULL, DONE | {"pdsa": {"cycles": 1, "started": 1, "studied": 1, "decided": 0}}, "decide"),
        (charter(why=""), DONE, "write_why"),
        (FULL, {}, "choose_measure"),
        (FULL, {"measures": DONE["measures"]}, "draw_theory"),
        (FULL, {"measures": DONE["measures"], "diagram": {"primary": 2}}, "write_ideas"),
        (people(), DONE, "name_people"),
        (FULL, DONE | {"pdsa": {}}, "plan_first"),
        (FULL, DONE | {"pdsa": {"cycles": 2, "started": 1, "studied": 1, "decided": 1}}, "start_cycle"),
        (FULL, DONE | {"measures": {"measures": 1, "most_points": 3}}, "add_points"),
        (charter(team=()), DONE, "name_team"),
        (FULL, DONE, "plan_next"),
        (FULL, DONE | {"pdsa": {"cycles": 1, "started": 1, "studied": 1, "decided": 2}}, "show_somebody"),
    ],
)
def test_the_next_small_step(document: Document, counts: dict[str, Any], name: str) -> None:
    assert next_step(document, **counts)["name"] == name


def test_a_step_says_where_it_is_done() -> None:
    assert next_step(EMPTY) == {"name": "write_aim", "page": "aim", "tool": "", "facts": {"found": 0}}
    few = DONE | {"measures": {"measures": 1, "most_points": 3}}
    assert next_step(FULL, **few) == {"name": "add_points", "page": "", "tool": "measures", "facts": {"points": 3}}


def test_events_tell_what_is_written_for_the_first_time() -> None:
    every = (("aim_written", {}), ("charter_written", {}), ("stakeholders_known", {}))
    assert domain.events(earlier=EMPTY, saved=FULL) == every
    assert domain.events(earlier=FULL, saved=FULL) == domain.events(earlier=FULL, saved=EMPTY) == ()
