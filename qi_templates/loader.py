"""Reads templates and refuses those that are not whole. What their texts say is for tests to judge."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

TEXT_FIELDS = ("id", "title", "summary", "author", "note")
DATE_FIELDS = ("written", "review_by")
# What a kind has beside the fields that every template has, and its type.
OWN_FIELDS: Mapping[str, Mapping[str, type]] = {
    "pdsa_ramps": {"teaches": str, "cycles": list, "not_this": dict},
}


class TemplateError(Exception):
    """`file` is its name, or the kind or id that does not exist; `field` is empty when no field is to blame."""

    def __init__(self, file: str, field: str, fault: str) -> None:
        super().__init__(f"{file}: {field}: {fault}" if field else f"{file}: {fault}")
        self.file = file
        self.field = field
        self.fault = fault


def list_templates(kind: str) -> list[str]:
    """The ids of a kind, sorted. Raises TemplateError for a kind that does not exist."""
    return sorted(entry.name.removesuffix(".json") for entry in _files(kind))


def load(kind: str, id: str) -> dict[str, Any]:  # pylint: disable=redefined-builtin  # a template's field
    """Raises TemplateError that names the file and the field."""
    wanted = f"{id}.json"
    for entry in _files(kind):
        if entry.name == wanted:
            return read(entry.read_text(encoding="utf-8"), file=f"{kind}/{wanted}", kind=kind)
    raise TemplateError(f"{kind}/{wanted}", "", f"no such template; there are {', '.join(list_templates(kind))}")


def read(text: str, *, file: str, kind: str) -> dict[str, Any]:
    """The template in `text`, which came from `file`."""
    try:
        template = json.loads(text)
    except ValueError as error:
        raise TemplateError(file, "", f"not JSON: {error}") from error
    if not isinstance(template, dict):
        raise TemplateError(file, "", "not a JSON object")
    for field, fault in _faults(template, kind):
        raise TemplateError(file, field, fault)
    if file != f"{kind}/{template['id']}.json":
        raise TemplateError(file, "id", f"{template['id']!r} is not the name of the file")
    return template


def _files(kind: str) -> list[Traversable]:
    if kind not in OWN_FIELDS:
        raise TemplateError(kind, "", f"no such kind; there are {', '.join(OWN_FIELDS)}")
    return [entry for entry in files("qi_templates").joinpath(kind).iterdir() if entry.name.endswith(".json")]


def _faults(template: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """Field and what is wrong with it."""
    known = {*TEXT_FIELDS, *DATE_FIELDS, "version", *OWN_FIELDS[kind]}
    yield from ((field, "missing") for field in sorted(known - template.keys()))
    yield from ((field, "unknown") for field in sorted(template.keys() - known))
    texts = [*TEXT_FIELDS, *(field for field, wanted in OWN_FIELDS[kind].items() if wanted is str)]
    yield from ((field, "not a text, or blank") for field in texts if not _is_text(template[field]))
    yield from ((field, "not a date such as 2026-11-22") for field in DATE_FIELDS if not _is_date(template[field]))
    version = template["version"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        yield "version", "not a whole number from 1"
    for field, wanted in OWN_FIELDS[kind].items():
        if not isinstance(template[field], wanted) or not template[field]:
            yield field, f"not a {wanted.__name__}, or empty"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
