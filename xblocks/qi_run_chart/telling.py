"""How a chart is told in sentences (domain/sentences.py), and why one cannot be drawn. Part of strings.STRINGS."""

from qi_core.strings import _

NO_DENOMINATORS = _(
    "This chart type needs a numerator and a denominator at every point. Until then you see a plain run chart "
    "without a verdict."
)
NOT_THESE_RULES = _(
    "These rules do not go with this chart type. Until you choose others, you see a plain run chart without a verdict."
)
TOO_EARLY = _(
    "By the Making Data Count rules a baseline has at least {least} points. Until it ends later, you see a plain run "
    "chart without a verdict."
)
NOT_POSITIVE = _(
    "A t chart cannot show a time of zero or less: for events on the same day use a c or g chart. "
    "Until then you see a plain run chart without a verdict."
)
TOO_LARGE = _("Some numbers are too large to work with. Until they are put right there is no verdict.")

TELLING: dict[str, str] = {
    "sentence.phase": _("Phase {number}, {from} to {to}:"),
    "sentence.no_values": _("There are no values yet."),
    "sentence.no_variation": _("{kind} {value}, {points} points, all on the line: there is no variation to judge."),
    "sentence.too_few": _(
        "{kind} {value}, {points} points. No verdict yet: it needs {needed} points off the line, and there are "
        "{useful}. With fewer, chance alone makes patterns."
    ),
    "sentence.too_few_measured": _(
        "{kind} {value}, {points} points. No verdict yet: it needs {needed}. With fewer, chance alone makes patterns."
    ),
    "sentence.quiet_anhoej": _(
        "{kind} {value}, {points} points, no signal by the Anhøj rules: longest run {longest} of at most {at_most}, "
        "{crossings} crossings, at least {crossings_min} expected."
    ),
    "sentence.signal_anhoej": _(
        "{kind} {value}, {points} points, a signal by the Anhøj rules: longest run {longest} of at most {at_most}, "
        "{crossings} crossings, at least {crossings_min} expected."
    ),
    "sentence.quiet_ihi": _(
        "{kind} {value}, {points} points, no signal by the classic run-chart rules: {runs} runs, "
        "{at_least} to {at_most} expected."
    ),
    "sentence.signal_ihi": _(
        "{kind} {value}, {points} points, a signal by the classic run-chart rules: {runs} runs, "
        "{at_least} to {at_most} expected."
    ),
    "sentence.quiet_mdc_xmr": _(
        "{kind} {value}, {points} points, no signal by the Making Data Count rules: limits {lower} to {upper}."
    ),
    "sentence.signal_mdc_xmr": _(
        "{kind} {value}, {points} points, a signal by the Making Data Count rules: limits {lower} to {upper}."
    ),
    "sentence.quiet_limits": _("{kind} {value}, {points} points, none outside the limits {lower} to {upper}."),
    "sentence.signal_limits": _("{kind} {value}, {points} points, a signal: limits {lower} to {upper}."),
    "sentence.quiet_plain": _("{kind} {value}, {points} points, no signal."),
    "sentence.signal_plain": _("{kind} {value}, {points} points, a signal."),
    "sentence.provisional": _(
        "This is provisional: a firm verdict needs {firm_from} points, and {useful} count so far."
    ),
    "sentence.limits": _("Limits {lower} to {upper}."),
    "sentence.no_limits": _("Limits cannot be drawn: there is no variation to draw them from."),
    "sentence.trial_limits": _("The limits are a trial until there are {firm_from} points."),
    # Signals: `meaning` says better or worse, `side` above or below
    "sentence.long_run": _(
        "{meaning}: a run of {length} points {side}, {from} to {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.shift": _(
        "{meaning}: a shift of {length} points {side}, {from} to {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.trend": _(
        "{meaning}: a trend of {length} points, {from} to {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.outside_limits": _(
        "{meaning}: a point outside the limits, {side}, on {from}. Unlikely to be chance: what was happening then?"
    ),
    "sentence.outside_limits_several": _(
        "{meaning}: {times} points outside the limits, {side}, between {from} and {to}. "
        "Unlikely to be chance: what was happening then?"
    ),
    "sentence.two_in_three": _(
        "{meaning}: two of three points near a limit, {side}, {from} to {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.two_in_three_several": _(
        "{meaning}: {times} times two of three points near a limit, {side}, between {from} and {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.few_crossings": _(
        "{meaning}: the line is crossed unusually seldom between {from} and {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.few_runs": _(
        "{meaning}: unusually few runs between {from} and {to}. "
        "A pattern unlikely to be chance: what was happening then?"
    ),
    "sentence.many_runs": _(
        "{meaning}: unusually many runs between {from} and {to}. "
        "A pattern unlikely to be chance: are two sources mixed?"
    ),
    "word.improvement": _("On the better side"),
    "word.concern": _("On the worse side"),
    "word.neutral": _("Signal"),
    "word.above": _("above the line"),
    "word.below": _("below the line"),
    "word.median": _("Median"),
    "word.mean": _("Mean"),
    # Why there is no verdict: under the chart, and at the chart type
    "sentence.refused_denominator_missing": NO_DENOMINATORS,
    "sentence.refused_chart_does_not_fit_rules": NOT_THESE_RULES,
    "sentence.refused_freeze_too_early": TOO_EARLY,
    "sentence.refused_time_not_positive": NOT_POSITIVE,
    "sentence.refused_not_a_finite_number": TOO_LARGE,
}
