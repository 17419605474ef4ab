"""Where a block runs and who is there. Every handler asks this first; nothing else looks at services for it.

The platform checks little of it for us: a handler can be called by anybody who is signed in, enrolled or not,
and tables of our own are written for the learner while a staff member masquerades as that learner.
"""

from dataclasses import dataclass
from typing import Any, Literal

from xblock.core import XBlock

from qi_core import compat

Place = Literal["course", "studio_preview", "studio", "library"]
Reason = Literal["sign_in", "not_enrolled", "masquerade", "preview", "library"]

USER_ID = "edx-platform.user_id"
IS_AUTHENTICATED = "edx-platform.is_authenticated"
IS_STAFF = "edx-platform.user_is_staff"


@dataclass(frozen=True)
class Visitor:
    """`user_id` is whose record the block works on, which is not the person asking in a masquerade.

    `is_masquerading`: staff looking as one learner. `is_trying`: staff looking as a learner in general.
    `project` is the one that the page was opened on; None: whichever the course works on now.
    """

    user_id: int | None
    place: Place
    is_staff: bool = False
    is_enrolled: bool = False
    is_masquerading: bool = False
    is_trying: bool = False
    may_author: bool = False
    project: int | None = None

    @property
    def why_not(self) -> Reason | None:
        """Why this visit can read and write no learner's record; None when it can."""
        if self.place == "library":
            return "library"
        if self.place != "course":
            return "preview"
        if self.user_id is None:
            return "sign_in"
        if self.is_masquerading:
            return "masquerade"
        if self.is_trying:
            return "preview"
        return None if self.is_enrolled or self.is_staff else "not_enrolled"

    @property
    def may_save(self) -> bool:
        return self.why_not is None


def visitor_of(block: XBlock) -> Visitor:
    place = _place(block)
    may_author = _may_author(block, place)
    if place != "course":
        return Visitor(user_id=None, place=place, may_author=may_author)
    user_service = _service(block, "user")
    attributes = user_service.get_current_user().opt_attrs if user_service else {}
    user_id = attributes.get(USER_ID) if attributes.get(IS_AUTHENTICATED) else None
    if user_id is None:
        return Visitor(user_id=None, place=place)
    is_staff = bool(attributes.get(IS_STAFF))
    user = getattr(user_service, "_django_user", None)
    return Visitor(
        user_id=user_id,
        place=place,
        is_staff=is_staff,
        is_enrolled=is_staff or _is_enrolled(block, user_id),
        is_masquerading=_is_masquerading(block, user_id, user=user),
        is_trying=_is_trying(block, user),
        project=getattr(block, "project_named", None),
    )


def _place(block: XBlock) -> Place:
    """Libraries have no course key. Studio's preview marks its runtime; Studio alone has its permissions."""
    if not block.scope_ids.usage_id.context_key.is_course:
        return "library"
    if getattr(block.runtime, "is_author_mode", False):
        return "studio_preview"
    return "studio" if _service(block, "studio_user_permissions") else "course"


def _may_author(block: XBlock, place: Place) -> bool:
    """Studio runs a handler for whoever is signed in there and skips the saving in silence: ask first."""
    usage_key = block.scope_ids.usage_id
    permissions = _service(block, "studio_user_permissions")
    if permissions:
        return bool(permissions.can_write(usage_key.context_key))
    if place != "library" or _is_read_only(block):
        return False
    user = getattr(block.runtime, "user", None)
    allowed = compat.may_edit_in_library(user, usage_key) if user else None
    return _is_staff_user(block) if allowed is None else allowed


def _is_read_only(block: XBlock) -> bool:
    """The LMS shows a library's published blocks through the same runtime, which refuses to save them."""
    mode = getattr(block.runtime, "authored_data_mode", None)
    return getattr(mode, "name", "") == "STRICTLY_PUBLISHED"


def _is_staff_user(block: XBlock) -> bool:
    user_service = _service(block, "user")
    return bool(user_service and user_service.get_current_user().opt_attrs.get(IS_STAFF))


def _is_enrolled(block: XBlock, user_id: int) -> bool:
    enrolments = _service(block, "enrollments")
    course_key = block.scope_ids.usage_id.context_key
    return bool(enrolments and enrolments.get_active_enrollments_by_course_and_user(course_key, user_id))


def _is_masquerading(block: XBlock, user_id: int, *, user: Any) -> bool:
    """The block is bound to one learner, the person asking is another: nothing of theirs may be shown or changed."""
    asking = compat.person_asking()
    if asking is not None and asking.pk != user_id:
        return True
    if user is None:
        return False
    course_key = block.scope_ids.usage_id.context_key
    return getattr(user, "real_user", None) is not None or compat.is_masquerading_as_specific_student(user, course_key)


def _is_trying(block: XBlock, user: Any) -> bool:
    """Only the role is dropped, and the platform would keep what staff type as their own: here it is not kept."""
    course_key = block.scope_ids.usage_id.context_key
    settings = getattr(user, "masquerade_settings", {}).get(course_key)
    return settings is not None and getattr(settings, "role", "student") != "staff"


def _service(block: XBlock, name: str) -> Any | None:
    """The v2 runtime raises instead of answering None when nobody is bound to the block."""
    if name == "user" and getattr(block.runtime, "user", block) is None:
        return None
    return block.runtime.service(block, name)
