"""Other programs, started from a test."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path


def run(command: Sequence[str | Path], *, cwd: Path, **environment: str) -> str:
    """All that a command printed; shown with the error when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        # uv would fetch a Python of its own rather than say that one is missing
        env={**os.environ, "UV_PYTHON_DOWNLOADS": "never", **environment},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        failure = subprocess.CalledProcessError(done.returncode, done.args, done.stdout)
        failure.add_note(done.stdout)
        raise failure
    return done.stdout
