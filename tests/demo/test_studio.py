"""Studio: who may enter, what each change does to the draft, and what learners see before publishing."""

from types import SimpleNamespace

import pytest
from django.test import Client
from opaque_keys.edx.keys import UsageKey

from demo import html_block
from demo.children import children_of
from demo.models import Block, StaffRole
from demo.probe import TAG as PROBE
from demo.testing import add_block, browser, call, make_course, make_person


@pytest.fixture
def workshop(db: None) -> SimpleNamespace:
    """A published unit with two texts, an author, a learner, and staff of another course."""
    course = make_course()
    section = add_block(course, "chapter", {"display_name": "Week one"}, name="week")
    unit = add_block(course, "vertical", {"display_name": "A unit"}, parent=section, name="unit")
    texts = [
        add_block(
            course, html_block.TAG, {"display_name": name, "data": f"<p>{name}</p>"}, parent=unit, name=name
        )
        for name in ("first", "second")
    ]
    other = make_course(number="OTHER")
    return SimpleNamespace(
        course=course,
        section=section,
        unit=unit,
        texts=texts,
        author=browser(make_person("author", staff_of=[course])),
        learner=browser(make_person("learner", enrolled_in=[course])),
        elsewhere=browser(make_person("elsewhere", staff_of=[other])),
    )


def change(client: Client, key: UsageKey, wanted: str, **more: str) -> int:
    return client.post(f"/studio/change/{key}/", {"change": wanted, **more}).status_code


def row_of(key: UsageKey) -> Block:
    return Block.objects.get(usage_key=key)


def names(unit: UsageKey, *, published: bool = False) -> list[str]:
    return [row.fields.get("display_name", "") for row in children_of(row_of(unit), published=published)]


def frame(client: Client, unit: UsageKey) -> str:
    return client.get(f"/xblock/{unit}").content.decode()


def pages(workshop: SimpleNamespace) -> list[str]:
    return [
        f"/studio/course/{workshop.course.key}/",
        f"/studio/course/{workshop.course.key}/export/",
        f"/studio/unit/{workshop.unit}/",
        f"/preview/xblock/{workshop.unit}",
        f"/studio/xblock/{workshop.texts[0]}/action/edit",
    ]


def test_the_author_enters_every_page(workshop: SimpleNamespace) -> None:
    for url in [*pages(workshop), "/studio/", "/studio/library/"]:
        assert workshop.author.get(url).status_code == 200, url


def test_nobody_else_enters(workshop: SimpleNamespace) -> None:
    for url in pages(workshop):
        assert workshop.learner.get(url).status_code == 403, url
        assert workshop.elsewhere.get(url).status_code == 403, url
        assert browser().get(url).status_code == 302, url
    for url in ("/studio/", "/studio/library/"):
        assert workshop.learner.get(url).status_code == 403, url


def test_nobody_else_changes_anything(workshop: SimpleNamespace) -> None:
    before = list(Block.objects.values())
    for client, status in ((workshop.learner, 403), (workshop.elsewhere, 403), (browser(), 302)):
        for wanted in ("delete", "rename", "publish", "add", "up", "duplicate"):
            assert change(client, workshop.unit, wanted, name="Mine", block_type="html") == status
        assert (
            client.post(f"/studio/course/{workshop.course.key}/add/", {"name": "Mine"}).status_code == status
        )
        assert client.post(f"/studio/course/{workshop.course.key}/import/").status_code == status
    assert list(Block.objects.values()) == before


def test_changes_take_a_token(workshop: SimpleNamespace) -> None:
    strict = browser(make_person("strict", staff_of=[workshop.course]), enforce_csrf_checks=True)
    assert change(strict, workshop.unit, "rename", name="Other") == 403


def test_a_block_is_added_at_the_end_and_hidden_until_published(workshop: SimpleNamespace) -> None:
    assert change(workshop.author, workshop.unit, "add", block_type=html_block.TAG) == 302
    assert names(workshop.unit) == ["first", "second", ""]
    assert names(workshop.unit, published=True) == ["first", "second"]
    change(workshop.author, workshop.unit, "publish")
    assert names(workshop.unit, published=True) == ["first", "second", ""]


def test_only_installed_types_are_added_and_only_to_units(workshop: SimpleNamespace) -> None:
    assert change(workshop.author, workshop.unit, "add", block_type="chapter") == 400
    assert change(workshop.author, workshop.unit, "add", block_type="nonsense") == 400
    assert change(workshop.author, workshop.texts[0], "add", block_type=html_block.TAG) == 400


