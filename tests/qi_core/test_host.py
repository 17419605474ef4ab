"""Where a block runs and who is there, in runtimes that differ from the local host's."""

from types import SimpleNamespace

import pytest
from opaque_keys.edx.keys import UsageKey
from qi_core import compat
from qi_core.host import Visitor, visitor_of

COURSE = UsageKey.from_string("block-v1:QI+PDSA+2026+type@qi_diary+block@one")
SHELF = UsageKey.from_string("lb:QI:tools:qi_diary:one")
OLD_SHELF = UsageKey.from_string("lib-block-v1:QI+tools+type@qi_diary+block@one")


class Learner(SimpleNamespace):
    is_authenticated = True


def user_service(user, *, is_staff=False):
    attributes = {
        "edx-platform.user_id": user.pk if user else None,
        "edx-platform.is_authenticated": user is not None,
        "edx-platform.user_is_staff": is_staff,
    }
    found = SimpleNamespace(opt_attrs=attributes)
    return SimpleNamespace(get_current_user=lambda: found, _django_user=user)


def block_at(usage_key=COURSE, *, services=None, **runtime):
    known = services or {}
    return SimpleNamespace(
        scope_ids=SimpleNamespace(usage_id=usage_key),
        runtime=SimpleNamespace(service=lambda _block, name: known.get(name), **runtime),
    )


def enrolments(*user_ids):
    return SimpleNamespace(
        get_active_enrollments_by_course_and_user=lambda _key, user_id: user_id in user_ids or None
    )


def at_lms(user, *, is_staff=False, enrolled=()):
    return block_at(services={"user": user_service(user, is_staff=is_staff), "enrollments": enrolments(*enrolled)})


@pytest.fixture(autouse=True)
def asking(monkeypatch):
    """Who sends the request."""
    box = SimpleNamespace(user=None)
    monkeypatch.setattr(compat, "person_asking", lambda: box.user)
    return box


def test_an_enrolled_learner_may_save():
    visitor = visitor_of(at_lms(Learner(pk=7), enrolled=[7]))
    assert visitor == Visitor(user_id=7, place="course", is_enrolled=True)
    assert visitor.may_save


def test_staff_of_the_course_need_no_enrolment():
    visitor = visitor_of(at_lms(Learner(pk=7), is_staff=True))
    assert (visitor.is_staff, visitor.why_not) == (True, None)


def test_without_a_service_nobody_counts_as_enrolled():
    assert visitor_of(block_at(services={"user": user_service(Learner(pk=7))})).why_not == "not_enrolled"


@pytest.mark.parametrize("services", [{}, {"user": user_service(None)}])
def test_nobody_signed_in(services):
    assert visitor_of(block_at(services=services)) == Visitor(user_id=None, place="course")


def test_bound_to_somebody_other_than_who_asks(asking):
    asking.user = Learner(pk=8)
    assert visitor_of(at_lms(Learner(pk=7), enrolled=[7])).why_not == "masquerade"


def test_bound_to_who_asks(asking):
    asking.user = Learner(pk=7)
    assert visitor_of(at_lms(Learner(pk=7), enrolled=[7])).may_save


def test_a_real_user_behind_the_user():
    assert visitor_of(at_lms(Learner(pk=7, real_user=Learner(pk=8)), enrolled=[7])).why_not == "masquerade"


def test_the_platform_says_it_is_a_masquerade(monkeypatch):
    monkeypatch.setattr(compat, "is_masquerading_as_specific_student", lambda user, key: True)
    assert visitor_of(at_lms(Learner(pk=7), enrolled=[7])).why_not == "masquerade"


@pytest.mark.parametrize("role, why_not", [("student", "preview"), ("staff", None)])
def test_masquerade_settings_of_this_course_count(role, why_not):
    settings = {COURSE.context_key: SimpleNamespace(role=role, user_name=None)}
    visitor = visitor_of(at_lms(Learner(pk=7, masquerade_settings=settings), is_staff=True))
    assert visitor.why_not == why_not


def test_masquerade_settings_of_another_course_do_not():
    settings = {OLD_SHELF.context_key: SimpleNamespace(role="student")}
    assert visitor_of(at_lms(Learner(pk=7, masquerade_settings=settings), enrolled=[7])).may_save


@pytest.mark.parametrize("writes", [True, False])
def test_studio_knows_who_may_write(writes):
    permissions = SimpleNamespace(can_write=lambda key: writes)
    services = {"studio_user_permissions": permissions, "user": user_service(Learner(pk=7))}
    assert visitor_of(block_at(services=services)) == Visitor(user_id=None, place="studio", may_author=writes)
    preview = block_at(services=services, is_author_mode=True)
    assert visitor_of(preview) == Visitor(user_id=None, place="studio_preview", may_author=writes)
    assert visitor_of(block_at(OLD_SHELF, services=services)).may_author is writes


@pytest.mark.parametrize("answer", [True, False])
def test_in_a_library_the_platform_says_who_may_edit(monkeypatch, answer):
    monkeypatch.setattr(compat, "may_edit_in_library", lambda user, key: answer)
    block = block_at(SHELF, user=Learner(pk=7), services={"user": user_service(Learner(pk=7), is_staff=not answer)})
    assert visitor_of(block) == Visitor(user_id=None, place="library", may_author=answer)
    assert visitor_of(block).why_not == "library"


def test_the_lms_shows_a_library_to_be_read(monkeypatch):
    monkeypatch.setattr(compat, "may_edit_in_library", lambda user, key: True)
    mode = SimpleNamespace(name="STRICTLY_PUBLISHED")
    assert not visitor_of(block_at(SHELF, user=Learner(pk=7), authored_data_mode=mode)).may_author


def test_a_library_without_a_user_is_not_asked_for_one():
    """The platform's runtime raises then."""

    def service(_block, name):
        assert name != "user"

    block = block_at(SHELF, user=None)
    block.runtime.service = service
    assert visitor_of(block) == Visitor(user_id=None, place="library")
