"""NHS numbers in a text. Their twin for the browser is qi_core/ui/privacy.ts: change both, or neither.

Scotland's CHI and Northern Ireland's H&C numbers have ten digits and the same check digit: they are found too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LENGTH = 10
# How people write it, 3-3-4, has three groups; to ask for no more keeps dates, times and counts out.
FREE_GROUPS = 3
# \ufeff is white space in the browser, and must be here. The others beside spaces and dashes cannot be seen:
# phones and word processors put marks of direction around numbers.
SEPARATOR = r"[\s.,/_\xad\xb7\u061c\u200b-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufe0f\ufeff-]{1,3}"
# \d is any decimal digit of Unicode.
CHAIN = re.compile(rf"\d+(?:{SEPARATOR}\d+)*")


class Span(NamedTuple):
    """Code points; `end` is behind the last one."""

    start: int
    end: int


def nhs_numbers(text: str) -> list[Span]:
    return [
        Span(chain.start() + start, chain.start() + end)
        for chain in CHAIN.finditer(text)
        for start, end in _windows(chain.group())
        if is_nhs_number([int(char) for char in chain.group()[start:end] if char.isdecimal()])
    ]


def is_nhs_number(digits: list[int]) -> bool:
    """Modulus 11: ten digits with the weights 10 to 1 add up to a multiple, which no check digit of 10 can do.

    Ten zeros would pass too. They are nobody's number, but ten days without a fall.
    """
    return any(digits) and sum((LENGTH - i) * digit for i, digit in enumerate(digits)) % 11 == 0


def _windows(chain: str) -> Iterator[Span]:
    """Whole groups with ten digits in all: up to three groups, or more when they stand apart from all others.

    Apart means: the same separator between them, and another one, or none, before and behind. So the digits
    in the boxes of a form are found ("9 4 3 4 …"), and ten of a year's weekly counts are not.
    """
    groups = [Span(*group.span()) for group in re.finditer(r"\d+", chain)]
    gaps = ["", *(chain[one.end : two.start] for one, two in zip(groups, groups[1:], strict=False)), ""]
    for first, group in enumerate(groups):
        length, last = group.end - group.start, first
        while length < LENGTH and last + 1 < len(groups):
            last += 1
            length += groups[last].end - groups[last].start
        inner = set(gaps[first + 1 : last + 1])
        stands_apart = len(inner) == 1 and not inner & {gaps[first], gaps[last + 1]}
        if length == LENGTH and (last - first < FREE_GROUPS or stands_apart):
            yield Span(group.start, groups[last].end)
