"""The one way in to learners' projects. Callers ask for a person's own record: who may is the caller's rule.

Here: finding, saving, erasing. Earlier versions are in `history`, a learner's copy of everything in `export`,
counts for course staff in `standing`; all are offered from here.
"""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project import ideas as _ideas
from qi_project.domain.ideas import NewCycle, NewIdea
from qi_project.export import export
from qi_project.history import document_of, keep, versions
from qi_project.ideas import Idea
from qi_project.models import Artefact, Project
from qi_project.shared import (
    CycleMark,
    DriverName,
    IdeaTest,
    MeasureName,
    Surroundings,
    Thread,
    cycles_of,
    read,
    surroundings_of,
    thread_of,
)
from qi_project.standing import counts_for
from qi_project.values import Stale, Standing, Stored, Version, from_text, to_text
from qi_project.whole import Whole, counts_of, whole_of

__all__ = [
    "CycleMark",
    "DriverName",
    "Idea",
    "IdeaTest",
    "MeasureName",
    "Stale",
    "Standing",
    "Stored",
    "Surroundings",
    "Thread",
    "Version",
    "Whole",
    "add_idea",
    "begin_cycle",
    "counts_for",
    "counts_of",
    "cycles_of",
    "document_of",
    "erase_person",
    "erase_practice",
    "erase_project",
    "export",
    "find",
    "ideas_of",
    "save",
    "surroundings_of",
    "thread_of",
    "versions",
    "whole_of",
]

NEVER_SAVED = Stored()


def find(owner_id: int, tool: str, *, practice_in: UsageKey | None = None) -> Stored:
    """What the learner last saved with `tool`: in the project, or on the practice sheet of that block."""
    row = _row(owner_id, tool, practice_in)
    return _stored(row) if row else NEVER_SAVED


def save(
    owner_id: int,
    tool: str,
    *,
    document: dict[str, Any],
    seen: int,
    counts: dict[str, int],
    now: datetime,
    course_key: CourseKey | None = None,
    practice_in: UsageKey | None = None,
    milestone: bool = False,
) -> Stored:
    """Replace the document the caller has seen, or raise Stale and write nothing.

    `seen` is the revision the change was made on, 0 before the first save. The replaced document is kept
    as a version at a milestone, and otherwise at most once in ten minutes.
    """
    row = _row(owner_id, tool, practice_in)
    if (row.revision if row else 0) != seen:
        raise Stale(_stored(row) if row else NEVER_SAVED)
    saved = Stored(document=document, revision=seen + 1, saved_at=now, counts=counts)
    try:
        with transaction.atomic():
            if row:
                _replace(row, saved, milestone=milestone)
            else:
                _begin(owner_id, tool, saved, course_key=course_key, practice_in=practice_in)
    except (IntegrityError, _Lost) as lost:
        raise Stale(find(owner_id, tool, practice_in=practice_in)) from lost
    return saved


def ideas_of(owner_id: int) -> tuple[Idea, ...]:
    """The change ideas of the diagram in the learner's open project; none of another release's diagram."""
    return _ideas.ideas_in(read("diagram", find(owner_id, "diagram").document or {}))


def add_idea(owner_id: int, idea: NewIdea, *, now: datetime, course_key: CourseKey) -> tuple[Idea, ...]:
    """Puts the idea into the learner's diagram, linked to no driver yet, and answers all ideas."""
    _ideas.add_idea(_ideas.Place(owner_id, course_key, now, find, save), idea)
    return ideas_of(owner_id)


def begin_cycle(owner_id: int, cycle: NewCycle, *, now: datetime, course_key: CourseKey) -> int | None:
    """The number of the cycle, in the learner's planner, that waits for its plan. None: there is no such idea."""
    text = next((idea.text for idea in ideas_of(owner_id) if idea.id == cycle.idea), None)
    if text is None:
        return None
    return _ideas.begin_cycle(_ideas.Place(owner_id, course_key, now, find, save), cycle, text=text)


def erase_project(owner_id: int) -> None:
    """The learner's open project for good: every tool, every version. Practice sheets stay."""
    _erase(Project.objects.filter(owner_id=owner_id, is_open=True))


def erase_practice(owner_id: int, *, practice_in: UsageKey) -> None:
    """The learner's practice sheet of one block for good. The project stays."""
    _erase(Project.objects.filter(owner_id=owner_id, practice_in=str(practice_in)))


def erase_person(user_id: int) -> None:
    """Everything of a person for good; nothing happens when nothing is left."""
    _erase(Project.objects.filter(owner_id=user_id))


class _Lost(Exception):
    """The row changed between reading and writing."""


def _row(owner_id: int, tool: str, practice_in: UsageKey | None) -> Artefact | None:
    place = {"project__is_open": True} if practice_in is None else {"project__practice_in": str(practice_in)}
    return Artefact.objects.filter(project__owner_id=owner_id, tool=tool, **place).first()


def _stored(row: Artefact) -> Stored:
    return Stored(
        document=from_text(row.document),
        revision=row.revision,
        saved_at=row.saved_at,
        counts=from_text(row.counts),
    )


def _replace(row: Artefact, saved: Stored, *, milestone: bool) -> None:
    """`row` is as it was read: writing succeeds only while it still is, so its document is the one replaced.

    The write comes first, so that the lock is taken before anything is read again (SQLite cannot wait
    for a lock it asks for later).
    """
    assert saved.document is not None and saved.saved_at is not None
    changed = Artefact.objects.filter(pk=row.pk, revision=row.revision).update(
        document=to_text(saved.document),
        counts=to_text(saved.counts),
        revision=saved.revision,
        saved_at=saved.saved_at,
    )
    if not changed:
        raise _Lost
    keep(row, now=saved.saved_at, milestone=milestone)


def _begin(
    owner_id: int, tool: str, saved: Stored, *, course_key: CourseKey | None, practice_in: UsageKey | None
) -> None:
    """First save. The unique constraints let one of several win; the others get an IntegrityError."""
    assert saved.document is not None and saved.saved_at is not None
    place = {"is_open": True} if practice_in is None else {"practice_in": str(practice_in)}
    project, _ = Project.objects.get_or_create(
        owner_id=owner_id, **place, defaults={"opened_in": course_key, "created": saved.saved_at}
    )
    Artefact.objects.create(
        project=project,
        tool=tool,
        document=to_text(saved.document),
        counts=to_text(saved.counts),
        revision=saved.revision,
        saved_at=saved.saved_at,
    )


def _erase(projects: models.QuerySet[Project]) -> None:
    """Locks from the top down first: another window could hang a version under a row being deleted."""
    with transaction.atomic():
        found = list(projects.select_for_update().values_list("pk", flat=True))
        list(Artefact.objects.select_for_update().filter(project_id__in=found).values_list("pk", flat=True))
        Project.objects.filter(pk__in=found).delete()
