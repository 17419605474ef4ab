"""Requests to handlers: who gets through, and what happens to what goes wrong."""

import io
from types import SimpleNamespace

import pytest
from django.test import Client

from demo.addresses import library_token
from demo.models import Block, StudentState
from demo.probe import TAG
from demo.testing import add_block, browser, call, make_person, open_block

JSON = "application/json"


def address(school: SimpleNamespace, handler: str = "add", kind: str = "handler") -> str:
    return f"/courses/{school.course.key}/xblock/{school.probe}/{kind}/{handler}"


def kept() -> list[str]:
    return [row.user.username for row in StudentState.objects.all()]


def test_handler_addresses_have_the_platforms_shapes(school: SimpleNamespace) -> None:
    course, key, staff = school.course.key, school.probe, school.staff
    in_library = add_block(None, TAG)
    blocks = [open_block(key, staff, place=place) for place in ("lms", "studio_preview", "studio")]
    blocks.append(open_block(in_library, staff, place="library"))
    assert [block.runtime.handler_url(block, "save") for block in blocks] == [
        f"/courses/{course}/xblock/{key}/handler/save",
        f"/preview/xblock/{key}/handler/save/",
        f"/studio/xblock/{key}/handler/save/",
        f"/api/xblock/v2/xblocks/{in_library}/handler/{staff.pk}-{library_token(staff.pk, in_library)}/save/",
    ]
    lms = blocks[0]
    assert lms.runtime.handler_url(lms, "save", "a/b", "c=d") == (
        f"/courses/{course}/xblock/{key}/handler/save/a/b?c=d"
    )
    assert lms.runtime.handler_url(lms, "save", thirdparty=True) == (
        f"/courses/{course}/xblock/{key}/handler_noauth/save"
    )


def test_a_suffix_reaches_the_handler(school: SimpleNamespace) -> None:
    reply = call(school.probe, "plain", user=school.amina, suffix="one/two")
    assert (reply.status, reply.json) == (200, {"method": "POST", "suffix": "one/two"})


def test_anonymous_may_get_and_not_post(school: SimpleNamespace) -> None:
    get, post = call(school.probe, "plain", method="GET"), call(school.probe, "plain")
    assert (get.status, get.json) == (200, {"method": "GET", "suffix": ""})
    assert (post.status, post.body) == (403, b"Unauthenticated")


def test_nobody_asks_for_enrolment(school: SimpleNamespace) -> None:
    assert call(school.probe, "add", user=school.stranger).status == 200
    assert kept() == ["stranger"]


def token_of(client: Client, page: str) -> str:
    client.get(page)
    return client.cookies["csrftoken"].value


def test_posting_needs_the_csrf_token_that_the_page_brought(school: SimpleNamespace) -> None:
    client = browser(school.amina, enforce_csrf_checks=True)
    url = address(school)
    assert client.post(url, "{}", JSON).status_code == 403
    token = token_of(client, f"/xblock/{school.unit}")
    assert client.post(url, "{}", JSON, headers={"X-CSRFToken": token}).status_code == 200
    assert client.post(url, "{}", JSON, headers={"X-CSRFToken": "0" * 32}).status_code == 403


@pytest.mark.parametrize("place", ["preview", "studio"])
def test_studio_needs_the_csrf_token_too(school: SimpleNamespace, place: str) -> None:
    client = browser(school.staff, enforce_csrf_checks=True)
    url = f"/{place}/xblock/{school.probe}/handler/load/"
    assert client.post(url, "{}", JSON).status_code == 403
    token = token_of(client, f"/preview/xblock/{school.unit}")
    assert client.post(url, "{}", JSON, headers={"X-CSRFToken": token}).status_code == 200


def test_without_authentication_a_handler_is_reached_by_anybody(school: SimpleNamespace) -> None:
    nobody, amina = browser(enforce_csrf_checks=True), browser(school.amina, enforce_csrf_checks=True)
    url = address(school, kind="handler_noauth")
    assert [client.post(url, "{}", JSON).status_code for client in (nobody, amina)] == [200, 200]
    assert kept() == ["amina"]


def test_what_a_handler_raises_is_an_html_page(school: SimpleNamespace) -> None:
    reply = call(school.probe, "raise_error", user=school.amina)
    assert (reply.status, reply.json, type(reply.error)) == (500, None, ValueError)
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"


def test_bad_json_is_400_and_another_method_405(school: SimpleNamespace) -> None:
    bad, get = call(school.probe, "add", b"{", user=school.amina), call(school.probe, "add", method="GET")
    assert [(reply.status, reply.json) for reply in (bad, get)] == [
        (400, {"error": "Invalid JSON"}),
        (405, {"error": "Method must be POST"}),
    ]


