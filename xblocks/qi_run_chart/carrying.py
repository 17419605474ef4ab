"""What is said of data coming in and of charts going out: files and paper. Part of strings.STRINGS."""

from qi_core.strings import _

CARRYING: dict[str, str] = {
    # Coming in
    "row_n_problem": _("Row {n}: {why} “{text}”"),
    "row_n_problem_only": _("Row {n}: {why}"),
    "row_problem.empty": _("There is nothing in it to read."),
    "row_problem.no_date_column": _("No column with dates was found. Each row needs a date, such as 3 Nov 2026."),
    "row_problem.no_value_column": _("No column with numbers was found. Each row needs a date and a value."),
    "row_problem.too_many": _(
        "More than 2,000 rows. Nothing was read. Paste fewer, for example one row a week instead of one a day."
    ),
    "row_problem.workbook": _(
        "This is an Excel workbook. In Excel, save it as CSV first, or copy its cells and paste them."
    ),
    "row_problem.too_large": _("This file is too large for 2,000 rows. Is it the right one?"),
    "date_waits": _("day or month first?"),
    # Going out
    "export_copy": _("Copy the sentence"),
    "copied": _("The sentence is copied."),
    "later_failed": _("That needs a connection. Check it and try again."),
    # On paper
    "print_measure": _("Print"),
    "print_all": _("Print all measures"),
    "print_blank": _("Print a blank sheet"),
    "print.heading": _("Measures"),
    "print.blank_heading": _("Data collection sheet"),
    "print.now": _("Print this page"),
    "print.blank_of_this": _("A blank sheet for this measure"),
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
