"""An aim: read, judged, counted; refused where it holds what must not be kept."""

from dataclasses import replace
from datetime import date

import pytest

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import Check, NewerDocument, Review, Todo
from qi_project import domain
from qi_project.domain.document import Aim, Document

TODAY = date(2026, 11, 24)
WHOLE = Aim(
    what="falls per 1,000 bed days",
    direction="reduce",
    by_how_much="4.0",
    baseline="6.2",
    for_whom="people on Ward 5",
    by_when=date(2027, 6, 30),
    voice="They would rather be helped to walk than told to sit.",
)


NOTHING_ELSE = {"charter_parts": 0, "team": 0, "stakeholders": 0}


def reviewed(**changes: object) -> Review:
    return domain.review(Document(aim=WHOLE.model_copy(update=changes)), settings={}, today=TODAY)


def test_a_whole_aim_leaves_nothing_to_do_or_to_say() -> None:
    assert replace(reviewed(), overview=None) == Review(1.0, (), (), {"aim_parts": 4} | NOTHING_ELSE)


def test_an_empty_aim_waits_for_its_four_parts() -> None:
    review = replace(domain.review(domain.empty(), settings={}, today=TODAY), overview=None)
    todo = tuple(Todo(f"aim.{name}", f"AI1_{name}") for name in ("what", "by_how_much", "for_whom", "by_when"))
    assert review == Review(0.0, (), todo, {"aim_parts": 0} | NOTHING_ELSE)


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("by_how_much", "a lot", "AI2"),
        ("by_when", date(2026, 11, 24), "AI3_past"),
        ("by_when", date(2028, 11, 24), "AI3_far"),
        ("what", "falls by introducing comfort rounds", "AI4"),
        ("what", "roll out the new form", "AI4"),
        ("baseline", " ", "AI5"),
        ("by_how_much", "100 %", "AI6"),
        ("by_how_much", "zero", "AI6"),
        ("by_how_much", "to 0", "AI6"),
        ("voice", "", "AI7"),
    ],
)
def test_gentle_checks(field: str, value: object, rule: str) -> None:
    assert reviewed(**{field: value}).checks == (Check(f"aim.{field}", rule),)


@pytest.mark.parametrize("target", ["10 %", "0.5", "by a third", "half as many", "1,100", "½"])
def test_an_ordinary_target_is_left_in_peace(target: str) -> None:
    assert reviewed(by_how_much=target).checks == ()


def test_what_is_read_can_be_written_and_read_again() -> None:
    document = Document(aim=WHOLE, confirmed=("0a1b2c",))
    assert domain.parse(domain.dump(document)) == document
    assert domain.dump(domain.empty())["aim"]["by_when"] is None


def test_an_nhs_number_is_refused_and_a_wrong_date_too() -> None:
    with pytest.raises(Problems) as refused:
        domain.parse({"schema": 1, "aim": {"what": "Mr 943 476 5919"}})
    assert refused.value.problems == {"aim.what": Problem("nhs_number")}
    with pytest.raises(Problems) as refused:
        domain.parse({"schema": 1, "aim": {"by_when": "soon"}})
    assert refused.value.problems == {"aim.by_when": Problem("not_a_date")}


def test_a_newer_document_is_left_alone() -> None:
    with pytest.raises(NewerDocument):
        domain.upgrade({"schema": 3})
    assert domain.upgrade({}) == {"schema": 2}


def test_an_event_tells_when_an_aim_becomes_whole() -> None:
    whole, part = Document(aim=WHOLE), Document(aim=WHOLE.model_copy(update={"what": ""}))
    domain.revise(earlier=whole, proposed=part)
    assert domain.events(earlier=part, saved=whole) == (("aim_written", {}),)
    assert domain.events(earlier=whole, saved=whole) == domain.events(earlier=whole, saved=part) == ()
