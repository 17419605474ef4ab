"""What an author decides about a space."""

from collections.abc import Mapping
from typing import Any

from qi_core.base import TITLE_SETTINGS
from qi_core.domain.problems import Problem
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_social_space import prompts
from qi_social_space.domain import phases

NO_YES = (("no", _("No")), ("yes", _("Yes")))
THRESHOLD_MAX = 20
PEOPLE, COMPLETION, RUN = _("People"), _("Completion"), _("Dates of a run")
PHASES = ("live", "apply", "catch_up", "closed")


def dates_in(values: Mapping[str, Any]) -> phases.Dates:
    """Raises ValueError with the phase whose date is out of order."""
    return phases.dates_of({name: str(values[f"{name}_from"]) for name in PHASES})


def _first_day(phase: str, label: str, hint: str = "") -> Setting:
    def check(values: Mapping[str, Any]) -> list[Problem]:
        try:
            dates_in(values)
        except ValueError as wrong:
            return [Problem("out_of_order")] if str(wrong) == phase else []
        return []

    return Setting(f"{phase}_from", "date", label, hint, group=RUN, check=check)


SPACE_SETTINGS = (
    *TITLE_SETTINGS,
    Setting(
        "ready_prompt",
        "choice",
        _("Ready-made prompt"),
        _("It brings ways to begin an answer, and a hint for facilitators. Used while your own prompt is empty."),
        choices=prompts.choices,
    ),
    Setting("prompt", "markdown", _("Your own prompt"), _("The question above the box. One that is easy to answer.")),
    Setting(
        "post_first",
        "choice",
        _("Post before reading others"),
        _("Others' posts open after one's own post, a private answer, or “I'd rather not post”."),
        choices=NO_YES,
    ),
    Setting(
        "private_answers",
        "choice",
        _("Private answers"),
        _("Whether a learner may answer the prompt so that nobody else reads it."),
        choices=NO_YES,
    ),
    Setting("topics", "text", _("Topics"), _("Tags that learners can choose from, with commas between. May be empty.")),
    Setting(
        "questions_here",
        "choice",
        _("Questions from the tools"),
        _("“Ask about this” in the tools leads here. With several spaces in a course, say no in all but one."),
        choices=(("yes", _("They come here")), ("no", _("They do not"))),
    ),
    Setting(
        "rooms",
        "choice",
        _("Who talks with whom"),
        _("With a room for each cohort nobody sees what another cohort writes."),
        choices=(("whole", _("The whole course")), ("cohort", _("Each cohort for itself"))),
        group=PEOPLE,
    ),
    Setting(
        "names",
        "choice",
        _("How people are called"),
        choices=(("full", _("By their name")), ("user", _("By their user name"))),
        group=PEOPLE,
    ),
    Setting(
        "premoderation",
        "choice",
        _("Look at every post first"),
        _("Posts appear when a facilitator has approved them. Good for a chat event or a delicate topic."),
        choices=NO_YES,
        group=PEOPLE,
    ),
    Setting(
        "facilitators",
        "text",
        _("More facilitators"),
        _("User names, with commas between. Course staff and the platform's discussion moderators need not be listed."),
        group=PEOPLE,
    ),
    Setting(
        "watched",
        "text",
        _("When somebody looks"),
        _("Shown to learners after a report, for example: “We look in on weekdays between 9 and 5.”"),
        group=PEOPLE,
    ),
    Setting(
        "on_leaving",
        "choice",
        _("When somebody leaves the platform"),
        _("What happens to what they wrote here."),
        choices=(("erase", _("It is erased")), ("anonymise", _("It stays, by “a former learner”"))),
        group=PEOPLE,
    ),
    Setting(
        "counts",
        "choices",
        _("What counts for completion"),
        _("Only what learners do themselves. “I'd rather not post” counts for everything but reading."),
        choices=(("read", _("Reading")), ("post", _("A post")), ("reply", _("Replies")), ("react", _("Reactions"))),
        required=True,
        group=COMPLETION,
    ),
    Setting("posts_wanted", "number", _("How many posts"), minimum=1, maximum=THRESHOLD_MAX, group=COMPLETION),
    Setting("replies_wanted", "number", _("How many replies"), minimum=1, maximum=THRESHOLD_MAX, group=COMPLETION),
    Setting("reactions_wanted", "number", _("How many reactions"), minimum=1, maximum=THRESHOLD_MAX, group=COMPLETION),
    _first_day("live", _("Live week begins"), _("All dates are optional, each after the one before.")),
    _first_day("apply", _("Applying it begins")),
    _first_day("catch_up", _("Catching up begins")),
    _first_day("closed", _("Read-only from")),
    Setting("daily_prompts", "markdown", _("Prompts of the live week"), _("A line for each day."), group=RUN),
)
