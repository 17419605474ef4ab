"""Between JSON and a tool's document: reading what was sent or stored, writing it back, upgrading what is older."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeGuard, TypeVar

from pydantic import ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import TOLD_MAX, Problem, Problems, from_validation_error
from qi_core.domain.texts import Part
from qi_core.domain.tool import NewerDocument

AnyDocument = TypeVar("AnyDocument", bound=Part)


@dataclass(frozen=True)
class Reader(Generic[AnyDocument]):
    """The half of a Tool that every tool has alike.

    `document` is made from nothing for a learner who has not begun. `problems` finds, by path, what the types of a
    document cannot say: ids that are not unique, references to nothing.
    """

    document: type[AnyDocument]
    schema: int
    problems: Callable[[AnyDocument], Iterable[tuple[str, Problem]]]

    def empty(self) -> AnyDocument:
        return self.document()

    def upgrade(self, stored: dict[str, Any]) -> dict[str, Any]:
        """A document of any older schema in the present one; each tool began with 1. Raises NewerDocument."""
        found = stored.get("schema", self.schema)
        if isinstance(found, int) and found > self.schema:
            raise NewerDocument(found, self.schema)
        return {**stored, "schema": self.schema}

    def parse(self, raw: object) -> AnyDocument:
        """Raises Problems, by path; an NHS number in any text is one of them.

        A page that was open while a new release came still sends the older schema: it is read, too.
        """
        try:
            document = self.document.model_validate(self.upgrade(raw) if self._is_older(raw) else raw)
        except ValidationError as error:
            raise from_validation_error(error) from None
        problems = dict([*self.problems(document), *privacy.blocked(self.dump(document)).items()])
        if problems:
            raise Problems(dict(islice(problems.items(), TOLD_MAX)))
        return document

    def _is_older(self, raw: object) -> TypeGuard[dict[str, Any]]:
        return isinstance(raw, dict) and raw.get("schema") in range(1, self.schema)

    def dump(self, document: AnyDocument) -> dict[str, Any]:
        return document.model_dump(mode="json", by_alias=True)
