"""Tables of learners' improvement projects. Columns, constraints and indexes; the rules are in the api.

Texts are JSON written with ASCII escapes, so that they fit tables of any character set.
"""

from django.conf import settings
from django.db import models
from opaque_keys.edx.django.models import CourseKeyField


class Project(models.Model):
    """One learner's improvement project, or the practice sheet of one block.

    `is_open` is True for the one project every block works on and NULL for all others, never False: a
    unique index takes any number of NULLs, on MySQL as well. The open one is never archived. `practice_in`
    is a usage key kept as plain text, since `UsageKeyField` turns None into an empty string, and two empty
    strings collide.

    .. pii: A title the learner typed, kept under the learner's user id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    opened_in = CourseKeyField(max_length=255, blank=True)
    practice_in = models.CharField(max_length=255, null=True, blank=True)
    is_open = models.BooleanField(null=True, blank=True)
    created = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "is_open"], name="qi_project_one_open"),
            models.UniqueConstraint(fields=["owner", "practice_in"], name="qi_project_one_sheet"),
        ]

    def __str__(self) -> str:
        return f"project {self.pk} of user {self.owner_id}"


class CourseChoice(models.Model):
    """One course of a learner works on this project, whichever is open elsewhere. Without a row: the open one.

    .. pii: Which project a learner works on in a course, kept under the learner's user id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    course_key = CourseKeyField(max_length=255)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="chosen_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "course_key"], name="qi_project_one_choice")
        ]

    def __str__(self) -> str:
        return f"project {self.project_id} in {self.course_key}"


class Artefact(models.Model):
    """What the learner made with one tool: one JSON document, replaced whole, one revision at a time.

    .. pii: Whatever the learner wrote about the improvement work, which may name people.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="artefacts")
    tool = models.CharField(max_length=32)
    document = models.TextField()
    counts = models.TextField(default="{}")
    revision = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "tool"], name="qi_project_one_artefact")]

    def __str__(self) -> str:
        return f"{self.tool} of project {self.project_id}, revision {self.revision}"


class ArtefactVersion(models.Model):
    """A document as it was before a later save replaced it.

    .. pii: Whatever the learner wrote about the improvement work, which may name people.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    artefact = models.ForeignKey(Artefact, on_delete=models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    document = models.TextField()
    counts = models.TextField(default="{}")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["artefact", "revision"], name="qi_project_one_version")
        ]

    def __str__(self) -> str:
        return f"revision {self.revision} of artefact {self.artefact_id}"


class Share(models.Model):
    """That something of the project was shown to others; what was shown lies where it was shown. `kind`: aim, cycle, …

    .. pii: That the learner asked others about a part of the project, and when.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="shares")
    kind = models.CharField(max_length=16)
    shared_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} of project {self.project_id}"
