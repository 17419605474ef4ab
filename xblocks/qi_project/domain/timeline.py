"""When the aim and the charter were written and changed, as far as the kept versions of the document can tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qi_core.domain.chronicle import Moment
from qi_project.domain.completion import is_said, is_whole
from qi_project.domain.document import Document


@dataclass(frozen=True)
class State:
    """The document as it was saved on a day, by the site's calendar."""

    on: date
    document: Document


def moments(states: Sequence[State]) -> tuple[Moment, ...]:
    """`states`, oldest first. Of several changes on one day the day has one."""
    found = {(moment.on, moment.key): moment for moment in _all(states)}
    written = {on for on, key in found if key == "aim_written"}
    return tuple(moment for (on, key), moment in found.items() if key != "aim_changed" or on not in written)


def _all(states: Sequence[State]) -> Iterator[Moment]:
    before = Document()
    for state in states:
        aim, charter = state.document.aim, state.document.charter
        if is_whole(aim) and not is_whole(before.aim):
            yield Moment(state.on, "aim_written")
        elif is_whole(aim) and aim != before.aim:
            yield Moment(state.on, "aim_changed")
        if is_said(charter.why) and not is_said(before.charter.why):
            yield Moment(state.on, "charter_begun")
        if state.document.stakeholders and not before.stakeholders:
            yield Moment(state.on, "people_begun")
        before = state.document
