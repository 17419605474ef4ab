"""Earlier versions of a document: kept now and then, never more than a few, offered for restoring."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project.choosing import Where, projects
from qi_project.models import Artefact, ArtefactVersion
from qi_project.values import Version, from_text

VERSIONS_KEPT = 50
APART = timedelta(minutes=10)


def versions(
    owner_id: int,
    tool: str,
    *,
    course_key: CourseKey | None = None,
    project: int | None = None,
    practice_in: UsageKey | None = None,
) -> tuple[Version, ...]:
    """Newest first, without the current state."""
    rows = _rows(Where(owner_id, course_key, project, practice_in), tool).order_by("-revision")
    kept = rows.values_list("revision", "saved_at", "counts")
    return tuple(Version(revision, saved_at, from_text(counts)) for revision, saved_at, counts in kept)


def document_of(
    owner_id: int,
    tool: str,
    *,
    revision: int,
    course_key: CourseKey | None = None,
    project: int | None = None,
    practice_in: UsageKey | None = None,
) -> dict[str, Any] | None:
    """The document as it was at that revision; None when it is not kept."""
    rows = _rows(Where(owner_id, course_key, project, practice_in), tool).filter(revision=revision)
    text = rows.values_list("document", flat=True).first()
    return None if text is None else from_text(text)


def state_and_before(
    owner_id: int,
    tool: str,
    *,
    revision: int,
    course_key: CourseKey | None = None,
    project: int | None = None,
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The document at that revision, be it the present one, and the one kept before it. Two queries."""
    where = Where(owner_id, course_key, project)
    kept = _rows(where, tool).filter(revision__lte=revision).order_by("-revision")
    states = dict(kept.values_list("revision", "document")[:2])
    present = Artefact.objects.filter(project__in=projects(where), tool=tool, revision=revision)
    states |= dict(present.values_list("revision", "document"))
    before = max((one for one in states if one != revision), default=None)
    return tuple(  # type: ignore[return-value]  # two of them
        from_text(states[one]) if one in states else None for one in (revision, before)
    )


def keep(replaced: Artefact, *, now: datetime, milestone: bool) -> None:
    """Keep the replaced state when it is due; call inside the transaction that replaced it."""
    kept = list(replaced.versions.order_by("-revision").values_list("revision", "saved_at")[:VERSIONS_KEPT])
    if kept and not milestone and now - kept[0][1] < APART:
        return
    ArtefactVersion.objects.create(
        artefact=replaced,
        revision=replaced.revision,
        document=replaced.document,
        counts=replaced.counts,
        saved_at=replaced.saved_at,
    )
    if len(kept) == VERSIONS_KEPT:
        replaced.versions.filter(revision__lte=kept[-1][0]).delete()


def _rows(where: Where, tool: str) -> QuerySet[ArtefactVersion]:
    return ArtefactVersion.objects.filter(artefact__project__in=projects(where), artefact__tool=tool)
