"""Where a block runs, and for whom."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, Literal

from opaque_keys.edx.keys import LearningContextKey

from demo import masquerade
from demo.roles import Person

Place = Literal["lms", "studio_preview", "studio", "library"]
PLACES: tuple[Place, ...] = ("lms", "studio_preview", "studio", "library")


class Scratch(dict[str, Any]):
    """A session for callers who have none."""

    modified = False


@dataclass(frozen=True)
class Visit:
    """`user` is the person blocks are bound to: the learner, when staff masquerade as one."""

    place: Place
    context_key: LearningContextKey
    user: Person
    session: MutableMapping[str, Any] = field(default_factory=Scratch)

    @property
    def is_specific_masquerade(self) -> bool:
        return masquerade.is_specific(self.user, self.context_key)


def visit(
    place: Place,
    context_key: LearningContextKey,
    *,
    user: Person,
    session: MutableMapping[str, Any] | None = None,
) -> Visit:
    """A masquerade kept in the session counts in the LMS alone."""
    kept = Scratch() if session is None else session
    seen_as = masquerade.set_up(user, context_key, session=kept) if place == "lms" else user
    return Visit(place, context_key, seen_as, kept)
