"""Rows by the million, made of rows that are there: the database copies them itself, MariaDB only.

A copy's ids lie `number * size` above the original's; so do the ids it points to within the same copy.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models


def multiply(model: type[models.Model], *, size: int, copies: int, set_to: Mapping[str, str]) -> None:
    """Copies 1 to `copies` of all rows with an id up to `size`.

    `set_to` gives SQL for columns that differ: in it `row` is the original, `copy.seq` the number of the copy.
    The first `size` ids have to be the only ones.
    """
    columns = [field.column for field in model._meta.concrete_fields]
    key = model._meta.pk
    assert key is not None
    wanted = {key.column: f"row.{key.column} + copy.seq * {size}"} | dict(set_to)
    values = ", ".join(wanted.get(name, f"row.`{name}`") for name in columns)
    names = ", ".join(f"`{name}`" for name in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        for first in range(1, copies + 1, 50):  # a transaction of a million rows would fill the undo log
            last = min(first + 49, copies)
            cursor.execute(
                f"INSERT INTO `{table}` ({names}) SELECT {values} FROM `{table}` AS row "
                f"JOIN seq_{first}_to_{last} AS copy WHERE row.`{key.column}` <= {size}"
            )
        cursor.execute(f"ANALYZE TABLE `{table}`")
        cursor.fetchall()


def count(model: Any) -> int:
    return int(model.objects.count())
