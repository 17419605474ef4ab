"""A learner's copy of everything that is kept of the learner."""

from collections.abc import Iterable
from typing import Any

from qi_project.models import Artefact, ArtefactVersion, Project, Share
from qi_project.values import from_text


def export(owner_id: int) -> dict[str, Any]:
    """Plain JSON types: every project and practice sheet, every tool's document, every earlier version, every share."""
    projects = Project.objects.filter(owner_id=owner_id).order_by("id")
    whole = projects.prefetch_related("chosen_in", "shares", "artefacts__versions")
    return {"projects": [_project(project) for project in whole]}


def _project(project: Project) -> dict[str, Any]:
    return {
        "title": project.title,
        "created": project.created.isoformat(),
        "opened_in": str(project.opened_in or ""),
        "practice_in": project.practice_in,
        "is_open": bool(project.is_open),
        "archived_at": project.archived_at.isoformat() if project.archived_at else None,
        "chosen_in": sorted(str(choice.course_key) for choice in project.chosen_in.all()),
        "shares": [{"kind": one.kind, "shared_at": one.shared_at.isoformat()} for one in _by_id(project.shares.all())],
        "artefacts": [_artefact(artefact) for artefact in project.artefacts.all()],
    }


def _by_id(rows: Iterable[Share]) -> list[Share]:
    return sorted(rows, key=lambda one: one.pk)


def _artefact(artefact: Artefact) -> dict[str, Any]:
    earlier = sorted(artefact.versions.all(), key=lambda version: version.revision)
    return {"tool": artefact.tool, **_state(artefact), "versions": [_state(version) for version in earlier]}


def _state(state: Artefact | ArtefactVersion) -> dict[str, Any]:
    return {
        "revision": state.revision,
        "saved_at": state.saved_at.isoformat(),
        "counts": from_text(state.counts),
        "document": from_text(state.document),
    }
