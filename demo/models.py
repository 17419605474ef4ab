"""Tables of the local host: courses, people's roles, authored blocks, learners' state, activity.

The tables of learners' state have the platform's shapes and the platform's faults; see keyvalue.py.
"""

from django.conf import settings
from django.db import models
from opaque_keys.edx.django.models import CourseKeyField, UsageKeyField

USER = settings.AUTH_USER_MODEL


class Course(models.Model):
    """
    .. no_pii:
    """

    key = CourseKeyField(max_length=255, unique=True)
    title = models.CharField(max_length=255)
    # what an imported course has beside its outline; see demo.olx.around
    olx = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.title} ({self.key})"


class Enrolment(models.Model):
    """
    .. no_pii:
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    cohort = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "course"], name="demo_one_enrolment")]

    def __str__(self) -> str:
        return f"user {self.user_id} in {self.course}"


class StaffRole(models.Model):
    """
    .. no_pii:
    """

    STAFF = "staff"
    INSTRUCTOR = "instructor"

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    role = models.CharField(max_length=16, choices=[(STAFF, "Staff"), (INSTRUCTOR, "Admin")])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "course", "role"], name="demo_one_role")]

    def __str__(self) -> str:
        return f"user {self.user_id} is {self.role} of {self.course}"


class Block(models.Model):
    """One node of a course (chapter > vertical > leaf) or of a content library (`course` is null then).

    `fields` is the author's draft, `published_fields` what learners get (null: never published). Both
    hold only fields that were set, as JSON.

    .. no_pii:
    """

    usage_key = UsageKeyField(max_length=255, unique=True)
    course = models.ForeignKey(Course, null=True, blank=True, on_delete=models.CASCADE)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    position = models.PositiveIntegerField(default=0)
    block_type = models.CharField(max_length=64)
    fields = models.JSONField(default=dict)
    published_fields = models.JSONField(null=True, blank=True)
    library = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return str(self.usage_key)

    @property
    def has_unpublished_changes(self) -> bool:
        return self.fields != self.published_fields


class StudentState(models.Model):
    """All `user_state` fields of one learner in one block, in one JSON text.

    .. pii: Whatever a block keeps there, under the learner's id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    usage_key = UsageKeyField(max_length=255)
    module_type = models.CharField(max_length=32)
    state = models.TextField(null=True)
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "usage_key"], name="demo_one_state")]

    def __str__(self) -> str:
        return f"user {self.user_id} at {self.usage_key}"


class SummaryField(models.Model):
    """One `user_state_summary` field of a block, shared by all learners.

    .. no_pii:
    """

    usage_key = UsageKeyField(max_length=255)
    field_name = models.CharField(max_length=64)
    value = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["usage_key", "field_name"], name="demo_one_summary")]

    def __str__(self) -> str:
        return f"{self.usage_key}.{self.field_name}"


class PreferenceField(models.Model):
    """One `preferences` field of a learner, for all blocks of a type.

    .. pii: Whatever a block keeps there, under the learner's id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    module_type = models.CharField(max_length=64)
    field_name = models.CharField(max_length=64)
    value = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "module_type", "field_name"], name="demo_one_preference")
        ]

    def __str__(self) -> str:
        return f"user {self.user_id}: {self.module_type}.{self.field_name}"


class UserInfoField(models.Model):
    """One `user_info` field of a learner, for blocks of every type.

    .. pii: Whatever a block keeps there, under the learner's id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    field_name = models.CharField(max_length=64)
    value = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "field_name"], name="demo_one_info")]

    def __str__(self) -> str:
        return f"user {self.user_id}: {self.field_name}"


class Grade(models.Model):
    """The last score published for a learner in a block.

    .. no_pii:
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    usage_key = UsageKeyField(max_length=255)
    earned = models.FloatField()
    possible = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "usage_key"], name="demo_one_grade")]

    def __str__(self) -> str:
        return f"user {self.user_id} at {self.usage_key}: {self.earned}/{self.possible}"


class ActivityEvent(models.Model):
    """One tracking event, as a backend of the platform's tracking log would have got it.

    .. no_pii:
    """

    created = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=255)
    user = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL)
    data = models.JSONField()
    context = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
