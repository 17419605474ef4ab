"""Markdown becomes HTML that cannot do anything, whatever comes in."""

import time

import pytest
from qi_core.markdown import to_html


def test_markdown_is_rendered():
    assert to_html("# Aim\n\n*One* **change**\n\n- a\n- b") == (
        "<h4>Aim</h4>\n<p><em>One</em> <strong>change</strong></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    )


def test_a_table_stays_a_table():
    html = to_html("a | b\n--|--\n1 | 2")
    assert html.startswith("<table>") and "<td>1</td>" in html


def test_links_open_in_a_new_window():
    assert to_html("[NHS](https://www.nhs.uk)") == (
        '<p><a href="https://www.nhs.uk" target="_blank" rel="noopener">NHS</a></p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![](https://spy.example/pixel.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://x.example" onclick="alert(1)">x</a>',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://x.example"></iframe>',
        "<style>body{display:none}</style>",
        '<p style="position:fixed">x</p>',
        "<form action=https://x.example><input></form>",
        "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    ],
)
def test_nothing_that_acts_or_phones_home_is_left(text):
    html = to_html(text).lower()
    dangers = ("script", "onerror", "onclick", "<img", "data:", "<svg", "<iframe", "style", "<form", "<math")
    assert [danger for danger in dangers if danger in html] == []


@pytest.mark.parametrize("text", [">" * 19_000, "[" * 19_000, "![" * 9_000, "*a " * 6_000, "<b>" * 6_000, "- " * 9_000])
def test_a_text_made_to_be_slow_is_answered_soon(text):
    before = time.monotonic()
    to_html(text)
    assert time.monotonic() - before < 5


def test_a_text_too_long_to_render_is_shown_as_it_is():
    assert to_html("<b>" + "x" * 20_000 + "\n\ny") == f"<p>&lt;b&gt;{'x' * 20_000}</p>\n<p>y</p>"


def test_a_text_nested_too_deep_is_shown_as_it_is(monkeypatch):
    def too_deep(*_args, **_kwargs):
        raise RecursionError

    monkeypatch.setattr("qi_core.markdown.markdown", too_deep)
    assert to_html("a < b") == "<p>a &lt; b</p>"
