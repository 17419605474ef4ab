"""The one module that imports the platform, guarded: outside it every question has a harmless answer."""

import logging
from collections.abc import Collection
from importlib.metadata import entry_points
from typing import Any

log = logging.getLogger(__name__)
DISTRIBUTION = "qi-xblocks"


def is_masquerading_as_specific_student(user: Any, course_key: Any) -> bool:
    try:
        from lms.djangoapps.courseware import masquerade
    except ImportError:
        return False
    return bool(masquerade.is_masquerading_as_specific_student(user, course_key))


def person_asking() -> Any | None:
    """Who sent the request, whoever the block is bound to; None outside a request."""
    try:
        import crum
    except ImportError:
        return None
    user = crum.get_current_user()
    return user if user is not None and user.is_authenticated else None


def may_edit_in_library(user: Any, usage_key: Any) -> bool | None:
    """Whether the platform would let this person save authored fields there; None outside the platform."""
    try:
        from openedx.core.djangoapps.xblock.learning_context.manager import get_learning_context_impl
    except ImportError:
        return None
    return bool(get_learning_context_impl(usage_key).can_edit_block(user, usage_key))


def blocks_of(course_key: Any, block_type: str, *, fit: str = "opens_project") -> list[Any]:
    """Where the visitor's project opens in a course: the published blocks of a type, by their keys, in no sure order.

    Without those that the visitor may not open, and without those that do not `fit`, such as practice sheets: a block
    without such an attribute does. None outside the platform.
    """
    try:
        from xmodule.modulestore.django import modulestore
    except ImportError:
        return []
    # By itself the platform counts in what has been cut off from the course, such as blocks of a deleted unit.
    found = modulestore().get_items(course_key, qualifiers={"category": block_type}, include_orphans=False)
    user = person_asking()
    open_to_them = [block for block in found if _may_open(user, block, course_key=course_key)]
    return [block.scope_ids.usage_id for block in open_to_them if getattr(block, fit, True)]


def _may_open(user: Any, block: Any, *, course_key: Any) -> bool:
    """By dates, groups and roles, as the platform itself decides."""
    try:
        from lms.djangoapps.courseware.access import has_access
    except (ImportError, RuntimeError):
        return not getattr(block, "visible_to_staff_only", False)
    return bool(has_access(user, "load", block, course_key))


def address_of(course_key: Any, usage_key: Any) -> str:
    """Where the platform opens the unit in which a block stands, whatever course pages it has."""
    # Out of the modulestore a key may name its branch and version, which is no address.
    return f"/courses/{course_key}/jump_to/{usage_key.map_into_course(course_key)}"


def page_of(course_key: Any, usage_key: Any) -> str:
    """The platform's page of one block without the course around it: unlike a jump, it takes a fragment along."""
    return f"/xblock/{usage_key.map_into_course(course_key)}"


def user_by_anonymous_id(anonymous_id: str) -> Any | None:
    try:
        from common.djangoapps.student.models import user_by_anonymous_id as look_up
    except ImportError:
        return None
    return look_up(anonymous_id)


def discussion_roles(user_id: int, course_key: Any) -> frozenset[str]:
    """The platform's own roles in its discussions, by their names; nobody has one outside it."""
    try:
        from openedx.core.djangoapps.django_comment_common.models import Role
    except (ImportError, RuntimeError):
        return frozenset()
    held = Role.objects.filter(users__id=user_id, course_id=course_key)
    return frozenset(held.values_list("name", flat=True))


def cohort_of(user: Any, course_key: Any) -> int | None:
    """The learner's cohort, now; None without cohorts, and outside the platform."""
    try:
        from openedx.core.djangoapps.course_groups.cohorts import get_cohort_id
    except (ImportError, RuntimeError):
        return None
    found: int | None = get_cohort_id(user, course_key)
    return found


def cohort_names(course_key: Any) -> dict[int, str] | None:
    """By their ids; None outside the platform."""
    try:
        from openedx.core.djangoapps.course_groups.models import CourseUserGroup
    except (ImportError, RuntimeError):
        return None
    groups = CourseUserGroup.objects.filter(course_id=course_key, group_type=CourseUserGroup.COHORT)
    return dict(groups.values_list("id", "name"))


def names_of(user_ids: Collection[int], *, full: bool) -> dict[int, str]:
    """How people are called on a page: their full name where there is one and it is wanted, or the user name."""
    from django.contrib.auth import get_user_model

    people = get_user_model()
    in_profile = hasattr(people, "profile")  # the platform's, which has no first and last names
    columns = ("profile__name",) if in_profile else ("first_name", "last_name")
    rows = people.objects.filter(pk__in=user_ids).values_list("pk", "username", *columns)
    return {pk: (full and " ".join(filter(None, name)).strip()) or username for pk, username, *name in rows}


def take_back_completion(user_id: int, usage_key: Any) -> None:
    """Completion of somebody who is not the visitor goes to 0; an absent row stays absent."""
    try:
        from completion.models import BlockCompletion
        from completion.waffle import ENABLE_COMPLETION_TRACKING_SWITCH
    except (ImportError, RuntimeError):  # RuntimeError: installed, but not one of the host's apps
        return
    row = BlockCompletion.objects.filter(user_id=user_id, block_key=usage_key).exclude(completion=0).first()
    if row and ENABLE_COMPLETION_TRACKING_SWITCH.is_enabled():
        BlockCompletion.objects.submit_completion(user=row.user, block_key=usage_key, completion=0.0)


def retirement_signal() -> Any | None:
    """Sent when a person leaves for good; the platform keeps the user's row under another name."""
    try:
        from openedx.core.djangoapps.user_api.accounts.signals import USER_RETIRE_LMS_MISC
    except ImportError:
        return None
    return USER_RETIRE_LMS_MISC


def blank_learner_state(user: Any) -> None:
    """Empty what the platform keeps for the person in blocks of ours; it does not do so by itself."""
    try:
        from lms.djangoapps.courseware.models import StudentModule
    except ImportError:
        return
    blanked = StudentModule.objects.filter(student=user, module_type__in=our_block_types()).update(state="{}")
    log.info("qi: blanked %s states of user %s", blanked, user.id)


def our_block_types() -> list[str]:
    points = entry_points(group="xblock.v1")
    return sorted(point.name for point in points if point.dist and point.dist.name == DISTRIBUTION)
