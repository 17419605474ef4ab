"""Export: course.xml, one file for each section, subsection and unit; blocks stand inline in their unit.

What is written is the author's draft. The platform knows a level between section and unit, the
subsection: each section is given one of its own name. An `html` block is written as the platform
writes its own: settings in one file, text in another.
"""

import io
import tarfile
from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from lxml import etree

from demo.children import children_of
from demo.models import Block, Course
from demo.places import visit
from demo.runtime import HostRuntime

SUBSECTION = "_subsection"
Files = Iterator[tuple[str, bytes]]


def export_course(course: Course) -> bytes:
    """A tar.gz with everything below `course/`."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path, content in _files(course):
            entry = tarfile.TarInfo(f"course/{path}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def _files(course: Course) -> Files:
    key, rows = course.key, list(Block.objects.filter(course=course))
    sections = [row for row in rows if row.block_type == "chapter"]
    yield "course.xml", _xml("course", org=key.org, course=key.course, url_name=key.run)
    pointers = [etree.Element("chapter", url_name=_name(section)) for section in sections]
    yield f"course/{key.run}.xml", _xml("course", *pointers, display_name=course.title)
    for section in sections:
        yield from _section_files(section, rows)


def _section_files(section: Block, rows: list[Block]) -> Files:
    title = section.fields.get("display_name", "")
    units = [row for row in rows if row.parent_id == section.pk]
    subsection = _name(section) + SUBSECTION
    pointer = etree.Element("sequential", url_name=subsection)
    yield f"chapter/{_name(section)}.xml", _xml("chapter", pointer, display_name=title)
    pointers = [etree.Element("vertical", url_name=_name(unit)) for unit in units]
    yield f"sequential/{subsection}.xml", _xml("sequential", *pointers, display_name=title)
    for unit in units:
        yield from _unit_files(unit, rows)


def _unit_files(unit: Block, rows: list[Block]) -> Files:
    blocks = children_of(unit, published=False, among=rows)
    inline = [_pointer(row) if row.block_type == "html" else block_xml(row) for row in blocks]
    yield (
        f"vertical/{_name(unit)}.xml",
        _xml("vertical", *inline, display_name=unit.fields.get("display_name", "")),
    )
    for row in blocks:
        if row.block_type == "html":
            settings = {name: str(value) for name, value in row.fields.items() if name != "data"}
            yield f"html/{_name(row)}.xml", _xml("html", filename=_name(row), **settings)
            yield f"html/{_name(row)}.html", str(row.fields.get("data", "")).encode()


def _pointer(row: Block) -> etree._Element:
    return etree.Element(row.block_type, url_name=_name(row))


def block_xml(row: Block) -> etree._Element:
    """What the block itself writes, with the platform's `url_name`."""
    runtime = HostRuntime(visit("studio", row.usage_key.context_key, user=AnonymousUser()))
    node = etree.Element("unknown", url_name=_name(row))
    runtime.get_block(row.usage_key).add_xml_to_node(node)
    return node


def _name(row: Block) -> str:
    return str(row.usage_key.block_id)


def _xml(tag: str, *children: etree._Element, **attributes: str) -> bytes:
    node = etree.Element(tag, **attributes)
    node.extend(children)
    etree.indent(node)
    return etree.tostring(node, encoding="utf-8")
