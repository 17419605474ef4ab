"""Static files of XBlocks, collected under the paths that the platform's own finder gives them.

A block in a module two levels deep is collected under one path and asked for under another: its files
answer 404 here as they would in production.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import utils
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage
from xblock.core import XBlock

NEVER_COLLECTED = {".py", ".pyc", ".scss"}


def resource_package(block_class: type[XBlock]) -> str:
    """The package in whose name the files of a block are served."""
    unmixed = getattr(block_class, "unmixed_class", block_class)
    return str(unmixed.__module__).rsplit(".", 1)[0]


class PackageStorage(FileSystemStorage):
    """Everything in a package, but for its sources, under `xblock/resources/<package>/`."""

    def __init__(self, package: str, resources_dir: str) -> None:
        self.prefix = f"xblock/resources/{package}"
        super().__init__(location=str(Path(str(files(package.rsplit(".", 1)[0]))) / resources_dir))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        folders, names = super().listdir(path)
        kept = [name for name in names if Path(name).suffix not in NEVER_COLLECTED]
        return [folder for folder in folders if folder != "__pycache__"], kept


class XBlockFinder(BaseFinder):
    @cached_property
    def storages(self) -> list[PackageStorage]:
        found = {
            (resource_package(block_class), block_class.get_resources_dir())
            for _tag, block_class in XBlock.load_classes()
        }
        return [PackageStorage(package, folder) for package, folder in sorted(found)]

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for storage in self.storages:
            for path in utils.get_files(storage, ignore_patterns):
                yield path, storage

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Django 4.2 calls the second argument `all`."""
        matches = [found for storage in self.storages if (found := self._find_in(storage, path))]
        if find_all or kwargs.get("all"):
            return matches
        return matches[0] if matches else []

    def _find_in(self, storage: PackageStorage, path: str) -> str | None:
        prefix = f"{storage.prefix}/"
        if not path.startswith(prefix) or Path(path).suffix in NEVER_COLLECTED:
            return None
        inside = path.removeprefix(prefix)
        return storage.path(inside) if storage.exists(inside) else None
