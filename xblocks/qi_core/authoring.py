"""Studio: the form for a block's settings, saving them, and the summary on the unit page."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, ClassVar

from django.utils.html import format_html, format_html_join
from web_fragments.fragment import Fragment
from webob import Response
from xblock.validation import Validation, ValidationMessage

from qi_core import settings_form
from qi_core.domain.problems import Problems
from qi_core.domain.tool import Tool
from qi_core.handlers import Body, answer, json_post, problems_json
from qi_core.host import Visitor
from qi_core.settings_form import Setting
from qi_core.strings import _

FORM = (
    '<div class="editor-with-buttons"><div class="qi-settings"></div>'
    '<div class="xblock-actions"><ul>'
    '<li class="action-item">'
    '<button type="button" class="button action-primary save-button">{save}</button></li>'
    '<li class="action-item"><button type="button" class="button cancel-button">{cancel}</button></li>'
    "</ul></div></div>"
)
SUMMARY_LOOK = """
.qi-summary { padding: 8px 0; font-size: 16px; line-height: 1.5; color: #1b2733; }
.qi-summary h3 { margin: 0 0 12px; font-family: inherit; font-size: 18px; }
.qi-summary h3 { color: inherit; text-transform: none; }
.qi-summary dl { display: grid; grid-template-columns: minmax(6em, 30%) 1fr; gap: 4px 24px; margin: 0; }
.qi-summary dt { font-weight: 400; color: #4d5a67; }
.qi-summary dd { margin: 0; white-space: pre-line; }
"""
SHOWN_MAX = 200


class Authoring:
    """For a ToolBlock."""

    tool: ClassVar[Tool]
    bundle: ClassVar[str]
    settings_spec: ClassVar[tuple[Setting, ...]]
    runtime: Any
    fields: Any
    display_name: str
    translate: Callable[[str], str]
    page_words: Callable[[], dict[str, Any]]

    def setting(self, name: str) -> Any:
        """A setting's value, or its default when an imported course holds nonsense."""
        setting = next(one for one in self.settings_spec if one.name == name)
        value = getattr(self, name)
        kind = replace(setting, required=setting.required and setting.when is None)
        return self.fields[name].default if settings_form.problem_of(kind, value) else value

    def set_up(self, *, without: Collection[str] = ()) -> dict[str, Any]:
        """Every setting's value, as `setting` gives it."""
        return {one.name: self.setting(one.name) for one in self.settings_spec if one.name not in without}

    def wrong_settings(self) -> list[Setting]:
        values = self.set_up()
        return [one for one in self.settings_spec if self._is_wrong(one, values)]

    def _is_wrong(self, setting: Setting, values: dict[str, Any]) -> bool:
        as_it_is = {**values, setting.name: getattr(self, setting.name)}
        return bool(settings_form.problems_of(setting, settings=self.settings_spec, values=as_it_is))

    def studio_view(self, _context: Any) -> Fragment:
        words = {"save": self.translate(_("Save")), "cancel": self.translate(_("Cancel"))}
        fragment = Fragment(format_html(FORM, **words))
        fragment.add_javascript_url(self.runtime.local_resource_url(self, f"public/{self.bundle}_studio.js"))
        fields = settings_form.spec(self.settings_spec, self.set_up(), translate=self.translate)
        fragment.initialize_js("QiSettings", {**self.page_words(), "tool": self.tool.TOOL, "fields": fields})
        return fragment

    @json_post("author")
    def save_settings(self, _visitor: Visitor, body: Body) -> Response:
        """Nothing is assigned before all is valid."""
        raw = body.get("fields")
        if not isinstance(raw, dict):
            return answer(400, {"problems": {"fields": {"code": "wrong_type", "facts": {}}}})
        try:
            # a field that was read is not written when it is set to the same value, even if that was its default
            values = settings_form.checked(self.settings_spec, raw, now=self.set_up(without=raw))
        except Problems as rejected:
            return answer(400, {"problems": problems_json(rejected.problems)})
        for name, value in values.items():
            setattr(self, name, value)
        return answer(200, {})

    def author_view(self, _context: Any) -> Fragment:
        """How the block is set up, for the unit page in Studio. It asks no handler."""
        spec, values = self.settings_spec, self.set_up()
        asked = [one for one in spec if settings_form.is_asked(one, settings=spec, values=values)]
        rows = format_html_join(
            "",
            "<dt>{}</dt><dd>{}</dd>",
            ((self.translate(setting.label), self._shown(setting)) for setting in asked),
        )
        html = format_html('<div class="qi-summary"><h3>{}</h3><dl>{}</dl></div>', self.display_name, rows)
        fragment = Fragment(html)
        fragment.add_css(SUMMARY_LOOK)
        return fragment

    def _shown(self, setting: Setting) -> str:
        value = self.setting(setting.name)
        labels = {choice: self.translate(label) for choice, label in setting.offered}
        if isinstance(value, list):
            return ", ".join(labels[choice] for choice in value)
        text = labels.get(value, str(value))
        return text if len(text) <= SHOWN_MAX else f"{text[:SHOWN_MAX]}…"

    def validate(self) -> Validation:
        """What an import brought in that the form would have refused."""
        validation: Validation = super().validate()  # type: ignore[misc]  # pylint: disable=no-member
        for setting in self.wrong_settings():
            text = self.translate(_("{setting}: this value cannot be used, the default counts instead."))
            message = text.format(setting=self.translate(setting.label))
            validation.add(ValidationMessage(ValidationMessage.ERROR, message))
        return validation
