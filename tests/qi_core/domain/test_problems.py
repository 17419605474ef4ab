"""What was wrong, by the document's own paths and in codes; never what was typed."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from qi_core.domain.problems import TOLD_MAX, Problem, Problems, from_validation_error, path_of


class Note(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(max_length=3)] = ""
    share: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1
    kind: Literal["short", "long"] | None = None
    notes: Annotated[list["Note"], Field(max_length=2)] = []


def problems_of(raw: object) -> dict[str, Problem]:
    with pytest.raises(ValidationError) as refused:
        Note.model_validate(raw)
    return from_validation_error(refused.value).problems


def test_each_problem_stands_at_its_path() -> None:
    raw = {"text": 5, "kind": "wide", "notes": [{"text": "long"}, {"notes": [{}, {}, {}]}], "more": 1}
    assert problems_of(raw) == {
        "text": Problem("wrong_type"),
        "kind": Problem("not_allowed", {"allowed": "'short' or 'long'"}),
        "notes[0].text": Problem("too_long", {"max": 3}),
        "notes[1].notes": Problem("too_many", {"max": 2}),
        "more": Problem("unknown_field"),
    }


def test_a_number_is_a_finite_one_and_positive_where_it_must_be() -> None:
    for raw, code in (("12", "not_a_number"), (float("inf"), "not_a_number"), (0, "not_positive")):
        assert problems_of({"share": raw}) == {"share": Problem(code)}


def test_a_hostile_document_is_not_answered_in_full() -> None:
    assert len(problems_of({f"field{number}": 1 for number in range(5_000)})) == TOLD_MAX


def test_a_path_is_written_as_in_the_browser() -> None:
    assert path_of(()) == ""
    assert path_of(("cycles", 0, "questions", 12, "found")) == "cycles[0].questions[12].found"


def test_the_exception_says_how_many_and_not_what() -> None:
    assert str(Problems({"title": Problem("too_long", {"max": 300})})) == "1 problems"