def test_what_is_not_there_is_404(school: SimpleNamespace) -> None:
    client = browser(school.amina)
    hidden = add_block(school.course, TAG, published=False)
    other = f"/courses/course-v1:No+Such+Course/xblock/{school.probe}/handler/add"
    for url in (
        address(school, "no_such_handler"),
        address(school).replace("qi_probe1", "nowhere"),
        address(school).replace(str(school.probe), "not-a-key"),
        address(school).replace(str(school.course.key), "not-a-key"),
        address(school).replace(str(school.probe), str(hidden)),
        other,
    ):
        assert client.post(url, "{}", JSON).status_code == 404, url


def test_more_than_four_megabytes_in_a_file_are_413(school: SimpleNamespace) -> None:
    client = browser(school.amina)
    sizes = {size: io.BytesIO(b"x" * size) for size in (4_000_000, 4_000_001)}
    replies = {size: client.post(address(school, "plain"), {"file": file}) for size, file in sizes.items()}
    assert {size: reply.status_code for size, reply in replies.items()} == {4_000_000: 200, 4_000_001: 413}


def test_a_body_beyond_djangos_limit_is_400(school: SimpleNamespace) -> None:
    assert call(school.probe, "load", b'"' + b"x" * 3_000_000 + b'"', user=school.amina).status == 400


def test_studio_asks_for_a_login_before_any_handler(school: SimpleNamespace) -> None:
    for place in ("studio_preview", "studio"):
        reply = call(school.probe, "load", place=place)
        assert (reply.status, reply.json) == (302, None)


def test_the_editor_runs_for_anybody_and_keeps_what_authors_set(school: SimpleNamespace) -> None:
    def drafts() -> tuple[dict[str, str], dict[str, str] | None]:
        row = Block.objects.get(usage_key=school.probe)
        return row.fields, row.published_fields

    assert call(school.probe, "set_fields", {"title": "Mine"}, user=school.amina, place="studio").status == 200
    assert drafts() == ({"title": "Hello"}, {"title": "Hello"})
    assert call(school.probe, "set_fields", {"title": "New"}, user=school.staff, place="studio").status == 200
    assert drafts() == ({"title": "New"}, {"title": "Hello"})
    assert open_block(school.probe, school.amina).title == "Hello"
    assert Block.objects.get(usage_key=school.probe).has_unpublished_changes


def test_the_editor_has_no_learner(school: SimpleNamespace) -> None:
    reply = call(school.probe, "set_fields", {"left": 1}, user=school.staff, place="studio")
    assert (reply.status, kept()) == (500, [])
    assert call(school.probe, "load", user=school.staff, place="studio").json["left"] == 0


def test_a_preview_keeps_learners_fields_in_the_authors_session(school: SimpleNamespace) -> None:
    client = browser(school.staff)
    for expected in (1, 2):
        reply = call(school.probe, "add", user=school.staff, place="studio_preview", client=client)
        assert reply.json == {"left": expected}
    assert call(school.probe, "add", user=school.staff, place="studio_preview").json == {"left": 1}
    assert kept() == []


def test_a_preview_without_an_author_view_cannot_write_what_the_author_wrote(school: SimpleNamespace) -> None:
    reply = call(school.probe, "set_fields", {"title": "x"}, user=school.staff, place="studio_preview")
    assert (reply.status, Block.objects.get(usage_key=school.probe).fields) == (500, {"title": "Hello"})


def test_a_library_knows_the_person_by_the_token_alone(school: SimpleNamespace) -> None:
    key, client = add_block(None, TAG), browser(enforce_csrf_checks=True)
    url = f"/api/xblock/v2/xblocks/{key}/handler/{school.staff.pk}-{library_token(school.staff.pk, key)}/who/"
    assert client.post(url, "{}", JSON).json()["scope_user_id"] == school.staff.pk
    stolen = url.replace(f"/{school.staff.pk}-", f"/{school.amina.pk}-")
    assert client.post(stolen, "{}", JSON).status_code == 403


def test_a_library_forgets_learners_fields_and_keeps_authors(school: SimpleNamespace) -> None:
    boss, key = make_person("boss", is_staff=True), add_block(None, TAG, name="kept")
    assert call(key, "add", user=boss, place="library").json == {"left": 1}
    assert call(key, "add", user=boss, place="library").json == {"left": 2}
    assert kept() == []
    assert call(key, "set_fields", {"title": "Ours"}, user=boss, place="library").status == 200
    assert call(key, "set_fields", {"title": "Mine"}, user=school.amina, place="library").status == 403
    assert Block.objects.get(usage_key=key).fields == {"title": "Ours"}
