"""Snapshots of the aim, the diagram, cycles and charts, from the tools' own stored documents."""

import json
from pathlib import Path

import pytest
from qi_social_space.domain.cards import THE_AIM, THE_DIAGRAM, Offer, Work, card_of, offers, seal
from qi_social_space.domain.drawn_cards import LINES_MAX

CONTRACTS = Path(__file__).parents[2] / "contracts"
CYCLE = {
    "id": "cycle1",
    "title": "Comfort rounds",
    "change_idea": "Ask every two hours",
    "objective": "",
    "questions": [{"text": "How many?", "prediction": "Half", "found": "A third"}],
    "do": {"started_on": None},
    "study": {"studied_on": None, "learned": ""},
    "act": {"decision": None, "reason": ""},
}
MEASURE = {
    "id": "wait01",
    "name": "Wait for a bed",
    "unit": "minutes",
    "definition": "From asking to lying down",
    "reading": {"tells": "It fell", "does_not": ""},
    "points": [
        {"on": "2026-02-01", "value": 9},
        {"on": "2026-01-01", "value": 12},
        {"on": "2026-03-01", "value": None, "numerator": 3, "denominator": 8},
        {"on": "2026-04-01", "value": None, "numerator": 4, "denominator": None},
        {"on": "2026-05-01", "value": None, "numerator": None},
        {"on": "2026-05-02", "value": None, "numerator": 1e300, "denominator": 1e-300},
        {"on": "2026-05-03", "value": None, "numerator": 1e307, "denominator": 1e307},
        {"on": "2026-06-01", "value": 99, "excluded": "closed"},
    ],
}
PDSA = {"schema": 1, "cycles": [CYCLE, {"id": "cycle2", "title": "", "change_idea": "A card"}, {"id": "cycle3"}]}
MEASURES = {"schema": 1, "measures": [MEASURE]}
AIM = {"what": "falls", "direction": "reduce", "by_how_much": "3 a month", "baseline": "", "for_whom": "", "voice": ""}
PROJECT = {"schema": 1, "aim": AIM}
DIAGRAM = {
    "schema": 1,
    "nodes": [
        {"id": "loose1", "level": "idea", "text": "Ask at handover"},
        {"id": "prim01", "level": "primary", "text": "Timely help"},
        {"id": "blank1", "level": "secondary", "text": " "},
        {"id": "seco01", "level": "secondary", "text": "Toilet in reach"},
        {"id": "idea01", "level": "idea", "text": "Comfort rounds at two times"},
        {"id": "idea02", "level": "idea", "text": "A bell in reach"},
    ],
    "links": [
        {"from": "seco01", "to": "prim01"},
        {"from": "blank1", "to": "prim01"},
        {"from": "idea01", "to": "seco01"},
        {"from": "idea01", "to": "prim01"},
        {"from": "idea02", "to": "blank1"},
        {"from": "loose1", "to": "gone01"},
    ],
}
OUTLINE = [
    ["primary", 0, "Timely help"],
    ["idea", 1, "A bell in reach"],
    ["secondary", 1, "Toilet in reach"],
    ["idea", 2, "Comfort rounds at two times"],
    ["idea", 0, "Ask at handover"],
]


def test_what_has_words_is_offered_newest_first():
    assert offers(Work(pdsa=PDSA, measures=MEASURES, diagram=DIAGRAM, project=PROJECT)) == (
        Offer("aim", THE_AIM, "falls"),
        Offer("diagram", THE_DIAGRAM, "falls"),
        Offer("cycle", "cycle2", "A card"),
        Offer("cycle", "cycle1", "Comfort rounds"),
        Offer("chart", "wait01", "Wait for a bed"),
    )


NEWER = {"pdsa": PDSA, "measures": MEASURES, "diagram": DIAGRAM, "project": PROJECT}


@pytest.mark.parametrize("documents", [{}, {tool: one | {"schema": 9} for tool, one in NEWER.items()}])
@pytest.mark.parametrize("kind, wanted", [("aim", THE_AIM), ("diagram", THE_DIAGRAM), ("cycle", "cycle1")])
def test_of_an_unknown_schema_nothing_is_offered(kind, wanted, documents):
    work = Work(**documents)
    assert offers(work) == ()
    assert card_of(kind, wanted, work) is None


def test_a_cycle_becomes_its_written_lines():
    assert card_of("cycle", "cycle1", Work(pdsa=PDSA)) == {
        "kind": "cycle",
        "title": "Comfort rounds",
        "stage": "plan",
        "decision": None,
        "lines": [
            ["change_idea", "Ask every two hours"],
            ["question", "How many?"],
            ["prediction", "Half"],
            ["found", "A third"],
        ],
    }


