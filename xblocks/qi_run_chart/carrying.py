"""What is said of data coming in and of charts going out: files and paper. Part of strings.STRINGS."""

from qi_core.strings import _

CARRYING: dict[str, str] = {
    # On paper
    "print_measure": _("Print"),
    "print_all": _("Print all measures"),
    "print_blank": _("Print a blank sheet"),
    "print.heading": _("Measures"),
    "print.blank_heading": _("Data collection sheet"),
    "print.now": _("Print this page"),
    "print.page": _("Page"),
    "print.undrawn": _("The picture could not be drawn here. The table holds the same points."),
    "print.no_points": _("No data yet."),
    "print.parts": _("Part / whole"),
    "print.tally": _("Tally"),
    "print.who_counted": _("Counted by (role)"),
    "print.new_phase": _("A new phase starts here: {reason}"),
    "print.baseline_ends": _("The baseline ends here."),
    "print.target_by": _("{target} by {date}"),
}
