"""Each place has its services and no others, and says about the visitor what the platform says."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import User
from opaque_keys.edx.keys import UsageKey
from xblock.exceptions import NoSuchServiceError

from demo.places import PLACES, Place
from demo.probe import TAG
from demo.roles import anonymous_id
from demo.testing import add_block, make_course, make_person, open_block

# One word per service: where it is. L = LMS, P = Studio's preview, S = Studio's editor, C = content library.
MATRIX = """
user LPSC | i18n LPSC | completion LC | publish LC | settings LPS | replace_urls LPC | cache LPC
sandbox LPC | mako LPSC | partitions LP | enrollments LC | teams L | teams_configuration LPS | user_state L
grade_utils L | user_tags L | bookmarks L | credit L | gating L | milestones L | proctoring L
verification L | call_to_action L | content_type_gating L | rebind_user LC | library_tools LPS | xqueue LP
video_config LPSC | discussion_config_service LPC | studio_user_permissions PS | fs LPS
"""
LETTERS: dict[Place, str] = {"lms": "L", "studio_preview": "P", "studio": "S", "library": "C"}


def in_library(school: SimpleNamespace) -> UsageKey:
    return add_block(None, TAG, name=f"probe-for-{school.staff.username}")


def key_for(school: SimpleNamespace, place: Place) -> UsageKey:
    return in_library(school) if place == "library" else school.probe


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_its_services_and_no_others(school: SimpleNamespace, place: Place) -> None:
    entries = [entry.split() for line in MATRIX.splitlines() for entry in line.split("|") if entry.strip()]
    expected = {name for name, where in entries if LETTERS[place] in where}
    block = open_block(key_for(school, place), school.staff, place=place)
    assert set(block.runtime._services) == expected  # pylint: disable=protected-access


@pytest.mark.parametrize("place", PLACES)
def test_a_service_that_was_not_asked_for_cannot_be_had(school: SimpleNamespace, place: Place) -> None:
    block = open_block(key_for(school, place), school.staff, place=place)
    with pytest.raises(NoSuchServiceError):
        block.runtime.service(block, "bookmarks")


def test_a_service_that_is_only_wanted_is_none_where_it_is_missing(school: SimpleNamespace) -> None:
    block = open_block(school.probe, school.staff, place="studio")
    assert [block.runtime.service(block, name) for name in ("completion", "enrollments")] == [None, None]


def test_an_anonymous_visitor_has_no_completion_service(school: SimpleNamespace) -> None:
    block = open_block(school.probe)
    assert block.runtime.service(block, "completion") is None


def attributes(key: UsageKey, user: User | None, place: Place = "lms", **options: Any) -> dict[str, Any]:
    block = open_block(key, user, place=place, **options)
    found = block.runtime.service(block, "user").get_current_user().opt_attrs
    return {name.removeprefix("edx-platform."): value for name, value in found.items()}


def expected_of(user: User, **others: Any) -> dict[str, Any]:
    return {
        "anonymous_user_id": None,
        "deprecated_anonymous_user_id": None,
        "is_authenticated": True,
        "request_country_code": None,
        "user_id": user.pk,
        "username": user.username,
        "user_is_beta_tester": False,
        "user_is_global_staff": False,
        "user_is_staff": False,
        "user_role": "student",
        "user_preferences": {},
    } | others


def ids_of(user: User, key: UsageKey) -> dict[str, str]:
    return {
        "anonymous_user_id": anonymous_id(user, key.context_key),
        "deprecated_anonymous_user_id": anonymous_id(user, None),
    }


def test_what_the_lms_says_of_a_learner_and_of_staff(school: SimpleNamespace) -> None:
    key, amina, staff = school.probe, school.amina, school.staff
    assert attributes(key, amina) == expected_of(amina, **ids_of(amina, key))
    assert attributes(key, staff) == expected_of(
        staff, user_is_staff=True, user_role="staff", **ids_of(staff, key)
    )


def test_staff_of_the_site_are_staff_of_every_course(school: SimpleNamespace) -> None:
    boss = make_person("boss", is_staff=True)
    assert attributes(school.probe, boss) == expected_of(
        boss, user_is_staff=True, user_is_global_staff=True, user_role="instructor", **ids_of(boss, school.probe)
    )


def test_what_is_said_of_an_anonymous_visitor(school: SimpleNamespace) -> None:
    assert attributes(school.probe, None) == {"is_authenticated": False, "request_country_code": None}


def test_studio_says_less(school: SimpleNamespace) -> None:
    key, staff = school.probe, school.staff
    everyone = {"anonymous_user_id": "student", "deprecated_anonymous_user_id": "student"}
    assert attributes(key, staff, "studio_preview") == expected_of(staff, user_role="staff", **everyone)
    assert attributes(key, staff, "studio") == expected_of(staff)


def test_a_library_takes_staff_of_the_site_for_staff(school: SimpleNamespace) -> None:
    boss, key = make_person("boss", is_staff=True), in_library(school)
    assert attributes(key, boss, "library") == expected_of(boss, user_is_staff=True, **ids_of(boss, key))
    assert attributes(key, school.staff, "library") == expected_of(school.staff, **ids_of(school.staff, key))


def test_looking_as_a_learner_drops_the_role_and_keeps_the_person(school: SimpleNamespace) -> None:
    staff = school.staff
    assert attributes(school.probe, staff, masquerade="learner") == expected_of(
        staff, **ids_of(staff, school.probe)
    )


def test_blocks_are_bound_to_the_visitor_and_in_studios_editor_to_nobody(school: SimpleNamespace) -> None:
    places: tuple[Place, ...] = ("lms", "studio_preview", "studio")
    bound = [open_block(school.probe, school.staff, place=place).scope_ids.user_id for place in places]
    assert bound == [school.staff.pk, school.staff.pk, None]
    assert open_block(school.probe).scope_ids.user_id is None


def test_only_studios_preview_says_it_is_in_author_mode(school: SimpleNamespace) -> None:
    said = {
        place: getattr(
            open_block(key_for(school, place), school.staff, place=place).runtime, "is_author_mode", "no"
        )
        for place in PLACES
    }
    assert said == {"lms": "no", "studio_preview": True, "studio": "no", "library": "no"}


def test_anonymous_ids_are_told_to_staff_and_lead_back_to_the_person(school: SimpleNamespace) -> None:
    told = []
    for who in (school.staff, school.amina):
        block = open_block(school.probe, who)
        service = block.runtime.service(block, "user")
        told.append(service.get_anonymous_user_id("tom", str(school.course.key)))
        assert service.get_user_by_anonymous_id(anonymous_id(school.tom, school.course.key)) == school.tom
        assert service.get_user_by_anonymous_id() == who
    assert told == [anonymous_id(school.tom, school.course.key), None]


def test_enrolment_is_asked_of_a_service(school: SimpleNamespace) -> None:
    block = open_block(school.probe, school.staff)
    service = block.runtime.service(block, "enrollments")
    people = (school.amina, school.stranger)
    found = [service.get_active_enrollments_by_course_and_user(school.course.key, who.pk) for who in people]
    assert [enrolment and enrolment.user for enrolment in found] == [school.amina, None]
    other = make_course(run="2027")
    assert service.get_active_enrollments_by_course_and_user(other.key, school.amina.pk) is None


def test_studio_tells_who_may_write(school: SimpleNamespace) -> None:
    said = []
    for who in (school.staff, school.amina):
        block = open_block(school.probe, who, place="studio")
        said.append(block.runtime.service(block, "studio_user_permissions").can_write(school.course.key))
    assert said == [True, False]
