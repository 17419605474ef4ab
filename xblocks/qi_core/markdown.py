"""Markdown to HTML that is safe to put into a page. The only place that does it.

Python-Markdown lets raw HTML through on purpose; what is allowed to stay is decided by nh3 afterwards. No
images (they would tell a third party who reads), links open in a new window (the unit is an iframe).
"""

from html import escape

import nh3
from markdown import markdown

EXTENSIONS = ["sane_lists", "tables", "toc"]
# the block's own title is an h3
CONFIGS = {"toc": {"baselevel": 4}}
LENGTH_MAX = 20_000
# Python-Markdown looks for the end of each from the start again: 19,000 brackets take it a minute
OPENERS_MAX = 400

TAGS = {
    *("p", "br", "hr", "strong", "em", "b", "i", "del", "code", "pre", "blockquote", "a"),
    *("ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(text: str) -> str:
    """Anything may come in; what is too long or too deep to be rendered comes out as plain paragraphs."""
    if len(text) > LENGTH_MAX or text.count("[") > OPENERS_MAX:
        return _plain(text)
    try:
        html = markdown(text, extensions=EXTENSIONS, extension_configs=CONFIGS, output_format="html")
    except RecursionError:
        return _plain(text)
    return cleaned(html)


def cleaned(html: str) -> str:
    """Only what may stay; HTML that was cleaned and kept goes through it again before it is shown."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    ).strip()


def _plain(text: str) -> str:
    paragraphs = (escape(part.strip()) for part in text.split("\n\n"))
    return "\n".join(f"<p>{part}</p>" for part in paragraphs if part)
