"""`make benchmarks`, or `python -m benchmarks NAME…`: each in turn. Databases are made for it and thrown away."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module

import django
from django.conf import settings
from django.test.utils import setup_databases, teardown_databases

NAMES = (
    *("saving", "talking", "crowd", "facilitating", "analysis", "growth"),
    *("imports", "redraw", "diagram", "first_view"),
)
WITH_DATABASE = {"saving", "talking", "crowd", "redraw", "diagram", "first_view", "facilitating"}


def main(names: list[str]) -> None:
    unknown = set(names) - set(NAMES)
    if unknown:
        raise SystemExit(f"No benchmark is called {', '.join(sorted(unknown))}. There are: {', '.join(NAMES)}")
    asked = names or NAMES
    with _database() if WITH_DATABASE & set(asked) else nullcontext():
        for name in asked:
            _report(name)


def _report(name: str) -> None:
    benchmark = import_module(f"benchmarks.{name}")
    print(benchmark.TITLE, flush=True)
    for line in benchmark.report():
        print(f"  {line}", flush=True)


@contextmanager
def _database() -> Iterator[None]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "demo.settings")
    django.setup()
    print(f"On {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}")
    old = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(old, verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1:])