@pytest.mark.parametrize(
    "parts, stage",
    [
        ({"do": {"started_on": "2026-01-01"}}, "do"),
        ({"study": {"studied_on": "2026-01-02", "learned": "x"}}, "study"),
        ({"act": {"decision": "adapt", "reason": "y"}}, "act"),
    ],
)
def test_the_stage_is_the_farthest_one(parts, stage):
    pdsa = {"schema": 1, "cycles": [CYCLE | parts]}
    assert card_of("cycle", "cycle1", Work(pdsa=pdsa))["stage"] == stage


def test_a_chart_is_its_points_in_order_without_what_was_left_out():
    assert card_of("chart", "wait01", Work(measures=MEASURES)) == {
        "kind": "chart",
        "title": "Wait for a bed",
        "unit": "minutes",
        "points": [["2026-01-01", 12.0], ["2026-02-01", 9.0], ["2026-03-01", 37.5], ["2026-04-01", 4.0]],
        "lines": [["definition", "From asking to lying down"], ["reading", "It fell"]],
    }


def test_what_is_not_there_makes_no_card():
    assert card_of("chart", "other1", Work(pdsa=PDSA, measures=MEASURES)) is None


def test_a_cycle_calls_its_idea_as_the_diagram_does_today():
    cycle = CYCLE | {"title": "", "idea": "idea01"}
    renamed = Work(pdsa={"schema": 2, "cycles": [cycle]}, diagram=DIAGRAM)
    card = card_of("cycle", "cycle1", renamed)
    assert (card["title"], card["lines"][0]) == (OUTLINE[3][2], ["change_idea", OUTLINE[3][2]])
    gone = Work(pdsa={"schema": 2, "cycles": [cycle | {"idea": "gone01"}]}, diagram=DIAGRAM)
    assert card_of("cycle", "cycle1", gone)["title"] == "Ask every two hours"


def test_an_aim_is_shared_in_its_parts():
    parts = {"what": "falls", "for_whom": "", "by_how_much": "3 a month", "baseline": "", "direction": "reduce"}
    told = {"kind": "aim", "title": "falls", "aim": parts | {"by_when": None}, "lines": []}
    assert card_of("aim", THE_AIM, Work(project=PROJECT)) == told
    heard = Work(project={"schema": 1, "aim": AIM | {"voice": "I want to sleep", "by_when": "2026-06-30"}})
    assert card_of("aim", THE_AIM, heard) == told | {
        "aim": parts | {"by_when": "2026-06-30"},
        "lines": [["voice", "I want to sleep"]],
    }


def test_a_diagram_is_an_outline_under_its_aim():
    assert card_of("diagram", THE_DIAGRAM, Work(diagram=DIAGRAM)) == {
        "kind": "diagram",
        "title": "Timely help",
        "aim": None,
        "outline": OUTLINE,
        "more": 0,
        "lines": [],
    }
    card = card_of("diagram", THE_DIAGRAM, Work(diagram=DIAGRAM, project=PROJECT))
    assert (card["title"], card["aim"]["by_how_much"]) == ("falls", "3 a month")


def test_of_a_very_large_diagram_the_first_lines_are_shared():
    nodes = [{"id": f"node{n:03}", "level": "primary", "text": f"Driver {n}"} for n in range(LINES_MAX + 7)]
    card = card_of("diagram", THE_DIAGRAM, Work(diagram={"schema": 1, "nodes": nodes, "links": []}))
    assert (len(card["outline"]), card["more"]) == (LINES_MAX, 7)


def test_a_seal_is_of_one_snapshot_alone():
    card = card_of("cycle", "cycle1", Work(pdsa=PDSA))
    assert seal(card) == seal(card_of("cycle", "cycle1", Work(pdsa=PDSA)))
    assert seal(card) != seal(card | {"stage": "do"})


@pytest.mark.parametrize("pdsa, project", [(1, 1), (2, 2)])
def test_the_documents_of_the_tools_can_be_read(pdsa, project):
    """The contracts are the tools' own stored documents: a new schema there has to be known here."""
    names = {"measures": "measures_schema_1", "diagram": "diagram_schema_1"}
    names |= {"pdsa": f"pdsa_schema_{pdsa}", "project": f"project_schema_{project}"}
    texts = {tool: (CONTRACTS / f"{name}.json").read_text(encoding="utf-8") for tool, name in names.items()}
    work = Work(**{tool: json.loads(text)["full"] for tool, text in texts.items()})
    found = offers(work)
    assert {offer.kind for offer in found} == {"aim", "diagram", "cycle", "chart"}
    for offer in found:
        card = card_of(offer.kind, offer.id, work)
        assert card is not None and card["title"] == offer.title
