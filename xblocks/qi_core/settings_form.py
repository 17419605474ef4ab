"""An author's settings: a short list of what a block lets its author decide, checked the same way everywhere.

The list makes the form in Studio, refuses what is wrong before anything is assigned (XBlock saves touched
fields even when the answer is 400), and guards against what an imported course may hold.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from qi_core.domain.problems import Problem, Problems

Kind = Literal["text", "markdown", "rows", "number", "choice", "choices", "date"]
Translate = Callable[[str], str]
Choices = tuple[tuple[str, str], ...]
Values = Mapping[str, Any]
LENGTHS = {"text": 300, "markdown": 10_000, "rows": 60_000}
KEPT_CONTROLS = "\n\t"


@dataclass(frozen=True)
class Setting:
    """One field of the block. `help` says in one line what it changes.

    `choices` are (value, label), or a function that tells them when somebody asks: a site's own starters are known
    only after the apps have started. "rows" is text pasted from a spreadsheet. Settings of one `group` stand together
    under that heading. `when`: it is asked only while the setting of that name has one of those values. `check` finds
    what is wrong with a value of the right kind, and may look at the other settings; each problem is shown at this one.
    """

    name: str
    kind: Kind
    label: str
    help: str = ""
    choices: Choices | Callable[[], Choices] = ()
    minimum: int = 0
    maximum: int = 0
    required: bool = False
    group: str = ""
    when: tuple[str, tuple[str, ...]] | None = None
    check: Callable[[Values], Sequence[Problem]] | None = None

    @property
    def offered(self) -> Choices:
        return self.choices() if callable(self.choices) else self.choices


def spec(
    settings: Sequence[Setting], values: Values, *, translate: Translate
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
            "group": translate(setting.group) if setting.group else "",
            "when": {"name": setting.when[0], "values": list(setting.when[1])} if setting.when else None,
        }
        for setting in settings
    ]


def checked(settings: Sequence[Setting], raw: Values, *, now: Values | None = None) -> dict[str, Any]:
    """The values to assign, or Problems by field name: "rows", "rows[1]" and so on where there are several.

    A field that is left out stays as it is `now`.
    """
    known = {setting.name: setting for setting in settings}
    values = {name: _tidy(known[name], value) for name, value in raw.items() if name in known}
    problems = {name: Problem("unknown_field", {}) for name in raw if name not in known}
    whole = {**(now or {}), **values}
    for setting in settings:
        if setting.name in whole:
            for place, problem in enumerate(problems_of(setting, settings=settings, values=whole)):
                problems[f"{setting.name}[{place}]" if place else setting.name] = problem
    if problems:
        raise Problems(problems)
    return values


def problems_of(setting: Setting, *, settings: Sequence[Setting], values: Values) -> Sequence[Problem]:
    """What is not asked has to be of the right kind all the same: it is kept, and exported."""
    value = values[setting.name]
    if not is_asked(setting, settings=settings, values=values):
        problem = problem_of(replace(setting, required=False), value)
        return [problem] if problem else []
    problem = problem_of(setting, value)
    if problem:
        return [problem]
    return setting.check(values) if setting.check else []


def is_asked(setting: Setting, *, settings: Sequence[Setting], values: Values) -> bool:
    if setting.when is None:
        return True
    name, wanted = setting.when
    other = next(one for one in settings if one.name == name)
    return values.get(name) in wanted and is_asked(other, settings=settings, values=values)


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


def _date(setting: Setting, value: Any) -> Problem | None:
    """ISO, or nothing."""
    if value == "" and not setting.required:
        return None
    try:
        is_day = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        is_day = False
    return None if is_day else Problem("not_a_date", {})


CHECKS: Mapping[Kind, Callable[[Setting, Any], Problem | None]] = {
    "text": _text,
    "markdown": _text,
    "rows": _text,
    "number": _number,
    "choice": _choice,
    "choices": _choices,
    "date": _date,
}


def _maximum(setting: Setting) -> int:
    return setting.maximum or LENGTHS.get(setting.kind, 0)


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
