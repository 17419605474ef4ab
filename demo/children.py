"""Which blocks a unit holds: in the author's draft, and as learners see it.

Once Studio has changed a unit, its `fields["children"]` lists the usage keys in order, and publishing the
unit copies the list with the other fields. So a block that was moved or removed stays where it is for
learners until then. A unit without a list holds the rows below it, by position.
"""

from collections.abc import Iterable

from demo.models import Block


def children_of(unit: Block, *, published: bool, among: Iterable[Block] | None = None) -> list[Block]:
    """`among`: rows of the course, where the caller has them already; else one query."""
    rows = list(Block.objects.filter(course=unit.course) if among is None else among)
    keys = ((unit.published_fields if published else unit.fields) or {}).get("children")
    if keys is None:
        found = [row for row in rows if row.parent_id == unit.pk]
    else:
        by_key = {str(row.usage_key): row for row in rows}
        found = [by_key[key] for key in keys if key in by_key]
    return [row for row in found if row.published_fields is not None] if published else found
