"""How rows and fields of measures are called where earlier versions are told apart. Part of strings.STRINGS."""

from qi_core.strings import _

HISTORY: dict[str, str] = {
    "row.measures": "{name}",
    "row.measures.points": "{on}",
    "row.measures.phases": _("phase from {from}"),
    "row.measures.annotations": _("note of {on}"),
    "label.measures": _("Measures"),
    "label.measures.points": _("Data points"),
    "label.measures.phases": _("Phases"),
    "label.phases.from": _("Starts at"),
    "label.measures.annotations": _("Notes on the chart"),
    "label.baseline_until": _("The baseline ends at"),
}
