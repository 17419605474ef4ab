"""When a person leaves the platform for good: what each space's author chose happens to what they wrote there."""

import logging
from typing import Any

from qi_core import compat

log = logging.getLogger(__name__)


def connect_retirement() -> None:
    """Outside the LMS there is no such signal, and nothing to connect."""
    signal = compat.retirement_signal()
    if signal is not None:
        signal.connect(forget, dispatch_uid="qi_social_space.forget")


def forget(sender: Any = None, *, user: Any, **_more: Any) -> None:  # pylint: disable=unused-argument
    """May be sent twice. What it raises stops the platform's retirement there, so nobody is missed in silence."""
    from qi_social_space import api

    api.forget_person(user.id)
    log.info("qi_social_space: forgot user %s", user.id)
