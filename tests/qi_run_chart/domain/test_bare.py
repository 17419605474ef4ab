"""The statistics are the standard library's: they are there where nothing else is installed."""

import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).parents[3] / "xblocks"
# -I and -S: no environment, no working folder and no site-packages, so that nothing but Python can be imported.
BARE = [sys.executable, "-I", "-S", "-c"]
ANALYSIS = f"""
import sys
sys.path.insert(0, {str(SOURCES)!r})
from qi_run_chart import analyse
strangers = {{name.split(".")[0] for name in sys.modules}} - sys.stdlib_module_names
print(analyse([5, 7, None, 6]).phases[0].centre, *sorted(strangers))
"""


def test_a_bare_python_can_analyse() -> None:
    answer = subprocess.run([*BARE, ANALYSIS], capture_output=True, check=True, text=True)
    assert answer.stdout.split() == ["6.0", "__main__", "qi_run_chart"]


def test_that_python_is_bare() -> None:
    missing = subprocess.run([*BARE, "import pydantic"], capture_output=True, check=False, text=True)
    assert missing.stderr.endswith("ModuleNotFoundError: No module named 'pydantic'\n")
