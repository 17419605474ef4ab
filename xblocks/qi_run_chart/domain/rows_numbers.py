"""Numbers as people and spreadsheets write them: points, commas and spaces, per cent signs, and words for nothing."""

import re
from collections.abc import Iterable
from math import isfinite
from typing import Literal, NamedTuple

DecimalSign = Literal[".", ","]
LONGEST = 40
# Not "nil" or "none", which may mean 0.
MISSING = {
    "", "-", "–", "—", "n/a", "na", "#n/a", "#div/0!", "n.a.", "nan", "null", ".", "..", "?", "missing", "not recorded",
    "not available", "no data",
}  # fmt: skip
SIGNS = re.compile(r"^[£$€]\s?|^([+-])[£$€]|\s?%$|^%\s?")
GROUP_SPACES = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
NUMBER = re.compile(r"(?P<minus>[+-]?)(?P<figures>\d+(?:[.,]\d+)*[.,]?|[.,]\d+)(?P<power>(?:e[+-]?\d{1,3})?)")


class NoNumber(ValueError):
    pass


class Style(NamedTuple):
    """`is_assumed`: "1,234" was taken for more than a thousand, and nothing in the table says so."""

    decimal_sign: DecimalSign
    is_assumed: bool


def is_missing(text: str) -> bool:
    """Nothing was counted, which is not 0."""
    return text.strip().lower() in MISSING


def is_number(text: str) -> bool:
    try:
        return read_number(text, decimal_sign=".") is not None
    except NoNumber:
        return False


def read_number(text: str, *, decimal_sign: DecimalSign) -> float | None:
    """None where it is missing; raises NoNumber. What a number says of itself counts more than `decimal_sign`."""
    if is_missing(text):
        return None
    match = NUMBER.fullmatch(_plain(text))
    if not match:
        raise NoNumber
    minus, figures, power = match.groups()
    sign = _sign_in(figures) or decimal_sign
    grouping = "," if sign == "." else "."
    whole, _, rest = figures.partition(sign)
    groups = whole.split(grouping)
    if grouping in rest or (len(groups) > 1 and not _are_groups(groups)):
        raise NoNumber
    number = float(f"{minus}{''.join(groups)}.{rest}{power}")
    if not isfinite(number):
        raise NoNumber
    return number


def style_of(texts: Iterable[str]) -> Style:
    """Of one table, whose numbers are all written alike. The comma that could be either groups thousands."""
    signs: set[DecimalSign] = set()
    is_open = False
    for text in texts:
        match = NUMBER.fullmatch(_plain(text)) if "," in text or "." in text else None
        sign = _sign_in(match["figures"]) if match else None
        if sign:
            signs.add(sign)
        elif match and "," in match["figures"]:
            is_open = True
    return Style("," if signs == {","} else ".", is_assumed=is_open and not signs)


def _plain(text: str) -> str:
    """Without what is no part of the number; empty when it is too long for one."""
    if len(text) > LONGEST:
        return ""
    plain = SIGNS.sub(r"\1", text.strip().lower().replace("−", "-"))
    return GROUP_SPACES.sub("", plain)


def _sign_in(figures: str) -> DecimalSign | None:
    """The decimal sign that this number shows; None for "1,234", "1.234" and numbers without signs."""
    found = [char for char in figures if char in ",."]
    if not found:
        return None
    last: DecimalSign = "," if found[-1] == "," else "."
    other: DecimalSign = "." if last == "," else ","
    if len(set(found)) == 2:
        return last
    if len(found) > 1:
        return other
    whole, _, rest = figures.partition(last)
    is_open = len(rest) == 3 and len(whole) in (1, 2, 3) and whole[0] != "0"
    return None if is_open else last


def _are_groups(groups: list[str]) -> bool:
    """By thousands, or as in India."""
    return len(groups[-1]) == 3 and all(1 <= len(group) <= 3 for group in groups)
