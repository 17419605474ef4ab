"""Snapshots of cycles and charts, from the tools' own stored documents."""

import json
from pathlib import Path

import pytest
from qi_social_space.domain.cards import Offer, card_of, offers

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
        {"on": "2026-06-01", "value": 99, "excluded": "closed"},
    ],
}
PDSA = {"schema": 1, "cycles": [CYCLE, {"id": "cycle2", "title": "", "change_idea": "A card"}, {"id": "cycle3"}]}
MEASURES = {"schema": 1, "measures": [MEASURE]}


def test_what_has_words_is_offered_newest_first():
    assert offers(PDSA, MEASURES) == (
        Offer("cycle", "cycle2", "A card"),
        Offer("cycle", "cycle1", "Comfort rounds"),
        Offer("chart", "wait01", "Wait for a bed"),
    )


@pytest.mark.parametrize("pdsa, measures", [(None, None), ({"schema": 9, "cycles": [CYCLE]}, {"schema": 9})])
def test_of_an_unknown_schema_nothing_is_offered(pdsa, measures):
    assert offers(pdsa, measures) == ()
    assert card_of("cycle", "cycle1", pdsa=pdsa, measures=measures) is None


def test_a_cycle_becomes_its_written_lines():
    assert card_of("cycle", "cycle1", pdsa=PDSA, measures=None) == {
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
    assert card_of("cycle", "cycle1", pdsa=pdsa, measures=None)["stage"] == stage


def test_a_chart_is_its_points_in_order_without_what_was_left_out():
    assert card_of("chart", "wait01", pdsa=None, measures=MEASURES) == {
        "kind": "chart",
        "title": "Wait for a bed",
        "unit": "minutes",
        "points": [["2026-01-01", 12.0], ["2026-02-01", 9.0], ["2026-03-01", 37.5], ["2026-04-01", 4.0]],
        "lines": [["definition", "From asking to lying down"], ["reading", "It fell"]],
    }


def test_what_is_not_there_makes_no_card():
    assert card_of("chart", "other1", pdsa=PDSA, measures=MEASURES) is None


def test_the_documents_of_the_tools_can_be_read():
    """The contracts are the tools' own stored documents: a new schema there has to be known here."""
    pdsa = json.loads((CONTRACTS / "pdsa_schema_1.json").read_text(encoding="utf-8"))["full"]
    measures = json.loads((CONTRACTS / "measures_schema_1.json").read_text(encoding="utf-8"))["full"]
    found = offers(pdsa, measures)
    assert {offer.kind for offer in found} == {"cycle", "chart"}
    for offer in found:
        card = card_of(offer.kind, offer.id, pdsa=pdsa, measures=measures)
        assert card is not None and card["title"] == offer.title
