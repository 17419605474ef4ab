"""Tables of people in spaces: who is here, whom they follow or mute, who is paused, and the moderation log."""

from django.conf import settings
from django.db import models
from opaque_keys.edx.django.models import CourseKeyField

USER = settings.AUTH_USER_MODEL


class Membership(models.Model):
    """`seen_up_to` and `visit_from` are numbers of posts: the newest one seen, and that one when this visit began.

    .. pii: When a person was in a space, how far they read, and whether they would rather not post.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    space = models.ForeignKey("qi_social_space.Space", on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    seen_up_to = models.BigIntegerField(default=0)
    visit_from = models.BigIntegerField(default=0)
    last_here = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "user"], name="qi_member_once")]

    def __str__(self) -> str:
        return f"user {self.user_id} in space {self.space_id}"


class RulesAccepted(models.Model):
    """
    .. pii: That a person accepted the community rules of a course.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    course_key = CourseKeyField(max_length=255)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course_key", "user"], name="qi_rules_once")]

    def __str__(self) -> str:
        return f"rules of {self.course_key} accepted by user {self.user_id}"


class Follow(models.Model):
    """
    .. pii: Whom a person follows.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    course_key = CourseKeyField(max_length=255)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course_key", "user", "person"], name="qi_follow_once")]

    def __str__(self) -> str:
        return f"user {self.user_id} follows user {self.person_id}"


class TopicFollow(models.Model):
    """
    .. pii: Which topics of a space a person follows.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    space = models.ForeignKey("qi_social_space.Space", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "user", "topic"], name="qi_topic_once")]

    def __str__(self) -> str:
        return f"user {self.user_id} follows {self.topic}"


class Mute(models.Model):
    """
    .. pii: Whose posts a person would rather not see.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    course_key = CourseKeyField(max_length=255)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course_key", "user", "person"], name="qi_mute_once")]

    def __str__(self) -> str:
        return f"user {self.user_id} mutes user {self.person_id}"


class Pause(models.Model):
    """A person who may read and not write, in a whole course; the last moment of `until` included.

    .. pii: That a person may not post for a while.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    course_key = CourseKeyField(max_length=255)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course_key", "user"], name="qi_pause_once")]

    def __str__(self) -> str:
        return f"user {self.user_id} paused until {self.until}"


class LogEntry(models.Model):
    """Only ever added. Numbers and closed words: what an erased post said is nowhere in it. No actor: by itself.

    .. pii: What a facilitator did, and about whom.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    space = models.ForeignKey("qi_social_space.Space", on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField()
    act = models.CharField(max_length=16)
    reason = models.CharField(max_length=16, blank=True)
    post = models.BigIntegerField(null=True)
    actor = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["space", "id"], name="qi_log_space")]

    def __str__(self) -> str:
        return f"{self.act} of post {self.post} in space {self.space_id}"
