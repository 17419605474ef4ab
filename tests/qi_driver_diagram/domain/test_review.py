"""What a diagram still needs, what is advised, what is counted; and the status of an idea, which nobody types."""

from datetime import date
from typing import Any

import pytest

from qi_core.domain.tool import Check, Todo
from qi_driver_diagram import domain
from qi_driver_diagram.domain.document import Document
from qi_driver_diagram.domain.facts import Facts, IdeaTest, status_of

TODAY = date(2026, 11, 24)
PARTS = ["aim", "drivers", "ideas", "links"]
WANTED: dict[str, Any] = {"parts": PARTS, "primaries": 2, "ideas": 3}
TREE = {
    "primary": ["Knowing who is at risk", "Timely help"],
    "secondary": ["On arrival"],
    "idea": ["Bedside card for one person", "Comfort round at two set times", "Bells in reach"],
}
LINKS = [("secondary0", "primary0"), ("idea00", "secondary0"), ("idea01", "primary1"), ("idea02", "primary1")]


def diagram(links: Any = None, **levels: Any) -> Document:
    """Nodes called primary0, primary1, …, idea00, …; a text may come with more fields."""
    nodes = []
    for level, texts in (TREE | levels).items():
        for place, text in enumerate(texts):
            more = text if isinstance(text, dict) else {"text": text}
            nodes.append({"id": f"{level}{place:0{max(1, 6 - len(level))}d}", "level": level} | more)
    known = {node["id"] for node in nodes}
    pairs = [{"from": from_, "to": to} for from_, to in (LINKS if links is None else links) if {from_, to} <= known]
    parsed: Document = domain.parse({"schema": 1, "nodes": nodes, "links": pairs})
    return parsed


def reviewed(document: Document, **settings: Any) -> Any:
    return domain.review(document, settings=WANTED | settings, today=TODAY)


def test_a_whole_theory_leaves_nothing_to_do() -> None:
    review = reviewed(diagram())
    assert (review.progress, review.todo) == (1.0, ())


def test_an_empty_diagram_waits_for_everything() -> None:
    review = reviewed(domain.empty(), facts=Facts(aim_missing=("what", "by_when")))
    assert (review.progress, review.todo) == (
        0.0,
        (
            Todo("aim.what", "DD1"),
            Todo("nodes", "DD2", {"found": 0, "wanted": 2}),
            Todo("nodes", "DD4"),
            Todo("nodes", "DD5", {"found": 0, "wanted": 3}),
            Todo("nodes", "DD6"),
        ),
    )


def test_the_first_that_stands_alone_is_named() -> None:
    review = reviewed(diagram(links=[("secondary0", "primary0"), ("idea00", "secondary0")]))
    assert review.todo == (Todo("nodes[1].text", "DD4"), Todo("nodes[4].text", "DD6"))
    assert review.progress == pytest.approx(3 / 5)


@pytest.mark.parametrize("parts", [[], ["aim"], ["ideas", "links"]])
def test_only_what_the_author_asks_for_counts(parts: list[str]) -> None:
    review = reviewed(domain.empty(), parts=parts)
    wanted = {"ideas": "DD5", "links": "DD6"}
    assert [todo.rule for todo in review.todo] == [wanted[part] for part in parts if part in wanted]


def test_a_node_without_a_text_is_not_one() -> None:
    review = reviewed(diagram(primary=["Timely help", " "], secondary=[], idea=[]), parts=["drivers"])
    assert review.todo == (Todo("nodes", "DD2", {"found": 1, "wanted": 2}), Todo("nodes[0].text", "DD4"))


def rules(document: Document, **facts: Any) -> list[tuple[str, str]]:
    return [(check.path, check.rule) for check in reviewed(document, facts=Facts(**facts)).checks]


QUIET = [("nodes", "DD9"), ("nodes", "DD10"), ("nodes", "DD12")]


