"""What Studio does to a course: add, rename, move, duplicate, delete, publish.

As in the platform, sections are live at once; a unit and what it holds are drafts until it is published.
"""

from uuid import uuid4

from django.db import transaction
from django.db.models import F

from demo.children import children_of
from demo.models import Block, Course

UNIT = "vertical"
SECTION = "chapter"


class NotHere(Exception):
    """The row has no place among its siblings."""


def _insert(course: Course, block_type: str, *, parent: Block | None, fields: dict[str, object]) -> Block:
    siblings = Block.objects.filter(course=course, parent=parent)
    last = siblings.order_by("-position").first()
    return Block.objects.create(
        usage_key=course.key.make_usage_key(block_type, uuid4().hex),
        course=course,
        parent=parent,
        position=last.position + 1 if last else 0,
        block_type=block_type,
        fields=fields,
        published_fields=fields if block_type == SECTION else None,
    )


def add_section(course: Course, *, name: str) -> Block:
    return _insert(course, SECTION, parent=None, fields={"display_name": name})


def add_unit(section: Block, *, name: str) -> Block:
    assert section.course is not None
    return _insert(section.course, UNIT, parent=section, fields={"display_name": name, "children": []})


@transaction.atomic
def add_block(unit: Block, *, block_type: str, fields: dict[str, object] | None = None) -> Block:
    assert unit.course is not None
    added = _insert(unit.course, block_type, parent=unit, fields=dict(fields or {}))
    held = [row for row in children_of(unit, published=False) if row.pk != added.pk]
    _hold(unit, [*held, added])
    return added


def _hold(unit: Block, children: list[Block]) -> None:
    unit.fields = unit.fields | {"children": [str(child.usage_key) for child in children]}
    unit.save(update_fields=["fields"])


def rename(row: Block, *, name: str) -> None:
    row.fields = row.fields | {"display_name": name}
    if row.block_type == SECTION:
        row.published_fields = row.fields
    row.save(update_fields=["fields", "published_fields"])


@transaction.atomic
def move(row: Block, *, step: int) -> None:
    """One place up (-1) or down (1) among its siblings; at the end it stays."""
    if row.parent is not None and row.parent.block_type == UNIT:
        _hold(row.parent, _shifted(children_of(row.parent, published=False), row, step=step))
        return
    siblings = list(Block.objects.filter(course=row.course, parent=row.parent, block_type=row.block_type))
    for position, sibling in enumerate(_shifted(siblings, row, step=step)):
        Block.objects.filter(pk=sibling.pk).update(position=position)


def _shifted(siblings: list[Block], row: Block, *, step: int) -> list[Block]:
    keys = [sibling.pk for sibling in siblings]
    if row.pk not in keys:
        raise NotHere(str(row.usage_key))
    here = keys.index(row.pk)
    there = min(max(here + step, 0), len(siblings) - 1)
    others = siblings[:here] + siblings[here + 1 :]
    return [*others[:there], row, *others[there:]]


@transaction.atomic
def duplicate(row: Block) -> Block:
    """A copy right after the original, with its settings; never published yet."""
    assert row.parent is not None
    name = row.fields.get("display_name")
    fields = row.fields | ({"display_name": f"Copy of {name}"} if name else {})
    before = children_of(row.parent, published=False)
    copy = add_block(row.parent, block_type=row.block_type, fields=fields)
    after = [sibling.pk for sibling in before].index(row.pk) + 1
    _hold(row.parent, [*before[:after], copy, *before[after:]])
    return copy


@transaction.atomic
def delete(row: Block) -> None:
    """A block goes from the draft, and for learners with the next publishing; the rest goes at once."""
    unit = row.parent
    if unit is None or unit.block_type != UNIT:
        row.delete()
        return
    _hold(unit, [child for child in children_of(unit, published=False) if child.pk != row.pk])
    if row.published_fields is None:
        row.delete()


@transaction.atomic
def publish(unit: Block) -> None:
    held = children_of(unit, published=False)
    Block.objects.filter(parent=unit).exclude(pk__in=[child.pk for child in held]).delete()
    Block.objects.filter(pk__in=[child.pk for child in held]).update(published_fields=F("fields"))
    Block.objects.filter(pk=unit.pk).update(published_fields=F("fields"))
    unit.refresh_from_db()


def is_waiting(unit: Block, *, among: list[Block] | None = None) -> bool:
    """Whether learners would see something else after publishing."""
    held = children_of(unit, published=False, among=among)
    return unit.has_unpublished_changes or any(child.has_unpublished_changes for child in held)
