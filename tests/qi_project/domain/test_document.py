"""The project document: what is accepted comes back the same, older ones gain the newer parts, faults are named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_core.domain.problems import Problem, Problems
from qi_project import domain
from qi_project.domain.document import STAKEHOLDERS_MAX, TEAM_MAX, Aim, Charter, Document, Member, Stakeholder
from tests.strategies import ids, marks, parts, several, unhurried

CONTRACTS = Path(__file__).parents[2] / "contracts"
FIRST, PRESENT = (json.loads((CONTRACTS / f"project_schema_{n}.json").read_text(encoding="utf-8")) for n in (1, 2))

charters = parts(Charter, team=several(parts(Member, id=ids), most=2))
documents = st.builds(
    Document,
    aim=parts(Aim),
    charter=charters,
    stakeholders=several(parts(Stakeholder, id=ids), most=2),
    confirmed=marks,
)


@unhurried
@given(documents)
def test_what_is_written_reads_back_the_same(document: Document) -> None:
    assert domain.parse(json.loads(json.dumps(domain.dump(document)))) == document


def test_the_documents_of_the_first_schema_gain_an_empty_charter_and_nobody() -> None:
    gained = {name: PRESENT["empty"][name] for name in ("charter", "stakeholders")}
    for raw in FIRST.values():
        assert domain.dump(domain.parse(domain.upgrade(raw))) == {**raw, **gained, "schema": 2}
        assert domain.parse(raw) == domain.parse(domain.upgrade(raw))


@pytest.mark.parametrize("name", PRESENT)
def test_the_documents_of_the_present_schema_stay_as_they_are(name: str) -> None:
    assert domain.dump(domain.parse(PRESENT[name])) == PRESENT[name]


def refused(**changes: object) -> dict[str, Problem]:
    with pytest.raises(Problems) as caught:
        domain.parse({**PRESENT["full"], **changes})
    return caught.value.problems


def test_two_with_one_id_are_refused_by_their_place() -> None:
    team = [{"id": "member1"}, {"id": "member1"}]
    people = [{"id": "people1"}, {"id": "people2"}, {"id": "people1"}]
    assert refused(charter={"team": team}, stakeholders=people) == {
        "charter.team[1].id": Problem("not_unique"),
        "stakeholders[2].id": Problem("not_unique"),
    }


def test_an_nhs_number_is_found_wherever_it_stands() -> None:
    people = [{"id": "people1", "name": "Mrs P, 943 476 5919"}]
    charter = {"team": [{"id": "member1", "printed_as": "943 476 5919"}]}
    assert refused(charter=charter, stakeholders=people) == {
        "charter.team[0].printed_as": Problem("nhs_number"),
        "stakeholders[0].name": Problem("nhs_number"),
    }


def test_too_many_people_are_one_problem() -> None:
    team = [{"id": f"member{n}"} for n in range(TEAM_MAX + 1)]
    people = [{"id": f"people{n}"} for n in range(STAKEHOLDERS_MAX + 1)]
    assert refused(charter={"team": team}) == {"charter.team": Problem("too_many", {"max": TEAM_MAX})}
    assert refused(stakeholders=people) == {"stakeholders": Problem("too_many", {"max": STAKEHOLDERS_MAX})}
