"""Why a document or a setting was refused: facts by path, never a sentence for a user."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
