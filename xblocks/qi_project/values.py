"""Plain values the api hands out, and how a document lies in a text column."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Stored:
    """An artefact as it lies in the database; revision 0 and no document: never saved, maybe without a project."""

    document: dict[str, Any] | None = None
    revision: int = 0
    saved_at: datetime | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    project: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Version:
    """An earlier state of an artefact, without its text."""

    revision: int
    saved_at: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Standing:
    """All that course staff may see of a learner's artefact."""

    revision: int
    saved_at: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True)
class ProjectName:
    """Which project, and how the learner calls it: nothing, as long as there was only one."""

    id: int
    title: str


@dataclass(frozen=True)
class ProjectLine:
    """One of a learner's projects in the list of all. `saved_at` is None before the first save.

    `courses` are those that work on it whichever is open; `counts` are by tool.
    """

    id: int
    title: str
    created: datetime
    saved_at: datetime | None
    is_open: bool
    archived_at: datetime | None
    courses: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]]


class Gone(Exception):
    """The project that was named has been deleted, or was never this person's."""

    def __init__(self, project: int) -> None:
        super().__init__(f"there is no project {project} of this person")
        self.project = project


class Stale(Exception):
    """Somebody saved first; nothing was written. `newer` is what the database holds."""

    def __init__(self, newer: Stored) -> None:
        super().__init__(f"the artefact is at revision {newer.revision}")
        self.newer = newer


def to_text(value: Mapping[str, Any]) -> str:
    """ASCII only, whatever was typed: a table in MySQL's three-byte utf8 refuses an emoji otherwise."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def from_text(text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    return value
