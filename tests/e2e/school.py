"""What every browser test stands in: a course with one planner in one unit, and a learner."""

from dataclasses import dataclass

from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from opaque_keys.edx.keys import UsageKey

from demo.models import Course


@dataclass(frozen=True)
class School:
    site: str
    course: Course
    unit: UsageKey
    planner: UsageKey
    learner: User

    @property
    def unit_url(self) -> str:
        """The unit alone, as it stands in the iframe."""
        return f"{self.site}/xblock/{self.unit}"

    @property
    def handlers(self) -> str:
        """What the addresses of the planner's handlers begin with."""
        return f"{self.site}/courses/{self.course.key}/xblock/{self.planner}/handler"
