"""Ramps are derived from what each cycle follows, and the learning strip from the cycles of a ramp."""

import json
from typing import Any

import pytest
from hypothesis import given

from qi_pdsa_planner.domain.document import Document
from qi_pdsa_planner.domain.ramps import Strip, ramps, scale_rank, strip_of
from tests.documents import CONTRACTS, parsed
from tests.strategies import documents, unhurried

CASES = json.loads((CONTRACTS / "pdsa_edits.json").read_text(encoding="utf-8"))["ramps"]


def document_of(*cycles: dict[str, Any]) -> Document:
    links = [None, *(f"cycle{place}" for place in range(len(cycles)))]
    linked = [{"id": f"cycle{place}", "follows": links[place]} | cycle for place, cycle in enumerate(cycles)]
    return parsed({"cycles": linked})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_ramps_are_the_same_as_the_page_shows(case: dict[str, Any]) -> None:
    document = parsed({"cycles": [{"id": id_, "follows": follows} for id_, follows in case["cycles"]]})
    assert [[cycle.id for cycle in ramp] for ramp in ramps(document)] == case["ramps"]


@unhurried
@given(documents)
def test_every_cycle_is_in_one_ramp_after_the_one_it_follows(document: Document) -> None:
    found = [cycle for ramp in ramps(document) for cycle in ramp]
    assert sorted(cycle.id for cycle in found) == sorted(cycle.id for cycle in document.cycles)
    for ramp in ramps(document):
        ids = [cycle.id for cycle in ramp]
        assert [cycle.follows is None for cycle in ramp] == [True] + [False] * (len(ramp) - 1)
        assert all(cycle.follows in ids[:place] for place, cycle in enumerate(ramp) if place)


def test_the_strip_of_a_bare_cycle_is_empty() -> None:
    assert strip_of(document_of({}).cycles) == Strip(predicted=False, linked=False, scale=False, data=False)


def test_the_strip_shows_what_the_whole_ramp_has() -> None:
    first = {"questions": [{"id": "quest1", "prediction": "7 in 10"}], "data_plan": {"what": "Calls"}}
    both = document_of(first | {"scale": "one_person"}, first | {"scale": "one_team"})
    assert strip_of(both.cycles) == Strip(predicted=True, linked=True, scale=True, data=True)
    one = document_of(first | {"scale": "one_person"}, {"scale": "one_team"})
    assert strip_of(one.cycles) == Strip(predicted=False, linked=True, scale=True, data=False)


@pytest.mark.parametrize(
    ("scales", "grows"),
    [
        (["one_person"], False),
        (["one_person", "one_person"], False),
        (["one_person", "one_day", "one_day"], True),
        (["one_person", None, "one_day"], True),
        (["one_day", "one_person"], False),
        (["one_person", "one_team", "one_day"], False),
        ([None, "one_day"], False),
    ],
)
def test_a_scale_grows_once_and_never_shrinks(scales: list[str | None], grows: bool) -> None:
    assert strip_of(document_of(*({"scale": scale} for scale in scales)).cycles).scale is grows


def test_scales_are_ordered_from_one_person_to_the_whole_service() -> None:
    scales = [None, "one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"]
    cycles = document_of(*({"scale": scale} for scale in scales)).cycles
    assert [scale_rank(cycle) for cycle in cycles] == [None, 0, 1, 2, 3, 4, 5, 6]
