"""Tables of talk: spaces, posts with their earlier versions, and what people do about posts. Rules are in the domain.

What people do about each other and what facilitators do is in models_people, which is imported here.
"""

from django.conf import settings
from django.db import models
from opaque_keys.edx.django.models import CourseKeyField

from qi_social_space.fields import EscapedField

USER = settings.AUTH_USER_MODEL


class Space(models.Model):
    """One block's room of one cohort; cohort 0 is everybody. `on_leaving`: "erase" or "anonymise", the author's choice.

    .. no_pii: Ids of a course, a block and a cohort
    """

    course_key = CourseKeyField(max_length=255)
    usage_key = models.CharField(max_length=255)
    cohort = models.PositiveIntegerField(default=0)
    on_leaving = models.CharField(max_length=16, default="erase")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["usage_key", "cohort"], name="qi_space_one")]

    def __str__(self) -> str:
        return f"space {self.pk}, cohort {self.cohort} of {self.usage_key}"


class Post(models.Model):
    """A post, a reply (`thread` is the post it hangs under), or a private answer (audience "me").

    `author` is NULL when the writer has left and the text stays. `token` is the browser's own id of the sending.
    `answered_at` of a thread: when somebody else first replied. `changed_at` moves with all that readers see.

    .. pii: What a person wrote and shared, which may name people, under the person's user id.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    # all the indexes below begin with the space: one of its own would tempt the planner into merging and sorting
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="posts", db_index=False)
    thread = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    # "no thread" would find the index of the foreign key, which knows no space and no order
    is_reply = models.BooleanField(default=False)
    author = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    by_facilitator = models.BooleanField(default=False)
    token = models.CharField(max_length=24)
    audience = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    held_for = models.CharField(max_length=16, blank=True)
    text = EscapedField()
    html = EscapedField()
    card = EscapedField(null=True)
    note = EscapedField(default="")
    question = models.CharField(max_length=16, blank=True)
    topic = models.CharField(max_length=16, blank=True)
    fingerprint = models.CharField(max_length=32, blank=True)
    highlight = models.CharField(max_length=16, blank=True)
    is_pinned = models.BooleanField(default=False)
    is_pick = models.BooleanField(default=False)
    created = models.DateTimeField()
    changed_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "author", "token"], name="qi_post_sent_once")]
        indexes = [
            models.Index(fields=["space", "is_reply", "id"], name="qi_post_feed"),
            models.Index(fields=["space", "is_reply", "answered_at", "id"], name="qi_post_waiting"),
            models.Index(fields=["space", "is_pick", "id"], name="qi_post_picks"),
            models.Index(fields=["space", "topic", "id"], name="qi_post_topic"),
            models.Index(fields=["space", "state", "id"], name="qi_post_state"),
            models.Index(fields=["space", "author", "id"], name="qi_post_author"),
            models.Index(fields=["space", "changed_at"], name="qi_post_changed"),
        ]

    def __str__(self) -> str:
        return f"post {self.pk} in space {self.space_id}"


class PostVersion(models.Model):
    """A text as it was before its author changed it, once the window for tidying up had passed.

    .. pii: What a person wrote and shared, which may name people.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    text = EscapedField()
    replaced_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"an earlier text of post {self.post_id}"


class PostReaction(models.Model):
    """
    .. pii: That a person thanked, agreed with or learned from a post.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions")
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "user", "kind"], name="qi_reaction_once")]

    def __str__(self) -> str:
        return f"{self.kind} of user {self.user_id} for post {self.post_id}"


class PostReport(models.Model):
    """Who reported is never told. `is_open` until a facilitator has decided.

    .. pii: That a person reported a post, and for what reason out of a list.
    .. pii_types: id
    .. pii_retirement: local_api
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    user = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=16)
    created = models.DateTimeField()
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="qi_report_once")]
        indexes = [models.Index(fields=["is_open", "post"], name="qi_report_open")]

    def __str__(self) -> str:
        return f"report of post {self.post_id}: {self.reason}"


from qi_social_space.models_people import (  # noqa: E402  pylint: disable=wrong-import-position  # Django looks here
    Follow,
    LogEntry,
    Membership,
    Mute,
    Pause,
    RulesAccepted,
    TopicFollow,
)

__all__ = [
    "Follow",
    "LogEntry",
    "Membership",
    "Mute",
    "Pause",
    "Post",
    "PostReaction",
    "PostReport",
    "PostVersion",
    "RulesAccepted",
    "Space",
    "TopicFollow",
]
