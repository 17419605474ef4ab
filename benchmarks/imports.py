"""The first import of `qi_run_chart`, side by side with its peers on PyPI."""

from collections.abc import Iterator

from benchmarks import peers

TITLE = "The first import, each in a new Python"


def report() -> Iterator[str]:
    return peers.run("importing")
