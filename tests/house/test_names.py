"""One name, five spellings: the OLX tag, the class, the custom element, the init function, the bundle."""

import re
from importlib.metadata import EntryPoint, distribution
from pathlib import Path

import pytest

BLOCKS = [point for point in distribution("qi-xblocks").entry_points if point.group == "xblock.v1"]
APPS = [point for point in distribution("qi-xblocks").entry_points if point.group == "lms.djangoapp"]
# Learners' state is kept under these: one that was released is never renamed.
RELEASED: set[str] = set()

each_block = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)


def camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def test_there_are_blocks() -> None:
    assert {block.name for block in BLOCKS} >= RELEASED | {"qi_pdsa_planner"}


@each_block
def test_tag_fits_the_platform(block: EntryPoint) -> None:
    # The platform keeps the tag in columns of 32 characters, and writes it as an XML element.
    assert re.fullmatch(r"qi_[a-z][a-z_]*[a-z]", block.name)
    assert len(block.name) <= 32


@each_block
def test_class_lives_directly_under_its_package(block: EntryPoint) -> None:
    expected = f"{block.name}.block:{camel(block.name.removeprefix('qi_'))}Block"
    assert block.value == expected
    assert block.load().__module__ == f"{block.name}.block"


@each_block
def test_bundle_defines_the_element_and_the_init_function(block: EntryPoint, root: Path) -> None:
    ui = root / "xblocks" / block.name / "ui"
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ui.glob("*.ts")))
    bundle = root / "xblocks" / block.name / "public" / f"{block.name}.js"
    assert bundle.is_file(), "run `make build`"
    built = bundle.read_text(encoding="utf-8")
    for spelling in (block.name.replace("_", "-"), camel(block.name)):
        assert f'"{spelling}"' in source or re.search(rf"\b{spelling}\b", source), spelling
        assert spelling in built, spelling


def test_apps_are_in_the_lms_and_in_studio() -> None:
    in_studio = [point for point in distribution("qi-xblocks").entry_points if point.group == "cms.djangoapp"]
    assert {(app.name, app.value) for app in APPS} == {(app.name, app.value) for app in in_studio}
    assert all(app.name in app.value for app in APPS)
    # Without the attribute the platform's plugin loader passes an app by.
    assert all(hasattr(app.load(), "plugin_app") for app in APPS)
