"""Reading and writing the document: what is accepted comes back the same, what is not is named by path."""

import json

import pytest
from hypothesis import given

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import NewerDocument
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.document import Document
from tests.documents import OLD, STORED, stored
from tests.strategies import any_text, documents, unhurried

CYCLE = {"id": "abcdef"}
STARTED = {
    "id": "abcdef",
    "questions": [{"id": "quest1", "prediction": "about 20 minutes"}],
    "do": {"started_on": "2026-11-03"},
}


def problems_of(*cycles: object, **more: object) -> dict[str, Problem]:
    with pytest.raises(Problems) as caught:
        domain.parse({"schema": 1, "cycles": list(cycles), **more})
    return caught.value.problems


@unhurried
@given(documents)
def test_what_is_written_reads_back_the_same(document: Document) -> None:
    assert domain.parse(json.loads(json.dumps(domain.dump(document)))) == document


@given(any_text)
def test_any_text_is_kept_as_it_was_typed(text: str) -> None:
    document = domain.parse({"schema": 1, "cycles": [CYCLE | {"risks": text}]})
    assert document.cycles[0].risks == text


def test_the_first_release_s_documents_can_always_be_read() -> None:
    for raw in STORED.values():
        assert domain.dump(domain.parse(domain.upgrade(raw))) == raw


def test_a_document_of_a_newer_release_is_refused_untouched() -> None:
    newer = {"schema": 3, "cycles": "who knows"}
    with pytest.raises(NewerDocument) as caught:
        domain.upgrade(newer)
    assert (caught.value.found, caught.value.known) == (3, 2)


def test_an_empty_document_is_the_stored_empty_one() -> None:
    assert domain.empty() == stored("empty")


@pytest.mark.parametrize("raw", [None, [], "text", 5, True])
def test_anything_but_an_object_is_refused(raw: object) -> None:
    with pytest.raises(Problems) as caught:
        domain.parse(raw)
    assert caught.value.problems == {"": Problem("wrong_type")}


@pytest.mark.parametrize(
    ("cycle", "problem"),
    [
        ({"id": "X"}, {"cycles[0].id": Problem("wrong_type")}),
        ({}, {"cycles[0].id": Problem("missing")}),
        (CYCLE | {"title": "a" * 301}, {"cycles[0].title": Problem("too_long", {"max": 300})}),
        (CYCLE | {"risks": "a" * 4001}, {"cycles[0].risks": Problem("too_long", {"max": 4000})}),
        (CYCLE | {"title": 5}, {"cycles[0].title": Problem("wrong_type")}),
        (CYCLE | {"title": "a\x00b"}, {"cycles[0].title": Problem("control_character")}),
        (CYCLE | {"title": "a\x85b"}, {"cycles[0].title": Problem("control_character")}),
        (CYCLE | {"title": "\ud800"}, {"cycles[0].title": Problem("control_character")}),
        (CYCLE | {"attempts": 1}, {"cycles[0].attempts": Problem("unknown_field")}),
        (CYCLE | {"do": {"started_on": "2026-13-01"}}, {"cycles[0].do.started_on": Problem("not_a_date")}),
        (CYCLE | {"do": {"started_on": 20261101}}, {"cycles[0].do.started_on": Problem("not_a_date")}),
        (CYCLE | {"planned_start": "2026-11-01T10:00"}, {"cycles[0].planned_start": Problem("not_a_date")}),
        (CYCLE | {"planned_start": "1699920000"}, {"cycles[0].planned_start": Problem("not_a_date")}),
        (CYCLE | {"planned_start": "２０２６-11-01"}, {"cycles[0].planned_start": Problem("not_a_date")}),
        (
            CYCLE | {"act": {"decision": "maybe"}},
            {"cycles[0].act.decision": Problem("not_allowed", {"allowed": "'adopt', 'adapt', 'abandon' or 'expand'"})},
        ),
        (
            CYCLE | {"questions": [{"id": f"quest{n}"} for n in range(6)]},
            {"cycles[0].questions": Problem("too_many", {"max": 5})},
        ),
        (
            CYCLE | {"tasks": [{"id": "task01"}, {"id": "task01"}]},
            {"cycles[0].tasks[1].id": Problem("not_unique")},
        ),
        (CYCLE | {"follows": "nobody"}, {"cycles[0].follows": Problem("not_found")}),
        (CYCLE | {"follows": "abcdef"}, {"cycles[0].follows": Problem("not_found")}),
    ],
)
def test_what_is_wrong_is_named_by_its_path(cycle: object, problem: dict[str, Problem]) -> None:
    assert problems_of(cycle) == problem


def test_cycle_ids_are_unique() -> None:
    assert problems_of(CYCLE, CYCLE) == {"cycles[1].id": Problem("not_unique")}


def test_there_is_a_limit_to_the_number_of_cycles() -> None:
    many = [{"id": f"cycle{n:03d}"} for n in range(61)]
    assert problems_of(*many) == {"cycles": Problem("too_many", {"max": 60})}


def test_too_many_is_one_problem_whatever_else_is_wrong_with_them() -> None:
    assert problems_of(*[{}] * 61) == {"cycles": Problem("too_many", {"max": 60})}
    assert problems_of(confirmed=["?"] * 501) == {"confirmed": Problem("too_many", {"max": 500})}


@pytest.mark.parametrize("questions", [[], [{"id": "quest1", "prediction": " \n"}]])
def test_do_cannot_start_without_a_prediction(questions: list[object]) -> None:
    started = STARTED | {"questions": questions}
    assert problems_of(started) == {"cycles[0].questions[0].prediction": Problem("missing")}


def test_line_ends_are_kept_as_one_kind() -> None:
    document = domain.parse({"schema": 1, "cycles": [CYCLE | {"risks": "one\r\ntwo\rthree"}]})
    assert document.cycles[0].risks == "one\ntwo\nthree"


def test_an_nhs_number_blocks_at_its_field() -> None:
    cycle = CYCLE | {"do": {"happened": "Spoke about 943 476 5919 today"}}
    assert problems_of(cycle) == {"cycles[0].do.happened": Problem("nhs_number")}


@pytest.mark.parametrize("name", OLD)
def test_what_the_first_release_wrote_is_read_without_ideas(name: str) -> None:
    """Also when a page that is still open sends it."""
    for read in (domain.upgrade(OLD[name]), OLD[name]):
        document = domain.parse(read)
        assert [cycle.idea for cycle in document.cycles] == [None] * len(OLD[name]["cycles"])
        assert document.model_copy(update={"cycles": ()}).schema_ == domain.SCHEMA
