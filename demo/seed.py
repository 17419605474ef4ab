"""Fills an empty host: people, courses, a library, and the sample learners' work.

May be called again at every start: what is there is left as it is. Learners' work goes through the blocks'
own handlers, so that its revisions, completion rows and events are real.
"""

import json
import logging
from datetime import date
from typing import Any

from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.db import transaction
from eventtracking import tracker
from opaque_keys.edx.keys import CourseKey, UsageKey
from webob import Request

from demo.models import Block, Course, Enrolment, StaffRole
from demo.pages import people
from demo.places import visit
from demo.runtime import HostRuntime
from demo.seeding import amara, charts, conversation, priya, project, ready_courses, theory, tom
from demo.seeding.courses import COURSES, FIRST, LIBRARY, BlockPlan, CoursePlan, SectionPlan, UnitPlan
from demo.tracking import course_context

log = logging.getLogger(__name__)
LEARNERS = (people.AMARA, people.PRIYA, people.TOM, people.NOOR)
STARTED = ("welcome", "disguise")
HALF_WAY = (
    *STARTED, "project", "hello", "causes", "walk", "cause_talk", "theory", "diagram", "diagram_talk",
    "choose", "place", "measure", "feedback",
)  # fmt: skip
NEARLY_DONE = (*HALF_WAY, "guess", "plan", "try", "paper")
CHART_READ = {
    "tells": "Mondays are high and Saturdays are low, week after week.",
    "does_not": "Whether anything changed. For that I would compare Mondays with Mondays.",
}
Json = dict[str, Any]


class NotSeeded(Exception):
    """A handler refused what it was given; the words are its answer."""


@transaction.atomic
def seed(*, ready_made: bool = True) -> None:
    """All of it or nothing. Without the ready-made courses it takes half the time, and nobody talks."""
    is_new = not Course.objects.filter(key=CourseKey.from_string(FIRST.key)).exists()
    if ready_made:
        ready_courses.seed_courses()
    for plan in COURSES:
        _seed_course(plan)
    _seed_library()
    _seed_people()
    if is_new:
        _seed_work(date.today())
    if is_new and ready_made:
        _seed_ready_work(date.today())


def _seed_course(plan: CoursePlan) -> None:
    course, is_new = Course.objects.get_or_create(
        key=CourseKey.from_string(plan.key), defaults={"title": plan.title}
    )
    if not is_new:
        return
    for position, section in enumerate(plan.sections):
        _seed_section(course, section, position)


def _seed_section(course: Course, plan: SectionPlan, position: int) -> None:
    row = _row(
        course, "chapter", plan.slug, parent=None, position=position, fields={"display_name": plan.name}
    )
    for at, unit in enumerate(plan.units):
        _seed_unit(course, row, unit, at)


def _seed_unit(course: Course, section: Block, plan: UnitPlan, position: int) -> None:
    keys = [str(course.key.make_usage_key(block.block_type, block.slug)) for block in plan.blocks]
    fields = {"display_name": plan.name, "children": keys}
    row = _row(course, "vertical", plan.slug, parent=section, position=position, fields=fields)
    for at, block in enumerate(plan.blocks):
        _row(course, block.block_type, block.slug, parent=row, position=at, fields=block.fields)


def _row(
    course: Course, block_type: str, slug: str, *, parent: Block | None, position: int, fields: Json
) -> Block:
    return Block.objects.create(
        usage_key=course.key.make_usage_key(block_type, slug),
        course=course,
        parent=parent,
        position=position,
        block_type=block_type,
        fields=fields,
        published_fields=fields,
    )


def _library_key(plan: BlockPlan) -> UsageKey:
    return UsageKey.from_string(f"lb:Northfield:tools:{plan.block_type}:{plan.slug}")


def _seed_library() -> None:
    for position, plan in enumerate(LIBRARY):
        values = {"position": position, "block_type": plan.block_type, "fields": plan.fields, "library": True}
        Block.objects.get_or_create(usage_key=_library_key(plan), defaults=values)


