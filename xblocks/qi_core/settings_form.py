"""An author's settings: a short list of what a block lets its author decide, checked the same way everywhere.

The list makes the form in Studio, refuses what is wrong before anything is assigned (XBlock saves touched
fields even when the answer is 400), and guards against what an imported course may hold.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from qi_core.domain.problems import Problem, Problems

Kind = Literal["text", "markdown", "number", "choice", "choices"]
Translate = Callable[[str], str]
Choices = tuple[tuple[str, str], ...]
TEXT_MAX = 300
MARKDOWN_MAX = 10_000
KEPT_CONTROLS = "\n\t"


@dataclass(frozen=True)
class Setting:
    """One field of the block. `help` says in one line what it changes.

    `choices` are (value, label), or a function that tells them when somebody asks: a site's own starters are known
    only after the apps have started.
    """

    name: str
    kind: Kind
    label: str
    help: str = ""
    choices: Choices | Callable[[], Choices] = ()
    minimum: int = 0
    maximum: int = 0
    required: bool = False

    @property
    def offered(self) -> Choices:
        return self.choices() if callable(self.choices) else self.choices


def spec(
    settings: Sequence[Setting], values: Mapping[str, Any], *, translate: Translate
) -> list[dict[str, Any]]:
    """For the form: plain JSON, words in the author's language."""
    return [
        {
            "name": setting.name,
            "kind": setting.kind,
            "label": translate(setting.label),
            "help": translate(setting.help) if setting.help else "",
            "value": values[setting.name],
            "choices": [{"value": value, "label": translate(label)} for value, label in setting.offered],
            "minimum": setting.minimum,
            "maximum": _maximum(setting),
            "required": setting.required,
        }
        for setting in settings
    ]


def checked(settings: Sequence[Setting], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The values to assign, or Problems by field name. A field that is left out stays as it is."""
    known = {setting.name: setting for setting in settings}
    values: dict[str, Any] = {}
    problems: dict[str, Problem] = {}
    for name, value in raw.items():
        if name not in known:
            problems[name] = Problem("unknown_field", {})
            continue
        tidy = _tidy(known[name], value)
        problem = problem_of(known[name], tidy)
        if problem:
            problems[name] = problem
        values[name] = tidy
    if problems:
        raise Problems(problems)
    return values


def problem_of(setting: Setting, value: Any) -> Problem | None:
    return CHECKS[setting.kind](setting, value)


def _text(setting: Setting, value: Any) -> Problem | None:
    if not isinstance(value, str):
        return Problem("wrong_type", {})
    if setting.required and not value.strip():
        return Problem("missing", {})
    if len(value) > _maximum(setting):
        return Problem("too_long", {"max": _maximum(setting)})
    if any(_is_hidden(character) for character in value):
        return Problem("control_character", {})
    return None


def _number(setting: Setting, value: Any) -> Problem | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return Problem("not_a_number", {})
    if not setting.minimum <= value <= setting.maximum:
        return Problem("out_of_range", {"min": setting.minimum, "max": setting.maximum})
    return None


def _choice(setting: Setting, value: Any) -> Problem | None:
    allowed = [choice for choice, _ in setting.offered]
    if not isinstance(value, str):
        return Problem("wrong_type", {})
    return None if value in allowed else Problem("not_allowed", {"allowed": ", ".join(allowed)})


def _choices(setting: Setting, value: Any) -> Problem | None:
    if not isinstance(value, list):
        return Problem("wrong_type", {})
    if setting.required and not value:
        return Problem("missing", {})
    if len(set(map(str, value))) < len(value):
        return Problem("not_allowed", {"allowed": ", ".join(choice for choice, _ in setting.offered)})
    return next((problem for one in value if (problem := _choice(setting, one))), None)


CHECKS: Mapping[Kind, Callable[[Setting, Any], Problem | None]] = {
    "text": _text,
    "markdown": _text,
    "number": _number,
    "choice": _choice,
    "choices": _choices,
}


def _maximum(setting: Setting) -> int:
    return setting.maximum or {"text": TEXT_MAX, "markdown": MARKDOWN_MAX}.get(setting.kind, 0)


def _is_hidden(character: str) -> bool:
    """XML takes none of these, so one of them would make the course impossible to export."""
    return (
        unicodedata.category(character) in ("Cc", "Cs") and character not in KEPT_CONTROLS
    ) or character in "\ufffe\uffff"


def _tidy(setting: Setting, value: Any) -> Any:
    """Line ends as browsers and XML agree on them; choices in the order they are offered."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if setting.kind == "choices" and problem_of(setting, value) is None:
        return [choice for choice, _ in setting.offered if choice in value]
    return value
