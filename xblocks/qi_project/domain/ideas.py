"""A change idea that comes from another tool than the diagram: its text, and the id it will have everywhere."""

from typing import Annotated

from pydantic import AfterValidator, ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import Problems, from_validation_error
from qi_core.domain.texts import Id, Part, Short, not_blank


class NewIdea(Part):
    id: Id
    text: Annotated[Short, AfterValidator(not_blank)]


class NewCycle(Part):
    """The id of a cycle to be, and of the idea that it tests."""

    id: Id
    idea: Id


def parse_idea(raw: object) -> NewIdea:
    """Raises Problems, by path; an NHS number in the text is one of them."""
    try:
        idea = NewIdea.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
    if problems := privacy.blocked(idea.model_dump()):
        raise Problems(problems)
    return idea


def parse_cycle(raw: object) -> NewCycle:
    """Raises Problems, by path."""
    try:
        return NewCycle.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
