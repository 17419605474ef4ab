"""The words around a practice series: for learners, and for authors who paste one. Part of strings.STRINGS."""

from qi_core.strings import _

PRACTICE: dict[str, str] = {
    "practice_question": _("The question"),
    "practice_write_first": _("Write what the chart tells you. Then you can compare it with the explanation."),
    "practice_reveal": _("Show the explanation"),
    "again": _("Start again from the series"),
    "see_examples": _("See an example"),
    "opens_in_a_tab": _("(opens in a new tab)"),
    "why_not.example": _("An example. Try what you like: nothing is kept."),
    # Rows that an author has pasted in Studio
    "problem.row_no_date": _("Row {line}: no date was found."),
    "problem.row_not_a_date": _("Row {line}: “{text}” is not a date."),
    "problem.row_not_a_number": _("Row {line}: “{text}” is not a number."),
    "problem.row_not_positive": _("Row {line}: the denominator “{text}” must be more than zero."),
    "problem.row_nhs_number": _("Row {line}: this looks like an NHS number. Please remove it."),
    "problem.row_too_long": _("Row {line}: the note is too long."),
    "problem.row_empty": _("There are no rows here yet."),
    "problem.row_no_date_column": _("No column with dates was found."),
    "problem.row_no_value_column": _("No column with numbers was found."),
    "problem.row_too_many": _("There are too many rows: a series ends before row {line}."),
    "problem.more_rows": _("More rows with a problem: {n}."),
}
