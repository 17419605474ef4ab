"""The life of a post: what may become of it, and by which act. Nothing leads back to a purged text."""

from collections.abc import Mapping
from typing import Literal

from qi_social_space.domain.vocabulary import Reason, State

Act = Literal["hide", "keep", "restore", "approve", "erase", "delete", "edit"]
REPORTS_THAT_HIDE = 2  # of different people
HIDES_AT_ONCE: frozenset[Reason] = frozenset({"patient"})
PURGED: frozenset[State] = frozenset({"deleted", "erased"})  # of these no text is left anywhere

NEXT: Mapping[State, Mapping[Act, State]] = {
    "visible": {"hide": "hidden", "delete": "deleted", "erase": "erased", "edit": "visible"},
    # waiting for a facilitator: sent to a moderated space, or held because it looked like spam
    "held": {"approve": "visible", "hide": "hidden", "delete": "deleted", "erase": "erased", "edit": "held"},
    # hidden by reports, a facilitator may leave it so; the author may put it right, and somebody looks again
    "hidden": {"keep": "hidden", "restore": "visible", "delete": "deleted", "erase": "erased", "edit": "held"},
    "deleted": {"erase": "erased"},
    "erased": {},
}


class NotAllowed(Exception):
    """The act does not apply to a post in this state; two people may have acted at once."""

    def __init__(self, state: State, act: Act) -> None:
        super().__init__(f"{act} does not apply to a post that is {state}; {', '.join(NEXT[state]) or 'nothing'} does")
        self.state = state
        self.act = act


def after(state: State, act: Act) -> State:
    """Raises NotAllowed."""
    if act not in NEXT[state]:
        raise NotAllowed(state, act)
    return NEXT[state][act]


def after_report(state: State, *, reason: Reason, open_reports: int) -> State:
    """`open_reports`: of how many people reports are open, this one included. A facilitator's decision closes them."""
    hides = reason in HIDES_AT_ONCE or open_reports >= REPORTS_THAT_HIDE
    return "hidden" if state == "visible" and hides else state
