"""A block with one field of every kind, to try the host with; registered only by tests and benchmarks."""

from typing import Any

from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.core import XBlock
from xblock.exceptions import NoSuchServiceError
from xblock.fields import Dict, Integer, Scope, String

TAG = "qi_probe"


@XBlock.wants(
    "user", "enrollments", "settings", "publish", "studio_user_permissions", "teams", "replace_urls", "cache"
)
class ProbeBlock(XBlock):
    """`set_fields` sets whatever it is told; `publish` publishes it."""

    has_custom_completion = True

    display_name = String(default="Probe", scope=Scope.settings)
    title = String(default="", scope=Scope.content)
    left = Integer(default=0, scope=Scope.user_state)
    right = Integer(default=0, scope=Scope.user_state)
    table = Dict(default={}, scope=Scope.user_state)
    tally = Integer(default=0, scope=Scope.user_state_summary)
    liking = String(default="", scope=Scope.preferences)
    seen = String(default="", scope=Scope.user_info)

    def student_view(self, _context: Any) -> Fragment:
        if self.title == "raise":
            raise ValueError("the probe was told to raise")
        fragment = Fragment(f"<p>left {self.left}</p>")
        fragment.add_javascript("function QiProbe(runtime, element, args) { element.probe = args; }")
        fragment.initialize_js("QiProbe", {"text": "</script>&"})
        return fragment

    def studio_view(self, _context: Any) -> Fragment:
        return Fragment(f"<p>editing {self.title}</p>")

    def public_view(self, _context: Any) -> Fragment:
        return Fragment("<p>public</p>")

    @XBlock.json_handler
    def load(self, _data: Any, _suffix: str = "") -> dict[str, Any]:
        names = ("title", "left", "right", "table", "tally", "liking", "seen")
        return {name: getattr(self, name) for name in names}

    @XBlock.json_handler
    def set_fields(self, data: dict[str, Any], _suffix: str = "") -> dict[str, Any]:
        for name, value in data.items():
            setattr(self, name, value)
        return {}

    @XBlock.json_handler
    def add(self, _data: Any, _suffix: str = "") -> dict[str, int]:
        self.left += 1
        return {"left": self.left}

    @XBlock.json_handler
    def save_midway(self, _data: Any, _suffix: str = "") -> dict[str, int]:
        """Sets `left`, saves, then adds one to `right`, which no longer reads what is stored."""
        self.left = 7
        self.save()
        self.right += 1
        return {"right": self.right}

    @XBlock.json_handler
    def publish(self, data: dict[str, Any], _suffix: str = "") -> dict[str, Any]:
        self.runtime.publish(self, data["type"], data["event"])
        return {}

    @XBlock.json_handler
    def raise_error(self, _data: Any, _suffix: str = "") -> None:
        raise ValueError("the probe was told to raise")

    @XBlock.json_handler
    def who(self, _data: Any, _suffix: str = "") -> dict[str, Any]:
        user = self.runtime.service(self, "user").get_current_user()
        return {"scope_user_id": self.scope_ids.user_id, "attributes": dict(user.opt_attrs)}

    @XBlock.handler
    def plain(self, request: Request, suffix: str = "") -> Response:
        return Response(json_body={"method": request.method, "suffix": suffix})

    def has_service(self, name: str) -> bool:
        try:
            return self.runtime.service(self, name) is not None
        except NoSuchServiceError:
            return False
