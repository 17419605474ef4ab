"""A course goes out as OLX and comes back the same; what is no course is refused whole."""

import io
import tarfile
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import etree

from demo import html_block
from demo.models import Block, Course
from demo.olx import NotACourse, export_course, import_course
from demo.probe import TAG as PROBE
from demo.testing import add_block, browser, make_course, make_person


@pytest.fixture
def written(db: None) -> SimpleNamespace:
    course = make_course(title="Falls & more")
    section = add_block(course, "chapter", {"display_name": "Week “one”"}, name="week")
    unit = add_block(course, "vertical", {"display_name": "A <unit>"}, parent=section, name="unit")
    text = {"display_name": "Text", "data": "<p>Über & <b>bold</b></p>\n<pre>  kept  </pre>"}
    add_block(course, html_block.TAG, text, parent=unit, name="text")
    probe = {"display_name": "A probe", "title": "Two\nlines & <tags>"}
    add_block(course, PROBE, probe, parent=unit, name="probe")
    return SimpleNamespace(course=course, unit=unit)


def files_in(packed: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {entry.name: taken.read() for entry in archive if (taken := archive.extractfile(entry))}


def packed_from(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return whole.getvalue()


def outline_of(course: Course) -> list[tuple[str, str, dict[str, object]]]:
    """Every block with its settings. Children and subsections are compared by what is exported."""
    rows = Block.objects.filter(course=course).order_by("block_type", "position")
    found = []
    for row in rows:
        fields = {name: value for name, value in row.fields.items() if name not in ("children", "subsection")}
        found.append((row.block_type, row.usage_key.block_id, fields))
    return found


def test_an_export_has_the_platforms_files(written: SimpleNamespace) -> None:
    files = files_in(export_course(written.course))
    assert sorted(files) == [
        "course/chapter/week.xml",
        "course/course.xml",
        "course/course/2026.xml",
        "course/html/text.html",
        "course/html/text.xml",
        "course/sequential/week_subsection.xml",
        "course/vertical/unit.xml",
    ]


def test_a_plain_block_stands_inline_in_its_unit(written: SimpleNamespace) -> None:
    unit = etree.fromstring(files_in(export_course(written.course))["course/vertical/unit.xml"])
    assert [(node.tag, node.get("url_name"), node.get("xblock-family")) for node in unit] == [
        ("html", "text", None),
        (PROBE, "probe", "xblock.v1"),
    ]


def test_a_round_trip_keeps_every_setting(written: SimpleNamespace) -> None:
    other = make_course(number="COPY")
    import_course(other, export_course(written.course))
    assert outline_of(other) == outline_of(written.course)


def test_the_planners_settings_survive(written: SimpleNamespace) -> None:
    settings = {
        "display_name": "Plan & predict",
        "instructions": "First *think*.\n\nThen <write>: “why?”",
        "work_on": "practice",
        "starter": "comfort-rounds",
        "stages": ["plan", "study"],
        "cycles": 3,
    }
    add_block(written.course, "qi_pdsa_planner", settings, parent=written.unit, name="planner")
    other = make_course(number="COPY")
    import_course(other, export_course(written.course))
    assert Block.objects.get(course=other, block_type="qi_pdsa_planner").fields == settings


def test_importing_twice_keeps_the_blocks_and_what_is_published(written: SimpleNamespace) -> None:
    before = sorted(Block.objects.values_list("pk", "published_fields"), key=str)
    import_course(written.course, export_course(written.course))
    assert sorted(Block.objects.values_list("pk", "published_fields"), key=str) == before


def test_an_import_is_a_draft_until_it_is_published(written: SimpleNamespace) -> None:
    other = make_course(number="COPY")
    import_course(other, export_course(written.course))
    units = Block.objects.filter(course=other).exclude(block_type="chapter")
    assert set(units.values_list("published_fields", flat=True)) == {None}


def test_what_the_archive_leaves_out_goes(written: SimpleNamespace) -> None:
    packed = export_course(written.course)
    add_block(written.course, "chapter", {"display_name": "Later"}, name="later")
    import_course(written.course, packed)
    assert not Block.objects.filter(fields__display_name="Later").exists()


def test_one_file_with_everything_inline_is_read(written: SimpleNamespace) -> None:
    xml = """<course org="A" course="B" url_name="C"><chapter url_name="w" display_name="W"><sequential>
      <vertical url_name="u" display_name="U"><html url_name="t" display_name="T">Hello <b>you</b></html></vertical>
    </sequential></chapter></course>"""
    import_course(written.course, packed_from({"x/course.xml": xml.encode()}))
    texts = Block.objects.filter(course=written.course, block_type="html", parent__fields__display_name="U")
    assert [row.fields for row in texts] == [{"data": "Hello <b>you</b>", "display_name": "T"}]


def one_unit(inside: str) -> dict[str, bytes]:
    xml = f'<course><chapter url_name="w"><vertical url_name="u">{inside}</vertical></chapter></course>'
    return {"course.xml": xml.encode()}


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        (b"not a tar", "not a .tar.gz"),
        (packed_from({"readme.txt": b""}), "no course.xml"),
        (packed_from({"course.xml": b"<course>"}), "not well-formed"),
        (packed_from(one_unit("<nonsense/>")), "“nonsense” is not installed"),
    ],
    ids=["no archive", "no course", "no XML", "no such block"],  # packed bytes hold the time, and every process its own
)
def test_what_is_no_course_is_refused_and_changes_nothing(
    written: SimpleNamespace, packed: bytes, why: str
) -> None:
    before = list(Block.objects.values())
    with pytest.raises(NotACourse, match=why):
        import_course(written.course, packed)
    assert list(Block.objects.values()) == before


def test_an_archive_reads_nothing_from_outside(written: SimpleNamespace) -> None:
    entity = b'<!DOCTYPE c [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    xml = entity + one_unit('<html url_name="t">&e;</html>')["course.xml"]
    files = {"course.xml": xml, "../../escaped.xml": b"<x/>"}
    import_course(written.course, packed_from(files))
    assert Block.objects.get(course=written.course, usage_key__contains="block@t").fields["data"] in (
        "",
        "&e;",
    )


def test_the_author_exports_and_imports_in_studio(written: SimpleNamespace) -> None:
    author = browser(make_person("author", staff_of=[written.course]))
    url = f"/studio/course/{written.course.key}"
    exported = author.get(f"{url}/export/")
    assert exported.headers["Content-Disposition"] == 'attachment; filename="QI-PDSA-2026.tar.gz"'
    before = outline_of(written.course)
    upload = SimpleUploadedFile("course.tar.gz", exported.content)
    answer = author.post(f"{url}/import/", {"archive": upload}, follow=True)
    assert "Imported." in answer.content.decode()
    assert outline_of(written.course) == before
    refused = author.post(f"{url}/import/", {"archive": SimpleUploadedFile("x.gz", b"no")}, follow=True)
    assert "Nothing was imported." in refused.content.decode()