def test_settings_reach_learners_with_publishing(workshop: SimpleNamespace) -> None:
    new = {"display_name": "first", "data": "<p>Rewritten</p>"}
    author = workshop.author
    assert call(workshop.texts[0], "save_text", new, place="studio", client=author).status == 200
    assert "Rewritten" not in frame(workshop.learner, workshop.unit)
    assert "Changes to publish" in author.get(f"/studio/unit/{workshop.unit}/").content.decode()
    change(author, workshop.unit, "publish")
    assert "Rewritten" in frame(workshop.learner, workshop.unit)
    assert "Learners see exactly this." in author.get(f"/studio/unit/{workshop.unit}/").content.decode()


def test_an_author_cannot_save_settings_through_the_lms(workshop: SimpleNamespace) -> None:
    new = {"display_name": "first", "data": "<p>Rewritten</p>"}
    assert call(workshop.texts[0], "save_text", new, client=workshop.author).status == 500
    assert row_of(workshop.texts[0]).fields["data"] == "<p>first</p>"


def test_moving_stops_at_the_ends_and_waits_for_publishing(workshop: SimpleNamespace) -> None:
    first, second = workshop.texts
    change(workshop.author, first, "up")
    assert names(workshop.unit) == ["first", "second"]
    change(workshop.author, second, "up")
    assert names(workshop.unit) == ["second", "first"]
    page = frame(workshop.learner, workshop.unit)
    assert page.index("<p>first</p>") < page.index("<p>second</p>")
    change(workshop.author, workshop.unit, "publish")
    page = frame(workshop.learner, workshop.unit)
    assert page.index("<p>second</p>") < page.index("<p>first</p>")


def test_a_deleted_block_stays_with_learners_until_publishing(workshop: SimpleNamespace) -> None:
    change(workshop.author, workshop.texts[0], "delete")
    assert names(workshop.unit) == ["second"]
    assert "<p>first</p>" in frame(workshop.learner, workshop.unit)
    change(workshop.author, workshop.unit, "publish")
    assert "<p>first</p>" not in frame(workshop.learner, workshop.unit)
    assert not Block.objects.filter(usage_key=workshop.texts[0]).exists()


def test_a_duplicate_stands_after_its_original_with_its_settings(workshop: SimpleNamespace) -> None:
    change(workshop.author, workshop.texts[0], "duplicate")
    assert names(workshop.unit) == ["first", "Copy of first", "second"]
    copy = children_of(row_of(workshop.unit), published=False)[1]
    assert copy.fields["data"] == "<p>first</p>"
    assert copy.published_fields is None
    assert change(workshop.author, workshop.unit, "duplicate") == 400


def test_renaming_a_unit_waits_and_renaming_a_section_does_not(workshop: SimpleNamespace) -> None:
    change(workshop.author, workshop.unit, "rename", name="  Another name ")
    change(workshop.author, workshop.section, "rename", name="Week two")
    outline = workshop.learner.get(f"/courses/{workshop.course.key}/").content.decode()
    assert "A unit" in outline
    assert "Another name" not in outline
    assert "Week two" in outline
    assert change(workshop.author, workshop.unit, "rename", name=" ") == 400


def test_sections_and_units_are_added_moved_and_deleted(workshop: SimpleNamespace) -> None:
    workshop.author.post(f"/studio/course/{workshop.course.key}/add/", {"name": "Week two"})
    second = Block.objects.get(fields__display_name="Week two").usage_key
    change(workshop.author, second, "add", name="New unit")
    change(workshop.author, second, "up")
    sections = Block.objects.filter(course=workshop.course, block_type="chapter")
    assert [row.fields["display_name"] for row in sections] == ["Week two", "Week one"]
    change(workshop.author, second, "delete")
    assert not Block.objects.filter(fields__display_name__in=["Week two", "New unit"]).exists()


def test_a_change_nobody_knows_is_refused(workshop: SimpleNamespace) -> None:
    assert change(workshop.author, workshop.unit, "explode") == 400
    assert workshop.author.post(f"/studio/change/{workshop.unit}x/", {"change": "up"}).status_code == 404


def test_a_block_that_raises_has_a_box_and_its_neighbours_live(workshop: SimpleNamespace) -> None:
    add_block(workshop.course, PROBE, {"title": "raise"}, parent=workshop.unit)
    page = workshop.author.get(f"/preview/xblock/{workshop.unit}?view=student_view").content.decode()
    assert "the probe was told to raise" in page
    assert "<p>first</p>" in page


def test_the_library_shows_its_blocks_to_authors(workshop: SimpleNamespace) -> None:
    key = add_block(None, html_block.TAG, {"display_name": "Kept", "data": "<p>From the library</p>"})
    assert "Kept" in workshop.author.get("/studio/library/").content.decode()
    assert "From the library" in workshop.author.get(f"/library/xblock/{key}").content.decode()
    StaffRole.objects.all().delete()
    assert workshop.author.get(f"/library/xblock/{key}").status_code == 403
