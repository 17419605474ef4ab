"""What a learner can ask to have done with the list of their projects, read strictly."""

from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints, ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import Problem, Problems, from_validation_error
from qi_core.domain.texts import Part, Short

Act = Literal["start", "rename", "archive", "restore", "open", "choose", "leave", "delete"]
TITLED = ("start", "rename")


class Change(Part):
    """`choose`: this course alone works on it; `leave`: again on the one that is open.

    `project` is a number in letters, as pages carry it; empty for `start` and `leave`.
    """

    act: Act
    project: Annotated[str, StringConstraints(pattern=r"^[0-9]{0,18}$")] = ""
    title: Annotated[Short, AfterValidator(str.strip)] = ""
    confirm: Literal["", "delete"] = ""

    @property
    def number(self) -> int:
        return int(self.project or 0)


def parse_change(raw: object) -> Change:
    """Raises Problems, by path; an NHS number in the title is one of them."""
    try:
        change = Change.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
    problems = dict(privacy.blocked({"title": change.title}))
    if change.act in TITLED and not change.title:
        problems["title"] = Problem("missing")
    if change.act == "delete" and change.confirm != "delete":
        problems["confirm"] = Problem("not_allowed", {"allowed": "delete"})
    if problems:
        raise Problems(problems)
    return change
