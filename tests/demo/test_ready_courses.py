"""A ready-made course comes in through Studio's door, and goes out as it came."""

import json

import pytest
from lxml import etree

import qi_templates
from demo.models import Block, Course
from demo.olx import NotACourse, export_course, import_course
from demo.studio import edits
from demo.testing import make_course
from tests.demo.test_olx import files_in, packed_from

pytestmark = pytest.mark.django_db

COURSES = qi_templates.list_courses()
FIRST = "qi-tools-from-problem-to-ideas"
Files = dict[str, bytes]


def canonical(files: Files) -> dict[str, object]:
    """The same for archives that a platform reads alike: order of attributes and white space between tags aside."""
    return {path: _told(path, text) for path, text in files.items()}


def _told(path: str, text: bytes) -> object:
    if path.endswith(".json"):
        return json.loads(text)
    return _told_node(etree.fromstring(text)) if path.endswith(".xml") else text.decode()


def _told_node(node: etree._Element) -> object:
    attributes = {
        name: json.loads(value) if value.startswith("[") else value for name, value in node.items()
    }
    texts = (node.text or "").strip(), (node.tail or "").strip()
    return [node.tag, attributes, texts, [_told_node(child) for child in node]]


def came_in(files: Files, *, number: str = "TOOLS1", run: str = "2026") -> Course:
    course = make_course("QI", number, run, title="Empty")
    import_course(course, packed_from({f"course/{path}": text for path, text in files.items()}))
    return course


def went_out(course: Course) -> Files:
    return {path.removeprefix("course/"): text for path, text in files_in(export_course(course)).items()}


@pytest.mark.parametrize("name", COURSES)
def test_the_export_is_the_import(name: str) -> None:
    files = qi_templates.course_files(name)
    number = etree.fromstring(files["course.xml"]).get("course", "")
    assert canonical(went_out(came_in(files, number=number))) == canonical(files)


def test_what_only_the_archive_knows_is_kept() -> None:
    files = dict(qi_templates.course_files(FIRST))
    for path in ("course/2026.xml", "chapter/part1.xml", "sequential/part1_steps.xml", "vertical/welcome.xml",
                 "html/welcome_text.xml", "problem/disguise_check.xml"):  # fmt: skip
        node = etree.fromstring(files[path])
        node.set("strange", "kept <as it is>")
        files[path] = etree.tostring(node)
    files["static/picture.bin"] = bytes(range(256))
    out = went_out(came_in(files))
    assert out.pop("static/picture.bin") == files.pop("static/picture.bin")
    assert canonical(out) == canonical(files)


def test_a_new_run_of_a_course_differs_in_nothing_but_its_name() -> None:
    course = came_in(qi_templates.course_files(FIRST))
    again = make_course("QI", "TOOLS1", "2027", title="Empty")
    import_course(again, export_course(course))
    out = {path.replace("2027", "2026"): text.replace(b"2027", b"2026") for path, text in went_out(again).items()}
    assert again.title == "QI tools: from problem to ideas"
    assert canonical(out) == canonical(went_out(course))


def test_a_unit_that_is_added_later_joins_the_subsection_before_it() -> None:
    course = came_in(qi_templates.course_files(FIRST))
    section = Block.objects.get(course=course, usage_key__endswith="block@part1")
    unit = edits.add_unit(section, name="Later").usage_key.block_id
    steps = etree.fromstring(went_out(course)["sequential/part1_steps.xml"])
    assert [node.get("url_name") for node in steps] == ["welcome", "disguise", "project", "hello", unit]


def test_the_policy_of_another_run_is_refused() -> None:
    files = dict(qi_templates.course_files(FIRST))
    for policy in (b'{"course/other": {}}', b"no JSON"):
        files["policies/2026/policy.json"] = policy
        with pytest.raises(NotACourse, match="policies/2026/policy.json is not the policy of this course"):
            came_in(files)
