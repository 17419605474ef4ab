"""A small language for describing a template. A check takes a value and its place, and tells every fault of it.

A fault is (place, what is wrong); a place reads as in `nodes[3].affects[0]`.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

Fault = tuple[str, str]
Check = Callable[[object, str], Iterator[Fault]]

TEXT_MAX = 300
LIST_MAX = 100


def text(*, most: int = TEXT_MAX, blank: bool = False) -> Check:
    def check(value: object, at: str) -> Iterator[Fault]:
        if not isinstance(value, str) or not (blank or value.strip()):
            yield at, "not a text" if blank else "not a text, or blank"
        elif len(value) > most:
            yield at, f"{len(value)} characters; {most} is the most"

    return check


def slug(value: object, at: str) -> Iterator[Fault]:
    """What a name of a file or a key may be."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", value):
        yield at, f"{value!r} is not small letters and digits, joined by - or _"


def day(value: object, at: str) -> Iterator[Fault]:
    if not _is_day(value):
        yield at, "not a date such as 2026-11-22"


def whole(*, least: int = 1) -> Check:
    def check(value: object, at: str) -> Iterator[Fault]:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            yield at, f"not a whole number from {least}"

    return check


def number(value: object, at: str) -> Iterator[Fault]:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        yield at, "not a number"


def one_of(*allowed: str) -> Check:
    def check(value: object, at: str) -> Iterator[Fault]:
        if value not in allowed:
            yield at, f"{value!r} is not one of {', '.join(allowed)}"

    return check


def maybe(one: Check) -> Check:
    """Or null."""

    def check(value: object, at: str) -> Iterator[Fault]:
        if value is not None:
            yield from one(value, at)

    return check


def each(one: Check, *, least: int = 1, most: int = LIST_MAX) -> Check:
    def check(value: object, at: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield at, "not a list"
        elif not least <= len(value) <= most:
            yield at, f"a list of {len(value)}; {least} to {most} are wanted"
        else:
            for index, part in enumerate(value):
                yield from one(part, f"{at}[{index}]")

    return check


def record(fields: Mapping[str, Check], *, optional: Mapping[str, Check] | None = None) -> Check:
    """A JSON object with these fields and no others."""
    known = {**fields, **(optional or {})}

    def check(value: object, at: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield at, "not an object"
            return
        inside = f"{at}." if at else ""
        yield from ((f"{inside}{name}", "missing") for name in sorted(fields.keys() - value.keys()))
        yield from ((f"{inside}{name}", "unknown") for name in sorted(value.keys() - known.keys()))
        for name, one in known.items():
            if name in value:
                yield from one(value[name], f"{inside}{name}")

    return check


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
