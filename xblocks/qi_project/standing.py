"""What course staff may know of many learners: that they work, and how much. Never what they wrote."""

from collections.abc import Collection

from opaque_keys.edx.keys import UsageKey

from qi_project.models import Artefact
from qi_project.values import Standing, from_text


def counts_for(
    usernames: Collection[str], tool: str, *, practice_in: UsageKey | None = None
) -> dict[str, Standing]:
    """One query for all; whoever has saved nothing is left out."""
    place = {"project__is_open": True} if practice_in is None else {"project__practice_in": str(practice_in)}
    rows = Artefact.objects.filter(tool=tool, project__owner__username__in=usernames, **place)
    found = rows.values_list("project__owner__username", "revision", "saved_at", "counts")
    return {name: Standing(revision, saved, from_text(counts)) for name, revision, saved, counts in found}
