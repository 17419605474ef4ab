"""Choosing a chart and its rules, in the words of a ward. Part of strings.STRINGS."""

from qi_core.strings import _

CHOOSING: dict[str, str] = {
    "label.chart": _("Chart type"),
    "chart.run": _("Run chart: anything over time"),
    "chart.i": _("I (XmR) chart: single measurements"),
    "chart.mr": _("MR chart: change from point to point"),
    "chart.p": _("p chart: share of people"),
    "chart.pp": _("p′ chart: share, large groups"),
    "chart.u": _("u chart: events per number at risk"),
    "chart.up": _("u′ chart: events, large groups"),
    "chart.c": _("c chart: events, same number at risk"),
    "chart.g": _("g chart: cases between events"),
    "chart.t": _("t chart: time between events"),
    "chart.ip": _("i′ chart: averages of different sizes"),
    "chart.xbar": _("x̄ chart: average of several"),
    "chart.s": _("s chart: spread of several"),
    # Why this one, and what it needs
    "about.run": _(
        "The best start for nearly everything: a line, its median, and rules that find patterns. "
        "It needs a date and a value in each row."
    ),
    "about.i": _("For one measurement each time, such as a wait. It needs a date and a value in each row."),
    "about.mr": _(
        "Shows how much the numbers jump from one point to the next; read it beside an I chart. "
        "It needs a date and a value in each row."
    ),
    "about.p": _(
        "For a yes or no about each person. Small groups get wider limits. "
        "It needs a date, how many did (numerator) and out of how many (denominator)."
    ),
    "about.pp": _(
        "As a p chart, for groups of hundreds or more, where a p chart's limits are too narrow. "
        "It needs a date, a numerator and a denominator."
    ),
    "about.u": _(
        "For events that can happen more than once to the same person, when the number at risk changes. "
        "It needs a date, how many events, and how many were at risk, such as bed days."
    ),
    "about.up": _(
        "As a u chart, for very large numbers at risk, where a u chart's limits are too narrow. "
        "It needs a date, how many events, and how many were at risk."
    ),
    "about.c": _(
        "For events when about the same number of people is at risk each time. "
        "It needs a date and a count (a whole number) in each row."
    ),
    "about.g": _(
        "For rare events: how many cases went well between one and the next. "
        "It needs a row for each event, with its date and the number of cases since the last one."
    ),
    "about.t": _(
        "For rare events: how much time passed between one and the next. "
        "It needs a row for each event, with its date and the time since the last one, more than zero."
    ),
    "about.ip": _(
        "For averages of groups of different sizes. "
        "It needs a date, the total (numerator) and the size of the group (denominator)."
    ),
    "about.xbar": _(
        "For several measurements each time: their average. "
        "It needs several rows with the same date, each with a value."
    ),
    "about.s": _(
        "For several measurements each time: how far apart they lie. "
        "It needs several rows with the same date, each with a value."
    ),
    "help_me_choose": _("Help me choose"),
    "stands_for": _("What does one number on your chart stand for?"),
    "stands_for.people": _("A share of people"),
    "stands_for_hint.people": _("People who did or did not, out of all. Screened, seen in time, readmitted."),
    "stands_for.things": _("Things that happened"),
    "stands_for_hint.things": _("One person can have more than one. Falls, errors, calls."),
    "stands_for.size": _("How long, how much"),
    "stands_for_hint.size": _("Minutes, doses, a score, a length of stay."),
    "stands_for.rare": _("The time between rare events"),
    "stands_for_hint.rare": _("Days or cases since the last one. Serious harm, an infection."),
    "stands_for.plain": _("I don't know yet"),
    "stands_for_hint.plain": _("Just show me a run chart. It is never wrong."),
    "which.people": _("How large are the groups?"),
    "when.p": _("Up to some hundreds each time"),
    "when.pp": _("Many hundreds or thousands each time"),
    "which.things": _("How many people could it happen to each time?"),
    "when.c": _("About the same number each time"),
    "when.u": _("The number changes, and I know it"),
    "when.up": _("The number changes and is very large, many thousands"),
    "which.size": _("What was written down each time?"),
    "when.i": _("One measurement"),
    "when.ip": _("An average, and the size of its group"),
    "when.xbar": _("Several measurements: I want their average"),
    "when.s": _("Several measurements: I want to see how far apart they are"),
    "when.mr": _("One measurement: I want to see how much it jumps"),
    "which.rare": _("What do you count between two events?"),
    "when.t": _("Days or hours"),
    "when.g": _("Cases, such as operations or admissions"),
    "suggested": _("We suggest: {chart}"),
    "use_chart": _("Use this chart"),
    # Rules
    "label.rules": _("Rules for a signal"),
    "rules.anhoej": _("Anhøj (recommended)"),
    "rules.ihi": _("Classic run-chart rules"),
    "rules.mdc_xmr": _("Making Data Count (XmR)"),
    "rules_hint.anhoej": _("About 3 false alarms in 100 charts of pure chance. For every chart type."),
    "rules_hint.ihi": _(
        "Shift, trend, runs: about 37 false alarms in 100 charts of 24 points. For the run chart only."
    ),
    "rules_hint.mdc_xmr": _("Limits and icons as used in the NHS; firm from 13 points. For the I (XmR) chart only."),
    "rules_note.anhoej": _(
        "Anhøj rules: on 24 points of pure chance they raise a false alarm in about 3 of 100 charts."
    ),
    "rules_note.ihi": _(
        "Classic run-chart rules (Perla, Provost and Murray 2011): on 24 points of pure chance they raise a "
        "false alarm "
        "in about 37 of 100 charts."
    ),
    "rules_note.mdc_xmr": _(
        "Making Data Count rules on an XmR chart: on 24 points of pure chance they raise a false alarm "
        "in about 18 of 100 charts."
    ),
    "rules_brought.ihi": _("These rules are for run charts, so the chart type is now a run chart."),
    "rules_brought.mdc_xmr": _("These rules are for the I (XmR) chart, so the chart type has changed with them."),
    "rules_gave_way.anhoej": _("The rules you had do not go with this chart, so the Anhøj rules are now in force."),
    "rules_gave_way.ihi": _("The rules you had do not go with this chart, so the classic rules are now in force."),
    "rules_gave_way.mdc_xmr": _(
        "The rules you had do not go with this chart, so the Making Data Count rules are now in force."
    ),
    # Choices within "Making Data Count"
    "label.mdc.run_length": _("How many points make a shift or a trend?"),
    "hint.mdc.run_length": _("The NHS tool lets its user choose. 7 gives fewer false alarms."),
    "mdc.points": _("{n} points"),
    "label.mdc.screening": _("Are large jumps left out of the limits?"),
    "hint.mdc.screening": _("One freak jump can make the limits too wide. The NHS spreadsheet does not leave it out."),
    "mdc.screening.true": _("Yes"),
    "mdc.screening.false": _("No, as the spreadsheet"),
    "label.mdc.beyond_counts": _("Two of three near a limit: does a point outside it count?"),
    "hint.mdc.beyond_counts": _("Since November 2023 the NHS tool counts it."),
    "mdc.beyond_counts.true": _("Yes, as since 2023"),
    "mdc.beyond_counts.false": _("No, as before"),
    "label.aggregate": _("Several values on one date: what is shown?"),
    "hint.aggregate": _("Where there are numerators and denominators, all of a date are put together first."),
    "aggregate.mean": _("Their average"),
    "aggregate.median": _("Their median"),
    "aggregate.sum": _("Their sum"),
    # Icons
    "variation": _("Change:"),
    "variation.common_cause": _("ordinary ups and downs"),
    "variation.improvement_high": _("improving, high or rising"),
    "variation.improvement_low": _("improving, low or falling"),
    "variation.concern_high": _("getting worse, high or rising"),
    "variation.concern_low": _("getting worse, low or falling"),
    "variation.neutral_high": _("changing, high or rising"),
    "variation.neutral_low": _("changing, low or falling"),
    "assurance": _("Target:"),
    "assurance.consistent_pass": _("will be met every time, as things are"),
    "assurance.consistent_fail": _("will not be met without a change"),
    "assurance.inconsistent": _("met on some days, missed on others, by chance"),
    "assurance.none": _("no target or no better direction is set"),
    "icons_trial": _("A trial until there are 13 points."),
}
