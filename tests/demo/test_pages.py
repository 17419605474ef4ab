"""What each person sees of a course, and the doors that stay shut."""

from types import SimpleNamespace

import pytest
from completion.models import BlockCompletion
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from demo import html_block
from demo.pages.people import AMARA, PEOPLE
from demo.studio import edits
from demo.testing import add_block, browser, call, make_course, make_person


@pytest.fixture
def course(db: None) -> SimpleNamespace:
    """Two units, the second with two texts; a learner, staff, and a stranger."""
    course = make_course(title="Falls: a beginning")
    section = add_block(course, "chapter", {"display_name": "Week one"}, name="week")
    first = add_block(course, "vertical", {"display_name": "Hello"}, parent=section, name="hello")
    second = add_block(course, "vertical", {"display_name": "Two texts"}, parent=section, name="two")
    texts = [
        add_block(
            course, html_block.TAG, {"display_name": name, "data": f"<p>{name}</p>"}, parent=unit, name=name
        )
        for name, unit in (("one", first), ("left", second), ("right", second))
    ]
    return SimpleNamespace(
        row=course,
        key=course.key,
        units=(first, second),
        texts=texts,
        amina=make_person("amina", enrolled_in=[course]),
        staff=make_person("staff", staff_of=[course]),
        stranger=make_person("stranger"),
        url=f"/courses/{course.key}/",
    )


def unit_url(course: SimpleNamespace, number: int) -> str:
    return f"/courses/{course.key}/unit/{course.units[number]}/"


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return " ".join(response.content.decode().split())


def test_a_visitor_sees_the_landing_page_and_is_asked_to_sign_in_elsewhere(course: SimpleNamespace) -> None:
    visitor = browser()
    assert "Who would you like to be?" in text_of(visitor, "/")
    for url in ("/courses/", course.url, unit_url(course, 0), f"{course.url}activity/", "/studio/"):
        response = visitor.get(url)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/?next=")


def test_the_landing_page_offers_everybody(course: SimpleNamespace) -> None:
    page = text_of(browser(), "/")
    assert [person.name in page for person in PEOPLE] == [True] * len(PEOPLE)


def test_somebody_not_enrolled_is_turned_away(course: SimpleNamespace) -> None:
    stranger = browser(course.stranger)
    for url in (course.url, unit_url(course, 0), f"{course.url}activity/"):
        assert stranger.get(url).status_code == 403
    assert "You are not on a course yet" in text_of(stranger, "/courses/")


def test_what_is_not_there_is_not_found(course: SimpleNamespace) -> None:
    amina = browser(course.amina)
    for url in ("/courses/nonsense/", "/courses/course-v1:A+B+C/", f"{course.url}unit/nonsense/"):
        assert amina.get(url).status_code == 404


def test_becoming_somebody_signs_in_as_them(course: SimpleNamespace) -> None:
    make_person(AMARA.username, enrolled_in=[course.row])
    client = browser()
    response = client.post("/become/", {"person": AMARA.username, "next": course.url})
    assert response.headers["Location"] == course.url
    assert "You are </span><b>Amara Okafor" in text_of(client, course.url)
    client.post("/become/", {"person": ""})
    assert client.get(course.url).status_code == 302


def test_becoming_takes_a_token_a_known_person_and_an_address_of_ours(course: SimpleNamespace) -> None:
    make_person(AMARA.username)
    assert browser(enforce_csrf_checks=True).post("/become/", {"person": "amara"}).status_code == 403
    assert browser().post("/become/", {"person": "amina"}).status_code == 404
    away = browser().post("/become/", {"person": "amara", "next": "https://example.org/"})
    assert away.headers["Location"] == "/courses/"


def test_the_outline_ticks_units_from_completion_rows(course: SimpleNamespace) -> None:
    amina = browser(course.amina)
    assert text_of(amina, course.url).count("Not started") == 4  # once to see, once to hear, for two units
    call(course.texts[0], "publish_completion", {"completion": 1.0}, user=course.amina)
    call(course.texts[1], "publish_completion", {"completion": 1.0}, user=course.amina)
    page = text_of(amina, course.url)
    assert "<b>1</b> of 2 units complete" in page
    assert "Begun, 50 %" in page
    assert BlockCompletion.objects.filter(user=course.amina).count() == 2


