"""A course's sections and units with their ticks, as the outline and the unit page show them.

Ticks are read from the rows of edx-completion; nothing is counted here that the platform does not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from completion.models import BlockCompletion
from django.urls import reverse
from opaque_keys.edx.keys import UsageKey
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.plugin import PluginMissingError

from demo.children import children_of
from demo.models import Block, Course
from demo.roles import Person, enrolled_in


@dataclass(frozen=True)
class State:
    """`kind` is new, begun or complete; `share` in [0, 1]."""

    kind: str
    words: str
    share: float


@dataclass(frozen=True)
class UnitLine:
    key: UsageKey
    name: str
    section: str
    url: str
    state: State


@dataclass(frozen=True)
class SectionLine:
    name: str
    units: tuple[UnitLine, ...]


@dataclass(frozen=True)
class Progress:
    units: int
    complete: int

    @property
    def words(self) -> str:
        if not self.units:
            return "Nothing to do yet."
        if self.complete == self.units:
            return "All done. Your project stays open: there is always a next test."
        return "Take them in any order. Your work is saved as you type."


@cache
def is_completable(block_type: str) -> bool:
    try:
        block_class = XBlock.load_class(block_type)
    except PluginMissingError:
        return False
    return XBlockCompletionMode.get_mode(block_class) == XBlockCompletionMode.COMPLETABLE


def unit_state(leaves: Iterable[Block], done: Mapping[UsageKey, float]) -> State:
    """As the platform: complete when every completable block is; its share is their mean."""
    values = [done.get(leaf.usage_key, 0.0) for leaf in leaves if is_completable(leaf.block_type)]
    if not values or not any(values):
        return State("new", "Not started", 0.0)
    if min(values) >= 1.0:
        return State("complete", "Complete", 1.0)
    share = sum(values) / len(values)
    return State("begun", f"Begun, {round(share * 100)} %", share)


def sections_of(course: Course, learner: Person) -> tuple[SectionLine, ...]:
    """What is published, in order; two queries."""
    rows = list(Block.objects.filter(course=course))
    return _sections(course, rows, BlockCompletion.get_learning_context_completions(learner, course.key))


def _sections(course: Course, rows: list[Block], done: Mapping[UsageKey, float]) -> tuple[SectionLine, ...]:
    chapters = [row for row in rows if row.block_type == "chapter"]
    return tuple(_section(course, chapter, rows, done) for chapter in chapters)


def progress_by_person(course: Course) -> list[tuple[str, Progress]]:
    """How far everybody enrolled is, by username; three queries however many they are."""
    rows = list(Block.objects.filter(course=course))
    done: dict[str, dict[UsageKey, float]] = {}
    for each in BlockCompletion.objects.filter(context_key=course.key).select_related("user"):
        done.setdefault(each.user.username, {})[each.full_block_key] = each.completion
    learners = sorted(enrolled_in(course.key).values_list("username", flat=True))
    return [(learner, progress_of(_sections(course, rows, done.get(learner, {})))) for learner in learners]


def _section(
    course: Course, chapter: Block, rows: list[Block], done: Mapping[UsageKey, float]
) -> SectionLine:
    name = chapter.fields.get("display_name", "Section")
    units = [row for row in rows if row.parent_id == chapter.pk]
    lines = [
        UnitLine(
            key=unit.usage_key,
            name=unit.published_fields.get("display_name", "Unit"),
            section=name,
            url=reverse("unit", args=[str(course.key), str(unit.usage_key)]),
            state=unit_state(children_of(unit, published=True, among=rows), done),
        )
        for unit in units
        if unit.published_fields is not None
    ]
    return SectionLine(name, tuple(lines))


def all_units(sections: Iterable[SectionLine]) -> list[UnitLine]:
    return [unit for section in sections for unit in section.units]


def progress_of(sections: Iterable[SectionLine]) -> Progress:
    units = all_units(sections)
    return Progress(len(units), sum(unit.state.kind == "complete" for unit in units))


def next_unit(sections: Iterable[SectionLine]) -> UnitLine | None:
    """Where to go on: the first unit that is begun, else the first that is not complete, else the first."""
    units = all_units(sections)
    begun = next((unit for unit in units if unit.state.kind == "begun"), None)
    open_unit = next((unit for unit in units if unit.state.kind != "complete"), None)
    return begun or open_unit or (units[0] if units else None)
