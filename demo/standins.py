"""Stand-ins for the platform's services: what our blocks use works, the rest is only there to be found."""

import gettext
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.core.cache import cache as django_cache
from django.utils.translation import get_language, to_locale
from opaque_keys.edx.keys import CourseKey, LearningContextKey
from xblock.core import XBlock
from xblock.reference.user_service import UserService as XBlockUserService
from xblock.reference.user_service import XBlockUser
from xblock.runtime import NullI18nService

from demo import roles
from demo.finder import resource_package
from demo.models import Course, Enrolment
from demo.roles import Person, User


class Placeholder:
    """A service that exists in a place, and does nothing here."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<service {self.name} of the local host: only there to be found>"


class UserService(XBlockUserService):
    """`facts` are the arguments the platform gives in each place; what is left out is false or None."""

    def __init__(self, django_user: Person, **facts: Any) -> None:
        super().__init__()
        self._django_user = django_user
        self._facts = facts

    def get_current_user(self) -> XBlockUser:
        found = XBlockUser(is_current_user=True)
        attributes = {"is_authenticated": False, "request_country_code": None}
        if self._django_user.is_authenticated:
            found.full_name = self._django_user.get_full_name() or None
            found.emails = [self._django_user.email]
            attributes = self._signed_in()
        found.opt_attrs.update({f"edx-platform.{name}": value for name, value in attributes.items()})
        return found

    def _signed_in(self) -> dict[str, Any]:
        return {
            "anonymous_user_id": self._facts.get("anonymous_user_id"),
            "deprecated_anonymous_user_id": self._facts.get("deprecated_anonymous_user_id"),
            "is_authenticated": True,
            "request_country_code": None,
            "user_id": self._django_user.pk,
            "username": self._django_user.get_username(),
            "user_is_beta_tester": False,
            "user_is_global_staff": self._facts.get("user_is_global_staff", False),
            "user_is_staff": self._facts.get("user_is_staff", False),
            "user_role": self._facts.get("user_role", "student"),
            "user_preferences": {},
        }

    def get_anonymous_user_id(self, username: str, course_id: str) -> str | None:
        """Only for staff of the course, and only for people there are."""
        user = User.objects.filter(username=username).first()
        if user is None or not self._facts.get("user_is_staff"):
            return None
        return roles.anonymous_id(user, CourseKey.from_string(course_id))

    def get_user_by_anonymous_id(self, uid: str | None = None) -> User | None:
        sought = uid or self._facts.get("anonymous_user_id")
        keys = [None, *Course.objects.values_list("key", flat=True)]
        people = ((who, key) for who in User.objects.all() for key in keys)
        return next((who for who, key in people if roles.anonymous_id(who, key) == sought), None)


class I18nService(NullI18nService):
    """Speaks the catalogue in the block's own package: `translations/<locale>/LC_MESSAGES/text.mo`."""

    def __init__(self, block: XBlock) -> None:
        super().__init__()
        package = resource_package(type(block)).split(".", maxsplit=1)[0]
        self._translations = _catalogue(package, to_locale(get_language() or "en"))


@cache
def _catalogue(package: str, locale: str) -> gettext.NullTranslations:
    """A page asks for hundreds of words, one by one."""
    folder = files(package) / "translations"
    return gettext.translation("text", str(folder), languages=[locale], fallback=True)


class Enrolments:
    def get_active_enrollments_by_course(self, course_id: CourseKey) -> Any:
        return Enrolment.objects.filter(course__key=course_id)

    def get_active_enrollments_by_course_and_user(self, course_id: CourseKey, user_id: int) -> Any:
        """None when the person is not enrolled."""
        return Enrolment.objects.filter(course__key=course_id, user_id=user_id).first()


class StudioPermissions:
    """Exists in Studio alone. Content libraries belong to staff of the site."""

    def __init__(self, user: Person) -> None:
        self._user = user

    def can_read(self, context_key: LearningContextKey) -> bool:
        return roles.is_course_staff(self._user, context_key)

    def can_write(self, context_key: LearningContextKey) -> bool:
        return roles.is_course_staff(self._user, context_key)


class Settings:
    """What an operator set for a block under its `block_settings_key`."""

    def get_settings_bucket(self, block: XBlock, default: Any = None) -> Any:
        buckets: dict[str, Any] = getattr(settings, "XBLOCK_SETTINGS", {})
        return buckets.get(getattr(block, "block_settings_key", type(block).__name__), default or {})


class Cache:
    def get(self, key: str, *args: Any, **kwargs: Any) -> Any:
        return django_cache.get(key, *args, **kwargs)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        django_cache.set(key, value, *args, **kwargs)


class ReplaceUrls:
    """Nothing is uploaded to the local host: texts come back as they went in."""

    def replace_urls(self, text: str, **_options: bool) -> str:
        return text


@dataclass(frozen=True)
class Group:
    id: int
    name: str


@dataclass(frozen=True)
class Scheme:
    name: str = "cohort"


@dataclass(frozen=True)
class Partition:
    """The one of a course's cohorts."""

    id: int = 50
    scheme: Scheme = Scheme()
    groups: tuple[Group, ...] = (Group(1, "North"), Group(2, "South"))


class Partitions:
    """Studio's own answers None for every group."""

    course_partitions: tuple[Any, ...] = (Partition(),)

    def __init__(self, course_key: LearningContextKey | None = None) -> None:
        self._course_key = course_key

    def get_user_group_id_for_partition(self, user: Person, _partition_id: int) -> int | None:
        """Whoever is enrolled and in no cohort: None."""
        row = Enrolment.objects.filter(course__key=self._course_key, user_id=user.pk or 0).first()
        return (row.cohort or None) if row else None
