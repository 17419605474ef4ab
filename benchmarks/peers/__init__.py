"""The peers live in var/benchmarks, never in the project's own environment; what is in this folder runs there.

Our statistics need nothing installed: they come along by PYTHONPATH, so that both sides have one Python.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / "var" / "benchmarks"
PYTHON = ENVIRONMENT / "bin" / "python"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def run(script: str) -> Iterator[str]:
    """The lines that a module of this folder prints in the peers' environment, which is made first if need be."""
    _make_environment()
    paths = os.pathsep.join(str(path) for path in (ROOT, ROOT / "xblocks"))
    command = [PYTHON, "-m", f"benchmarks.peers.{script}"]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        yield from (line.rstrip("\n") for line in process.stdout)
    if process.returncode:
        raise SystemExit(process.returncode)


def _make_environment() -> None:
    made_for = ENVIRONMENT / "made-for.txt"
    if made_for.exists() and made_for.read_bytes() == REQUIREMENTS.read_bytes():
        return
    print(f"Installing the peers into {ENVIRONMENT.relative_to(ROOT)}", flush=True)
    uv = [Path(sys.executable).with_name("uv"), "--quiet"]
    subprocess.run([*uv, "venv", "--clear", "--python", sys.executable, ENVIRONMENT], check=True)
    subprocess.run([*uv, "pip", "install", "--python", PYTHON, "--requirement", REQUIREMENTS], check=True)
    made_for.write_bytes(REQUIREMENTS.read_bytes())
