"""Where two states of any tool's document differ, row by row and field by field. No words, and no tool is known here.

Rows of a list are told apart by their id; rows without one by all that they hold. Marks of privacy warnings, ids,
schemas and what points to another row by its id alone are nothing that a learner wrote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Json = Mapping[str, Any]
SILENT = frozenset({"id", "schema", "confirmed", "idea", "follows", "driver_id", "measured_by"})
BLANK: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Step:
    """One row on the way to a field: the list that it is in, by its dotted path, and its number there, from 1."""

    rows: str
    number: int
    row: Json


@dataclass(frozen=True)
class Difference:
    """`path` is dotted and without rows: "cycles.questions.prediction". `was` and `now` are plain JSON.

    A row that came or went has the list as its path, and is the last of `steps`.
    """

    kind: Literal["changed", "added", "removed", "moved"]
    path: str
    steps: tuple[Step, ...]
    was: Any = None
    now: Any = None


def differences(before: Json, after: Json) -> tuple[Difference, ...]:
    return tuple(_fields(before, after, "", ()))


def leaves(document: Json) -> tuple[Difference, ...]:
    """Every field that holds something, in order, as if it had just been written."""
    return tuple(_leaves(document, "", ()))


def names(*documents: Json) -> dict[str, Json]:
    """Every row of the documents that has an id, by that; the later document's counts."""
    found: dict[str, Json] = {}
    for document in documents:
        for value in document.values():
            for row in _rows(value):
                found.update({str(row["id"]): row} if "id" in row else {}, **names(row))
            if isinstance(value, Mapping):
                found.update(names(value))
    return found


def _fields(before: Json, after: Json, path: str, steps: tuple[Step, ...]) -> Iterator[Difference]:
    for name in [*after, *(name for name in before if name not in after)]:
        if name not in SILENT:
            at = f"{path}.{name}" if path else name
            yield from _values(before.get(name), after.get(name), at, steps)


def _values(was: Any, now: Any, path: str, steps: tuple[Step, ...]) -> Iterator[Difference]:
    if _rows(was) or _rows(now):
        yield from _lists(_rows(was), _rows(now), path, steps)
    elif isinstance(was, Mapping) or isinstance(now, Mapping):
        yield from _fields(was or {}, now or {}, path, steps)
    elif was != now and not (was in BLANK and now in BLANK):
        yield Difference("changed", path, steps, was, now)


def _lists(was: list[Json], now: list[Json], path: str, steps: tuple[Step, ...]) -> Iterator[Difference]:
    old, new = _by_key(was, path), _by_key(now, path)
    for key, step in new.items():
        if key in old:
            yield from _fields(old[key].row, step.row, path, (*steps, step))
        else:
            yield Difference("added", path, (*steps, step), now=step.row)
    yield from (
        Difference("removed", path, (*steps, step), was=step.row) for key, step in old.items() if key not in new
    )
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Difference("moved", path, steps)


def _by_key(rows: list[Json], path: str) -> dict[str, Step]:
    return {
        str(row["id"]) if "id" in row else repr(sorted(row.items())): Step(path, number, row)
        for number, row in enumerate(rows, start=1)
    }


def _rows(value: Any) -> list[Json]:
    """Of a list; what is no row in it, as in a file that somebody changed by hand, is left out."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _leaves(value: Json, path: str, steps: tuple[Step, ...]) -> Iterator[Difference]:
    for name, inner in value.items():
        at = f"{path}.{name}" if path else name
        if name in SILENT or inner in BLANK:
            continue
        if rows := _rows(inner):
            for number, row in enumerate(rows, start=1):
                yield from _leaves(row, at, (*steps, Step(at, number, row)))
        elif isinstance(inner, Mapping):
            yield from _leaves(inner, at, steps)
        else:
            yield Difference("added", at, steps, now=inner)
