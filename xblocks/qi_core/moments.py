"""How moments travel to the page."""

from datetime import UTC, datetime


def iso(when: datetime | None) -> str | None:
    """As browsers write it, in UTC."""
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z") if when else None
