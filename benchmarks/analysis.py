"""One run chart by `qi_run_chart.analyse`, side by side with its peers on PyPI."""

from collections.abc import Iterator

from benchmarks import peers

TITLE = "One run chart analysed (imports are not counted)"


def report() -> Iterator[str]:
    return peers.run("analysing")
