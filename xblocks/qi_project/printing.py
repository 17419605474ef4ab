"""The whole project as one printed page: a cover, the aim and the charter, the people, then each tool's own sheets.

A tool is asked for its sheets (`ToolBlock.printed_part`); none is known here.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from xblock.utils.resources import ResourceLoader

from qi_core.domain.problems import Problems
from qi_core.domain.tool import NewerDocument
from qi_core.printed import Printed
from qi_project.domain.document import Aim, Charter, Document, Stakeholder

log = logging.getLogger(__name__)
Say = Callable[[str], str]
Row = dict[str, str]
GAP = "…"
CHARTER = ("why", "affected", "inside", "outside", "benefit", "barriers")
# The order of the document; tools that are not named come after these.
ORDER = ("diagram", "measures", "pdsa")
PRINTED_WORDS = (
    *("aim", "label.charter.setting"),
    *(f"label.stakeholders.{field}" for field in ("influence", "interest", "needs", "involve")),
    *("print.by", "print.care", "print.charter", "print.contents", "print.does", "print.name_of_person"),
    *("print.nothing", "print.now", "print.page", "print.people", "print.people_stakeholders", "print.role"),
    *("print.undrawn_parts", "print.voice"),
)


@dataclass(frozen=True)
class About:
    """Of the project itself. `title` is empty, as long as there was only one."""

    title: str
    created: datetime


def aim_sentence(aim: Aim, *, say: Say) -> str:
    """As ui/sentence.ts says it: what is missing is a gap; empty when nothing has been written."""
    if not any((aim.what.strip(), aim.by_how_much.strip(), aim.for_whom.strip(), aim.by_when)):
        return ""
    facts = {
        "when": _day(aim.by_when) or GAP,
        "what": aim.what.strip() or GAP,
        "whom": aim.for_whom.strip() or GAP,
        "target": aim.by_how_much.strip() or GAP,
        "baseline": aim.baseline.strip(),
    }
    sentence = say(f"aim.{aim.direction or 'change'}{'_from' if facts['baseline'] else ''}")
    # in one go: a learner's own braces are not filled in
    return "".join(_filled(sentence, facts)).replace(f"{GAP}.", GAP)


def _filled(template: str, facts: Mapping[str, str]) -> Iterator[str]:
    for part in template.split("{"):
        name, brace, rest = part.partition("}")
        yield facts.get(name, name) + rest if brace else part


def parts_of(tools: Mapping[str, Any], visitor: Any) -> tuple[list[Printed], list[str]]:
    """Of each other tool its sheets, in the order of the document; and the names of those that cannot be printed."""
    parts, left_out = [], []
    names = sorted(tools, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    for name in names:
        try:
            part = tools[name].printed_part(visitor)
        except (NewerDocument, Problems):
            log.warning("%s: a stored document could not be printed", name)
            left_out.append(name)
            continue
        if part is not None:
            parts.append(part)
    return parts, left_out


def html_of(
    document: Document, about: About, parts: list[Printed], *, left_out: list[str], words: Mapping[str, Any]
) -> str:
    """`words` are BaseBlock.page_words; `left_out` are the names of tools whose document could not be read."""
    say: Say = words["strings"].__getitem__
    charter = charter_rows(document.charter, say=say)
    people = [_person(one, say=say) for one in document.stakeholders if one.name.strip()]
    sentence = aim_sentence(document.aim, say=say)
    team = [_member(one) for one in document.charter.team if one.role.strip() or one.printed_as.strip()]
    has_more = bool(charter or document.aim.voice.strip())  # an aim alone stands on the cover
    own = [
        (say("aim"), bool(sentence) and has_more),
        (say("print.charter"), bool(charter)),
        (say("print.people"), bool(people or team)),
    ]
    context = {
        "title": about.title or _begun_large(document.aim.what.strip()) or say("print.untitled"),
        "aim": sentence,
        "voice": document.aim.voice,
        "setting": document.charter.setting,
        "team": team,
        "charter": charter,
        "people": people,
        "parts": parts,
        "scripts": list(dict.fromkeys(part.script for part in parts if part.script)),
        "contents": [name for name, is_there in own if is_there] + [part.heading for part in parts],
        "is_empty": not (sentence or has_more or people or team or parts or left_out),
        "left_out": [say(f"tool.{name}") for name in left_out],
        "begun": say("print.begun").replace("{date}", _day(timezone.localdate(about.created))),
        "printed_on": say("print.on").replace("{date}", _day(timezone.localdate())),
        "words": {key.replace(".", "_"): say(key) for key in PRINTED_WORDS},
        "locale": words["locale"],
        "dir": words["dir"],
    }
    return str(ResourceLoader("qi_project").render_django_template("templates/print.html", context))


def charter_rows(charter: Charter, *, say: Say) -> list[Row]:
    found = ((field, getattr(charter, field)) for field in CHARTER)
    return [{"label": say(f"label.charter.{field}"), "text": text} for field, text in found if text.strip()]


def _member(member: Any) -> Row:
    return {"role": member.role, "name": member.printed_as, "does": member.does}


def _person(person: Stakeholder, *, say: Say) -> Row:
    return {
        "name": person.name,
        "influence": say(f"amount.{person.influence}") if person.influence else "",
        "interest": say(f"amount.{person.interest}") if person.interest else "",
        "needs": person.needs,
        "involve": person.involve,
    }


def _begun_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(day: date | None) -> str:
    return str(date_format(day, "DATE_FORMAT")) if day else ""
