"""A project as a whole: every tool's document in it, and the earlier states of the project's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from opaque_keys.edx.keys import CourseKey

from qi_project.choosing import Where, projects
from qi_project.models import Artefact, ArtefactVersion, Share
from qi_project.values import Stored, from_text

OWN = "project"


@dataclass(frozen=True)
class Whole:
    """`earlier`: when each kept state of the project's own document was saved, and that state; oldest first.

    `shares`: when something was shown to others, and the kind of it.
    """

    begun: datetime | None = None
    stored: Mapping[str, Stored] = field(default_factory=dict)
    earlier: tuple[tuple[datetime, dict[str, Any]], ...] = ()
    shares: tuple[tuple[datetime, str], ...] = ()


def whole_of(owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None) -> Whole:
    """Three queries, however much is in it."""
    where = Where(owner_id, course_key, project)
    rows = list(_rows(where).select_related("project"))
    own = next((row.pk for row in rows if row.tool == OWN), None)
    kept = ArtefactVersion.objects.filter(artefact=own).order_by("revision") if own else ()
    return Whole(
        begun=rows[0].project.created if rows else None,
        stored={row.tool: stored_in(row) for row in rows},
        earlier=tuple((one.saved_at, from_text(one.document)) for one in kept),
        shares=tuple(Share.objects.filter(project__in=projects(where)).order_by("pk").values_list("shared_at", "kind")),
    )


def note_share(owner_id: int, kind: str, *, course_key: CourseKey, now: datetime) -> None:
    """That others were shown a part of the project that the course works on; nothing happens when there is none.

    Its row is locked first, as by whoever erases it: the new row's foreign key would be looked up too late.
    """
    with transaction.atomic():
        project = projects(Where(owner_id, course_key)).select_for_update().first()
        if project:
            Share.objects.create(project=project, kind=kind, shared_at=now)


def counts_of(
    owner_id: int, *, course_key: CourseKey | None = None, project: int | None = None
) -> dict[str, dict[str, int]]:
    """By the tools' names, what each last counted of its document in the project. One query."""
    found = _rows(Where(owner_id, course_key, project)).values_list("tool", "counts")
    return {tool: from_text(counts) for tool, counts in found}


def _rows(where: Where) -> QuerySet[Artefact]:
    return Artefact.objects.filter(project__in=projects(where))


def stored_in(row: Artefact) -> Stored:
    return Stored(from_text(row.document), row.revision, row.saved_at, from_text(row.counts), row.project_id)
