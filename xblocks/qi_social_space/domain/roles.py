"""Who does what in a space, from what the platform and the author say of a person."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Role = Literal["learner", "facilitator", "moderator"]
# The platform's own discussion roles, by the names it gives them.
MODERATORS = frozenset({"Administrator", "Moderator"})
FACILITATORS = frozenset({"Community TA", "Group Moderator"})
OF_ONE_GROUP = frozenset({"Group Moderator"})


@dataclass(frozen=True)
class Standing:
    """A facilitator hides, restores, approves and highlights; a moderator also erases and pauses."""

    role: Role = "learner"
    sees_all_groups: bool = False

    @property
    def facilitates(self) -> bool:
        return self.role != "learner"

    @property
    def moderates(self) -> bool:
        return self.role == "moderator"


def standing_of(*, is_staff: bool, discussion_roles: Collection[str], is_listed: bool) -> Standing:
    """`is_listed`: named as a facilitator in the author's settings. Whoever has several roles has the widest."""
    held = set(discussion_roles)
    if is_staff or held & MODERATORS:
        return Standing("moderator", sees_all_groups=True)
    if is_listed or held & (FACILITATORS - OF_ONE_GROUP):
        return Standing("facilitator", sees_all_groups=True)
    return Standing("facilitator") if held & OF_ONE_GROUP else Standing()


def names_in(text: str) -> frozenset[str]:
    """User names as an author lists them: with commas, spaces or line breaks between."""
    return frozenset(text.replace(",", " ").replace(";", " ").split())
