"""The one way in to learners' projects. Callers ask for a person's own record: who may is the caller's rule.

Here: finding and saving. Erasing is in `erasing`, earlier versions are in `history`, a learner's copy of everything
in `export`, counts for course staff in `standing`, the list of projects in `several`; all are offered from here.

Which project is meant is said by `project`, which a page was opened on, or else by `course_key`: the one that this
course works on now. With neither it is the one that is open. Gone is raised when there is no such project of theirs.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project import ideas as _ideas
from qi_project.choosing import Where, projects
from qi_project.domain.ideas import NewCycle, NewIdea
from qi_project.erasing import erase_person, erase_practice, erase_project
from qi_project.export import export
from qi_project.history import document_of, keep, state_and_before, versions
from qi_project.ideas import Idea
from qi_project.models import Artefact, Project
from qi_project.moving import Brought, ProjectDocuments, documents_of, take_in
from qi_project.several import (
    archive_project,
    choose_in_course,
    open_project,
    project_of,
    projects_of,
    rename_project,
    restore_project,
    start_project,
)
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
from qi_project.values import Gone, ProjectLine, ProjectName, Stale, Standing, Stored, Version, to_text
from qi_project.whole import Whole, counts_of, note_share, stored_in, whole_of

__all__ = [
    "Brought",
    "CycleMark",
    "DriverName",
    "Gone",
    "Idea",
    "IdeaTest",
    "MeasureName",
    "ProjectDocuments",
    "ProjectLine",
    "ProjectName",
    "Stale",
    "Standing",
    "Stored",
    "Surroundings",
    "Thread",
    "Version",
    "Whole",
    "add_idea",
    "archive_project",
    "begin_cycle",
    "choose_in_course",
    "counts_for",
    "counts_of",
    "cycles_of",
    "document_of",
    "documents_of",
    "erase_person",
    "erase_practice",
    "erase_project",
    "export",
    "find",
    "ideas_of",
    "note_share",
    "open_project",
    "project_of",
    "projects_of",
    "rename_project",
    "restore_project",
    "save",
    "start_project",
    "state_and_before",
    "surroundings_of",
    "take_in",
    "thread_of",
    "versions",
    "whole_of",
]

NEVER_SAVED = Stored()


def find(
    owner_id: int,
    tool: str,
    *,
    course_key: CourseKey | None = None,
    project: int | None = None,
    practice_in: UsageKey | None = None,
) -> Stored:
    """What the learner last saved with `tool`: in the project, or on the practice sheet of that block."""
    row = _row(Where(owner_id, course_key, project, practice_in), tool)
    return stored_in(row) if row else NEVER_SAVED


def save(
    owner_id: int,
    tool: str,
    *,
    document: dict[str, Any],
    seen: int,
    counts: dict[str, int],
    now: datetime,
    course_key: CourseKey | None = None,
    project: int | None = None,
    practice_in: UsageKey | None = None,
    milestone: bool = False,
) -> Stored:
    """Replace the document the caller has seen, or raise Stale and write nothing.

    `seen` is the revision the change was made on, 0 before the first save. The replaced document is kept
    as a version at a milestone, and otherwise at most once in ten minutes.
    """
    where = Where(owner_id, course_key, project, practice_in)
    row = _row(where, tool)
    if (row.revision if row else 0) != seen:
        raise Stale(stored_in(row) if row else NEVER_SAVED)
    saved = Stored(document=document, revision=seen + 1, saved_at=now, counts=counts)
    try:
        with transaction.atomic():
            if row:
                _replace(row, saved, milestone=milestone)
            written = row or _begin(where, tool, saved)
    except (IntegrityError, _Lost) as lost:
        newer = _row(where, tool)
        raise Stale(stored_in(newer) if newer else NEVER_SAVED) from lost
    return replace(saved, project=written.project_id)


def ideas_of(
    owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None
) -> tuple[Idea, ...]:
    """The change ideas of the project's diagram; none of another release's diagram."""
    diagram = find(owner_id, "diagram", course_key=course_key, project=project)
    return _ideas.ideas_in(read("diagram", diagram.document or {}))


def add_idea(
    owner_id: int, idea: NewIdea, *, now: datetime, course_key: CourseKey, project: int | None = None
) -> tuple[Idea, ...]:
    """Puts the idea into the learner's diagram, linked to no driver yet, and answers all ideas."""
    _ideas.add_idea(_ideas.Place(owner_id, course_key, now, find, save, project), idea)
    return ideas_of(owner_id, course_key=course_key, project=project)


def begin_cycle(
    owner_id: int, cycle: NewCycle, *, now: datetime, course_key: CourseKey, project: int | None = None
) -> int | None:
    """The number of the cycle, in the learner's planner, that waits for its plan. None: there is no such idea."""
    ideas = ideas_of(owner_id, course_key=course_key, project=project)
    text = next((idea.text for idea in ideas if idea.id == cycle.idea), None)
    if text is None:
        return None
    return _ideas.begin_cycle(_ideas.Place(owner_id, course_key, now, find, save, project), cycle, text=text)


class _Lost(Exception):
    """The row changed between reading and writing."""


def _row(where: Where, tool: str) -> Artefact | None:
    row = Artefact.objects.filter(project__in=projects(where), tool=tool).first()
    is_named = where.project is not None and where.practice_in is None
    if row is None and is_named and not projects(where).exists():
        raise Gone(where.project or 0)
    return row


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


def _begin(where: Where, tool: str, saved: Stored) -> Artefact:
    """First save. The unique constraints let one of several win; the others get an IntegrityError."""
    assert saved.document is not None and saved.saved_at is not None
    project = projects(where).first()
    if project is None:
        if where.project is not None and where.practice_in is None:
            raise _Lost  # it was there a moment ago: what was meant for it goes into no other
        project = _new_project(where, now=saved.saved_at)
    return Artefact.objects.create(
        project=project,
        tool=tool,
        document=to_text(saved.document),
        counts=to_text(saved.counts),
        revision=saved.revision,
        saved_at=saved.saved_at,
    )


def _new_project(where: Where, *, now: datetime) -> Project:
    """Or the one that somebody began at the same moment."""
    kind = {"is_open": True} if where.practice_in is None else {"practice_in": str(where.practice_in)}
    try:
        with transaction.atomic():
            return Project.objects.create(
                owner_id=where.owner_id, opened_in=where.course_key, created=now, **kind
            )
    except IntegrityError:
        begun = projects(where).first()
        if begun is None:
            raise _Lost from None
        return begun
