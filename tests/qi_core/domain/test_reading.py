"""What every tool's document goes through, with a tool of two fields."""

from collections.abc import Iterator

import pytest

from qi_core.domain.problems import Problem, Problems
from qi_core.domain.reading import Reader
from qi_core.domain.texts import Part
from qi_core.domain.tool import NewerDocument


class Note(Part):
    text: str = ""
    answer: str = "yes"


def _unanswered(note: Note) -> Iterator[tuple[str, Problem]]:
    if not note.answer:
        yield "answer", Problem("missing")


READER = Reader(Note, schema=3, problems=_unanswered)


def problems_of(raw: object) -> dict[str, Problem]:
    with pytest.raises(Problems) as caught:
        READER.parse(raw)
    return caught.value.problems


def test_who_has_not_begun_has_an_empty_document() -> None:
    assert READER.dump(READER.empty()) == {"text": "", "answer": "yes"}


def test_an_older_document_becomes_one_of_this_release() -> None:
    assert READER.upgrade({"schema": 1, "text": "Kept"}) == {"schema": 3, "text": "Kept"}


def test_a_newer_document_is_left_as_it_is() -> None:
    with pytest.raises(NewerDocument, match="schema 4 is newer than 3"):
        READER.upgrade({"schema": 4})


def test_the_tool_s_own_problems_stand_beside_nhs_numbers() -> None:
    assert problems_of({"text": "943 476 5919", "answer": ""}) == {
        "answer": Problem("missing"),
        "text": Problem("nhs_number"),
    }


def test_what_has_the_wrong_type_is_not_looked_into() -> None:
    assert problems_of({"text": 5, "answer": ""}) == {"text": Problem("wrong_type")}
