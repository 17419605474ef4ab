"""The peers live in var/benchmarks, never in the project's own environment; what is in this folder runs there.

Our statistics need nothing installed: they come along by PYTHONPATH, so that both sides have one Python.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / "var" / "benchmarks"
PYTHON = ENVIRONMENT / "bin" / "python"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
# the forum asks for a driver that has to be compiled; PyMySQL takes its place, as in the local host
OVERRIDES = Path(__file__).with_name("overrides.txt")


def run(script: str) -> Iterator[str]:
    """The lines that a module of this folder prints in the peers' environment, which is made first if need be."""
    with _started(script) as process:
        assert process.stdout
        yield from (line.rstrip("\n") for line in process.stdout)
    if process.returncode:
        raise SystemExit(process.returncode)


@contextmanager
def site(script: str, *arguments: str) -> Iterator[int]:
    """The port of a module of this folder that prints it when it is ready, and serves until its input ends."""
    with _started(script, *arguments) as process:
        assert process.stdin and process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.stdin.close()


def _started(script: str, *arguments: str) -> subprocess.Popen[str]:
    _make_environment()
    paths = os.pathsep.join(str(path) for path in (ROOT, ROOT / "xblocks"))
    command = [str(PYTHON), "-m", f"benchmarks.peers.{script}", *arguments]
    environment = {**os.environ, "PYTHONPATH": paths}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)


def _make_environment() -> None:
    made_for = ENVIRONMENT / "made-for.txt"
    if made_for.exists() and made_for.read_bytes() == REQUIREMENTS.read_bytes():
        return
    print(f"Installing the peers into {ENVIRONMENT.relative_to(ROOT)}", flush=True)
    uv = [Path(sys.executable).with_name("uv"), "--quiet"]
    subprocess.run([*uv, "venv", "--clear", "--python", sys.executable, ENVIRONMENT], check=True)
    chosen = ["--requirement", REQUIREMENTS, "--override", OVERRIDES]
    subprocess.run([*uv, "pip", "install", "--python", PYTHON, *chosen], check=True)
    made_for.write_bytes(REQUIREMENTS.read_bytes())
