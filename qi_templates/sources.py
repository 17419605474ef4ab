"""Where templates come from: this package, then packages of the site, then its folders. What comes later wins.

A package of the site names itself by an entry point of the group `qi_xblocks.templates`; its value is the package
that holds the folders `pdsa_ramps`, `driver_diagrams` and so on. No code of it is run.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

GROUP = "qi_xblocks.templates"
_folders: list[Path] = []


@dataclass(frozen=True)
class Source:
    """`name` stands before the names of its files in messages; ours has none. `root` is None when there is no such."""

    name: str
    root: Traversable | None


def set_folders(folders: Iterable[str | os.PathLike[str]]) -> None:
    _folders[:] = [Path(folder) for folder in ([folders] if isinstance(folders, str) else folders)]


def sources() -> Iterator[Source]:
    yield Source("", files("qi_templates"))
    yield from site_sources()


def site_sources() -> Iterator[Source]:
    for point in sorted(entry_points(group=GROUP)):
        yield Source(point.module, _root(point))
    for folder in _folders:
        yield Source(str(folder), folder if folder.is_dir() else None)


def _root(point: EntryPoint) -> Traversable | None:
    """Found without importing, so that nothing a site installs can stop the platform here."""
    top, *inside = point.module.split(".")
    try:
        spec = find_spec(top)
    except ValueError:
        return None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        root = Path(place).joinpath(*inside)
        if root.is_dir():
            return root
    return None
