"""The leaf that the platform calls `html`: a text its author wrote, complete once it has been in view."""

from typing import Any

from django.utils.html import format_html
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Dict, Scope, String
from xblock.plugin import PLUGIN_CACHE

TAG = "html"
EDITOR = """
function HtmlEditor(runtime, element) {
  const root = element[0] || element;
  const form = root.querySelector("form");
  root.querySelector(".cancel-button").addEventListener("click", () => runtime.notify("cancel", {}));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    runtime.notify("save", { state: "start" });
    const token = document.cookie.match(/csrftoken=([^;]+)/);
    const reply = await fetch(runtime.handlerUrl(element, "save_text"), {
      method: "POST", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token ? token[1] : "" },
      body: JSON.stringify({ display_name: form.elements.display_name.value, data: form.elements.data.value }),
    });
    if (reply.ok) runtime.notify("save", { state: "end" });
    else runtime.notify("error", { title: "The text was not saved", message: "Please try again." });
  });
}
"""
FORM = """
<form class="text-editor">
  <label>Title <input type="text" name="display_name" value="{}"></label>
  <label>Text, as HTML <textarea name="data" rows="12">{}</textarea></label>
  <div><button class="save-button">Save</button> <button type="button" class="cancel-button">Cancel</button></div>
</form>
"""
FORM_LOOK = """
.text-editor { padding: 12px 0; font: 16px/1.5 system-ui, sans-serif; letter-spacing: 0; }
.text-editor label { float: none; width: auto; margin: 0 0 16px; font: 500 16px/1.5 system-ui, sans-serif; color: #1b2733; }
.text-editor input, .text-editor textarea {
  box-sizing: border-box; width: 100%; height: 44px; margin-top: 4px; padding: 8px 12px; border: 1px solid #6b7785;
  border-radius: 6px; background: #fff; box-shadow: none; color: #1b2733; font: 16px/1.5 system-ui, sans-serif;
}
.text-editor textarea { height: 260px; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; }
.text-editor button {
  box-sizing: border-box; float: none; margin: 0 8px 0 0; min-height: 44px; padding: 8px 16px; border: 1px solid #6b7785; border-radius: 6px;
  background: #fff; color: #1b2733; font: 500 16px/1.25 system-ui, sans-serif; text-transform: none; text-shadow: none;
}
.text-editor .save-button { background: #1d574a; border-color: #1d574a; color: #fff; }
.text-editor :focus-visible { outline: 3px solid #1d574a; outline-offset: 2px; }
"""
# The page's theme is rude on purpose; the course's own text should still be good to read.
LOOK = """
.html-block { max-width: 65ch; padding: 12px 0; font: 17px/1.6 system-ui, sans-serif; letter-spacing: 0; color: #1b2733; }
.html-block p, .html-block li { font: inherit; letter-spacing: inherit; margin: 0 0 0.75em; }
.html-block ul, .html-block ol { margin-block: 0 1em; margin-inline: 1.4em 0; }
.html-block ul { list-style: disc; }
.html-block ol { list-style: decimal; }
.html-block blockquote { margin: 0 0 1em; padding: 4px 0 4px 20px; border-inline-start: 3px solid #1d574a; font-style: normal; }
.html-block table { width: 100%; margin: 0 0 1em; border-collapse: collapse; font: inherit; }
.html-block th, .html-block td {
  padding: 8px 12px 8px 0; border: 0; border-bottom: 1px solid #d5dce3; background: none; color: inherit; font: inherit;
  text-align: start; text-transform: none; vertical-align: top;
}
.html-block th { border-bottom-color: #6b7785; font-weight: 600; }
.html-block h3 {
  font: 500 21px/1.3 "Iowan Old Style", Palatino, Georgia, serif; letter-spacing: 0; text-transform: none;
  color: #1b2733; margin: 1.4em 0 0.5em;
}
"""


class HtmlBlock(XBlock):
    """Authors are trusted with HTML, as on the platform."""

    show_in_read_only_mode = True

    display_name = String(default="Text", scope=Scope.settings)
    data = String(default="", scope=Scope.content)
    xml_attributes = Dict(default={}, scope=Scope.settings)

    def student_view(self, _context: Any) -> Fragment:
        fragment = Fragment(f'<div class="html-block">{self.data or "<p>Nothing written yet.</p>"}</div>')
        fragment.add_css(LOOK)
        return fragment

    public_view = student_view

    def studio_view(self, _context: Any) -> Fragment:
        fragment = Fragment(format_html(FORM, self.display_name, self.data))
        fragment.add_css(FORM_LOOK)
        fragment.add_javascript(EDITOR)
        fragment.initialize_js("HtmlEditor")
        return fragment

    @XBlock.json_handler
    def save_text(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        """Outside Studio these fields are read-only, and setting them raises."""
        name, text = (data.get("display_name"), data.get("data")) if isinstance(data, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(text, str):
            raise JsonHandlerError(400, "display_name and data are texts")
        self.display_name, self.data = name, text
        return {}


def register() -> None:
    """Known by its tag without an entry point: the local host is not installed."""
    PLUGIN_CACHE[(XBlock.entry_point, TAG)] = HtmlBlock
