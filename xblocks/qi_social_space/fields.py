"""A column for texts of people and for JSON made of them."""

import json
from typing import Any

from django.db import models


class EscapedField(models.TextField):  # type: ignore[type-arg]  # no generic at runtime
    """JSON with ASCII escapes, so that it fits tables of any character set: MySQL's three-byte utf8 takes no emoji.

    Not to be searched: what lies in the column is not what was typed.
    """

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Any:
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
