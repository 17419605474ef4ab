"""A learner's projects: the list of them, and which one is open.

One is open at a time, the same in every course. A course may be told to work on a certain one whichever is open. An
archived project is kept whole and is neither.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import Prefetch, QuerySet
from opaque_keys.edx.keys import CourseKey

from qi_core.domain.problems import Problem, Problems
from qi_project.choosing import Where, projects
from qi_project.models import Artefact, CourseChoice, Project
from qi_project.values import Gone, ProjectLine, ProjectName, from_text

PROJECTS_MAX = 50
ATTEMPTS = 3

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def project_of(
    owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None
) -> ProjectName | None:
    """The project that is meant; None when the learner has none that is open. One query."""
    found = projects(Where(owner_id, course_key, project)).values_list("pk", "title").first()
    return ProjectName(*found) if found else None


def projects_of(owner_id: int) -> tuple[ProjectLine, ...]:
    """The open one first, archived ones last, the newest first among each. Three queries."""
    told = Artefact.objects.only("project_id", "tool", "counts", "saved_at")
    mine = Project.objects.filter(owner_id=owner_id, practice_in=None)
    found = mine.prefetch_related("chosen_in", Prefetch("artefacts", queryset=told)).order_by("-pk")
    lines = [_line(project) for project in found]
    return tuple(sorted(lines, key=lambda line: (not line.is_open, line.archived_at is not None)))


def _line(project: Project) -> ProjectLine:
    artefacts = list(project.artefacts.all())
    return ProjectLine(
        id=project.pk,
        title=project.title,
        created=project.created,
        saved_at=max((one.saved_at for one in artefacts), default=None),
        is_open=bool(project.is_open),
        archived_at=project.archived_at,
        courses=tuple(sorted(str(one.course_key) for one in project.chosen_in.all())),
        counts={one.tool: from_text(one.counts) for one in artefacts},
    )


def in_turn(change: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Again when somebody else opened a project in between: the constraint lets one of several win."""

    @wraps(change)
    def changed(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        for _ in range(ATTEMPTS - 1):
            try:
                with transaction.atomic():
                    return change(*args, **kwargs)
            except IntegrityError:
                continue
        with transaction.atomic():
            return change(*args, **kwargs)

    return changed


@in_turn
def start_project(owner_id: int, *, title: str, now: datetime, course_key: CourseKey | None = None) -> int:
    """A new one, open at once; the one that was open stays as it is. Raises Problems when there are too many."""
    mine = with_room(owner_id, path="title")
    mine.filter(is_open=True).update(is_open=None)
    begun = Project.objects.create(
        owner_id=owner_id, title=title, opened_in=course_key, created=now, is_open=True
    )
    if course_key is not None:
        CourseChoice.objects.filter(owner_id=owner_id, course_key=course_key).delete()
    return begun.pk


@in_turn
def open_project(owner_id: int, *, project: int, course_key: CourseKey | None = None) -> None:
    """In every course; the course it was opened from keeps no choice of its own. An archived one is taken out first."""
    wait_for_turn(owner_id)
    Project.objects.filter(owner_id=owner_id, is_open=True).exclude(pk=project).update(is_open=None)
    _change(owner_id, project, is_open=True, archived_at=None)
    if course_key is not None:
        CourseChoice.objects.filter(owner_id=owner_id, course_key=course_key).delete()


@in_turn
def choose_in_course(owner_id: int, *, project: int | None, course_key: CourseKey) -> None:
    """This course alone works on the project, until None is chosen: then again on the one that is open."""
    wait_for_turn(owner_id)
    if project is None:
        CourseChoice.objects.filter(owner_id=owner_id, course_key=course_key).delete()
        return
    _change(owner_id, project, archived_at=None)
    CourseChoice.objects.update_or_create(
        owner_id=owner_id, course_key=course_key, defaults={"project_id": project}
    )


def rename_project(owner_id: int, *, project: int, title: str) -> None:
    _change(owner_id, project, title=title)


@in_turn
def archive_project(owner_id: int, *, project: int, now: datetime) -> None:
    """Raises Problems for the open one: another has to be opened first. Courses that had chosen it forget it."""
    wait_for_turn(owner_id)
    if Project.objects.filter(owner_id=owner_id, pk=project, is_open=True).exists():
        raise Problems({"project": Problem("is_open")})
    _change(owner_id, project, archived_at=now)
    CourseChoice.objects.filter(owner_id=owner_id, project_id=project).delete()


def restore_project(owner_id: int, *, project: int) -> None:
    """Back among the others; it is not opened by that."""
    _change(owner_id, project, archived_at=None)


def _change(owner_id: int, project: int, **columns: object) -> None:
    """MySQL counts a row that already was so as changed, too: Django asks it to."""
    if not projects(Where(owner_id, project=project)).update(**columns):
        raise Gone(project)


def with_room(owner_id: int, *, path: str) -> QuerySet[Project]:
    """The learner's projects, in their turn, when one more may come. Raises Problems at `path` when not."""
    wait_for_turn(owner_id)
    mine = Project.objects.filter(owner_id=owner_id, practice_in=None)
    if mine.count() >= PROJECTS_MAX:
        raise Problems({path: Problem("too_many_projects", {"max": PROJECTS_MAX})})
    return mine


def wait_for_turn(owner_id: int) -> None:
    """One change at a time for each learner, whatever rows there are yet: the user's row is locked to the end."""
    list(get_user_model().objects.select_for_update().filter(pk=owner_id).values_list("pk"))
