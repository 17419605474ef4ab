"""Gentle checks (G) of an aim: advice beside a field, with one line of why in the block's words.

English wording is judged; in doubt, and in other languages, these say nothing.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qi_core.domain.tool import Check
from qi_project.domain.completion import is_whole, unmet
from qi_project.domain.document import Aim

FARTHEST = timedelta(days=549)  # eighteen months

NUMBER = re.compile(
    r"\d|[%½¼¾⅓⅔]|\b(?:half|halve|third|quarter|double|treble|zero|none|all"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
SOLUTION = re.compile(
    r"\bby (?:using|training|creating)\b|\b(?:implement|introduc|launch|install)(?:e|ed|ing|s)?\b|\broll(?:ing)? out\b",
    re.IGNORECASE,
)
# "100 %", "zero falls", "0", but neither "10" nor "0.5"
EVERYBODY_OR_NOBODY = re.compile(
    r"(?<![\d.,])(?:100\s*(?:%|per ?cent)|0(?![\d.,]))|\b(?:zero|none)\b", re.IGNORECASE
)


def checks(aim: Aim, *, today: date) -> tuple[Check, ...]:
    return tuple(Check(f"aim.{field}", rule) for field, rule in _found(aim, today))


def _found(aim: Aim, today: date) -> Iterator[tuple[str, str]]:
    if aim.by_how_much.strip() and not NUMBER.search(aim.by_how_much):
        yield "by_how_much", "AI2"
    if aim.by_when is not None and aim.by_when <= today:
        yield "by_when", "AI3_past"
    if aim.by_when is not None and aim.by_when - today > FARTHEST:
        yield "by_when", "AI3_far"
    if SOLUTION.search(aim.what):
        yield "what", "AI4"
    if len(unmet(aim)) <= 1 and not aim.baseline.strip():
        yield "baseline", "AI5"
    if EVERYBODY_OR_NOBODY.search(aim.by_how_much):
        yield "by_how_much", "AI6"
    if is_whole(aim) and not aim.voice.strip():
        yield "voice", "AI7"
