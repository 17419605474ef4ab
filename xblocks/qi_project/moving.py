"""All documents of one project at once: to show, to print, to take to another site; and bringing such a project in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opaque_keys.edx.keys import CourseKey

from qi_project.choosing import Where, projects
from qi_project.models import Artefact, Project
from qi_project.several import in_turn, with_room
from qi_project.values import Gone, Stored, to_text
from qi_project.whole import stored_in


@dataclass(frozen=True)
class ProjectDocuments:
    """`documents` by tool, as they are stored."""

    id: int
    title: str
    created: datetime
    documents: dict[str, Stored]


@dataclass(frozen=True)
class Brought:
    """One document that comes from elsewhere, read by its tool already."""

    tool: str
    document: dict[str, Any]
    counts: dict[str, int]
    saved_at: datetime


def documents_of(
    owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None
) -> ProjectDocuments | None:
    """Two queries; None where there is no project yet. Raises Gone when the one that is named is not there."""
    found = projects(Where(owner_id, course_key, project)).prefetch_related("artefacts").first()
    if found is None:
        if project is not None:
            raise Gone(project)
        return None
    documents = {one.tool: stored_in(one) for one in sorted(found.artefacts.all(), key=lambda one: one.pk)}
    return ProjectDocuments(found.pk, found.title, found.created, documents)


@in_turn
def take_in(
    owner_id: int,
    *,
    title: str,
    created: datetime,
    brought: Sequence[Brought],
    now: datetime,
    course_key: CourseKey | None = None,
) -> int:
    """A new project beside the others, open only where none is. Raises Problems when there are too many.

    A time that has not come yet is now.
    """
    mine = with_room(owner_id, path="")
    made = Project.objects.create(
        owner_id=owner_id,
        title=title,
        opened_in=course_key,
        created=min(created, now),
        is_open=None if mine.filter(is_open=True).exists() else True,
    )
    Artefact.objects.bulk_create(_row(made, one, now=now) for one in brought)
    return made.pk


def _row(project: Project, one: Brought, *, now: datetime) -> Artefact:
    return Artefact(
        project=project,
        tool=one.tool,
        document=to_text(one.document),
        counts=to_text(one.counts),
        revision=1,
        saved_at=min(one.saved_at, now),
    )
