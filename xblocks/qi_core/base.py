"""BaseBlock: what every block of ours is, whatever it keeps: a title, settings, one page in one element, completion."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import get_language, get_language_bidi
from web_fragments.fragment import Fragment
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.fields import Integer, Scope, String

from qi_core.authoring import Authoring
from qi_core.host import Visitor, visitor_of
from qi_core.markdown import to_html
from qi_core.settings_form import Setting
from qi_core.strings import CORE, _

TITLE_SETTINGS = (
    Setting("display_name", "text", _("Title"), _("Shown to learners above the tool."), required=True),
    Setting("instructions", "markdown", _("Instructions"), _("Shown under the title. Markdown; no images.")),
)
# Default titles begin with it, so that the blocks stand together in Studio's menu; learners need not read it.
MENU_PREFIX = "QI: "


@XBlock.needs("i18n")
@XBlock.wants(
    "user", "completion", "settings", "replace_urls", "enrollments", "partitions", "studio_user_permissions"
)
class BaseBlock(Authoring, CompletableXBlockMixin, XBlock):
    """A block sets `tool`, `strings` and `bundle`, and answers `page`."""

    # without it the platform shows staff who look as one learner a message instead of the block's own
    show_in_read_only_mode = True

    strings: ClassVar[Mapping[str, str]] = {}

    display_name = String(display_name=_("Title"), default=_("Improvement tool"), scope=Scope.settings)
    instructions = String(
        display_name=_("Instructions"), default="", scope=Scope.settings, multiline_editor=True
    )
    last_saved_revision = Integer(
        help="Kept so that the platform's reports and its deleting of state see the learner.",
        default=0,
        scope=Scope.user_state,
    )

    def page(self, visitor: Visitor) -> dict[str, Any]:
        """The arguments of the page's script, as plain JSON."""
        raise NotImplementedError

    @XBlock.supports("multi_device")
    def student_view(self, _context: Any = None) -> Fragment:
        visitor = visitor_of(self)
        tag = self.bundle.replace("_", "-")
        fragment = Fragment(f'<div class="{tag}"></div>')
        fragment.add_javascript_url(self.runtime.local_resource_url(self, f"public/{self.bundle}.js"))
        name = "".join(part.capitalize() for part in self.bundle.split("_"))
        fragment.initialize_js(name, self.page(visitor))
        return fragment

    @XBlock.supports("multi_device")
    def public_view(self, context: Any = None) -> Fragment:
        """The same page for people who have not signed in: it can be looked at, nothing is kept."""
        return self.student_view(context)

    def translate(self, text: str) -> str:
        return str(self.runtime.service(self, "i18n").gettext(text)) if text else ""

    def page_words(self) -> dict[str, Any]:
        words = {**CORE, **self.strings}
        return {
            "strings": {key: self.translate(text) for key, text in words.items()},
            "locale": get_language() or "en",
            "dir": "rtl" if get_language_bidi() else "ltr",
        }

    def page_head(self) -> dict[str, Any]:
        title = self.display_name.removeprefix(MENU_PREFIX)
        return {"title": title, "instructions_html": self.authors_html("instructions")}

    def authors_html(self, setting: str) -> str:
        """Of an author's Markdown; the course's own links are resolved."""
        return self.html_of(self.setting(setting))

    def html_of(self, text: str) -> str:
        html = to_html(text)
        service = self.runtime.service(self, "replace_urls")
        return str(service.replace_urls(html)) if service else html

    def publish_progress(self, progress: float) -> None:
        """Only when it differs from what the platform holds: every publishing is one more tracking event."""
        service = self.runtime.service(self, "completion")
        if service is None or not service.completion_tracking_enabled():
            return
        usage_key = self.scope_ids.usage_id
        if service.get_completions([usage_key]).get(usage_key, 0.0) != progress:
            self.emit_completion(progress)
