"""Reads templates and leaves out those that are not whole. What their texts say is for tests and people to judge."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from qi_templates import sources
from qi_templates.kinds import KINDS, faults

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")


class TemplateError(Exception):
    """`file` is its name, or the kind or id that does not exist; `field` is empty when no field is to blame."""

    def __init__(self, file: str, field: str, fault: str) -> None:
        super().__init__(f"{file}: {field}: {fault}" if field else f"{file}: {fault}")
        self.file = file
        self.field = field
        self.fault = fault


@dataclass(frozen=True)
class Shelf:
    """A kind's whole templates, by language and id (the originals' language is ""), and the faults of the others."""

    templates: dict[str, dict[str, dict[str, Any]]]
    errors: list[TemplateError]


def use_folders(folders: Iterable[str | os.PathLike[str]]) -> None:
    """A site's own templates: each folder has the kinds' folders in it. The caller tells people of `errors`."""
    sources.set_folders(folders)
    _shelf.cache_clear()


def errors() -> list[TemplateError]:
    """Why templates were left out, the first fault of each. What is broken in a site's set never stops the platform."""
    return list({str(error): error for kind in KINDS for error in _shelf(kind).errors}.values())


def list_templates(kind: str) -> list[str]:
    """The ids of a kind, sorted. Raises TemplateError for a kind that does not exist."""
    return sorted(_shelf(_known(kind)).templates[""])


def load(kind: str, id: str, *, language: str = "") -> dict[str, Any]:  # pylint: disable=redefined-builtin
    """In the language ("cy", "pt-br") if it is translated. Raises TemplateError that names the file and the field.

    The template is shared: copy it before you change it.
    """
    shelf = _shelf(_known(kind))
    if id not in shelf.templates[""]:
        wanted = f"{kind}/{id}.json"
        broken = (error for error in shelf.errors if error.file.endswith(wanted))
        there_are = f"no such template; there are {', '.join(list_templates(kind))}"
        raise next(broken, TemplateError(wanted, "", there_are))
    for one in (language, language.partition("-")[0]):
        if id in shelf.templates.get(one, {}):
            return shelf.templates[one][id]
    return shelf.templates[""][id]


def load_all(kind: str, *, language: str = "") -> list[dict[str, Any]]:
    return [load(kind, one, language=language) for one in list_templates(kind)]


def read(text: str, *, file: str, kind: str) -> dict[str, Any]:
    """The template in `text`, which came from `file`."""
    try:
        template = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TemplateError(file, "", f"not JSON: {error}") from error
    if not isinstance(template, dict):
        raise TemplateError(file, "", "not a JSON object")
    for place, fault in faults(template, kind=kind):
        raise TemplateError(file, place, fault)
    if not file.endswith(f"/{template['id']}.json"):
        raise TemplateError(file, "id", f"{template['id']!r} is not the name of the file")
    found: dict[str, Any] = template
    return found


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise TemplateError(kind, "", f"no such kind; there are {', '.join(KINDS)}")
    return kind


@cache
def _shelf(kind: str) -> Shelf:
    """Read once in a process: a new template is seen after a restart."""
    shelf = Shelf({"": {}}, [])
    for source in sources.sources():
        if source.root is None:
            shelf.errors.append(TemplateError(source.name, "", "no such folder or package"))
            continue
        for language, entry in _files(source.root.joinpath(kind)):
            name = "/".join(part for part in (source.name, kind, language, entry.name) if part)
            try:
                template = read(_text_of(entry, name), file=name, kind=kind)
                if language and template["id"] not in shelf.templates[""]:
                    raise TemplateError(name, "id", "a translation of no template")
            except TemplateError as error:
                shelf.errors.append(error)
            else:
                shelf.templates.setdefault(language, {})[template["id"]] = template
    return shelf


def _files(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    """With their language; in the order of their names."""
    if not root.is_dir():
        return
    entries = sorted(root.iterdir(), key=lambda entry: entry.name)
    yield from (("", entry) for entry in entries if entry.name.endswith(".json"))
    for folder in entries:
        if LANGUAGE.fullmatch(folder.name) and folder.is_dir():
            inside = sorted(folder.iterdir(), key=lambda entry: entry.name)
            yield from ((folder.name, entry) for entry in inside if entry.name.endswith(".json"))


def _text_of(entry: Traversable, name: str) -> str:
    try:
        return entry.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise TemplateError(name, "", f"cannot be read: {error}") from error
