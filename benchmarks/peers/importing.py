"""What the first `import` costs: each in a new Python, after one round that has filled the disk's cache and .pyc."""

import subprocess
import sys

from benchmarks.timing import table, take_turns

ROUNDS = 9
OURS = "qi_run_chart"
TIMED = "import time; begun = time.process_time(); import {}; print(time.process_time() - begun)"


def seconds_to_import(module: str) -> float:
    """Without the start of Python itself."""
    code = TIMED.format(module)
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)


def main() -> None:
    contenders = {
        OURS: lambda: seconds_to_import("qi_run_chart"),
        "clinical-qikit": lambda: seconds_to_import("qikit"),
        "pyqicharts": lambda: seconds_to_import("pyqicharts"),
    }
    for line in table(take_turns(contenders, rounds=ROUNDS), beside=OURS):
        print(line, flush=True)


if __name__ == "__main__":
    main()
