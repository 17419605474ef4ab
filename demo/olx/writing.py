"""Export: course.xml, one file for each section, subsection and unit; blocks stand inline in their unit.

What is written is the author's draft. The platform knows a level between section and unit, the
subsection: a unit that came without one joins the one before it, or one with the section's name.
"""

import io
import tarfile
from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from lxml import etree

from demo.children import children_of
from demo.models import Block, Course
from demo.olx import around, leaves
from demo.places import visit
from demo.runtime import HostRuntime

SUBSECTION = "_subsection"
Files = Iterator[tuple[str, bytes]]
# Name and attributes of each subsection, and its units.
Subsections = dict[str, tuple[dict[str, str], list[Block]]]


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
    attributes = {"display_name": course.title} | course.olx.get("attributes", {})
    yield f"course/{key.run}.xml", _xml("course", *pointers, **attributes)
    yield from around.files_around(course)
    for section in sections:
        yield from _section_files(section, rows)


def _section_files(section: Block, rows: list[Block]) -> Files:
    subsections = _subsections(section, [row for row in rows if row.parent_id == section.pk])
    pointers = [etree.Element("sequential", url_name=name) for name in subsections]
    yield f"chapter/{_name(section)}.xml", _xml("chapter", *pointers, **leaves.attributes_of(section.fields))
    for name, (attributes, units) in subsections.items():
        pointers = [etree.Element("vertical", url_name=_name(unit)) for unit in units]
        yield f"sequential/{name}.xml", _xml("sequential", *pointers, **attributes)
        for unit in units:
            yield from _unit_files(unit, rows)


def _subsections(section: Block, units: list[Block]) -> Subsections:
    here = {"url_name": _name(section) + SUBSECTION, "display_name": section.fields.get("display_name", "")}
    found: Subsections = {}
    for unit in units:
        here = unit.fields.get("subsection", here)
        found.setdefault(here["url_name"], (leaves.attributes_of(here), []))[1].append(unit)
    return found or {here["url_name"]: (leaves.attributes_of(here), [])}


def _unit_files(unit: Block, rows: list[Block]) -> Files:
    blocks = children_of(unit, published=False, among=rows)
    inline = [_pointer(row) if row.block_type in leaves.TAGS else block_xml(row) for row in blocks]
    yield f"vertical/{_name(unit)}.xml", _xml("vertical", *inline, **leaves.attributes_of(unit.fields))
    for row in blocks:
        if row.block_type in leaves.TAGS:
            yield from leaves.files_of(row)


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
