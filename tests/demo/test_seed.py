"""The first start: two courses, six people, and work that went through the blocks' own handlers."""

import pytest
from completion.models import BlockCompletion
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own

from demo.models import ActivityEvent, Block, Course, Enrolment, StaffRole
from demo.pages.people import PEOPLE
from demo.seed import seed
from demo.seeding.courses import COURSES
from qi_project import api


@pytest.fixture
def seeded(db: None) -> None:
    seed()


def test_everybody_is_there_in_their_role(seeded: None) -> None:
    assert set(User.objects.values_list("username", flat=True)) == {p.username for p in PEOPLE if p.username}
    assert set(Enrolment.objects.values_list("user__username", flat=True)) == {"amara", "tom"}
    roles = set(StaffRole.objects.values_list("user__username", "role"))
    assert roles == {("farida", "staff"), ("jo", "instructor")}


def test_everything_is_published(seeded: None) -> None:
    assert Course.objects.count() == len(COURSES)
    courses = Block.objects.filter(library=False)
    assert all(row.fields == row.published_fields for row in courses)


def test_the_learners_work_is_in_their_records(seeded: None) -> None:
    amara, tom = (User.objects.get(username=name) for name in ("amara", "tom"))
    hers, his = api.find(amara.pk, "pdsa"), api.find(tom.pk, "pdsa")
    assert hers.document is not None
    assert his.document is not None
    assert [cycle["act"]["decision"] for cycle in hers.document["cycles"]] == ["adapt", "adapt", None]
    assert hers.document["cycles"][2]["do"]["started_on"] is not None
    assert len(his.document["cycles"]) == 1
    assert (hers.revision, his.revision) == (10, 2)


def test_completion_and_events_are_real(seeded: None) -> None:
    amara = User.objects.get(username="amara")
    done = BlockCompletion.objects.filter(user=amara, block_type="qi_pdsa_planner")
    assert list(done.values_list("completion", flat=True)) == [1.0]
    names = ActivityEvent.objects.filter(user=amara).values_list("name", flat=True)
    told = {name: list(names).count(name) for name in set(names) if name.startswith("qi.")}
    assert told == {
        "qi.pdsa.cycle_started": 3,
        "qi.pdsa.prediction_locked": 3,
        "qi.pdsa.cycle_studied": 2,
        "qi.pdsa.decision_made": 2,
    }


def test_seeding_again_changes_nothing(seeded: None) -> None:
    Block.objects.filter(usage_key__contains="welcome_text").update(fields={"data": "Mine"})
    before = [list(model.objects.values()) for model in (Block, Course, Enrolment, StaffRole, ActivityEvent)]
    seed()
    after = [list(model.objects.values()) for model in (Block, Course, Enrolment, StaffRole, ActivityEvent)]
    assert after == before


def test_slugs_are_unique_in_a_course() -> None:
    for plan in COURSES:
        units = [unit for section in plan.sections for unit in section.units]
        slugs = [unit.slug for unit in units] + [block.slug for unit in units for block in unit.blocks]
        assert len(slugs) == len(set(slugs))