def test_a_whole_theory_is_asked_three_questions() -> None:
    assert rules(diagram()) == QUIET


def test_measured_prioritised_and_revised_theories_are_asked_less() -> None:
    placed = [{"text": "Bedside card", "effort": "low", "impact": "high"}, "Comfort round", "Bells in reach"]
    measured = [{"text": "On arrival", "measured_by": ["measure1"]}]
    document = diagram(idea=placed, secondary=measured)
    facts = {"measured": frozenset({"primary0", "primary1"}), "measures": frozenset({"measure1"})}
    assert rules(document, **facts) == [("nodes", "DD10")]
    assert reviewed(document, facts=Facts(**facts)).overview["unmeasured"] == []


def test_too_many_primary_drivers_are_counted() -> None:
    document = diagram(primary=[f"Driver {letter}" for letter in "abcdef"], idea=[])
    assert reviewed(document).checks == (Check("nodes", "DD3", {"drivers": 6, "enough": 5}),)


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ({"secondary": ["Introduce a huddle each day"]}, ("nodes[2].text", "DD7_driver")),
        ({"idea": ["Better communication.", "b", "c"]}, ("nodes[3].text", "DD7_idea")),
        ({"idea": ["Raise awareness", "Educate the staff", "A poster"]}, ("nodes[3].text", "DD8")),
    ],
)
def test_wording_that_stands_in_the_wrong_column(levels: Any, found: tuple[str, str]) -> None:
    assert [one for one in rules(diagram(**levels)) if one not in QUIET] == [found]


def test_a_theory_that_lags_behind_its_cycles_is_asked_about_until_it_changes() -> None:
    facts = Facts(studied_on=date(2026, 11, 20), revised_on=date(2026, 11, 10))
    assert "DD11" in [check.rule for check in reviewed(diagram(), facts=facts).checks]
    changing = domain.review(diagram(), settings=WANTED | {"facts": facts, "is_change": True}, today=TODAY)
    assert "DD11" not in [check.rule for check in changing.checks]
    assert not Facts(studied_on=date(2026, 11, 20)).is_behind


@pytest.mark.parametrize(
    ("tests", "status"),
    [
        ([], "not_started"),
        ([("other", True, "adopt")], "not_started"),
        ([("idea00", False, None)], "not_started"),
        ([("idea00", True, None)], "testing"),
        ([("idea00", True, "adapt"), ("idea00", False, None)], "adapted"),
        ([("idea00", True, "adapt"), ("idea00", True, None)], "testing"),
        ([("idea00", True, "expand")], "testing"),
        ([("idea00", True, "adapt"), ("idea00", True, "adopt")], "adopted"),
        ([("idea00", True, "abandon")], "abandoned"),
    ],
)
def test_the_status_of_an_idea_comes_from_its_cycles(tests: Any, status: str) -> None:
    assert status_of("idea00", [IdeaTest(*one) for one in tests]) == status


def test_counts_tell_how_much_and_never_what() -> None:
    assert reviewed(diagram(tertiary=["Before the night"])).counts == {
        "primary": 2,
        "secondary": 2,
        "ideas": 3,
        "links": 4,
        "prioritised": 0,
    }


def test_events_tell_that_a_theory_is_drawn_and_its_ideas_placed_once() -> None:
    drawn, loose = diagram(), diagram(links=[])
    placed = diagram(idea=[{"text": "Bedside card", "effort": "low", "impact": "low"}])
    domain.revise(earlier=drawn, proposed=loose)
    assert domain.events(earlier=loose, saved=drawn) == (("theory_drawn", {"drivers": 3, "ideas": 3, "links": 4}),)
    fewer = {"drivers": 3, "ideas": 1, "links": 2}
    assert domain.events(earlier=drawn, saved=placed) == (("ideas_prioritised", fewer),)
    assert domain.events(earlier=placed, saved=placed) == domain.events(earlier=loose, saved=loose) == ()
