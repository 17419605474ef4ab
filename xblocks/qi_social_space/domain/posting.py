"""What a learner may send: a post, a reply, a private answer. Parsed once; what may identify somebody is pointed out.

An NHS number is refused, whoever writes it. Other patterns are refused until the writer has called them safe.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, ValidationError

from qi_core.domain import privacy
from qi_core.domain.problems import Problem, Problems, from_validation_error
from qi_core.domain.texts import MARKS_MAX, Id, Long, Mark, Part, Short, at_most
from qi_social_space.domain.small_numbers import small_numbers
from qi_social_space.domain.vocabulary import Audience, CardKind, Question

EDIT_WINDOW = timedelta(minutes=30)
ROW_MAX = 2**63 - 1
DOUBTS_TOLD_MAX = 20
# They turn text around or cannot be seen. Joiners stay: emoji and several scripts are written with them.
TURNING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]")


def tidy(text: Any) -> Any:
    return TURNING.sub("", text).strip() if isinstance(text, str) else text


RowId = Annotated[int, Field(ge=1, le=ROW_MAX)]
PostText = Annotated[Long, BeforeValidator(tidy)]
Marks = Annotated[tuple[Mark, ...], at_most(MARKS_MAX), Field(strict=False)]


class CardChoice(Part):
    """Which part of the writer's own project goes along; the server takes the snapshot.

    `seal` is that of the snapshot in the preview, when there was one: another one is not sent unseen.
    """

    kind: CardKind
    id: Id
    seal: Mark | None = None


class Draft(Part):
    """`token` is the browser's own id for this sending: the same token again is the same post."""

    token: Id
    text: PostText
    reply_to: RowId | None = None
    audience: Audience = "everyone"
    question: Question | None = None
    topic: Short = ""
    card: CardChoice | None = None
    confirmed: Marks = ()


class Edit(Part):
    text: PostText
    confirmed: Marks = ()


Shape = TypeVar("Shape", Draft, Edit)


def parse_draft(raw: object) -> Draft:
    """Raises Problems. A reply has the audience of its thread, and no card, question or topic of its own."""
    draft = _parsed(Draft, raw)
    if is_blank(draft.text) and draft.card is None:
        raise Problems({"text": Problem("missing")})
    if draft.reply_to is not None:
        return Draft(token=draft.token, text=draft.text, reply_to=draft.reply_to, confirmed=draft.confirmed)
    return draft


def parse_edit(raw: object, *, has_card: bool) -> Edit:
    edit = _parsed(Edit, raw)
    if is_blank(edit.text) and not has_card:
        raise Problems({"text": Problem("missing")})
    return edit


def must_be_safe(shown: Mapping[str, Any], *, confirmed: Collection[str]) -> None:
    """`shown` is all that others will read. Raises Problems: "nhs_number" by path, or doubts to be confirmed."""
    blocked = privacy.blocked(shown)
    if blocked:
        raise Problems(blocked)
    found = [*privacy.screen(shown, confirmed).warnings, *small_numbers(shown, confirmed)]
    if found:
        told = enumerate(found[:DOUBTS_TOLD_MAX])
        raise Problems({f"doubts[{place}]": Problem("could_identify", one) for place, one in told})


def is_marked_as_edited(*, created: datetime, now: datetime) -> bool:
    """For thirty minutes a text can be put right without a trace, the last moment included."""
    return now - created > EDIT_WINDOW


def is_blank(text: str) -> bool:
    return not any(unicodedata.category(one)[0] not in "CZ" and not _is_joiner(one) for one in text)


def fingerprint(text: str) -> str:
    """The same for texts that differ in case, spaces and marks only."""
    plain = "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())
    return sha256(plain.encode()).hexdigest()[:32]


def _is_joiner(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def _parsed(shape: type[Shape], raw: object) -> Shape:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        raise from_validation_error(error) from error
