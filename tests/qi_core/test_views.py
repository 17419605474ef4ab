"""What each view puts on a page, in each place, for each visitor."""

import json

import pytest
from demo.testing import add_block, make_person, open_block
from django.utils.translation import override
from qi_project import api
from tests.qi_core.conftest import DiaryBlock

pytestmark = pytest.mark.django_db

SECRET = "Amina's own words"


def page_of(usage_key, user=None, **visit):
    """The arguments the page's script gets, as JSON would bring them."""
    return json.loads(json.dumps(open_block(usage_key, user, **visit).student_view().json_init_args))


def test_the_page_of_a_learner_before_the_first_save(block, amina):
    page = page_of(block, amina)
    today, strings = page.pop("today"), page.pop("strings")
    assert (len(today), strings["hello"], strings["undo"]) == (10, "Hello", "Undo")
    assert page == {
        "tool": "pdsa",
        "who": str(amina.id),
        "can_save": True,
        "why_not": None,
        "title": "Improvement tool",
        "instructions_html": "",
        "works_on": "project",
        "project": {"id": "", "title": ""},
        "locale": "en",
        "dir": "ltr",
        "settings": {"lines": 2},
        "ask_url": "",
        "companions": {},
        "state": {
            "project": "",
            "revision": 0,
            "document": {"schema": 2, "lines": []},
            "saved_at": None,
            "progress": 0.0,
            "checks": [],
            "warnings": [],
            "problems": {},
            "todo": [{"path": "lines", "rule": "more", "facts": {"left": 2}}],
            "counts": {"cycles": 0},
            "overview": {"first": []},
        },
    }


def test_the_page_of_a_learner_shows_the_work(block, amina, save):
    saved = save(block, amina, [SECRET]).json
    state = page_of(block, amina)["state"]
    assert (state["document"]["lines"], state["revision"], state["saved_at"]) == ([SECRET], 1, saved["saved_at"])


def test_a_project_that_is_deleted_while_its_page_is_put_together(block, amina, save, monkeypatch):
    save(block, amina, [SECRET])

    def erased_meanwhile(_self):
        api.erase_project(amina.id)
        return {}

    monkeypatch.setattr(DiaryBlock, "page_extras", erased_meanwhile)
    monkeypatch.setattr(DiaryBlock, "project_extras", lambda self, visitor: {"found": str(self.document_of(visitor))})
    page = page_of(block, amina)
    assert (page["project"], page["state"]["revision"], page["found"]) == ({"id": "", "title": ""}, 0, "()")


def test_where_to_ask_about_the_work_is_told_in_a_course_with_a_space(block, course, amina, author):
    assert page_of(block, amina)["ask_url"] == ""
    space = add_block(course, "qi_social_space", name="talk")
    sheet = add_block(course, "qi_diary", {"work_on": "practice"}, name="sheet")
    assert page_of(block, amina)["ask_url"] == f"/xblock/{space}"
    add_block(course, "qi_social_space", {"questions_here": "no"}, name="before_it")
    assert page_of(block, amina)["ask_url"] == f"/xblock/{space}"
    assert [page_of(sheet, amina)["ask_url"], page_of(block, author, masquerade=amina)["ask_url"]] == ["", ""]


def test_the_page_loads_one_script_and_starts_it(block, amina):
    fragment = open_block(block, amina).student_view()
    assert (fragment.content, fragment.js_init_fn) == ('<div class="qi-diary"></div>', "QiDiary")
    assert [resource.kind for resource in fragment.resources] == ["url"]
    assert fragment.resources[0].data.endswith("public/qi_diary.js")


@pytest.mark.parametrize(
    "place, who, masquerade, why_not",
    [
        ("lms", None, None, "sign_in"),
        ("lms", "stranger", None, "not_enrolled"),
        ("lms", "author", "amina", "masquerade"),
        ("lms", "author", "learner", "preview"),
        ("studio_preview", "author", None, "preview"),
        ("studio", "author", None, "preview"),
    ],
)
def test_nobody_else_sees_the_work(block, amina, author, save, place, who, masquerade, why_not):
    save(block, amina, [SECRET])
    save(block, author, ["The author's own"])
    person = {"author": author, "stranger": make_person("stranger")}.get(who)
    page = page_of(block, person, place=place, masquerade=amina if masquerade == "amina" else masquerade)
    assert (page["can_save"], page["why_not"], page["state"]["document"]["lines"]) == (False, why_not, [])
    assert SECRET not in json.dumps(page) and "own" not in json.dumps(page["state"])


def test_staff_viewing_as_a_learner_see_counts(block, amina, author, save):
    save(block, amina, [SECRET, "Two"])
    state = page_of(block, author, masquerade=amina)["state"]
    assert (state["counts"], state["revision"], state["progress"]) == ({"cycles": 2}, 0, 0.0)


@pytest.mark.parametrize("who", [None, "author"])
def test_a_library_shows_an_inert_tool(author, who):
    shelf = add_block(None, "qi_diary", name="shelf")
    page = page_of(shelf, author if who else None, place="library")
    assert (page["can_save"], page["why_not"]) == (False, "library")


def test_people_who_have_not_signed_in_get_the_same_page(block):
    fragment = open_block(block).public_view()
    assert fragment.json_init_args["why_not"] == "sign_in"


def test_instructions_are_rendered_safely_and_may_point_at_files_of_the_course(course, amina):
    text = "**Read** [this](/static/sheet.pdf) <script>alert(1)</script>"
    usage_key = add_block(course, "qi_diary", fields={"instructions": text}, name="told")
    html = page_of(usage_key, amina)["instructions_html"]
    assert html.startswith('<p><strong>Read</strong> <a href="/') and "script" not in html


def test_the_page_reads_from_right_to_left_where_the_language_does(block, amina):
    with override("ar"):
        page = page_of(block, amina)
    assert (page["locale"], page["dir"]) == ("ar", "rtl")


def test_nothing_is_written_by_looking(block, amina):
    open_block(block, amina).student_view()
    assert api.find(amina.id, "pdsa") == api.Stored()


@pytest.mark.parametrize("view", ["student_view", "public_view"])
def test_the_views_suit_phones(block, amina, view):
    opened = open_block(block, amina)
    assert opened.has_support(getattr(opened, view), "multi_device")


@pytest.mark.parametrize("place", ["studio_preview", "studio", "library"])
def test_the_summary_tells_the_settings_and_no_work(course, amina, author, save, place):
    fields = {"display_name": "<b>Falls</b>", "work_on": "practice", "stages": ["do"], "instructions": "x" * 300}
    usage_key = add_block(course if place != "library" else None, "qi_diary", fields=fields, name="set")
    html = open_block(usage_key, author, place=place).author_view({}).content
    assert html == (
        '<div class="qi-summary"><h3>&lt;b&gt;Falls&lt;/b&gt;</h3><dl>'
        "<dt>Title</dt><dd>&lt;b&gt;Falls&lt;/b&gt;</dd>"
        f"<dt>Instructions</dt><dd>{'x' * 200}…</dd>"
        "<dt>Works on</dt><dd>A practice sheet</dd>"
        "<dt>Stages</dt><dd>Do</dd><dt>Lines</dt><dd>2</dd></dl></div>"
    )
