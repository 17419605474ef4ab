"""Which of a learner's projects is meant: a practice sheet, the one a page names, or the one a course works on.

No caller finds a project in any other way. A practice sheet is never the answer unless it was asked for.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project.models import CourseChoice, Project


@dataclass(frozen=True)
class Where:
    """`project` is the one that a page was opened on; None: the one that the course, or any course, works on now."""

    owner_id: int
    course_key: CourseKey | None = None
    project: int | None = None
    practice_in: UsageKey | None = None


def projects(where: Where) -> QuerySet[Project]:
    """At most one, and always the owner's own."""
    mine = Project.objects.filter(owner_id=where.owner_id)
    if where.practice_in is not None:
        return mine.filter(practice_in=str(where.practice_in))
    if where.project is not None:
        return mine.filter(pk=where.project, practice_in=None)
    if where.course_key is None:
        return mine.filter(is_open=True)
    choice = CourseChoice.objects.filter(owner_id=where.owner_id, course_key=where.course_key)
    return mine.filter(Q(pk__in=choice.values("project_id")) | Q(is_open=True) & ~Exists(choice))


def in_course(course_key: CourseKey) -> Q:
    """Of many learners' artefacts those that the course works on."""
    choices = CourseChoice.objects.filter(course_key=course_key)
    has_chosen_it = Exists(choices.filter(project_id=OuterRef("project_id")))
    has_chosen = Exists(choices.filter(owner_id=OuterRef("project__owner_id")))
    return Q(has_chosen_it) | Q(project__is_open=True) & ~Q(has_chosen)