def test_a_unit_has_its_frame_and_its_neighbours(course: SimpleNamespace) -> None:
    page = text_of(browser(course.amina), unit_url(course, 0))
    assert f'src="/xblock/{course.units[0]}?view=student_view&amp;show_title=0"' in page
    assert 'rel="prev"' not in page
    assert 'rel="next"' in page
    assert 'rel="prev"' in text_of(browser(course.amina), unit_url(course, 1))


def test_a_unit_that_is_not_published_is_in_no_outline(course: SimpleNamespace) -> None:
    section = course.row.block_set.get(block_type="chapter")
    unit = edits.add_unit(section, name="Not yet")
    amina = browser(course.amina)
    assert "Not yet" not in text_of(amina, course.url)
    assert amina.get(f"{course.url}unit/{unit.usage_key}/").status_code == 404


def test_activity_tells_what_is_kept_about_oneself_and_nobody_else(course: SimpleNamespace) -> None:
    call(course.texts[0], "publish_completion", {"completion": 1.0}, user=course.amina)
    mine = browser(course.amina).get(f"{course.url}activity/").json()
    assert mine["completions"] == [{"name": "one", "percent": 100}]
    assert [event["name"] for event in mine["events"]] == ["edx.completion.block_completion.changed"]
    assert "complete" in mine["units"][str(course.units[0])]["link"]
    later = browser(course.amina).get(f"{course.url}activity/?after={mine['events'][0]['id']}").json()
    assert later["events"] == []
    others = browser(course.staff).get(f"{course.url}activity/").json()
    assert (others["completions"], others["events"]) == ([], [])


def test_staff_view_the_course_as_a_certain_learner(course: SimpleNamespace) -> None:
    call(course.texts[0], "publish_completion", {"completion": 1.0}, user=course.amina)
    staff = browser(course.staff)
    assert "<b>0</b> of 2 units complete" in text_of(staff, course.url)
    staff.post(f"{course.url}view-as/", {"view_as": "amina"})
    page = text_of(staff, course.url)
    assert "You are viewing as <b>amina</b>" in page
    assert "<b>1</b> of 2 units complete" in page
    assert [each["percent"] for each in staff.get(f"{course.url}activity/").json()["completions"]] == [100]
    staff.post(f"{course.url}view-as/", {"view_as": ""})
    assert "You are viewing as" not in text_of(staff, course.url)


def test_staff_view_the_course_as_any_learner(course: SimpleNamespace) -> None:
    staff = browser(course.staff)
    assert "Open in Studio" in text_of(staff, course.url)
    staff.post(f"{course.url}view-as/", {"view_as": "*"})
    page = text_of(staff, course.url)
    assert "You are viewing as <b>a learner</b>" in page
    assert "Open in Studio" not in page


def test_learners_view_nobody_else(course: SimpleNamespace) -> None:
    amina = browser(course.amina)
    assert "View this course as" not in text_of(amina, course.url)
    assert amina.post(f"{course.url}view-as/", {"view_as": "staff"}).status_code == 403


def test_the_page_turns_right_to_left(course: SimpleNamespace) -> None:
    amina = browser(course.amina)
    assert '<html lang="en" dir="ltr">' in text_of(amina, course.url)
    amina.post("/display/", {"language": "ar"})
    assert '<html lang="ar" dir="rtl">' in text_of(amina, course.url)
    assert 'dir="rtl"' in text_of(amina, f"/xblock/{course.units[0]}")
    assert amina.post("/display/", {"language": "xx"}).status_code == 404


def test_the_outline_takes_as_many_queries_for_five_units_as_for_two(course: SimpleNamespace) -> None:
    amina = browser(course.amina)
    with CaptureQueriesContext(connection) as for_two:
        amina.get(course.url)
    section = course.row.block_set.get(block_type="chapter")
    for number in range(3):
        unit = add_block(course.row, "vertical", {}, parent=section.usage_key, name=f"more{number}")
        add_block(course.row, html_block.TAG, {}, parent=unit)
    with CaptureQueriesContext(connection) as for_five:
        amina.get(course.url)
    assert len(for_five) == len(for_two)


def test_staff_see_how_far_each_learner_is(course: SimpleNamespace) -> None:
    call(course.texts[0], "publish_completion", {"completion": 1.0}, user=course.amina)
    page = text_of(browser(course.staff), course.url)
    assert "The people on this course" in page
    assert "</meter>1 of 2" in page
    assert "The people on this course" not in text_of(browser(course.amina), course.url)
