"""What the platform asks of the block on behalf of staff: deleting a learner's state, reports, the app."""

import logging
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from qi_core import compat
from qi_core.markdown import to_html
from qi_core.staff_hooks import AT_ONCE, StaffHooks
from qi_core.strings import _

log = logging.getLogger(__name__)


class SpaceStaffHooks(StaffHooks):
    """For the block of a space. What was said stays: it belongs to a conversation, and moderators can erase it."""

    prompt_now: Any

    def clear_student_state(self, *, user_id: str, **_more: Any) -> None:
        """The learner has never been here: not read, not declined. Completion comes back with the posts that stay."""
        from qi_social_space import api

        user = compat.user_by_anonymous_id(user_id) or self._user_known_as(user_id)
        if user is None:
            log.warning("no user behind the anonymous id given for %s", self.scope_ids.usage_id)
            return
        api.was_never_here(user.id, usage_key=self.scope_ids.usage_id)
        compat.take_back_completion(user.id, self.scope_ids.usage_id)

    def generate_report_data(
        self, user_state_iterator: Iterable[Any], limit_responses: int | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """How much people wrote here, never what; one query for 500 people."""
        from qi_social_space import api

        names = iter(dict.fromkeys(state.username for state in islice(user_state_iterator, limit_responses)))
        while some := list(islice(names, AT_ONCE)):
            found = api.counts_for(some, usage_key=self.scope_ids.usage_id)
            yield from ((name, self._written(*found[name])) for name in some if name in found)

    def _written(self, posts: int, replies: int) -> dict[str, Any]:
        return OrderedDict([(self.translate(_("Posts")), posts), (self.translate(_("Replies")), replies)])

    def student_view_data(self, _context: Any = None) -> dict[str, Any]:
        """For the course's data in apps, the same for every learner."""
        return {
            "tool": "space",
            "title": self.display_name,
            "instructions_html": to_html(self.instructions),
            "prompt_html": to_html(self.prompt_now().text),
        }
