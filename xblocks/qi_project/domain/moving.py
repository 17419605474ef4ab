"""A whole project as one JSON document, to keep or to take to another site: its shape, and reading it back.

It holds nobody's id. Each tool reads its own document, by the rules by which it reads what a page sends.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from qi_core.domain import privacy
from qi_core.domain.problems import TOLD_MAX, Problem, Problems, from_validation_error
from qi_core.domain.texts import Part, Short, at_most
from qi_core.domain.tool import NewerDocument, Tool

FORMAT = "qi-project"
VERSION = 1
ARTEFACTS_MAX = 20
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})")


# every database takes these, in every zone
FIRST_YEAR, LAST_YEAR = 1970, 9998


def _moment(value: Any) -> Any:
    """A time with its zone, as `isoformat` writes it."""
    try:
        if isinstance(value, str) and MOMENT.fullmatch(value):
            found = datetime.fromisoformat(value)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
    except ValueError:
        pass
    raise PydanticCustomError("not_a_date", "not a date")


Moment = Annotated[datetime, BeforeValidator(_moment)]


class CarriedArtefact(Part):
    """What one tool has of the project."""

    tool: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,32}$")]
    saved_at: Moment
    document: dict[str, Any]


class Carried(Part):
    format: Literal["qi-project"] = "qi-project"
    version: Literal[1] = 1
    title: Short
    created: Moment
    exported_at: Moment
    artefacts: Annotated[tuple[CarriedArtefact, ...], at_most(ARTEFACTS_MAX), Field(strict=False)]


@dataclass(frozen=True)
class ReadArtefact:
    """`document` is the tool's own value."""

    tool: str
    saved_at: datetime
    document: Any


@dataclass(frozen=True)
class ReadProject:
    title: str
    created: datetime
    artefacts: tuple[ReadArtefact, ...]


def read(raw: object, *, tools: Mapping[str, Tool]) -> ReadProject:
    """Raises Problems by path, "artefacts[1].document.cycles[0].title"; an NHS number anywhere is one of them."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise Problems({"": Problem("not_a_project")})
    if isinstance(raw.get("version"), int) and raw["version"] > VERSION:
        raise Problems({"version": Problem("newer_version")})
    try:
        carried = Carried.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from None
    problems = dict(privacy.blocked({"title": carried.title}))
    found: list[ReadArtefact] = []
    for place, artefact in enumerate(carried.artefacts):
        wrong, document = _document(artefact, tools, seen={one.tool for one in found})
        problems |= {_joined(f"artefacts[{place}]", path): problem for path, problem in wrong.items()}
        found.append(ReadArtefact(artefact.tool, artefact.saved_at, document))
    if problems:
        raise Problems(dict(list(problems.items())[:TOLD_MAX]))
    return ReadProject(carried.title, carried.created, tuple(found))


def _document(
    artefact: CarriedArtefact, tools: Mapping[str, Tool], *, seen: set[str]
) -> tuple[dict[str, Problem], Any]:
    tool = tools.get(artefact.tool)
    if tool is None:
        return {"tool": Problem("unknown_tool")}, None
    if artefact.tool in seen:
        return {"tool": Problem("twice")}, None
    try:
        return {}, tool.parse(tool.upgrade(artefact.document))
    except NewerDocument:
        return {"document": Problem("newer_version")}, None
    except Problems as rejected:
        return {_joined("document", path): problem for path, problem in rejected.problems.items()}, None


def _joined(above: str, path: str) -> str:
    return above if not path else f"{above}{path}" if path.startswith("[") else f"{above}.{path}"


def written(
    title: str, created: datetime, artefacts: Iterable[tuple[str, datetime, Mapping[str, Any]]], *, now: datetime
) -> dict[str, Any]:
    """As plain JSON, which `read` takes: each tool's document with the time it was saved."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": title,
        "created": created.isoformat(),
        "exported_at": now.isoformat(),
        "artefacts": [
            {"tool": tool, "saved_at": saved_at.isoformat(), "document": dict(document)}
            for tool, saved_at, document in artefacts
        ],
    }
