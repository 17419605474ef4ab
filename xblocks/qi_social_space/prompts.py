"""The ready-made prompts of qi_templates, one of which an author may choose; its value is "theme/key"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qi_core.ready_made import ready_made
from qi_core.strings import _

SHOWN_MAX = 110


@dataclass(frozen=True)
class Prompt:
    """`starters` are beginnings of an answer; `follow_up` is for who facilitates."""

    text: str = ""
    starters: tuple[str, ...] = ()
    confidentiality: str = ""
    follow_up: str = ""


def choices() -> tuple[tuple[str, str], ...]:
    own = ("", _("None: I write my own"))
    return (own, *((value, _label(theme, prompt)) for value, theme, prompt in _all()))


def prompt_of(chosen: str, *, own: str) -> Prompt:
    """The author's own words come first."""
    if own.strip():
        return Prompt(own)
    found = next((prompt for value, _theme, prompt in _all() if value == chosen), None)
    if found is None:
        return Prompt()
    return Prompt(found["text"], tuple(found["starters"]), found["confidentiality"], found["follow_up"])


def _all() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for theme in ready_made("prompts"):
        for prompt in theme["prompts"]:
            yield f"{theme['id']}/{prompt['key']}", theme, prompt


def _label(theme: dict[str, Any], prompt: dict[str, Any]) -> str:
    text = prompt["text"]
    short = text if len(text) <= SHOWN_MAX else f"{text[:SHOWN_MAX].rsplit(' ', 1)[0]}…"
    return f"{theme['title'].partition(':')[0]}: {short}"
