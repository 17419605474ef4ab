"""What a text that points at one person looks like. Every expression is bounded: hostile texts take linear time.

Ordinary improvement notes must stay quiet: dates of tests, times, counts, wards, bays, roles.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from qi_core.domain.first_names import FIRST_NAMES
from qi_core.domain.nhs_numbers import Span
from qi_core.domain.privacy_words import ABBREVIATIONS, NO_NAMES, NO_NAMES_OF_CALLED, NUMBER_WORDS

Kind = Literal[
    "date_of_birth", "age", "postcode", "phone", "email", "record_number", "name", "place", "initials",
    "long_about_one",
]  # fmt: skip


@dataclass(frozen=True)
class Searched:
    """A text with what is asked of it again and again: most of the time goes into looking where nothing can be."""

    text: str
    lower: str
    has_digit: bool


Finder = Callable[[Searched], Iterable[Span]]
Accept = Callable[[re.Match[str]], bool]

IGNORE = re.IGNORECASE
DIGIT = "a digit"
ANY_DIGIT = re.compile(r"\d")
LONG_ABOUT_ONE = 500
MENTIONS_OF_ONE = 4
SHOWN_OF_LONG = 80
MENTION = re.compile(r"\b(?:s?he|hers?|him|his|the (?:patient|lady|gentleman|resident))\b", IGNORE)

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
ANY_DATE = rf"(?:\d{{1,4}}[\s./-]{{1,2}}\d{{1,2}}|{DAY}\s(?:of\s)?{MONTH}|{MONTH}\s\d|(?:19|20)\d\d)"
# Years in which patients were born and no test of change was run.
BIRTH_YEAR = r"(?:19\d\d|200\d|201\d)"
# "aged 65 and over" is a group, "aged 84" a person.
NO_GROUP = r"(?!\d|\s?(?:\+|%|[-–]\s?\d)|\s(?:to|and|or)\s(?:\d|over|above|older|under|below|younger|up|more))"
TITLE = r"(?:(?:mr|mrs|ms|mx|dr|prof|rev)\.?|miss|mister|doctor|professor|sir|dame|lady|lord|father|imam|rabbi)"
PARTICLE = r"(?:van|von|der|den|de|di|da|del|la|le|al|el|bin|ibn|ter|st\.?)"
JOB = r"(?:staff nurse|nurse|sister|matron|midwife|consultant|healthcare assistant|hca|physio|carer|porter)"
RECORD = r"(?:mrn|pas|hosp(?:ital)?\.?|nhs|chi|h&c|pt|passport|licen[cs]e|ni|accession|case\s?notes?)"
SOFT_RECORD = r"(?:patient|unit|record|district|study|episode|referral|sample|specimen|incident|datix|notes?|file)"
RECORD_NUMBER = r"[\s.:#=-]{1,3}(?:is\s|was\s)?(?P<number>[a-z]{0,4}[-/]?\d[a-z\d/-]{3,15})\b"
NUMBER_OF = r"\s?(?:no|num|number|id|ref|reference|#|:)"
PHONE = r"(?:tel|telephone|phone|mobile|mob|call|ring|text|fax|landline)"
TIME_UNIT = r"(?:hours?|hrs?|h\b|min|days?|weeks?|months?|times|nights?|am\b|pm\b|%|[.:]\d)"
BED = r"(?:bed|(?:side|single|isolation)\s?room|sr|bedroom|cubicle|cubie|trolley|flat)"
WORK_ROOM = "".join(f"(?<!{kind} )" for kind in (
    "clinic", "meeting", "treatment", "training", "seminar", "consulting", "staff", "side", "single", "isolation",
))  # fmt: skip
SITE = "".join(f"(?<!{kind} )" for kind in (
    "ward", "Ward", "bay", "Bay", "team", "Team", "unit", "Unit", "clinic", "Clinic",
))  # fmt: skip
STREET = r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Gardens|Terrace|Way|Court|Grove|Place|Park)"
ONE = r"(?:[Pp]atient|[Pp]t|[Rr]esident|[Cc]lient|[Ss]ervice user|[Rr]elative|[Cc]arer|[Ii]nitials)"
RELATIVE = (
    r"(?:patient|resident|client|service user|pt|wife|husband|son|daughter|mother|father|mum|dad|brother|partner|"
    r"niece|nephew|grandson|granddaughter|colleague|baby|lady|gentleman|named|known as|(?:her|his|their|my) name is|"
    r"name\s?:|signed(?: by)?:?)"
)
PERSON = r"(?:patient|resident|client|man|woman|lady|gentleman|boy|girl|child|baby|somebody|someone|carer|nurse)"


def searched(text: str) -> Searched:
    return Searched(text, text.lower(), ANY_DIGIT.search(text) is not None)


def _where(pattern: str, flags: int = 0, *, needs: str = "", unless: Accept | None = None) -> Finder:
    """`needs`: lower-case letters, or DIGIT, without which nothing can be found."""
    expression = re.compile(pattern, flags)

    def found(where: Searched) -> Iterable[Span]:
        if not (where.has_digit if needs is DIGIT else needs in where.lower):
            return ()
        matches = expression.finditer(where.text)
        return [Span(*one.span()) for one in matches if not (unless and unless(one))]

    return found


def _is_no_name(match: re.Match[str]) -> bool:
    """Names begin with a capital, or belong to a script without any."""
    name = match["name"]
    return name[0].islower() or not name[0].isalpha() or name.split("'")[0].lower() in NO_NAMES


def _is_in_no_names(match: re.Match[str]) -> bool:
    return match["name"].lower() in NO_NAMES


def _is_whom_one_calls(match: re.Match[str]) -> bool:
    """A nurse called in sick, called the store, called back: only "called Zed" tells a name."""
    return match["name"].lower() in NO_NAMES | NO_NAMES_OF_CALLED


def _is_no_number(match: re.Match[str]) -> bool:
    return match["number"].lower() not in NUMBER_WORDS


def _is_no_first_name(match: re.Match[str]) -> bool:
    return match[0].lower() not in FIRST_NAMES


def _is_abbreviation(match: re.Match[str]) -> bool:
    return match["letters"].replace(".", "").replace(" ", "").lower() in ABBREVIATIONS


def _is_quantity(match: re.Match[str]) -> bool:
    """Round, a day written without gaps, or money."""
    return match[0].endswith("000") or re.fullmatch(r"20[2-9]\d[01]\d[0-3]\d", match[0]) is not None


def _is_no_record(match: re.Match[str]) -> bool:
    """A year, a date, or too short."""
    number = match["number"]
    is_date = re.fullmatch(r"20\d\d(?:[/-]\d\d?){0,2}", number) is not None
    return is_date or sum(char.isdecimal() for char in number) < 3


def _about_one(where: Searched) -> Iterator[Span]:
    """A long text that keeps coming back to one person; what is shown is where that begins."""
    text = where.text
    if len(text) > LONG_ABOUT_ONE:
        mentions = list(MENTION.finditer(text))
        if len(mentions) >= MENTIONS_OF_ONE:
            begin = mentions[0].start()
            end = re.compile(r"[.!?\n]").search(text, begin, begin + SHOWN_OF_LONG)
            yield Span(begin, end.start() if end else min(begin + SHOWN_OF_LONG, len(text)))


_BIRTH = (
    _where(
        rf"\b(?:d\.?\s?o\.?\s?b\b|date\sof\sbirth|birth\s?da(?:te|y))[^\d\n]{{0,20}}{ANY_DATE}", IGNORE, needs=DIGIT
    ),
    _where(rf"\bborn\b(?:\s(?:on|in|the)){{0,2}}\s{ANY_DATE}", IGNORE, needs=DIGIT),
    _where(rf"(?<![\d./-])\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?{BIRTH_YEAR}(?!\d)", needs=DIGIT),
    _where(rf"(?<!\d){BIRTH_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)", needs=DIGIT),
    _where(r"(?<![\d./-])[0-3]?\d[./-][01]?\d[./-][3-9]\d(?![\d./-])", needs=DIGIT),
    _where(rf"\b{DAY}[\s.-](?:of\s)?{MONTH}[\s,.-]{{1,2}}{BIRTH_YEAR}\b", IGNORE, needs=DIGIT),
    _where(rf"\b{MONTH}\s{DAY},?\s{BIRTH_YEAR}\b", IGNORE, needs=DIGIT),
)
_AGE = (
    _where(rf"\b(?<!people )(?<!those )age(?:d|\s?[:=]|\sof)?\s(?:about\s)?\d{{1,3}}{NO_GROUP}", IGNORE, needs=DIGIT),
    _where(r"\b\d{1,3}[\s-]?(?:years?|yrs?|months?|weeks?|days?)[\s-]olds?\b", IGNORE, needs=DIGIT),
    _where(r"\b\d{1,3}[\s-]?(?:y/o|y\.o\.|yo\b|yrs?\sof\sage\b|years\sof\sage\b)", IGNORE, needs=DIGIT),
    _where(
        r"\b(?P<number>[a-z]{3,9})[\s-](?:year|month|week|day)s?[\s-]olds?\b",
        IGNORE, needs="old", unless=_is_no_number,
    ),
    _where(
        r"\baged\s(?P<number>[a-z]{3,9})\b(?!\s(?:to|and|or)\s)", IGNORE, needs="aged", unless=_is_no_number
    ),
    _where(rf"(?<![\w.])\d\d\s?[MF](?![\w/])|{SITE}\b[MF]\s?\d\d(?![\w%/])", needs=DIGIT),
    _where(r"\bin\s(?:his|her|their)\s(?:(?:early|mid|late)[\s-])?(?:\d0s|\w{3,6}ties|teens)\b", IGNORE),
    _where(r"\b(?:octo|nona|septua)genarian\b|\bcentenarian\b", IGNORE, needs="enarian"),
    _where(r"\bs?he\s(?:is|was|turned)\s\d{1,3}(?=[.,;]|\s(?:and|with|years)|$)", IGNORE, needs=DIGIT),
)
_POSTCODE = (
    _where(r"\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2})\b", needs=DIGIT),
    _where(r"\b[a-z]{1,2}\d[a-z\d]?\s?(?!\d(?:st|nd|rd|th|hr)\b)\d[abd-hjlnp-uw-z]{2}\b", IGNORE, needs=DIGIT),
    _where(r"\bpost\s?code\W{1,3}(?:is\s)?[a-z]{1,2}\d[a-z\d]?\b", IGNORE, needs=DIGIT),
)
_PHONE = (
    _where(r"(?<![\d.])(?!\d\d[.-]\d\d[.-]\d{4})\(?0[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)", needs=DIGIT),
    _where(r"(?<!\d)(?:\+|00)\d{1,3}(?:[\s().-]{0,3}\d){8,12}(?!\d)", needs=DIGIT),
    _where(
        rf"\b{PHONE}\b[^\w\n]{{1,3}}(?:(?:no|number|on|at|is|her|him)\b[^\w\n]{{1,3}}){{0,3}}"
        r"(?:\d{5,}|\d{3,5}[\s-]\d{3,})", IGNORE, needs=DIGIT,
    ),
    _where(
        r"\b(?:bleep|pager|ext|extension)\b[^\w\n]{1,3}(?:(?:no|number|is)\b[^\w\n]{1,3})?\d{3,}", IGNORE, needs=DIGIT
    ),
)
_EMAIL = (
    _where(r"(?<![\w.+'-])[\w.+'-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", needs="@"),
    _where(
        r"\b[\w.-]{1,64}\s?[\[(\s]at[\])\s]\s?[\w-]{1,63}\s?[\[(\s]dot[\])\s]\s?\w{2,}", IGNORE, needs="dot"
    ),
)
_RECORD = (
    _where(rf"\b{RECORD}(?:{NUMBER_OF}\b)?{RECORD_NUMBER}", IGNORE, unless=_is_no_record, needs=DIGIT),
    _where(rf"\b{SOFT_RECORD}{NUMBER_OF}{RECORD_NUMBER}", IGNORE, unless=_is_no_record, needs=DIGIT),
    _where(r"(?<![\w#.,/£-])[A-Za-z]{1,4}[-/]?\d{5,10}[A-Za-z]?\b", needs=DIGIT),
    _where(r"(?<![\w.,/£$€-])\d{6,}(?![\w,]|\.\d)", unless=_is_quantity, needs=DIGIT),
    _where(r"\b[A-Z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[A-D]\b", IGNORE, needs=DIGIT),  # national insurance
    _where(r"\b[A-Z]{2}\d\d\s?[A-Z]{3}\b", needs=DIGIT),  # vehicles
    _where(r"\b(?:vehicle|car|reg|registration)\b[^\n]{0,12}?\b[A-Z]\d{1,3}\s?[A-Z]{3}\b", needs=DIGIT),
)
_NAME = (
    _where(
        rf"\b{TITLE}\s{{1,3}}(?:{PARTICLE}[\s-]){{0,3}}(?P<name>\w[\w'’-]{{0,40}})", IGNORE, unless=_is_no_name
    ),
    _where(r"\bmrs?\.?\s(?P<name>[a-z]{3,40})\b", needs="mr", unless=_is_in_no_names),
    _where(rf"\b{JOB}\s(?P<name>[^\W\d_]['’]?[^\W\d_]\w{{1,40}})", IGNORE, unless=_is_no_name),
    _where(
        rf"\b{RELATIVE}(?:,|\s\()?\s(?P<name>[^\W\d_]['’]?[^\W\d_][\w'’-]{{1,40}})", IGNORE, unless=_is_no_name
    ),
    _where(
        rf"\b{PERSON}\s(?:(?:is|was|who|we)\s){{0,2}}(?:called|named)\s(?P<name>\w{{2,40}})",
        IGNORE, needs="ed", unless=_is_whom_one_calls,
    ),
    _where(
        r"(?<!\bSt )(?<!\bSt\. )\b(?:[A-Z][a-z]{2,12}|[A-Z]{4,12})\b"
        r"(?!['’]s\sRule|\s(?:[Ww]ard|Wing|Unit|Hospital|House)\b)",
        unless=_is_no_first_name,
    ),
    _where(r"\b(?:[A-Z]\.\s?){1,3}(?P<name>[A-Z][a-z]['’]?\w{1,30})(?!\w)", unless=_is_no_name),
)
_PLACE = (
    _where(
        rf"(?<!\d )(?<!\d-)\b{BED}(?:\s(?:no|number)\b\.?)?\s?[:#]?\s?\d{{1,3}}[a-d]?\b(?!\s?{TIME_UNIT})",
        IGNORE, needs=DIGIT,
    ),
    _where(rf"{WORK_ROOM}\broom\s(?:no\.?\s|number\s)?\d{{1,3}}\b", IGNORE, needs=DIGIT),
    _where(rf"\b\d{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w'’-]{{1,30}}\s){{1,3}}{STREET}\b", needs=DIGIT),
)
_LETTERS = r"(?P<letters>[A-Z]\.?\s?[A-Z]\.?(?:\s?[A-Z]\.?)?)"
_INITIALS = (
    _where(rf"\b{ONE}[\s,(:]{{1,3}}{_LETTERS}(?![\w’'])", unless=_is_abbreviation),
    _where(
        rf"\b{_LETTERS}[\s,(/-]{{1,3}}(?:aged?\s)?\d\d\d?(?:\s?(?:[MFmf]|y/?o?|yrs?|years?))?\b(?!\s?%)",
        unless=_is_abbreviation, needs=DIGIT,
    ),
    _where(r"\b(?P<letters>(?:[A-Z]\.){2,3})(?!\w)", unless=_is_abbreviation),
)
FINDERS: Mapping[Kind, tuple[Finder, ...]] = {
    "date_of_birth": _BIRTH,
    "age": _AGE,
    "postcode": _POSTCODE,
    "phone": _PHONE,
    "email": _EMAIL,
    "record_number": _RECORD,
    "name": _NAME,
    "place": _PLACE,
    "initials": _INITIALS,
    "long_about_one": (_about_one,),
}
