"""Every field of every tool's document has words where earlier versions are told apart."""

import types
from importlib import import_module
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from qi_core.domain.texts import Part
from qi_project import wording
from qi_project.domain.differing import SILENT

TOOLS = ("qi_project", "qi_pdsa_planner", "qi_run_chart", "qi_driver_diagram")
each_tool = pytest.mark.parametrize("tool", TOOLS)
# shown as they are
NUMBERS = {"measures.mdc.run_length"}


def parts(kind, path):
    """(path, kind) of every field below; a list of rows is told by kind "row"."""
    if isinstance(kind, type) and issubclass(kind, Part):
        for name, field in kind.model_fields.items():
            key = field.alias or name
            if key not in SILENT:
                yield from parts(field.annotation, f"{path}.{key}".lstrip("."))
    elif get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, Part):
            yield path, "row"
        yield from parts(inner, path)
    elif get_origin(kind) is Annotated:
        yield from parts(get_args(kind)[0], path)
    elif get_origin(kind) in (Union, types.UnionType):
        for one in get_args(kind):
            if one is not types.NoneType:
                yield from parts(one, path)
    else:
        yield path, get_args(kind) if get_origin(kind) is Literal else None


def ends(path):
    names = path.split(".")
    return [".".join(names[first:]) for first in range(len(names))]


@each_tool
def test_each_field_row_and_choice_has_words(tool):
    words = import_module("qi_project.strings").STRINGS | import_module(f"{tool}.strings").STRINGS
    missing = set()
    for path, kind in parts(import_module(f"{tool}.domain.document").Document, ""):
        if not any(f"label.{end}" in words for end in ends(path)):
            missing.add(f"label.{path}")
        if kind == "row" and f"row.{path}" not in words:
            missing.add(f"row.{path}")
        if isinstance(kind, tuple) and path not in NUMBERS:
            missing |= {f"{path}.{value}" for value in kind if not any(f"{end}.{value}" in words for end in ends(path))}
    assert missing == set()


WORDS = import_module("qi_project.strings").STRINGS | import_module("qi_driver_diagram.strings").STRINGS
NODES = [
    {"id": "primary1", "level": "primary", "text": "Timely help"},
    {"id": "ideaaa01", "level": "idea", "text": "Bells"},
]


def test_a_link_is_told_by_what_it_links():
    before = {"nodes": NODES, "links": []}
    after = {"nodes": NODES, "links": [{"from": "ideaaa01", "to": "primary1"}]}
    assert wording.changes(before, after, WORDS) == [
        {"kind": "added", "where": "“Bells” leads to “Timely help”", "was": "", "now": "Bells · Timely help"}
    ]


def test_many_rows_that_came_are_told_by_their_number():
    nodes = [{"id": f"node0{n:03}", "level": "idea", "text": f"{n}"} for n in range(40)]
    assert wording.changes({"nodes": []}, {"nodes": nodes}, WORDS) == [
        {"kind": "added", "where": "Drivers and change ideas", "was": "", "now": "40 added: Drivers and change ideas"}
    ]
    assert wording.changes({"nodes": nodes}, {"nodes": nodes[::-1]}, WORDS) == [
        {"kind": "moved", "where": "Drivers and change ideas", "was": "", "now": ""}
    ]


def test_more_than_anybody_reads_is_counted():
    before = [{"id": f"node0{n:03}", "level": "idea", "text": "x" * 500} for n in range(70)]
    after = [{**node, "text": "y", "quick": True, "effort": "low"} for node in before]
    told = wording.changes({"nodes": before}, {"nodes": after}, WORDS | {"label.quick": "Quick"})
    assert len(told) == wording.TOLD_MAX + 1
    assert told[0]["was"] == "x" * wording.SHOWN_MAX + "…"
    assert told[-1] == {"kind": "more", "where": "… and 150 more changes.", "was": "", "now": ""}
    assert {"kind": "changed", "where": "Change idea “y”: Quick", "was": "", "now": "yes"} in told


def test_dates_numbers_and_what_has_no_name_yet_are_told_in_words():
    words = WORDS | import_module("qi_run_chart.strings").STRINGS
    point = {"id": "point001", "on": "2026-11-01", "value": 1234.5, "note": ""}
    before = {"measures": [{"id": "measure1", "name": "", "points": [point], "baseline_until": None}]}
    emptied = [{**point, "value": None}]
    after = {"measures": [{"id": "measure1", "name": "", "points": emptied, "baseline_until": "point001"}]}
    assert [(one["where"], one["was"], one["now"]) for one in wording.changes(before, after, words)] == [
        ("(no name yet), Nov. 1, 2026: Value", "1,234.5", ""),
        ("(no name yet): The baseline ends at", "", "Nov. 1, 2026"),
    ]


def test_a_list_of_words_is_told_as_one():
    words = WORDS | {"label.tags": "Tags"}
    assert wording.changes({"tags": ["a", "b"]}, {"tags": ["b"]}, words) == [
        {"kind": "changed", "where": "Tags", "was": "a, b", "now": "b"}
    ]


@pytest.mark.parametrize("typed", ["2026-02-30", "0000-00-00", "2026-13-01", "２０２６-01-01", "2026-01-01x"])
def test_a_text_that_only_looks_like_a_day_is_told_as_it_was_typed(typed):
    (node, bells) = NODES
    told = wording.changes({"nodes": NODES}, {"nodes": [node, {**bells, "text": typed}]}, WORDS)
    assert told == [{"kind": "changed", "where": f"Change idea “{typed}”: Text", "was": "Bells", "now": typed}]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("nodes[1].text", "Change idea “Bells”: Text"),
        ("nodes[7].text", "nodes[7].text"),
        ("nodes.text", "nodes.text"),
        ("links", "Links"),
    ],
)
def test_a_place_is_told_in_words_where_it_leads_somewhere(path, place):
    assert wording.place_of(path, {"nodes": NODES, "links": []}, WORDS) == place
