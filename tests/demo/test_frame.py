"""The pages that stand in an iframe, and the files they bring."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.core.management import call_command
from xblock.core import XBlock

from demo.finder import PackageStorage, XBlockFinder, resource_package
from demo.probe import TAG, ProbeBlock
from demo.testing import add_block, browser, open_block, registered


def status(url: str, user: User | None) -> int:
    return browser(user).get(url).status_code


def test_a_unit_is_for_members_of_the_course(school: SimpleNamespace) -> None:
    url = f"/xblock/{school.unit}"
    people = (school.amina, school.staff, school.stranger, None)
    assert [status(url, who) for who in people] == [200, 200, 404, 404]


def test_what_is_not_published_is_not_there_for_anybody(school: SimpleNamespace) -> None:
    drafts = [add_block(school.course, kind, published=False) for kind in ("vertical", TAG)]
    assert [status(f"/xblock/{draft}", school.staff) for draft in drafts] == [404, 404]


def test_only_two_views_may_be_asked_for(school: SimpleNamespace) -> None:
    views = ("student_view", "public_view", "studio_view")
    asked = [status(f"/xblock/{school.unit}?view={view}", school.amina) for view in views]
    assert asked == [200, 200, 400]


def page(url: str, user: User) -> str:
    return browser(user).get(url).content.decode()


def test_a_block_stands_in_the_platforms_wrapper(school: SimpleNamespace) -> None:
    html = page(f"/xblock/{school.unit}", school.amina)
    wrapper = re.search(r'<div class="vert.*?</div></div>', html, re.DOTALL)
    assert wrapper and wrapper.group() == (
        f'<div class="vert vert-0" data-id="{school.probe}">'
        f'<div class="xblock xblock-student_view xblock-student_view-qi_probe" data-usage-id="{school.probe}" '
        f'data-course-id="{school.course.key}" data-block-type="qi_probe" data-runtime-class="LmsRuntime" '
        'data-runtime-version="1" data-has-score="False" data-init="QiProbe"><p>left 0</p>'
        '<script type="json/xblock-args" class="xblock-json-init-args">'
        '{"text": "\\u003C/script\\u003E\\u0026"}</script></div></div>'
    )


def test_links_in_a_unit_lead_the_parent_and_scripts_are_classic(school: SimpleNamespace) -> None:
    html = page(f"/xblock/{school.unit}", school.amina)
    assert '<base target="_parent">' in html
    assert 'type="module"' not in html
    scripts = re.findall(r'<script src="([^"]*)"', html)
    assert scripts == ["/static/vendor/jquery.js", "/static/demo/lms.js"]
    assert [status(path, None) for path in (*scripts, "/static/demo/rude.css")] == [200, 200, 200]


def test_only_blocks_that_are_complete_when_viewed_are_watched(school: SimpleNamespace) -> None:
    class Viewed(ProbeBlock):
        has_custom_completion = False

    with registered(qi_viewed=Viewed):
        key = add_block(school.course, "qi_viewed", parent=school.unit)
        html = page(f"/xblock/{school.unit}", school.amina)
    watched = re.findall(r'data-id="([^"]*)" data-mark-completed-on-view-after-delay="5000"', html)
    assert watched == [str(key)]


def test_a_unit_shows_published_blocks_in_their_order(school: SimpleNamespace) -> None:
    second = add_block(school.course, TAG, parent=school.unit)
    add_block(school.course, TAG, parent=school.unit, published=False)
    shown = re.findall(r'class="vert vert-\d" data-id="([^"]*)"', page(f"/xblock/{school.unit}", school.amina))
    assert shown == [str(school.probe), str(second)]


def test_a_view_that_raises_takes_the_unit_with_it_but_not_in_studio(school: SimpleNamespace) -> None:
    add_block(school.course, TAG, {"title": "raise"}, parent=school.unit)
    assert status(f"/xblock/{school.unit}", school.amina) == 500
    html = page(f"/preview/xblock/{school.unit}", school.staff)
    assert html.count('class="xblock-error"') == 1
    assert "left 0" in html


@pytest.mark.parametrize("path", ["/preview/xblock/{}", "/studio/xblock/{}/action/edit"])
def test_studios_pages_are_for_authors(school: SimpleNamespace, path: str) -> None:
    url = path.format(school.probe)
    assert [status(url, who) for who in (school.staff, school.amina, None)] == [200, 403, 302]


def test_a_library_is_for_those_who_make_courses(school: SimpleNamespace) -> None:
    url = f"/library/xblock/{add_block(None, TAG)}"
    assert [status(url, who) for who in (school.staff, school.amina, None)] == [200, 403, 302]


def test_a_preview_shows_the_author_view_of_the_draft(school: SimpleNamespace) -> None:
    class Authored(ProbeBlock):
        def author_view(self, context: object) -> object:
            self.title = f"{self.title}, seen by its author"
            return self.studio_view(context)

    draft = add_block(school.course, TAG, {"title": "Draft"}, published=False)
    with registered(**{TAG: Authored}):
        assert "editing Draft, seen by its author" in page(f"/preview/xblock/{draft}", school.staff)
        assert "left 0" in page(f"/preview/xblock/{draft}?view=student_view", school.staff)
        assert open_block(draft, school.staff, place="studio").title == "Draft"


def test_studio_has_a_global_define(school: SimpleNamespace) -> None:
    script = "/static/demo/frame_studio.js"
    assert script in page(f"/studio/xblock/{school.probe}/action/edit", school.staff)
    assert script not in page(f"/xblock/{school.unit}", school.amina)


def package(folder: Path, name: str) -> None:
    inside = folder / name.replace(".", "/")
    (inside / "public").mkdir(parents=True)
    for parent in (folder / name.split(".", maxsplit=1)[0], inside):
        (parent / "__init__.py").touch()
    (inside / "public" / "x.js").write_text("1")
    (inside / "block.scss").touch()


def block_in(module: str) -> type[XBlock]:
    return type("Somewhere", (XBlock,), {"__module__": module})


@pytest.fixture
def two_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> XBlockFinder:
    for name in ("flat_tool", "deep_tool.inner"):
        package(tmp_path, name)
    monkeypatch.syspath_prepend(tmp_path)
    finder = XBlockFinder()
    classes = [block_in("flat_tool.block"), block_in("deep_tool.inner.block")]
    finder.storages = [PackageStorage(resource_package(each), each.resources_dir) for each in classes]
    return finder


def test_everything_in_a_package_but_its_sources_is_collected(two_packages: XBlockFinder) -> None:
    listed = [f"{storage.prefix}/{path}" for path, storage in two_packages.list(None)]
    assert sorted(listed) == [
        "xblock/resources/deep_tool.inner/inner/public/x.js",
        "xblock/resources/flat_tool/public/x.js",
    ]


def test_a_file_of_a_nested_block_is_not_found_where_it_is_asked_for(two_packages: XBlockFinder) -> None:
    def found(path: str) -> bool:
        return bool(two_packages.find(f"xblock/resources/{path}"))

    assert found("flat_tool/public/x.js")
    assert not found("deep_tool.inner/public/x.js")
    assert found("deep_tool.inner/inner/public/x.js")
    assert not found("flat_tool/__init__.py")
    assert two_packages.find("xblock/resources/flat_tool/public/x.js", find_all=True)
    assert two_packages.find("elsewhere/x.js", all=True) == []


def test_a_resource_is_served_from_where_it_is_collected(
    school: SimpleNamespace, settings: Any, tmp_path: Path
) -> None:
    block = open_block(school.probe, school.amina)
    assert block.runtime.local_resource_url(block, "public/x.js") == "/static/xblock/resources/demo/public/x.js"
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "demo" / "lms.js").is_file()
    assert finders.find("demo/lms.js")
