"""The services of each place, and no others: blocks must live with what is missing.

Read from the platform's LMS, Studio preview, Studio editor and content-library runtimes.
"""

from typing import Any

from completion.services import CompletionService

from demo import masquerade, roles
from demo.places import Place, Visit
from demo.publish import Publisher
from demo.standins import (
    Cache,
    Enrolments,
    I18nService,
    Partitions,
    Placeholder,
    ReplaceUrls,
    Settings,
    StudioPermissions,
    UserService,
)

# There to be found; nothing of ours calls them.
PLACEHOLDERS: dict[Place, tuple[str, ...]] = {
    "lms": (
        "bookmarks",
        "call_to_action",
        "content_type_gating",
        "credit",
        "discussion_config_service",
        "fs",
        "gating",
        "grade_utils",
        "library_tools",
        "mako",
        "milestones",
        "proctoring",
        "rebind_user",
        "sandbox",
        "teams",
        "teams_configuration",
        "user_state",
        "user_tags",
        "verification",
        "video_config",
        "xqueue",
    ),
    "studio_preview": (
        "discussion_config_service",
        "fs",
        "library_tools",
        "mako",
        "sandbox",
        "teams_configuration",
        "video_config",
        "xqueue",
    ),
    "studio": ("fs", "library_tools", "mako", "teams_configuration", "video_config"),
    "library": ("discussion_config_service", "mako", "rebind_user", "sandbox", "video_config"),
}


def services_of(visit: Visit) -> dict[str, Any]:
    """Values that can be called are called with the block that asks (as the platform does for i18n)."""
    placeholders = {name: Placeholder(name) for name in PLACEHOLDERS[visit.place]}
    return placeholders | {"i18n": I18nService} | BUILDERS[visit.place](visit)


def _lms(visit: Visit) -> dict[str, Any]:
    user, course_key = visit.user, visit.context_key
    masked = masquerade.of(user, course_key) is not None
    facts = {
        "user_is_staff": not masked and roles.is_course_staff(user, course_key),
        "user_is_global_staff": user.is_staff,
        "user_role": "student" if masked else roles.role_of(user, course_key),
    }
    return {
        "user": UserService(user, **facts, **_anonymous_ids(visit)),
        "completion": CompletionService(user, course_key) if user.is_authenticated else None,
        "publish": Publisher(visit),
        "settings": Settings(),
        "replace_urls": ReplaceUrls(),
        "cache": Cache(),
        "partitions": Partitions(visit.context_key),
        "enrollments": Enrolments(),
    }


def _studio_preview(visit: Visit) -> dict[str, Any]:
    role = roles.role_of(visit.user, visit.context_key)
    everyone = {"anonymous_user_id": "student", "deprecated_anonymous_user_id": "student"}
    return {
        "user": UserService(visit.user, user_role=role, **everyone),
        "settings": Settings(),
        "replace_urls": ReplaceUrls(),
        "cache": Cache(),
        "partitions": Partitions(),
        "studio_user_permissions": StudioPermissions(visit.user),
    }


def _studio(visit: Visit) -> dict[str, Any]:
    return {
        "user": UserService(visit.user),
        "settings": Settings(),
        "studio_user_permissions": StudioPermissions(visit.user),
    }


def _library(visit: Visit) -> dict[str, Any]:
    return {
        "user": UserService(visit.user, user_is_staff=visit.user.is_staff, **_anonymous_ids(visit)),
        "completion": CompletionService(visit.user, visit.context_key),
        "publish": Publisher(visit),
        "replace_urls": ReplaceUrls(),
        "cache": Cache(),
        "enrollments": Enrolments(),
    }


def _anonymous_ids(visit: Visit) -> dict[str, str]:
    return {
        "anonymous_user_id": roles.anonymous_id(visit.user, visit.context_key),
        "deprecated_anonymous_user_id": roles.anonymous_id(visit.user, None),
    }


BUILDERS = {"lms": _lms, "studio_preview": _studio_preview, "studio": _studio, "library": _library}
