"""The wheel holds what git has and what is built from it, and nothing that is not for the web."""

import configparser
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def entry_points(wheel: Path) -> configparser.ConfigParser:
    parsed = configparser.ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt")]
        parsed.read_string(archive.read(name).decode())
    return parsed


def committed(files: list[Path], root: Path) -> set[str]:
    """Where each file of a package belongs in the wheel; the sources of what is built stay at home."""
    expected = set()
    for path in files:
        top, *inside = path.relative_to(root).parts
        is_packed = top == "qi_templates" or (top == "xblocks" and "ui" not in inside)
        if is_packed and path.name != ".gitkeep":
            inside = inside if top == "xblocks" else [top, *inside]
            expected.add("/".join(inside).replace("/text.po", "/text.mo"))
    return expected


def bundles(root: Path) -> set[str]:
    pages = {"index.ts": "", "studio.ts": "_studio", "print.ts": "_print", "second.ts": "_second"}
    return {
        f"{block.name}/public/{block.name}{suffix}{ending}"
        for ending in (".js", ".js.LEGAL.txt")
        for page, suffix in pages.items()
        for block in (path.parents[1] for path in root.glob(f"xblocks/*/ui/{page}"))
    }


def test_wheel_is_what_git_has_and_what_is_built_from_it(
    names: set[str], files: list[Path], root: Path
) -> None:
    assert names == committed(files, root) | bundles(root)


def test_every_block_has_its_bundle_and_its_translations(
    names: set[str], entry_points: configparser.ConfigParser
) -> None:
    blocks = set(entry_points["xblock.v1"])
    assert blocks
    assert {f"{block}/public/{block}.js" for block in blocks} <= names
    assert {f"{block}/translations/en/LC_MESSAGES/text.mo" for block in blocks} <= names


def test_every_app_has_its_migrations_in_both_services(
    names: set[str], entry_points: configparser.ConfigParser
) -> None:
    assert dict(entry_points["lms.djangoapp"]) == dict(entry_points["cms.djangoapp"])
    assert {f"{app}/migrations/0001_initial.py" for app in entry_points["lms.djangoapp"]} <= names


def test_ready_made_content_is_inside(names: set[str]) -> None:
    assert [name for name in names if name.startswith("qi_templates/") and not name.endswith(".py")]
