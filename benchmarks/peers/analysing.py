"""Centre line and Anhøj rules for one run chart, by us and by two peers, in one process. Nobody draws.

pyqicharts tells the rules apart from the table, as its own `qic` does when it draws. Each peer gets the numbers in the
form it likes best, made beforehand; that the peers' limits differ from the published ones is not counted against them.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from random import Random
from typing import Any

from qi_run_chart import analyse

from benchmarks.timing import table, take_turns

ROUNDS = {24: 60, 100: 40, 1_000: 7}  # a peer needs seconds for a thousand points
OURS = "qi_run_chart"


def contenders(values: list[float]) -> dict[str, Callable[[], Any]]:
    pandas, pyqicharts, qikit = map(import_module, ("pandas", "pyqicharts", "qikit"))
    frame = pandas.DataFrame({"week": range(1, len(values) + 1), "value": values})

    def with_pyqicharts() -> None:
        rows = pyqicharts.qic_table(frame, x="week", y="value", chart="run")
        pyqicharts.anhoej_rules(rows["value"])

    return {
        OURS: lambda: analyse(values),
        f"clinical-qikit {version('clinical-qikit')}": lambda: qikit.qic(y=values, chart="run"),
        f"pyqicharts {version('pyqicharts')}": with_pyqicharts,
    }


def main() -> None:
    for count, rounds in ROUNDS.items():
        noise = Random(count)
        values = [noise.gauss(50, 5) for _ in range(count)]
        print(f"{count:,} points, {rounds} rounds", flush=True)
        for line in table(take_turns(contenders(values), rounds=rounds), beside=OURS):
            print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
