"""How rows and fields of cycles are called where earlier versions are told apart. Part of strings.STRINGS."""

from qi_core.strings import _

HISTORY: dict[str, str] = {
    "row.cycles": _("Cycle {n}"),
    "row.cycles.questions": _("question {n}"),
    "row.cycles.questions.addenda": _("note of {on}"),
    "row.cycles.tasks": _("task {n}"),
    "label.cycles": _("Cycles"),
    "label.cycles.questions": _("Questions"),
    "label.cycles.questions.addenda": _("Notes under a locked prediction"),
    "label.cycles.tasks": _("Tasks"),
    "label.addenda.on": _("Date"),
    "label.addenda.text": _("Note"),
}
