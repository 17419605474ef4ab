"""Where an event goes that a block publishes: completion, grade, or the tracking log.

A place without this service (Studio) swallows every event in silence.
"""

import logging
from collections.abc import Callable
from typing import Any

from completion.handlers import scorable_block_completion
from eventtracking import tracker
from xblock.core import XBlock

from demo.models import Grade
from demo.places import Visit
from demo.tracking import course_context

log = logging.getLogger(__name__)
Event = dict[str, Any]


class Publisher:
    """Completion and grades are only ever recorded for the visitor, whatever user an event names."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def publish(self, block: XBlock, event_type: str, event: Event) -> None:
        handler = self._handlers(block).get(event_type)
        if handler and not self._visit.is_specific_masquerade:
            handler(block, event)
        else:
            self._track(event_type, event)

    def _handlers(self, block: XBlock) -> dict[str, Callable[[XBlock, Event], None]]:
        handlers: dict[str, Callable[[XBlock, Event], None]] = {"grade": self._grade}
        service = block.runtime.service(block, "completion")
        if service and service.completion_tracking_enabled():
            handlers |= {"completion": self._complete}
            if self._visit.place == "lms":
                handlers |= {"progress": self._progress}
        return handlers

    def _complete(self, block: XBlock, event: Event) -> None:
        service = block.runtime.service(block, "completion")
        service.submit_completion(block.scope_ids.usage_id, event["completion"])

    def _progress(self, block: XBlock, event: Event) -> None:
        """The deprecated way to say "complete"."""
        if event.get("user_id", self._visit.user.pk) != self._visit.user.pk:
            log.warning("user %s published progress of somebody else", self._visit.user.pk)
        elif not getattr(block, "has_custom_completion", False):
            self._complete(block, {"completion": 1.0})

    def _grade(self, block: XBlock, event: Event) -> None:
        user, usage_key = self._visit.user, block.scope_ids.usage_id
        earned, possible = event["value"], event["max_value"]
        if not user.is_authenticated:
            return
        row = Grade.objects.filter(user_id=user.pk, usage_key=usage_key).first()
        best = _share(row.earned, row.possible) if row else -1.0
        if event.get("only_if_higher") and best >= _share(earned, possible):
            return
        Grade.objects.update_or_create(
            user_id=user.pk, usage_key=usage_key, defaults={"earned": earned, "possible": possible}
        )
        scorable_block_completion(
            sender=None,
            user_id=user.pk,
            usage_id=str(usage_key),
            score_deleted=event.get("score_deleted"),
            grader_response=event.get("grader_response"),
        )

    def _track(self, event_type: str, event: Event) -> None:
        context = course_context(self._visit.context_key)
        if self._visit.user.is_authenticated:
            context |= {"user_id": self._visit.user.pk}
        with tracker.get_tracker().context(event_type, context):
            tracker.emit(event_type, event)


def _share(earned: float, possible: float) -> float:
    return earned / possible if possible else 0.0
