"""What Studio's pages show of a course: sections, units and blocks with their state."""

from dataclasses import dataclass

from django.urls import reverse
from xblock.core import XBlock
from xblock.plugin import PluginMissingError

from demo import html_block
from demo.children import children_of
from demo.models import Block, Course
from demo.studio.edits import SECTION, is_waiting

STRUCTURE = {"course", "chapter", "sequential", "vertical"}


@dataclass(frozen=True)
class Status:
    """`kind`: good or wait."""

    kind: str
    words: str
    more: str = ""


@dataclass(frozen=True)
class Line:
    """A section, unit or block with the tools to change it."""

    name: str
    anchor: str
    url: str
    change_url: str
    is_first: bool
    is_last: bool
    status: Status
    units: tuple["Line", ...] = ()


@dataclass(frozen=True)
class BlockLine:
    name: str
    kind: str
    anchor: str
    change_url: str
    frame_url: str
    edit_url: str
    is_first: bool
    is_last: bool
    is_new: bool
    is_changed: bool


@dataclass(frozen=True)
class Kind:
    """A type of block that can be added."""

    block_type: str
    name: str


def kinds() -> list[Kind]:
    """All installed types, by the name people know them by."""
    found = {tag for tag, _class in XBlock.load_classes()} - STRUCTURE - {html_block.TAG}
    others = sorted((Kind(tag, kind_name(tag)) for tag in found), key=lambda kind: kind.name)
    return [Kind(html_block.TAG, kind_name(html_block.TAG)), *others]


def kind_name(block_type: str) -> str:
    try:
        default = XBlock.load_class(block_type).fields["display_name"].default
    except (KeyError, PluginMissingError):
        default = None
    return str(default or block_type)


def name_of(row: Block) -> str:
    return str(row.fields.get("display_name") or kind_name(row.block_type))


def anchor_of(row: Block) -> str:
    return f"block-{row.pk}"


def change_url(row: Block) -> str:
    return reverse("studio_change", args=[str(row.usage_key)])


def unit_status(unit: Block, *, among: list[Block] | None = None) -> Status:
    if unit.published_fields is None:
        return Status("wait", "Draft", "Learners do not see this unit yet.")
    if is_waiting(unit, among=among):
        return Status("wait", "Changes to publish", "Learners see the version before your changes.")
    return Status("good", "Published", "Learners see exactly this.")


def section_lines(course: Course) -> list[Line]:
    rows = list(Block.objects.filter(course=course))
    sections = [row for row in rows if row.block_type == SECTION]
    return [_section_line(section, sections, rows) for section in sections]


def _section_line(section: Block, sections: list[Block], rows: list[Block]) -> Line:
    units = [row for row in rows if row.parent_id == section.pk]
    return Line(
        name=name_of(section),
        anchor=anchor_of(section),
        url="",
        change_url=change_url(section),
        is_first=section is sections[0],
        is_last=section is sections[-1],
        status=Status("good", "Published"),
        units=tuple(_unit_line(unit, units, rows) for unit in units),
    )


def _unit_line(unit: Block, units: list[Block], rows: list[Block]) -> Line:
    return Line(
        name=str(unit.fields.get("display_name") or "Unit"),
        anchor=anchor_of(unit),
        url=reverse("studio_unit", args=[str(unit.usage_key)]),
        change_url=change_url(unit),
        is_first=unit is units[0],
        is_last=unit is units[-1],
        status=unit_status(unit, among=rows),
    )


def block_lines(unit: Block, *, view: str) -> list[BlockLine]:
    """`view`: author or student."""
    rows = children_of(unit, published=False)
    return [_block_line(row, rows, view=view) for row in rows]


def _block_line(row: Block, rows: list[Block], *, view: str) -> BlockLine:
    key = str(row.usage_key)
    return BlockLine(
        name=name_of(row),
        kind=kind_name(row.block_type),
        anchor=anchor_of(row),
        change_url=change_url(row),
        frame_url=f"{reverse('preview_frame', args=[key])}?view={view}_view",
        edit_url=reverse("edit_frame", args=[key]) if _has_editor(row) else "",
        is_first=row is rows[0],
        is_last=row is rows[-1],
        is_new=row.published_fields is None,
        is_changed=row.has_unpublished_changes,
    )


def _has_editor(row: Block) -> bool:
    try:
        return hasattr(XBlock.load_class(row.block_type), "studio_view")
    except PluginMissingError:
        return False
