"""Course staff looking at the course as "a learner", or as one learner in particular.

As *a* learner they stay themselves: their own state is read and written, only their role is dropped.
As a *particular* learner everything is bound to that learner; XBlock fields are then redirected to the
session (see keyvalue.py) and published events do nothing, but a block's own tables are not redirected.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from opaque_keys.edx.keys import LearningContextKey

from demo import roles
from demo.roles import Person

SETTINGS = "masquerade_settings"
DATA = "masquerade_data"


@dataclass(frozen=True)
class Masquerade:
    """`user_name` is None when the staff member looks as a learner in general."""

    user_name: str | None


def start(
    session: MutableMapping[str, Any], context_key: LearningContextKey, *, as_learner: str | None
) -> None:
    session.pop(DATA, None)
    session[SETTINGS] = session.get(SETTINGS, {}) | {str(context_key): {"user_name": as_learner}}


def stop(session: MutableMapping[str, Any], context_key: LearningContextKey) -> None:
    session.pop(DATA, None)
    session[SETTINGS] = {k: v for k, v in session.get(SETTINGS, {}).items() if k != str(context_key)}


def current(session: MutableMapping[str, Any], context_key: LearningContextKey) -> Masquerade | None:
    kept = session.get(SETTINGS, {}).get(str(context_key))
    return Masquerade(kept["user_name"]) if kept else None


def set_up(user: Person, context_key: LearningContextKey, *, session: MutableMapping[str, Any]) -> Person:
    """Whom to bind blocks to. A particular learner carries the staff member as `real_user`."""
    chosen = current(session, context_key)
    _wearing(user, {})
    if chosen is None or not roles.is_course_staff(user, context_key):
        return user
    if chosen.user_name is None:
        return _wearing(user, {context_key: chosen})
    learner = roles.enrolled_in(context_key).filter(username=chosen.user_name).first()
    if learner is None:
        stop(session, context_key)
        return user
    learner.real_user = _wearing(user, {context_key: chosen})  # type: ignore[attr-defined]
    return _wearing(learner, {context_key: chosen})


def _wearing(user: Person, settings: dict[LearningContextKey, Masquerade]) -> Person:
    """The platform hangs them on the user, where its own checks look for them."""
    user.masquerade_settings = settings  # type: ignore[union-attr]
    return user


def of(user: Person, context_key: LearningContextKey) -> Masquerade | None:
    found: Masquerade | None = getattr(user, "masquerade_settings", {}).get(context_key)
    return found


def is_specific(user: Person, context_key: LearningContextKey) -> bool:
    found = of(user, context_key)
    return bool(found and found.user_name)
