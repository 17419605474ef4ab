"""Addresses of handlers, in the shapes the platform gives them in each place."""

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from opaque_keys.edx.keys import UsageKey

from demo.places import Visit


def library_token(user_id: int, usage_key: UsageKey) -> str:
    return salted_hmac("demo.library", f"{user_id} {usage_key}").hexdigest()[:20]


def is_library_token(token: str, *, user_id: int, usage_key: UsageKey) -> bool:
    return constant_time_compare(token, library_token(user_id, usage_key))


def handler(visit: Visit, usage_key: UsageKey, name: str, *, suffix: str = "", noauth: bool = False) -> str:
    """Without a suffix the address ends in a slash, except in the LMS, where it ends with the handler."""
    parts = {"usage_key": str(usage_key), "handler": name, "suffix": suffix}
    if visit.place == "library":
        assert visit.user.pk is not None  # its pages are for people who have signed in
        token = library_token(visit.user.pk, usage_key)
        return reverse("library_handler", kwargs=parts | {"user_id": visit.user.pk, "token": token})
    if visit.place != "lms":
        return reverse(f"{visit.place}_handler", kwargs=parts)
    view = "lms_handler_noauth" if noauth else "lms_handler"
    url = reverse(view, kwargs=parts | {"course_key": str(visit.context_key)})
    return url if suffix else url.rstrip("/")
