"""How earlier versions are told apart: rows of the project's own document, and the words for any tool's.
Part of strings.STRINGS.
"""

from qi_core.strings import _

HISTORY: dict[str, str] = {
    "row.charter.team": "{role}",
    "row.stakeholders": "{name}",
    "label.charter.team": _("Team"),
    "label.stakeholders": _("Stakeholders"),
    "influence.low": _("A little"),
    "influence.high": _("A lot"),
    "interest.low": _("A little"),
    "interest.high": _("A lot"),
    "history.yes": _("yes"),
    "history.no": _("no"),
    "history.untitled": _("(no name yet)"),
    "history.more": _("… and {n} more changes."),
    "history.added_many": _("{n} added: {rows}"),
    "history.removed_many": _("{n} removed: {rows}"),
}
