"""What the platform asks of a block on behalf of staff: deleting a learner's state, reports, search, the app.

Blocks are not bound to a learner here, and most services are missing.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, ClassVar

import nh3

from qi_core import compat
from qi_core.domain.tool import Tool
from qi_core.markdown import to_html
from qi_core.strings import _

log = logging.getLogger(__name__)
AT_ONCE = 500


class StaffHooks:
    """For a ToolBlock."""

    tool: ClassVar[Tool]
    strings: ClassVar[Mapping[str, str]]
    runtime: Any
    scope_ids: Any
    display_name: str
    instructions: str
    practice_in: Any
    translate: Callable[[str], str]
    review_settings: Callable[[], dict[str, Any]]

    def clear_student_state(self, *, user_id: str, **_more: Any) -> None:
        """Staff delete a learner's state: the practice sheet and the completion go, the project stays.

        `user_id` is the anonymous id; the platform itself removes the score and the field of ours.
        """
        from qi_project import api

        user = compat.user_by_anonymous_id(user_id) or self._user_known_as(user_id)
        if user is None:
            log.warning("no user behind the anonymous id given for %s", self.scope_ids.usage_id)
            return
        api.erase_practice(user.id, practice_in=self.scope_ids.usage_id)
        compat.take_back_completion(user.id, self.scope_ids.usage_id)

    def _user_known_as(self, anonymous_id: str) -> Any | None:
        service = self.runtime.service(self, "user")
        look_up = getattr(service, "get_user_by_anonymous_id", None)
        return look_up(anonymous_id) if look_up else None

    def generate_report_data(
        self, user_state_iterator: Iterable[Any], limit_responses: int | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Status and counts of everybody with a state here, in the order given; one query for 500 people."""
        from qi_project import api

        names = iter(dict.fromkeys(state.username for state in islice(user_state_iterator, limit_responses)))
        while some := list(islice(names, AT_ONCE)):
            course_key = self.scope_ids.usage_id.context_key
            found = api.counts_for(some, self.tool.TOOL, course_key=course_key, practice_in=self.practice_in)
            yield from ((name, self._columns(found[name])) for name in some if name in found)

    def _columns(self, standing: Any) -> dict[str, Any]:
        columns: dict[str, Any] = OrderedDict()
        columns[self.translate(_("Last saved"))] = standing.saved_at.isoformat()
        columns[self.translate(_("Revision"))] = standing.revision
        for name, count in standing.counts.items():
            plain = name.replace("_", " ").capitalize()
            columns[self.translate(self.strings.get(f"count.{name}", plain))] = count
        return columns

    def index_dictionary(self) -> dict[str, Any]:
        """For the course search: the author's words only."""
        inherited: dict[str, Any] = getattr(super(), "index_dictionary", dict)()
        words = nh3.clean(to_html(self.instructions), tags=set())
        content = inherited.get("content", {}) | {"display_name": self.display_name, "instructions": words}
        return inherited | {"content": content, "content_type": self.translate(_("Improvement tool"))}

    def student_view_data(self, _context: Any = None) -> dict[str, Any]:
        """For the course's data in apps, the same for every learner."""
        return {
            "tool": self.tool.TOOL,
            "title": self.display_name,
            "instructions_html": to_html(self.instructions),
            "settings": self.review_settings(),
        }
