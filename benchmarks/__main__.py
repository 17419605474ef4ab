"""`make benchmarks`: each benchmark in turn, on a database of its own that is thrown away."""

import django
from django.conf import settings
from django.test.utils import setup_databases, teardown_databases


def main() -> None:
    django.setup()
    from benchmarks import saving

    database = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    old = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"Saving a PDSA document, on {database}")
        for line in saving.report():
            print(f"  {line}")
    finally:
        teardown_databases(old, verbosity=0)


if __name__ == "__main__":
    main()
