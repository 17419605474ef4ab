"""Gentle checks (G) of an aim, a charter, a map of people: advice beside a field, with one line of why in words.

English wording is judged; in doubt, and in other languages, these say nothing.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qi_core.domain.tool import Check
from qi_project.domain.completion import BLANK, is_known, is_said, is_whole, missing
from qi_project.domain.document import Aim, Charter, Document, Stakeholder

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
PATIENTS = re.compile(
    r"\b(?:patients?|residents?|carers?|famil(?:y|ies)|parents?|service users?|lived experience)\b", re.IGNORECASE
)
PEOPLE_ENOUGH = 3  # from here on a question about who is missing makes sense


def checks(document: Document, *, today: date) -> tuple[Check, ...]:
    found = (
        *((f"aim.{field}", rule) for field, rule in _of_aim(document.aim, today)),
        *((f"charter.{field}", rule) for field, rule in _of_charter(document.charter)),
        *((f"stakeholders{place}", rule) for place, rule in _of_stakeholders(document.stakeholders)),
    )
    return tuple(Check(path, rule) for path, rule in found)


def _of_aim(aim: Aim, today: date) -> Iterator[tuple[str, str]]:
    if aim.by_how_much.strip() and not NUMBER.search(aim.by_how_much):
        yield "by_how_much", "AI2"
    if aim.by_when is not None and aim.by_when <= today:
        yield "by_when", "AI3_past"
    if aim.by_when is not None and aim.by_when - today > FARTHEST:
        yield "by_when", "AI3_far"
    if SOLUTION.search(aim.what):
        yield "what", "AI4"
    if len(missing(aim)) <= 1 and not aim.baseline.strip():
        yield "baseline", "AI5"
    if EVERYBODY_OR_NOBODY.search(aim.by_how_much):
        yield "by_how_much", "AI6"
    if is_whole(aim) and not aim.voice.strip():
        yield "voice", "AI7"


def _of_charter(charter: Charter) -> Iterator[tuple[str, str]]:
    for field in ("why", "affected", "inside", "outside", "benefit", "barriers"):
        if BLANK in getattr(charter, field):
            yield field, "CH_blank"
    if is_said(charter.why) and is_said(charter.inside) and not charter.outside.strip():
        yield "outside", "CH_outside"
    roles = [one.role for one in charter.team if is_said(one.role)]
    if len(roles) >= PEOPLE_ENOUGH and not any(map(PATIENTS.search, roles)):
        yield "team", "CH_voice"


def _of_stakeholders(stakeholders: tuple[Stakeholder, ...]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(stakeholders):
        if is_said(one.name) and one.influence and one.interest and not is_known(one):
            yield f"[{place}].involve", "SH_involve"
    placed = [one for one in stakeholders if one.influence and one.interest]
    if len(placed) >= PEOPLE_ENOUGH and not any((one.influence, one.interest) == ("low", "high") for one in placed):
        yield "", "SH_least_say"
