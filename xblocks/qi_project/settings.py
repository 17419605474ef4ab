"""What an author decides about a project's home: what counts, ready-made texts, shared computers."""

from qi_core.ready_made import titles
from qi_core.settings_form import Setting
from qi_core.strings import _

SETTINGS = (
    Setting(
        "parts",
        "choices",
        _("What counts for completion"),
        _("What a learner's project has to have. Completion never depends on another person."),
        choices=(
            ("aim", _("An aim: what, by how much, for whom, by when")),
            ("charter", _("A charter: why, who is affected, what is in it, a team")),
            ("stakeholders", _("Enough stakeholders, and how they will be involved")),
            ("diagram", _("A driver diagram with a change idea linked to a driver")),
            ("cycle", _("A PDSA cycle that was run and studied")),
            ("chart", _("A measure with enough points")),
        ),
        required=True,
    ),
    Setting("stakeholders", "number", _("How many stakeholders are enough"), minimum=1, maximum=20),
    Setting("points", "number", _("How many points are enough"), minimum=1, maximum=100),
    Setting(
        "starter",
        "choice",
        _("Charter to start from"),
        _("A ready-made charter that learners are offered first. All of them can be looked at in any case."),
        choices=lambda: (("", _("None: start blank")), *titles("charters")),
    ),
    Setting(
        "hide_after",
        "choice",
        _("Hide the page by itself"),
        _("When nobody has touched it for a while. For shared computers; a learner may choose another time."),
        choices=(
            ("0", _("Never")),
            ("5", _("After 5 minutes")),
            ("10", _("After 10 minutes")),
            ("20", _("After 20 minutes")),
        ),
    ),
)
