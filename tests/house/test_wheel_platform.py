"""The wheel in the releases of the platform that it is made for: nothing is upgraded, everything works."""

import json
from pathlib import Path

import pytest

from tests.house.platforms import Platform

# Parallel saves are a matter of the database, not of the release.
# What stands on Django and XBlock; of the newer blocks what meets the tables and the handlers.
TESTED = [
    *("tests/qi_core", "tests/qi_project", "tests/qi_pdsa_planner", "tests/qi_driver_diagram/test_block.py"),
    *("tests/qi_social_space/test_reading.py", "tests/qi_social_space/test_writing.py", "--ignore-glob=*parallel*"),
]
# The platform asks for /static/xblock/resources/<package>/<path>.
COLLECTED = Path("var/static/xblock/resources")
LOAD = """
import django, json
from importlib.metadata import distribution
from importlib.resources import files
django.setup()
points = {point: point.load() for point in distribution("qi-xblocks").entry_points}
blocks = {point.name: block for point, block in points.items() if point.group == "xblock.v1"}
print(json.dumps({name: str(files(block.__module__.rsplit(".", 1)[0])) for name, block in blocks.items()}))
"""
CATALOGUE = """
import gettext, sys
from importlib.resources import files
for package in sys.argv[1:]:
    gettext.translation("text", files(package) / "translations", ["en"])
"""


@pytest.fixture(scope="module")
def blocks(platform: Platform) -> dict[str, str]:
    """Tag -> the folder it was loaded from; every entry point is loaded."""
    found: dict[str, str] = json.loads(platform.call("-W", "ignore", "-c", LOAD).splitlines()[-1])
    return found


def test_installing_changes_nothing_of_the_platform(platform: Platform) -> None:
    added = {name: version for name, version in platform.after.items() if name not in platform.before}
    assert {name: platform.after[name] for name in platform.before} == platform.before
    assert set(added) == {"qi-xblocks"}


def test_every_entry_point_loads_from_the_wheel(blocks: dict[str, str]) -> None:
    assert blocks
    assert all("site-packages" in place for place in blocks.values())


def test_every_asset_is_collected_where_it_is_asked_for(
    platform: Platform, blocks: dict[str, str]
) -> None:
    platform.call("-m", "demo", "collectstatic", "--noinput", "--verbosity=0")
    for block, place in blocks.items():
        assets = {path.relative_to(place) for path in Path(place, "public").rglob("*") if path.is_file()}
        collected = platform.host / COLLECTED / block
        assert Path("public", f"{block}.js") in assets
        assert {asset for asset in assets if not (collected / asset).is_file()} == set()


def test_catalogues_are_compiled(platform: Platform, blocks: dict[str, str]) -> None:
    platform.call("-c", CATALOGUE, *blocks)


def test_checks_and_migrations_pass(platform: Platform) -> None:
    platform.call("-m", "demo", "check", "--fail-level=WARNING")
    platform.call("-m", "demo", "migrate", "--verbosity=0")
    platform.call("-m", "demo", "makemigrations", "--check", "--dry-run", "qi_project", "qi_social_space")


def test_the_tests_of_blocks_and_record_pass(platform: Platform) -> None:
    platform.call("-m", "pytest", "-q", *TESTED)
