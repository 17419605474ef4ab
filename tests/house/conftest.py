"""What the house's tests look at: every file that git knows or would take, and the wheel built from them."""

import shutil
import sys
from pathlib import Path

import pytest
from uv import find_uv_bin

from tests.house.commands import run
from tests.house.platforms import Platform, find_python

ROOT = Path(__file__).resolve().parents[2]


def committable() -> list[Path]:
    listed = run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT)
    return sorted(path for name in set(listed.split("\0")) if name and (path := ROOT / name).is_file())


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def files() -> list[Path]:
    return committable()


@pytest.fixture(scope="session")
def packages() -> list[Path]:
    """The import packages that are shipped."""
    return [*sorted(init.parent for init in ROOT.glob("xblocks/qi_*/__init__.py")), ROOT / "qi_templates"]


@pytest.fixture(scope="session")
def uv() -> str:
    return find_uv_bin()


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory, files: list[Path]) -> Path:
    """The repository as a stranger gets it: nothing built, nothing installed."""
    folder = tmp_path_factory.mktemp("clone")
    for path in files:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return folder


@pytest.fixture(scope="session")
def wheel(clone: Path, uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run([uv, "build", "--wheel", "--python", sys.executable, "--out-dir", out, clone], cwd=clone)
    (built,) = out.glob("*.whl")
    return built


# in a process each, where there are several
PLATFORMS = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("3.11 teak", "3.12 verawood")]


@pytest.fixture(scope="session", params=PLATFORMS)
def platform(
    request: pytest.FixtureRequest, wheel: Path, uv: str, tmp_path_factory: pytest.TempPathFactory
) -> Platform:
    version, release = request.param.split()
    return Platform.install(
        wheel,
        python=find_python(version),
        pins=ROOT / "tests/house/pins" / f"{release}.txt",
        uv=uv,
        folder=tmp_path_factory.mktemp(release),
    )
