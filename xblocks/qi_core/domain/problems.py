"""Why a document or a setting was refused: facts by path, never a sentence for a user."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

TOLD_MAX = 100  # nobody mends more at once, and a hostile document has thousands
OUR_KINDS = frozenset({"control_character", "not_a_date"})
CODES = {
    "extra_forbidden": "unknown_field",
    "missing": "missing",
    "date_parsing": "not_a_date",
    "date_from_datetime_parsing": "not_a_date",
    "date_type": "not_a_date",
    "string_unicode": "control_character",
    "float_type": "not_a_number",
    "finite_number": "not_a_number",
    "greater_than": "not_positive",
}


@dataclass(frozen=True)
class Problem:
    """`code` is a word of the catalogue ("problem.<code>"), `facts` fill its placeholders."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


class Problems(Exception):
    """Paths such as "cycles[0].questions[1].prediction", each with what is wrong there."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = dict(problems)


def from_validation_error(error: ValidationError) -> Problems:
    """pydantic's findings by the document's own paths, without the values that were refused."""
    found = error.errors(include_url=False, include_input=False)[:TOLD_MAX]
    return Problems({path_of(one["loc"]): _problem(one) for one in found})


def path_of(location: tuple[int | str, ...]) -> str:
    """("cycles", 0, "title") is "cycles[0].title"."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in location).lstrip(".")


def _problem(found: ErrorDetails) -> Problem:
    kind, context = found["type"], found.get("ctx", {})
    if kind == "string_too_long":
        return Problem("too_long", {"max": context["max_length"]})
    if kind == "too_long":
        return Problem("too_many", {"max": context["max_length"]})
    if kind == "literal_error":
        return Problem("not_allowed", {"allowed": context["expected"]})
    return Problem(CODES.get(kind, kind if kind in OUR_KINDS else "wrong_type"))
