"""What a diagram is: four columns, links to the left, nothing dangling; read, written, refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_driver_diagram import domain
from qi_driver_diagram.domain.document import NODES_MAX

CONTRACT = Path(__file__).parents[2] / "contracts/diagram_schema_1.json"
STORED = json.loads(CONTRACT.read_text(encoding="utf-8"))
SHORT = [
    {"id": "primary1", "level": "primary"},
    {"id": "second01", "level": "secondary"},
    {"id": "ideaaa01", "level": "idea"},
]


def refused(nodes: Any = None, links: Any = ()) -> dict[str, Problem]:
    with pytest.raises(Problems) as problems:
        domain.parse({"schema": 1, "nodes": SHORT if nodes is None else nodes, "links": list(links)})
    return problems.value.problems


@pytest.mark.parametrize("name", STORED)
def test_what_is_read_is_written_as_it_was(name: str) -> None:
    assert domain.dump(domain.parse(STORED[name])) == STORED[name]


def test_an_empty_diagram_is_one() -> None:
    assert domain.dump(domain.empty()) == STORED["empty"]


@pytest.mark.parametrize(
    ("links", "problems"),
    [
        ([("ideaaa01", "nobody01")], {"links[0].to": Problem("not_found")}),
        ([("nobody01", "primary1")], {"links[0].from": Problem("not_found")}),
        ([("primary1", "second01")], {"links[0].to": Problem("not_further_left")}),
        ([("second01", "second01")], {"links[0].to": Problem("not_further_left")}),
        ([("second01", "primary1")] * 2, {"links[1].to": Problem("not_unique")}),
    ],
)
def test_a_link_leads_from_what_is_there_to_a_column_further_left(links: Any, problems: dict[str, Problem]) -> None:
    assert refused(links=[{"from": from_, "to": to} for from_, to in links]) == problems


def test_ids_are_unique() -> None:
    assert refused([*SHORT, SHORT[0]]) == {"nodes[3].id": Problem("not_unique")}


def test_limits_are_told() -> None:
    many = [{"id": f"node{number:04d}", "level": "idea"} for number in range(NODES_MAX + 1)]
    assert refused(many) == {"nodes": Problem("too_many", {"max": 200})}
    assert refused([{**SHORT[0], "text": "x" * 301}]) == {"nodes[0].text": Problem("too_long", {"max": 300})}


def test_an_nhs_number_is_refused_in_a_text_and_in_an_id() -> None:
    assert refused([{**SHORT[0], "note": "943 476 5919"}]) == {"nodes[0].note": Problem("nhs_number")}
    (problem,) = refused([{"id": "9434765919", "level": "primary"}, SHORT[1]]).values()
    assert problem == Problem("wrong_type")


def test_many_problems_are_cut_off() -> None:
    links = [{"from": "nobody01", "to": f"nobody{number:02d}"} for number in range(60)]
    assert len(refused(links=links)) == 100


def test_a_newer_document_is_left_alone() -> None:
    with pytest.raises(NewerDocument):
        domain.upgrade({"schema": 2})
    assert domain.upgrade({"nodes": []}) == {"schema": 1, "nodes": []}
