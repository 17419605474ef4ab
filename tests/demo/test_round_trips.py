"""What an author set comes through every door of Studio: in and out, a new run, a copy, a content library."""

from collections.abc import Callable
from typing import Any

import pytest
from opaque_keys.edx.keys import UsageKey
from xblock.core import XBlock
from xblock.fields import Scope

from demo.models import Block, Course
from demo.olx import export_course, import_course
from demo.studio import edits
from demo.testing import add_block, call, make_course, make_person, open_block
from qi_core.settings_form import Setting

pytestmark = pytest.mark.django_db

OURS = ["qi_driver_diagram", "qi_pdsa_planner", "qi_project", "qi_run_chart", "qi_social_space"]
PLATFORMS = {"tags", "parent", "children", "name"}  # XBlock's own
LINES = "First *think*.\n\n- then <write> & “ask”\n\t- \"why\" 'not'?"
ROWS = "date\tvalue\n2026-01-05\t12\n2026-01-12\t13,5"
TEXT = " Ends & <begins> with “spaces”, \"why\" 'not' "

Values = dict[str, Any]
Way = Callable[[UsageKey], tuple[Values, str]]


def unlike_the_default(setting: Setting, default: Any, *, day: int) -> Any:
    """A value that the form takes. Dates come one after the other, as their order may matter."""
    match setting.kind:
        case "text":
            return TEXT.strip()
        case "markdown":
            return LINES
        case "rows":
            return ROWS
        case "number":
            return next(n for n in range(setting.maximum, 0, -1) if n != default)
        case "date":
            return f"2026-03-{day:02d}"
        case "choice":
            return next(value for value, _ in reversed(setting.offered) if value != default)
        case "choices":
            return [setting.offered[-1][0]]
    raise AssertionError(f"no value for a setting of the kind {setting.kind}")


def authored(tag: str) -> Values:
    """Every field that an author can set, each with a value of its own."""
    block_class = XBlock.load_class(tag)
    values = {
        setting.name: unlike_the_default(setting, block_class.fields[setting.name].default, day=day)
        for day, setting in enumerate(block_class.settings_spec, 1)
    }
    fields = {
        name for name, one in block_class.fields.items() if one.scope in (Scope.settings, Scope.content)
    }
    assert set(values) == fields - PLATFORMS - hidden_fields(tag)
    assert {name for name, value in values.items() if value == block_class.fields[name].default} == set()
    return values


def hidden_fields(tag: str) -> set[str]:
    """A project's home is never a practice sheet: its author is not asked what it works on."""
    return {"work_on"} if tag == "qi_project" else set()


@pytest.fixture(params=OURS)
def made(request: pytest.FixtureRequest) -> tuple[UsageKey, Values]:
    """A block in a unit, set up by its own form."""
    course, tag, values = make_course(), request.param, authored(request.param)
    section = add_block(course, "chapter", {"display_name": "Week one"}, name="week")
    unit = add_block(course, "vertical", {"display_name": "A unit"}, parent=section, name="unit")
    key = add_block(course, tag, parent=unit, name="made")
    author = make_person("author", staff_of=[course])
    reply = call(key, "save_settings", {"fields": values}, user=author, place="studio")
    assert (reply.status, reply.json) == (200, {})
    return key, values


def fields_of(key: UsageKey) -> Values:
    return dict(Block.objects.get(usage_key=key).fields)


def course_of(key: UsageKey) -> Course:
    return Course.objects.get(key=key.context_key)


def in_again(key: UsageKey) -> tuple[Values, str]:
    """Exported, spoiled, and imported into the same course."""
    course = course_of(key)
    packed = export_course(course)
    Block.objects.filter(usage_key=key).update(fields={})
    import_course(course, packed)
    return fields_of(key), ""


def new_run(key: UsageKey) -> tuple[Values, str]:
    again = make_course(run="2027")
    import_course(again, export_course(course_of(key)))
    return fields_of(again.key.make_usage_key(key.block_type, key.block_id)), ""


def duplicate(key: UsageKey) -> tuple[Values, str]:
    return dict(edits.duplicate(Block.objects.get(usage_key=key)).fields), "Copy of "


def library(key: UsageKey) -> tuple[Values, str]:
    """As its preview reads them."""
    kept = add_block(None, key.block_type, fields_of(key), name="kept")
    block = open_block(kept, make_person("librarian", is_staff=True), place="library")
    page = block.student_view().json_init_args
    assert (page["can_save"], page["why_not"]) == (False, "library")
    return {name: getattr(block, name) for name in fields_of(key)}, ""


@pytest.mark.parametrize("way", [in_again, new_run, duplicate, library])
def test_every_setting_comes_through(made: tuple[UsageKey, Values], way: Way) -> None:
    key, values = made
    found, before_title = way(key)
    assert found == values | {"display_name": before_title + values["display_name"]}
    assert list(map(type, found.values())) == [type(values[name]) for name in found]
