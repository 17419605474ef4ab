"""What course staff may know of many learners: that they work, and how much. Never what they wrote."""

from collections.abc import Collection

from django.db.models import Q
from opaque_keys.edx.keys import CourseKey, UsageKey

from qi_project.choosing import in_course
from qi_project.models import Artefact
from qi_project.values import Standing, from_text


def counts_for(
    usernames: Collection[str],
    tool: str,
    *,
    course_key: CourseKey | None = None,
    practice_in: UsageKey | None = None,
) -> dict[str, Standing]:
    """Of the projects that the course works on. One query for all; whoever has saved nothing is left out."""
    if practice_in is not None:
        meant = Q(project__practice_in=str(practice_in))
    else:
        meant = Q(project__is_open=True) if course_key is None else in_course(course_key)
    rows = Artefact.objects.filter(meant, tool=tool, project__owner__username__in=usernames)
    found = rows.values_list("project__owner__username", "revision", "saved_at", "counts")
    return {name: Standing(revision, saved, from_text(counts)) for name, revision, saved, counts in found}
