"""Who may do what in a course. What a masquerade takes away is decided by the callers."""

import hashlib

from django.contrib.auth.models import AnonymousUser, User  # pylint: disable=imported-auth-user  # the host's own
from django.db.models import QuerySet
from opaque_keys.edx.keys import LearningContextKey

from demo.models import Enrolment, StaffRole

__all__ = ["AnonymousUser", "Person", "User"]  # beside what is defined here

Person = User | AnonymousUser


def is_enrolled(user: Person, context_key: LearningContextKey) -> bool:
    return (
        user.is_authenticated and Enrolment.objects.filter(user_id=user.pk, course__key=context_key).exists()
    )


def is_member(user: Person, context_key: LearningContextKey) -> bool:
    """Who gets to see a unit."""
    return is_enrolled(user, context_key) or is_course_staff(user, context_key)


def enrolled_in(context_key: LearningContextKey) -> QuerySet[User]:
    return User.objects.filter(enrolment__course__key=context_key)


def is_course_staff(user: Person, context_key: LearningContextKey) -> bool:
    """Staff or admin of the course, or of the whole site; for a content library, of any course."""
    if not user.is_authenticated:
        return False
    held = StaffRole.objects.filter(user_id=user.pk)
    if context_key.is_course:
        held = held.filter(course__key=context_key)
    return user.is_staff or held.exists()


def role_of(user: Person, context_key: LearningContextKey) -> str:
    """The platform's word: "instructor" (also for staff of the site), "staff" or "student"."""
    if not user.is_authenticated:
        return "student"
    if user.is_staff:
        return StaffRole.INSTRUCTOR
    roles = set(
        StaffRole.objects.filter(user_id=user.pk, course__key=context_key).values_list("role", flat=True)
    )
    return next((role for role in (StaffRole.INSTRUCTOR, StaffRole.STAFF) if role in roles), "student")


def anonymous_id(user: Person, context_key: LearningContextKey | None) -> str:
    """32 hexadecimal digits, one per person and course; per person without a course."""
    return hashlib.md5(f"{user.pk}|{context_key or ''}".encode(), usedforsecurity=False).hexdigest()
