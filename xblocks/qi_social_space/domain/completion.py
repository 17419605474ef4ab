"""What the author asks for, and how much of it a learner has done. Only the learner's own acts count.

Whoever would rather not post says so, and has done what can be asked: so nobody has to wait for somebody else.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qi_core.domain.tool import Review, Todo


@dataclass(frozen=True)
class Acts:
    """Of one learner in all rooms of a block. A private answer is a post that nobody else reads."""

    has_read: bool = False
    posts: int = 0
    replies: int = 0
    reactions: int = 0
    has_declined: bool = False


@dataclass(frozen=True)
class Wanted:
    """`parts` of "read", "post", "reply", "react"; the numbers are thresholds from 1 up."""

    parts: Collection[str]
    posts: int = 1
    replies: int = 1
    reactions: int = 1


@dataclass(frozen=True)
class Rule:
    name: str

    def share(self, acts: Acts, wanted: Wanted) -> float:
        """In [0, 1], both ends meant."""
        if acts.has_declined and self.name != "read":
            return 1.0
        done, enough = _counted(self.name, acts, wanted)
        return min(1.0, done / enough)

    def left(self, acts: Acts, wanted: Wanted) -> int:
        done, enough = _counted(self.name, acts, wanted)
        return enough - done


RULES = (Rule("read"), Rule("post"), Rule("reply"), Rule("react"))


def review(acts: Acts, wanted: Wanted) -> Review:
    asked = [rule for rule in RULES if rule.name in wanted.parts] or [RULES[0]]
    shares = {rule: rule.share(acts, wanted) for rule in asked}
    todo = tuple(
        Todo(rule.name, rule.name, {"left": rule.left(acts, wanted)}) for rule, share in shares.items() if share < 1.0
    )
    progress = 1.0 if not todo else sum(shares.values()) / len(shares)
    return Review(progress, todo=todo, counts=_counts(acts))


def has_opened(acts: Acts) -> bool:
    """Whether "post before you read others" is satisfied: by a post, a private answer, or by saying no."""
    return acts.posts > 0 or acts.has_declined


def _counted(name: str, acts: Acts, wanted: Wanted) -> tuple[int, int]:
    return {
        "read": (int(acts.has_read), 1),
        "post": (acts.posts, wanted.posts),
        "reply": (acts.replies, wanted.replies),
        "react": (acts.reactions, wanted.reactions),
    }[name]


def _counts(acts: Acts) -> Mapping[str, int]:
    return {"posts": acts.posts, "replies": acts.replies, "reactions": acts.reactions}
