"""What a practice sheet's page gets of its series, as HTML; the list of examples; and an example as a page of its own.

All of it is made here so that no phone has to carry the code for it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString, mark_safe

from qi_core.markdown import to_html
from qi_run_chart.domain import measures
from qi_run_chart.domain.series import starting_document
from qi_run_chart.practice import Practice

Say = Callable[[str], str]
PAGE = """<!doctype html><html lang="{locale}" dir="{dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
<body style="margin: 16px auto; padding: 0 16px; max-width: 960px; font-family: system-ui, sans-serif">
<div class="qi-run-chart"></div>{args}<script src="{script}"></script>
<script>
const args = JSON.parse(document.getElementById("args").textContent);
QiRunChart({{ handlerUrl: () => "" }}, document.body, args);
</script>
</body></html>"""
# Markdown's lists and paragraphs, which the page's own style sheet has reset.
LOOK = mark_safe(
    "<style>.told > * + * { margin-block-start: 8px } "
    ".told ul { list-style: disc; padding-inline-start: 20px }</style>"
)
ONE = (
    '<li><a class="link" style="display: inline-block" href="{}" target="_blank" rel="noopener">{}'
    '<span class="unseen"> {}</span></a><p class="soft small">{}</p></li>'
)
ALL = (
    '<details class="more"><summary>{}</summary>'
    '<ul class="stack" style="padding-block-start: 12px">{}</ul></details>'
)


def of_sheet(practice: Practice, *, say: Say) -> dict[str, Any]:
    is_explained = bool(practice.explanation.strip())
    [measure] = measures.dump(starting_document(practice.measure))["measures"]
    return {
        "measure": measure,
        "question": _question(practice, say=say),
        "explanation": _explanation(practice, say=say) if is_explained else "",
        "first": format_html('<p class="soft">{}</p>', say("practice_write_first")) if is_explained else "",
    }


def list_of(examples: list[dict[str, Any]], *, say: Say, url_of: Callable[[str], str]) -> str:
    links = ((url_of(one["id"]), one["title"], say("opens_in_a_tab"), one["summary"]) for one in examples)
    return format_html(ALL, say("see_examples"), format_html_join("", ONE, links))


def whole_page(args: Mapping[str, Any], *, script: str) -> str:
    return format_html(
        PAGE,
        locale=args["locale"],
        dir=args["dir"],
        title=args["title"],
        script=script,
        args=json_script(args, "args"),
    )


def _question(practice: Practice, *, say: Say) -> SafeString:
    happened = format_html_join(
        "",
        '<p><span class="mark">{}</span> {}: {}</p>',
        (
            (number, date_format(event.on, "DATE_FORMAT"), event.text)
            for number, event in enumerate(practice.measure.annotations, start=1)
        ),
    )
    return format_html(
        '{}<section class="panel wash told"><h5>{}</h5>{}{}</section>',
        LOOK,
        say("practice_question"),
        mark_safe(to_html(practice.question)),  # the one place that makes people's Markdown safe
        happened,
    )


def _explanation(practice: Practice, *, say: Say) -> SafeString:
    return format_html(
        '<details class="more"><summary>{}</summary><div class="told">{}</div></details>',
        say("practice_reveal"),
        mark_safe(to_html(practice.explanation)),  # the one place that makes people's Markdown safe
    )
