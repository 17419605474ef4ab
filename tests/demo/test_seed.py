"""The first start: four courses, eight people, and work that went through the blocks' own handlers."""

from collections.abc import Iterator
from typing import Any

import pytest
from completion.models import BlockCompletion
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.db import transaction
from opaque_keys.edx.keys import CourseKey

from demo.models import ActivityEvent, Block, Course, Enrolment, StaffRole
from demo.pages.outline import progress_by_person
from demo.pages.people import PEOPLE
from demo.seed import seed
from demo.seeding import ready_courses
from demo.seeding.courses import COURSES, FIRST, SECOND
from demo.testing import open_block
from qi_project import api
from qi_social_space import api as talk


@pytest.fixture(scope="module")
def academy(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Filled once; what a test changes is rolled back with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(academy: None, db: None) -> None:
    """For tests that look at the academy."""


def test_everybody_is_there_in_their_role(seeded: None) -> None:
    assert set(User.objects.values_list("username", flat=True)) == {p.username for p in PEOPLE if p.username}
    assert set(Enrolment.objects.values_list("user__username", flat=True)) == {"amara", "noor", "priya", "tom"}
    roles = set(StaffRole.objects.values_list("user__username", "role"))
    assert roles == {("farida", "staff"), ("jo", "instructor")}


def test_everything_is_published(seeded: None) -> None:
    assert Course.objects.count() == len(ready_courses.NAMES) + len(COURSES)
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
    planners = BlockCompletion.objects.filter(user=amara, block_type="qi_pdsa_planner")
    done = planners.filter(context_key=FIRST.key)
    assert list(done.values_list("completion", flat=True)) == [1.0]
    names = ActivityEvent.objects.filter(user=amara).values_list("name", flat=True)
    told = {name: list(names).count(name) for name in set(names) if name.startswith("qi.")}
    assert {name: number for name, number in told.items() if not name.startswith("qi.space")} == {
        "qi.diagram.theory_drawn": 1,
        "qi.project.aim_written": 1,
        "qi.project.charter_written": 1,
        "qi.project.stakeholders_known": 1,
        "qi.pdsa.cycle_started": 3,
        "qi.pdsa.prediction_locked": 3,
        "qi.pdsa.cycle_studied": 2,
        "qi.pdsa.decision_made": 2,
        "qi.measures.measure_defined": 3,
        "qi.measures.data_added": 3,
        "qi.measures.baseline_set": 1,
        "qi.measures.reading_written": 2,
    }


def test_a_home_opens_each_project_and_says_what_is_next(seeded: None) -> None:
    home = CourseKey.from_string(FIRST.key).make_usage_key("qi_project", "project_home")
    amara, tom = (
        open_block(home, User.objects.get(username=name)).student_view().json_init_args for name in ("amara", "tom")
    )
    assert [page["state"]["overview"]["steps"][0]["name"] for page in (amara, tom)] == ["study_cycle", "finish_aim"]
    assert (amara["state"]["progress"], amara["state"]["warnings"], amara["state"]["checks"]) == (1.0, [], [])
    assert [line["key"] for line in amara["overview"]["artefacts"]["pdsa"]["lines"]] == ["running", "adapt"]
    assert tom["overview"]["artefacts"]["pdsa"]["lines"] == [{"key": "planned", "facts": {"n": 1}}]
    assert {tool: block["blocks"] for tool, block in amara["overview"]["blocks"].items()} == {
        "diagram": 1, "pdsa": 2, "measures": 1, "talk": 2,
    }  # fmt: skip


def test_a_story_is_told_in_the_order_in_which_it_happened(seeded: None) -> None:
    home = CourseKey.from_string(FIRST.key).make_usage_key("qi_project", "project_home")
    page = open_block(home, User.objects.get(username="amara")).student_view().json_init_args
    told = [(line["tool"], line["key"]) for line in reversed(page["overview"]["timeline"])]
    cycles = [("pdsa", key) for key in ("started", "adapt", "started", "adapt", "started")]
    own = [("project", key) for key in ("begun", "aim_written", "charter_begun", "people_begun")]
    assert [one for one in told if one[0] != "measures"] == [*own, *cycles, ("talk", "shared_cycle")]


def test_her_measures_are_a_family_whose_chart_opens_in_both_courses(seeded: None) -> None:
    amara = User.objects.get(username="amara")
    pages = [
        open_block(CourseKey.from_string(plan.key).make_usage_key("qi_run_chart", slug), amara)
        .student_view()
        .json_init_args
        for plan, slug in ((FIRST, "own_chart"), (SECOND, "again_chart_chart"))
    ]
    kinds = [[measure["kind"] for measure in page["state"]["document"]["measures"]] for page in pages]
    assert kinds == [["outcome", "process", "balancing"]] * 2
    assert [len(page["cycles"]) for page in pages] == [3, 3]
    assert (pages[0]["state"]["progress"], pages[0]["state"]["todo"], pages[0]["state"]["warnings"]) == (1.0, [], [])
    bells, rounds, overtime = pages[0]["state"]["overview"]["charts"].values()
    assert ([phase["signal"] for phase in bells["phases"]], len(bells["y"])) == ([False], 24)
    assert [chart["phases"][0]["state"] for chart in (bells, rounds, overtime)] == ["ready", "too_few", "ready"]


def test_people_talk_and_something_waits_for_the_facilitator(seeded: None) -> None:
    people = [User.objects.get(username=name) for name in ("amara", "priya", "tom")]
    posts = {who.username: talk.export(who.pk)["posts"] for who in people}
    assert {name: len(found) for name, found in posts.items()} == {"amara": 7, "priya": 4, "tom": 5}
    assert [one["card"]["kind"] for one in posts["amara"] if one["card"]] == ["cycle"]
    names = set(ActivityEvent.objects.values_list("name", flat=True))
    assert {"qi.space.post_written", "qi.space.reacted", "qi.space.reported", "qi.space.moderated"} <= names


def test_the_sample_learners_are_at_different_places_of_the_ready_made_course(seeded: None) -> None:
    course = Course.objects.get(key=ready_courses.keys()[0])
    progress = {name: (one.complete, one.units) for name, one in progress_by_person(course)}
    assert progress == {"amara": (18, 19), "priya": (14, 19), "tom": (2, 19), "noor": (0, 19)}


def test_the_facilitator_finds_what_waits_for_her(seeded: None) -> None:
    farida = User.objects.get(username="farida")
    space = ready_courses.block_key("qi_social_space", "feedback_space")
    assert open_block(space, farida).student_view().json_init_args["room"]["waiting"] == 3


def test_a_project_is_there_already_in_the_second_course(seeded: None) -> None:
    priya = User.objects.get(username="priya")
    first = ready_courses.block_key("qi_project", "project_home")
    second = ready_courses.key_of(ready_courses.LAST).make_usage_key("qi_project", "again_home")
    pages = [open_block(key, priya).student_view().json_init_args["state"] for key in (first, second)]
    assert pages[0]["document"] == pages[1]["document"]
    assert [page["progress"] for page in pages] == [1.0, 1.0]
    assert BlockCompletion.objects.get(user=priya, block_key=second).completion == 1.0


def test_seeding_again_changes_nothing(seeded: None) -> None:
    mine = Block.objects.filter(usage_key__contains="IP101", usage_key__endswith="welcome_text")
    mine.update(fields={"data": "Mine"})
    before = [list(model.objects.values()) for model in (Block, Course, Enrolment, StaffRole, ActivityEvent)]
    seed()
    after = [list(model.objects.values()) for model in (Block, Course, Enrolment, StaffRole, ActivityEvent)]
    assert after == before


def test_slugs_are_unique_in_a_course() -> None:
    for plan in COURSES:
        units = [unit for section in plan.sections for unit in section.units]
        slugs = [unit.slug for unit in units] + [block.slug for unit in units for block in unit.blocks]
        assert len(slugs) == len(set(slugs))
