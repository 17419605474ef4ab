"""Differences of documents in a tool's own words: "Cycle 2, question 1: We predict", was …, now …

`words` are a tool's translated strings. A field is named by its "label.", a row by its "row.", a choice by its value:
each looked up by the longest end of its path that there is. tests/qi_project/test_history_words.py keeps that complete.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from django.utils.formats import date_format, number_format

from qi_project.domain.differing import Difference, Json, Step, differences, leaves, names

Words = Mapping[str, str]
TOLD_MAX = 60
OUTLINE_MAX = 500
ALIKE_MAX = 5  # of one list: more rows that came or went are told by their number
SHOWN_MAX = 400
IN_SHORT = 3  # fields of a row that came or went
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SLOT = re.compile(r"\{(\w+)\}")
TITLES = ("text", "title", "name", "change_idea", "role", "on")


def changes(before: Json, after: Json, words: Words) -> list[dict[str, str]]:
    """`kind`, `where`, `was`, `now`; at most `TOLD_MAX`, and then one that says how many more."""
    teller = Teller(words, names(before, after))
    return list(teller.told(_counted(differences(before, after))))


def outline(document: Json, words: Words) -> list[dict[str, Any]]:
    """Everything that was written, a group of `fields` for each row, named by `rows`: nothing, where there is none."""
    teller = Teller(words, names(document))
    groups: list[dict[str, Any]] = []
    for one in leaves(document)[:OUTLINE_MAX]:
        rows, label, text = teller.rows_of(one), teller.label(one.path), teller.shown(one.now, one)
        if not groups or groups[-1]["rows"] != rows:
            groups.append({"rows": rows, "fields": []})
        groups[-1]["fields"].append({"label": label, "text": text})
    return groups


def place_of(path: str, document: Json, words: Words) -> str:
    """Of a problem's path, "cycles[1].questions[0].prediction", in words; the path itself where it leads nowhere."""
    teller, steps, at = Teller(words, names(document)), [], ""
    here: Any = document
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        try:
            here = here[int(index)] if index else here[name]
        except (LookupError, TypeError):
            return path
        at = at if index else f"{at}.{name}".lstrip(".")
        if index and isinstance(here, Mapping):
            steps.append(Step(at, int(index) + 1, here))
    return teller.where(Difference("changed", at, tuple(steps)))


class Teller:
    """`rows` are those that an id may mean: a link says where it leads by their titles."""

    def __init__(self, words: Words, rows: Mapping[str, Json]) -> None:
        self.words = words
        self.rows = rows

    def told(self, found: Iterable[Difference | tuple[Difference, int]]) -> Iterator[dict[str, str]]:
        every = [one for one in map(self._one, found) if one["was"] != one["now"] or one["kind"] == "moved"]
        yield from every[:TOLD_MAX]
        if len(every) > TOLD_MAX:
            more = self.words["history.more"].replace("{n}", str(len(every) - TOLD_MAX))
            yield {"kind": "more", "where": more, "was": "", "now": ""}

    def where(self, one: Difference) -> str:
        is_row = one.steps and one.steps[-1].rows == one.path and one.kind in ("added", "removed")
        label = "" if is_row else self.label(one.path)
        return ": ".join(part for part in (self.rows_of(one), label) if part)

    def rows_of(self, one: Difference) -> str:
        return ", ".join(filter(None, (self._row(step) for step in one.steps)))

    def _one(self, found: Difference | tuple[Difference, int]) -> dict[str, str]:
        if isinstance(found, tuple):
            one, count = found
            key = f"history.{one.kind}_many"
            text = self.words[key].replace("{n}", str(count)).replace("{rows}", self.label(one.path))
            above = ", ".join(self._row(step) for step in one.steps[:-1])
            return {"kind": one.kind, "where": above or self.label(one.path), "was": "", "now": text}
        was, now = (self.shown(value, found) for value in (found.was, found.now))
        return {"kind": found.kind, "where": self.where(found), "was": was, "now": now}

    def shown(self, value: Any, one: Difference) -> str:
        if isinstance(value, Mapping):
            written = islice(leaves(value), IN_SHORT)
            parts = [self._value(leaf.now, f"{one.path}.{leaf.path}") for leaf in written]
            return " · ".join(filter(None, parts)) or "–"
        text = self._value(value, one.path)
        return text if len(text) <= SHOWN_MAX else f"{text[:SHOWN_MAX]}…"

    def _value(self, value: Any, path: str) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.words["history.yes" if value else "history.no"]
        if isinstance(value, int | float):
            return str(number_format(value, force_grouping=True))
        if isinstance(value, list):
            return ", ".join(self._value(entry, path) for entry in value)
        if not isinstance(value, str):
            return ""
        if value in self.rows:
            return self._title(self.rows[value])
        return _day(value) or self._found(path, ending=f".{value}") or value

    def _title(self, row: Json) -> str:
        text = next((str(row[name]) for name in TITLES if row.get(name)), "")
        return self._value(text, "") if text else self.words["history.untitled"]

    def _row(self, step: Step) -> str:
        """By its template; nothing where none of what the template asks for has been written."""
        template = self.words[f"row.{step.rows}"]

        def slot(match: re.Match[str]) -> str:
            name = match[1]
            if name == "n":
                return str(step.number)
            return self._value(step.row.get(name), f"{step.rows}.{name}") or self.words["history.untitled"]

        return SLOT.sub(slot, template)

    def label(self, path: str) -> str:
        return self._found(path, start="label.") or path

    def _found(self, path: str, *, start: str = "", ending: str = "") -> str:
        parts = path.split(".")
        keys = (f"{start}{'.'.join(parts[first:])}{ending}" for first in range(len(parts)))
        return next((self.words[key] for key in keys if key in self.words), "")


def _day(text: str) -> str:
    """Nothing for a text that is no day: a learner may have typed one that no calendar has."""
    try:
        return str(date_format(date.fromisoformat(text), "DATE_FORMAT")) if DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def _counted(found: Iterable[Difference]) -> Iterator[Difference | tuple[Difference, int]]:
    """Many rows that came to one list, or went, as one with their number."""
    alike: dict[Any, list[Difference]] = {}
    for one in found:
        is_row = one.kind in ("added", "removed")
        key = (one.kind, one.path, one.steps[:-1]) if is_row else (one.kind, one.path, one.steps, id(one))
        alike.setdefault(repr(key), []).append(one)
    for group in alike.values():
        if len(group) > ALIKE_MAX:
            yield (group[0], len(group))
        else:
            yield from group