def _seed_people() -> None:
    for person in people.PEOPLE:
        if person.username:
            _seed_person(person)


def _seed_person(person: people.Person) -> None:
    first, last = person.name.split(" ", maxsplit=1)
    user, is_new = User.objects.get_or_create(
        username=person.username,
        defaults={"first_name": first, "last_name": last, "email": f"{person.username}@example.org"},
    )
    if is_new:
        user.set_unusable_password()
        user.save()
    roles = {people.FARIDA: StaffRole.STAFF, people.JO: StaffRole.INSTRUCTOR}
    for course in Course.objects.all():
        if person in LEARNERS:
            defaults = {"cohort": 1 + LEARNERS.index(person) // 2}
            Enrolment.objects.get_or_create(user=user, course=course, defaults=defaults)
        if person in roles:
            StaffRole.objects.get_or_create(user=user, course=course, role=roles[person])


def _seed_work(today: date) -> None:
    texts = ("welcome_text", "small_text")
    for person in (people.AMARA, people.TOM):
        for slug in texts if person is people.AMARA else texts[:1]:
            _call(_user(person), _key("html", slug), "publish_completion", {"completion": 1.0})
    home = _key("qi_project", "project_home")
    _save(people.AMARA, home, project.amaras(today))
    project.into_the_past(_user(people.AMARA))
    _save(people.TOM, home, project.toms())
    _save(people.AMARA, _key("qi_pdsa_planner", "run_planner"), amara.saves(today))
    _save(people.AMARA, _key("qi_run_chart", "own_chart"), charts.saves(today))
    _save(people.AMARA, _key("qi_driver_diagram", "theory_diagram"), [theory.diagram()])
    _save(people.TOM, _key("qi_pdsa_planner", "plan_planner"), tom.saves(today))
    conversation.seed_groups(_key("qi_social_space", "groups_space"), call=_call)


def _seed_ready_work(today: date) -> None:
    """Amara has her project from the other course; Priya wrote hers in this one."""
    diagram = ready_courses.block_key("qi_driver_diagram", "own_diagram")
    _save(people.PRIYA, ready_courses.block_key("qi_project", "project_home"), [priya.project(today)])
    _save(people.PRIYA, diagram, [priya.diagram()])
    _save(people.PRIYA, ready_courses.block_key("qi_run_chart", "own_measure"), [priya.measures()])
    for person in (people.AMARA, people.PRIYA):
        ready_courses.read_chart(_user(person), "walk_chart", **CHART_READ, call=_call)
    conversation.seed_talk(lambda name: ready_courses.block_key("qi_social_space", name), call=_call)
    for person, units in ((people.AMARA, NEARLY_DONE), (people.PRIYA, HALF_WAY), (people.TOM, STARTED)):
        ready_courses.take(_user(person), units, call=_call)


def _user(person: people.Person) -> User:
    return User.objects.get(username=person.username)


def _save(person: people.Person, key: UsageKey, documents: list[Json], **body: str) -> None:
    user, revision = _user(person), 0
    for document in documents:
        answer = _call(user, key, "save_work", {"revision": revision, "document": document, **body})
        revision = answer["revision"]


def _key(block_type: str, slug: str) -> UsageKey:
    return CourseKey.from_string(FIRST.key).make_usage_key(block_type, slug)


def _call(user: User, key: UsageKey, handler: str, payload: Json) -> Json:
    """One request to a handler, with the course context that the platform's middleware would add."""
    block = HostRuntime(visit("lms", key.context_key, user=user)).get_block(key)
    who = {"user_id": user.pk, "username": user.get_username()}
    request = Request.blank(
        "/", method="POST", body=json.dumps(payload).encode(), content_type="application/json"
    )
    with tracker.get_tracker().context("seed", course_context(key.context_key) | who):
        response = block.handle(handler, request)
    if response.status_code != 200:
        raise NotSeeded(f"{key} {handler}: {response.status_code} {response.text}")
    return dict(response.json)
