"""Import: an archive's outline replaces the course's; known `url_name`s keep their place, and learners' work.

Everything arrives as a draft. Blocks that the archive leaves out go when their unit is published, units and
sections that it leaves out go at once. A subsection is kept with each of its units.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from lxml import etree
from xblock.core import XBlock
from xblock.fields import ScopeIds
from xblock.plugin import PluginMissingError

from demo.models import Block, Course
from demo.olx import around, leaves
from demo.olx.archive import NotACourse, files_of, parse, resolved
from demo.places import visit
from demo.runtime import HostRuntime

__all__ = ["NotACourse", "import_course"]
Files = Mapping[str, bytes]
Kept = dict[str, Any]


@transaction.atomic
def import_course(course: Course, packed: bytes) -> None:
    """Raises NotACourse, and changes nothing then."""
    files = files_of(packed)
    root = resolved(parse(files["course.xml"], path="course.xml"), files)
    course.title, course.olx = root.get("display_name", course.title), around.around_of(root, files)
    course.save()
    kept: set[int] = set()
    for position, section in enumerate(_below(root, files, tag="chapter")):
        kept |= _import_section(course, section, files, position=position)
    Block.objects.filter(course=course, block_type__in=("chapter", "vertical")).exclude(pk__in=kept).delete()


def _below(node: etree._Element, files: Files, *, tag: str) -> Iterator[etree._Element]:
    return (resolved(child, files) for child in node if child.tag == tag)


def _import_section(course: Course, node: etree._Element, files: Files, *, position: int) -> set[int]:
    """The primary keys of the section and its units."""
    fields = {"display_name": "Section"} | leaves.named(node)
    section = _row(course, node, parent=None, position=position, fields=fields)
    section.published_fields = fields
    section.save()
    units = [
        (unit, _kept(subsection))
        for subsection in _below(node, files, tag="sequential")
        for unit in _below(subsection, files, tag="vertical")
    ]
    units += [(unit, None) for unit in _below(node, files, tag="vertical")]
    return {section.pk} | {
        _import_unit(section, unit, files, position=at, subsection=subsection)
        for at, (unit, subsection) in enumerate(units)
    }


def _kept(subsection: etree._Element) -> Kept | None:
    name = subsection.get("url_name")
    return {"url_name": name} | leaves.named(subsection) if name else None


def _import_unit(
    section: Block, node: etree._Element, files: Files, *, position: int, subsection: Kept | None
) -> int:
    assert section.course is not None
    fields: Kept = {"display_name": "Unit"} | leaves.named(node)
    fields |= {"subsection": subsection} if subsection else {}
    unit = _row(section.course, node, parent=section, position=position, fields=fields)
    blocks = [
        _import_block(unit, child, files, position=at)
        for at, child in enumerate(child for child in node if isinstance(child.tag, str))
    ]
    unit.fields = fields | {"children": [str(block.usage_key) for block in blocks]}
    unit.save()
    return unit.pk


def _import_block(unit: Block, node: etree._Element, files: Files, *, position: int) -> Block:
    assert unit.course is not None
    try:
        XBlock.load_class(node.tag)
    except PluginMissingError as error:
        raise NotACourse(f"The block type “{node.tag}” is not installed here.") from error
    row = _row(unit.course, node, parent=unit, position=position, fields={})
    row.fields = leaves.fields_of(node, files) if node.tag in leaves.TAGS else _parsed_fields(row, node)
    row.save()
    return row


def _row(
    course: Course, node: etree._Element, *, parent: Block | None, position: int, fields: dict[str, Any]
) -> Block:
    key = course.key.make_usage_key(node.tag, node.get("url_name") or uuid4().hex)
    row = Block.objects.filter(usage_key=key).first() or Block(
        usage_key=key, course=course, block_type=node.tag
    )
    row.parent, row.position, row.fields = parent, position, fields
    row.save()
    return row


def _parsed_fields(row: Block, node: etree._Element) -> dict[str, Any]:
    """What the block itself reads from its XML."""
    key = row.usage_key
    runtime = HostRuntime(visit("studio", key.context_key, user=AnonymousUser()))
    known = runtime.get_block(key)
    ids = ScopeIds(None, row.block_type, key, key)
    for name in ("url_name", "xblock-family"):
        node.attrib.pop(name, None)
    block = type(known).parse_xml(node, runtime, ids)
    block.save()
    return runtime.authored_fields(known)
