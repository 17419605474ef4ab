"""Deleting for good: a project, a practice sheet, everything of a person. Earlier versions go with the rest."""

from django.db import models, transaction
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project.choosing import Where, projects
from qi_project.models import Artefact, Project


def erase_project(owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None) -> None:
    """One project for good: every tool, every version, every course's choice of it. Practice sheets stay.

    What was shared with others is a copy and is not touched: it is taken back where it was shared.
    """
    _erase(projects(Where(owner_id, course_key, project)))


def erase_practice(owner_id: int, *, practice_in: UsageKey) -> None:
    """The learner's practice sheet of one block for good. The project stays."""
    _erase(Project.objects.filter(owner_id=owner_id, practice_in=str(practice_in)))


def erase_person(user_id: int) -> None:
    """Everything of a person for good; nothing happens when nothing is left."""
    _erase(Project.objects.filter(owner_id=user_id))


def _erase(meant: models.QuerySet[Project]) -> None:
    """Locks from the top down first: another window could hang a version under a row being deleted."""
    with transaction.atomic():
        found = list(meant.select_for_update().values_list("pk", flat=True))
        list(Artefact.objects.select_for_update().filter(project_id__in=found).values_list("pk", flat=True))
        Project.objects.filter(pk__in=found).delete()
