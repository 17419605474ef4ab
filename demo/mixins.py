"""What the platform mixes into every block: services it declares, fields it adds, one handler.

A block that defines a field with one of these names would change what the platform means by it.
"""

from typing import Any

from web_fragments.fragment import Fragment
from xblock.core import XBlock, XBlockMixin
from xblock.exceptions import JsonHandlerError
from xblock.fields import Boolean, DateTime, Dict, Integer, List, Scope, String

from demo.places import Place


@XBlock.needs("partitions", "i18n")
@XBlock.wants("completion")
class LmsMixin(XBlockMixin):
    """Fields common to blocks in the LMS, and completion by viewing."""

    hide_from_toc = Boolean(default=False, scope=Scope.settings)
    format = String(scope=Scope.settings)
    chrome = String(default=None, scope=Scope.settings)
    default_tab = String(default=None, scope=Scope.settings)
    visible_to_staff_only = Boolean(default=False, scope=Scope.settings)
    group_access = Dict(default={}, scope=Scope.settings)
    user_partitions = List(default=[], scope=Scope.settings)

    @XBlock.json_handler
    def publish_completion(self, data: Any, _suffix: str = "") -> dict[str, str]:
        service = self.runtime.service(self, "completion")
        if service is None:
            raise JsonHandlerError(500, "No completion service found")
        if not service.completion_tracking_enabled():
            raise JsonHandlerError(404, "Completion tracking is off")
        if not service.can_mark_block_complete_on_view(self):
            raise JsonHandlerError(400, "Block not configured for completion on view")
        self.runtime.publish(self, "completion", data)
        return {"result": "ok"}


class InheritanceMixin(XBlockMixin):
    """Fields a block inherits from its section or course."""

    graded = Boolean(default=False, scope=Scope.settings)
    start = DateTime(default=None, scope=Scope.settings)
    due = DateTime(default=None, scope=Scope.settings)
    relative_weeks_due = Integer(default=None, scope=Scope.settings)
    self_paced = Boolean(default=False, scope=Scope.settings)
    graceperiod = String(default=None, scope=Scope.settings)
    showanswer = String(default="finished", scope=Scope.settings)
    max_attempts = Integer(default=None, scope=Scope.settings)
    days_early_for_beta = Integer(default=None, scope=Scope.settings)
    static_asset_path = String(default="", scope=Scope.settings)


class ModuleMixin(XBlockMixin):
    """What blocks of a course have been given since the days of XModule."""

    display_name = String(default=None, scope=Scope.settings)
    has_score = False
    show_in_read_only_mode = False

    def public_view(self, _context: Any) -> Fragment:
        return Fragment('<div class="sign-in">This content is only for people who have signed in.</div>')

    def max_score(self) -> None:
        return None

    @property
    def non_editable_metadata_fields(self) -> list[Any]:
        return [LmsMixin.user_partitions, ModuleMixin.display_name]


class AuthoringMixin(XBlockMixin):
    """Fields that Studio adds."""

    copied_from_block = String(default=None, scope=Scope.settings)
    upstream = String(default=None, scope=Scope.settings)
    upstream_version = Integer(default=None, scope=Scope.settings)


COURSE = (LmsMixin, InheritanceMixin, ModuleMixin)
MIXINS: dict[Place, tuple[type[XBlockMixin], ...]] = {
    "lms": COURSE,
    "studio_preview": (*COURSE, AuthoringMixin),
    "studio": (*COURSE, AuthoringMixin),
    "library": (LmsMixin, ModuleMixin),
}
