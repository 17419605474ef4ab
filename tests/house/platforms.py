"""A release of the platform as pip sees it: its pins in an environment, and the wheel added to that."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.commands import run

ROOT = Path(__file__).resolve().parents[2]


def find_python(version: str) -> str:
    """Skips where that Python is not to be had, and says so; on CI a missing one is a failure."""
    found = subprocess.run(
        [ROOT / "tools/find-python.sh", version], check=False, capture_output=True, text=True
    )
    if found.returncode:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(found.stderr.strip())
    return found.stdout.strip()


@dataclass(frozen=True)
class Platform:
    """`before` and `after` are what was installed without and with the wheel: name -> version."""

    python: Path
    host: Path
    before: dict[str, str]
    after: dict[str, str]

    @classmethod
    def install(cls, wheel: Path, *, python: str, pins: Path, uv: str, folder: Path) -> "Platform":
        environment = folder / "venv"
        inside = environment / "bin/python"

        def add(*what: str | Path) -> dict[str, str]:
            run([uv, "pip", "install", "--python", inside, "--constraints", pins, *what], cwd=folder)
            listed = run([uv, "pip", "list", "-q", "--python", inside, "--format=json"], cwd=folder)
            return {package["name"]: package["version"] for package in json.loads(listed)}

        run([uv, "venv", "--python", python, environment], cwd=folder)
        before = add("--requirements", pins)
        after = add(wheel)
        add("--group", f"{ROOT / 'pyproject.toml'}:demo", "pytest", "pytest-django", "hypothesis")
        return cls(inside, host_without_sources(folder / "host"), before, after)

    def call(self, *words: str) -> str:
        settings = {"DJANGO_SETTINGS_MODULE": "demo.settings", "PYTHONPATH": ".", "QI_DB": "", "QI_VAR": "var"}
        return run([self.python, *words], cwd=self.host, **settings)


def host_without_sources(folder: Path) -> Path:
    """The local host and the tests, beside which only the installed wheel can give the blocks."""
    for part in ("demo", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "var"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder
