"""What the platform is asked where there is one, and the harmless answers elsewhere."""

import sys
from types import ModuleType, SimpleNamespace

import crum
import pytest
from completion.models import BlockCompletion
from completion.waffle import ENABLE_COMPLETION_TRACKING_SWITCH
from django.contrib.auth.models import AnonymousUser
from opaque_keys.edx.locator import CourseLocator
from qi_core import compat


@pytest.fixture
def platform(monkeypatch):
    """Make modules of the platform importable, with what a test gives them."""

    def provide(name, **contents):
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            dotted = ".".join(parts[:end])
            monkeypatch.setitem(sys.modules, dotted, sys.modules.get(dotted) or ModuleType(dotted))
            if end > 1:
                monkeypatch.setattr(
                    sys.modules[".".join(parts[: end - 1])], parts[end - 1], sys.modules[dotted], raising=False
                )
        for inside, content in contents.items():
            monkeypatch.setattr(sys.modules[name], inside, content, raising=False)

    return provide


def test_elsewhere_every_answer_is_harmless():
    assert [
        compat.is_masquerading_as_specific_student(None, None),
        compat.may_edit_in_library(None, None),
        compat.user_by_anonymous_id("x"),
        compat.retirement_signal(),
        compat.blank_learner_state(None),
    ] == [False, None, None, None, None]


def test_masquerade(platform):
    platform("lms.djangoapps.courseware.masquerade", is_masquerading_as_specific_student=lambda user, key: user == key)
    assert [compat.is_masquerading_as_specific_student("a", key) for key in ("a", "b")] == [True, False]


def test_editing_in_a_library(platform):
    context = SimpleNamespace(can_edit_block=lambda user, key: user == "librarian")
    platform("openedx.core.djangoapps.xblock.learning_context.manager", get_learning_context_impl=lambda key: context)
    assert [compat.may_edit_in_library(user, "key") for user in ("librarian", "reader")] == [True, False]


def test_anonymous_ids(platform):
    platform("common.djangoapps.student.models", user_by_anonymous_id={"abc": "amina"}.get)
    assert [compat.user_by_anonymous_id(one) for one in ("abc", "x")] == ["amina", None]


@pytest.mark.parametrize("user, expected", [(None, None), (AnonymousUser(), None)])
def test_nobody_asks(user, expected):
    with crum.impersonate(user):
        assert compat.person_asking() is expected


def test_somebody_asks():
    somebody = SimpleNamespace(is_authenticated=True)
    with crum.impersonate(somebody):
        assert compat.person_asking() is somebody


def test_without_crum_nobody_asks(monkeypatch):
    monkeypatch.setitem(sys.modules, "crum", None)
    assert compat.person_asking() is None


def test_without_completion_there_is_nothing_to_take_back(monkeypatch):
    monkeypatch.setitem(sys.modules, "completion.models", None)
    assert compat.take_back_completion(1, None) is None


@pytest.mark.django_db
@pytest.mark.parametrize("tracking, left", [(True, 0.0), (False, 1.0)])
def test_completion_is_taken_back_where_it_is_tracked(block, amina, monkeypatch, tracking, left):
    BlockCompletion.objects.submit_completion(user=amina, block_key=block, completion=1.0)
    monkeypatch.setattr(ENABLE_COMPLETION_TRACKING_SWITCH, "is_enabled", lambda: tracking)
    compat.take_back_completion(amina.id, block)
    assert BlockCompletion.objects.get().completion == left


@pytest.mark.django_db
def test_where_there_was_no_completion_there_is_none(block, amina):
    compat.take_back_completion(amina.id, block)
    assert not BlockCompletion.objects.exists()


def test_our_block_types_are_those_of_the_distribution():
    types = compat.our_block_types()
    assert "qi_pdsa_planner" in types and all(name.startswith("qi_") for name in types)


def test_discussion_roles(platform):
    def held(*, users__id, course_id):
        names = {"Moderator"} if (users__id, course_id) == (3, "course") else set()
        return SimpleNamespace(values_list=lambda *_names, flat: names)

    roles = SimpleNamespace(objects=SimpleNamespace(filter=held))
    assert compat.discussion_roles(3, "course") == set()
    platform("openedx.core.djangoapps.django_comment_common.models", Role=roles)
    assert [compat.discussion_roles(one, "course") for one in (3, 4)] == [{"Moderator"}, set()]


def test_cohorts(platform):
    assert compat.cohort_of("amina", "course") is None
    platform(
        "openedx.core.djangoapps.course_groups.cohorts",
        get_cohort_id=lambda user, course: 7 if user == "amina" else None,
    )
    assert [compat.cohort_of(user, "course") for user in ("amina", "bilal")] == [7, None]


def test_cohorts_have_names(platform):
    assert compat.cohort_names("course") is None
    rows = {("course", "cohort"): SimpleNamespace(values_list=lambda *columns: [(7, "North")])}
    groups = SimpleNamespace(
        COHORT="cohort", objects=SimpleNamespace(filter=lambda course_id, group_type: rows[course_id, group_type])
    )
    platform("openedx.core.djangoapps.course_groups.models", CourseUserGroup=groups)
    assert compat.cohort_names("course") == {7: "North"}


@pytest.mark.django_db
def test_people_are_called_by_their_name_or_their_user_name(django_user_model):
    named = django_user_model.objects.create_user("amina", first_name="Amina", last_name="Diallo")
    unnamed = django_user_model.objects.create_user("bilal")
    ids = [named.id, unnamed.id, 10**9]
    assert compat.names_of(ids, full=True) == {named.id: "Amina Diallo", unnamed.id: "bilal"}
    assert compat.names_of(ids, full=False) == {named.id: "amina", unnamed.id: "bilal"}


def test_the_platform_keeps_names_in_a_profile(django_user_model, monkeypatch):
    rows = [(1, "amina", "Amina Diallo"), (2, "bilal", None)]
    asked = []

    class Rows:
        @staticmethod
        def values_list(*columns):
            asked.append(columns)
            return rows

    monkeypatch.setattr(django_user_model, "profile", None, raising=False)
    monkeypatch.setattr(django_user_model, "objects", SimpleNamespace(filter=lambda **which: Rows))
    assert compat.names_of([1, 2], full=True) == {1: "Amina Diallo", 2: "bilal"}
    assert asked == [("pk", "username", "profile__name")]


class Split:
    """The platform's modulestore as far as get_items goes: orphans unless told otherwise, keys with branch, version."""

    def __init__(self, **blocks):
        self.blocks = blocks

    def get_items(self, course_key, settings=None, content=None, qualifiers=None, include_orphans=True):
        assert (settings, content) == (None, None)
        inside = course_key.for_branch("published-branch").for_version("5" * 24)
        return [
            SimpleNamespace(scope_ids=SimpleNamespace(usage_id=inside.make_usage_key(kind, name)), **about)
            for name, (kind, is_orphan, about) in self.blocks.items()
            if kind == qualifiers["category"] and (include_orphans or not is_orphan)
        ]


COURSE = CourseLocator("Northfield", "IP101", "2026")
SPLIT = Split(
    staff=("qi_pdsa_planner", False, {"visible_to_staff_only": True, "groups": ("amina",)}),
    deleted=("qi_pdsa_planner", True, {"groups": ("amina",)}),
    sheet=("qi_pdsa_planner", False, {"opens_project": False, "groups": ("amina",)}),
    other=("problem", False, {"groups": ("amina",)}),
    mine=("qi_pdsa_planner", False, {"opens_project": True, "groups": ("amina",)}),
    theirs=("qi_pdsa_planner", False, {"opens_project": True, "groups": ("bilal",)}),
)


def found(name="amina"):
    with crum.impersonate(SimpleNamespace(is_authenticated=True, name=name)):
        return [key.block_id for key in compat.blocks_of(COURSE, "qi_pdsa_planner")]


def test_without_a_modulestore_there_are_no_blocks(monkeypatch):
    monkeypatch.setitem(sys.modules, "xmodule.modulestore.django", None)
    assert found() == []


def test_blocks_are_those_that_this_person_may_open(platform):
    platform("xmodule.modulestore.django", modulestore=lambda: SPLIT)
    assert found() == ["mine", "theirs"]
    asked = []

    def has_access(user, action, block, course_key):
        asked.append((action, course_key))
        return user.name in block.groups and not getattr(block, "visible_to_staff_only", False)

    platform("lms.djangoapps.courseware.access", has_access=has_access)
    assert [found(name) for name in ("amina", "bilal", "chen")] == [["mine"], ["theirs"], []]
    assert {*asked} == {("load", COURSE)}


def test_an_address_names_neither_branch_nor_version(platform):
    platform("xmodule.modulestore.django", modulestore=lambda: SPLIT)
    key, _ = compat.blocks_of(COURSE, "qi_pdsa_planner")
    assert "branch@published-branch" in str(key)
    plain = COURSE.make_usage_key("qi_pdsa_planner", "mine")
    assert compat.address_of(COURSE, key) == f"/courses/course-v1:Northfield+IP101+2026/jump_to/{plain}"
