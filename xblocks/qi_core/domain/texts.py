"""What every tool's document is made of: frozen parts, texts of two lengths, ids, days, numbers, bounded lists.

Texts are kept as typed. Whether a text is good is not asked here.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

MARKS_MAX = 500
LONG_MAX = 4_000
SHORT_MAX = 300
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # not tab and line feed
NHS_LENGTH = re.compile(r"[0-9]{10}")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _no_hidden(text: str) -> str:
    """Control characters and lone surrogates: some databases refuse them, and nobody typed them on purpose."""
    if HIDDEN.search(text):
        raise PydanticCustomError("control_character", "hidden character")
    return text


def _unix_lines(text: Any) -> Any:
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


def _iso_only(value: Any) -> Any:
    """pydantic would also take numbers, numbers in a text, and times of day."""
    if value is None or isinstance(value, date) or (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("not_a_date", "not a date")


def _no_nhs_number(key: str) -> str:
    """Ids and marks are not looked through for what identifies a patient. None of ours is ten digits by chance."""
    if NHS_LENGTH.fullmatch(key):
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": "not ten digits"})
    return key


def not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("missing", "blank")
    return text


def at_most(most: int) -> BeforeValidator:
    """Before each part is looked at, unlike `max_length`: ten thousand wrong ones are one problem."""

    def counted(parts: Any) -> Any:
        if isinstance(parts, list) and len(parts) > most:
            facts = {"field_type": "Tuple", "max_length": most, "actual_length": len(parts)}
            raise PydanticKnownError("too_long", facts)
        return parts

    return BeforeValidator(counted)


Long = Annotated[
    str, StringConstraints(max_length=LONG_MAX), BeforeValidator(_unix_lines), AfterValidator(_no_hidden)
]
Short = Annotated[
    str, StringConstraints(max_length=SHORT_MAX), BeforeValidator(_unix_lines), AfterValidator(_no_hidden)
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6,24}$"), AfterValidator(_no_nhs_number)]
Mark = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,32}$"), AfterValidator(_no_nhs_number)]
Day = Annotated[date, BeforeValidator(_iso_only)]
Number = Annotated[float, Field(allow_inf_nan=False)]
PositiveNumber = Annotated[float, Field(allow_inf_nan=False, gt=0)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def repeated(ids: Iterable[str]) -> list[int]:
    """The places of ids that stood before."""
    seen: set[str] = set()
    places = []
    for place, one in enumerate(ids):
        if one in seen:
            places.append(place)
        seen.add(one)
    return places
