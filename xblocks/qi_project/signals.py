"""When a person leaves the platform for good, everything of theirs goes. The platform keeps the user's row."""

import logging
from typing import Any

from qi_core import compat

log = logging.getLogger(__name__)


def connect_retirement() -> None:
    """Outside the LMS there is no such signal, and nothing to connect."""
    signal = compat.retirement_signal()
    if signal is not None:
        signal.connect(forget, dispatch_uid="qi_project.forget")


def forget(sender: Any = None, *, user: Any, **_more: Any) -> None:  # pylint: disable=unused-argument
    """May be sent twice. What it raises stops the platform's retirement there, so nobody is missed in silence."""
    from qi_project import api

    api.erase_person(user.id)
    compat.blank_learner_state(user)
    log.info("qi_project: erased the projects of user %s", user.id)
