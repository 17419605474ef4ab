"""What a text should make us say or do before others read it: gentle advice, and care for who wrote it.

Neither blocks anything. Whether somebody is in danger no software can tell: a phrase is enough to show a fixed message
and to ask a facilitator to look.
"""

import re
from collections.abc import Iterator

from qi_core.domain.tool import Check

LONG = 1_500
HARSH = ("useless", "stupid", "rubbish", "ridiculous", "incompetent", "idiot", "pathetic")
# in the first person only: people here work in suicide prevention and in palliative care, and write about it
IN_DANGER = re.compile(
    r"\b(?:(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) myself|(?:end|ending|take|taking) my (?:own )?life"
    r"|i (?:just )?(?:want|wish) to die|i wish i (?:were|was) dead|i(?: am|['’]m| feel| am feeling) suicidal"
    r"|(?:cannot|can['’]?t) go on (?:living|like this any ?more))\b",
    re.IGNORECASE,
)


def checks(text: str) -> tuple[Check, ...]:
    return tuple(Check("text", rule) for rule in _found(text))


def may_be_in_danger(text: str) -> bool:
    return bool(IN_DANGER.search(text))


def _found(text: str) -> Iterator[str]:
    if may_be_in_danger(text):
        yield "danger"
    if len(text) > LONG:
        yield "long"
    if set(text.lower().replace(",", " ").replace(".", " ").replace("!", " ").split()) & set(HARSH):
        yield "harsh"
