"""What the house's tests look at: every file that git knows or would take."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def committable() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
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
