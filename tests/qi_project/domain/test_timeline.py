"""When an aim and a charter were written and changed, by the versions that were kept."""

from datetime import date

from qi_core.domain.chronicle import Moment
from qi_project.domain.document import Charter, Document, Stakeholder
from qi_project.domain.timeline import State, moments
from tests.qi_project.domain.test_home import EMPTY, FULL

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 6)


def aimed(what: str) -> Document:
    return Document(aim=FULL.aim.model_copy(update={"what": what}))


def test_an_aim_is_written_once_and_changed_once_a_day() -> None:
    states = [(MONDAY, EMPTY), (MONDAY, aimed("falls")), (MONDAY, aimed("fewer falls"))]
    states += [(TUESDAY, aimed("falls again")), (TUESDAY, aimed("harm")), (FRIDAY, aimed("harm"))]
    told = moments([State(on, document) for on, document in states])
    assert told == (Moment(MONDAY, "aim_written"), Moment(TUESDAY, "aim_changed"))


def test_an_aim_in_parts_is_not_told_until_it_is_whole() -> None:
    part = Document(aim=FULL.aim.model_copy(update={"by_when": None}))
    assert moments([State(MONDAY, part)]) == ()
    assert moments([State(MONDAY, part), State(TUESDAY, FULL)])[0] == Moment(TUESDAY, "aim_written")


def test_a_charter_and_the_people_are_told_when_they_begin() -> None:
    said = Document(charter=Charter(why="People fall."))
    known = said.model_copy(update={"stakeholders": (Stakeholder(id="people1"),)})
    told = moments([State(MONDAY, said), State(TUESDAY, known), State(FRIDAY, EMPTY)])
    assert told == (Moment(MONDAY, "charter_begun"), Moment(TUESDAY, "people_begun"))
