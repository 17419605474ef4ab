"""The run chart's advice: gentle checks, and what completion still waits for. Part of strings.STRINGS."""

from qi_core.strings import _

ADVICE: dict[str, str] = {
    # Gentle checks
    "check.ME1": _("A family of measures has an outcome, a process and a balancing measure."),
    "check.ME2": _("More than eight measures are hard to keep up. Which ones would you miss?"),
    "check.ME3_per": _("A rate needs its “per how many”."),
    "check.ME3_numerator": _("Say what is counted on top."),
    "check.ME3_denominator": _("Say out of how many."),
    "check.ME4_who": _("Say which role collects it."),
    "check.ME4_source": _("Say where the number comes from."),
    "check.ME4_how_often": _("Say how often it is collected."),
    "check.ME5": _("Every three months is slow for learning. Could you count a small sample each week?"),
    "check.ME6": _("Say which direction is better, so that signals can be read."),
    "check.ME7": _("Your aim is about “{aim}”. Does this outcome measure tell whether you get there?"),
    "check.ME8": _("Not sure? Try it: let two people count the same day, and compare."),
    "check.RC2": _("Keep going: a verdict needs about {wanted} points."),
    "check.RC4": _("Two numbers are a comparison, not a pattern."),
    "check.RC5": _("Some percentages are out of fewer than {enough}. They jump a lot by chance."),
    "check.RC6": _("Did anything happen in this time? A flag helps others to read the chart."),
    "check.RC7": _("What does this chart tell you? Two sentences are enough."),
    "check.RC8": _("You have {points} points. Where does your baseline end?"),
    "check.RC8_after_change": _(
        "The baseline goes on after your first PDSA cycle began. End it before, so that you can compare."
    ),
    "check.RC9": _("These were collected at different intervals. Could they be one frequency?"),
    "check.RC3_unsorted": _("The dates were not in order. The chart puts them in order."),
    "check.RC3_duplicates": _("Some dates appear more than once. The chart combines them."),
    "check.RC3_gaps": _("Some dates seem to be missing."),
    "check.small_number": _(
        "Small numbers from 1 to 7 could point to someone. Before sharing, use a rate or a longer period."
    ),
    "check.mixed_forms": _("Some points are plain values, others have a numerator and a denominator."),
    "check.one_a_day": _("This chart type needs several values on each date. So far each date has one."),
    "check.not_counts": _("This chart type is for counts, but some values are not whole numbers from zero up."),
    "check.at_extreme": _("Most points are at the very end of the scale. Days between events may show more."),
    "check.denominators_differ": _("The “out of” numbers differ a lot. A {suggested} chart allows for that."),
    "check.baseline_by_phases": _("There are phases, each with its own line, so the marked baseline is not used."),
    "check.target_past": _("The date for the target has passed. Set a new one?"),
    # What completion still waits for
    "todo.first_measure": _("add your first measure."),
    "todo.RC1": _("name the measure."),
    "todo.RC1_kind": _("choose outcome, process or balancing."),
    "todo.ME1": _("add a measure of the kind that is missing."),
    "todo.ME6": _("say which direction is better."),
    "todo.ME3_numerator": _("say what is counted on top."),
    "todo.ME3_denominator": _("say out of how many."),
    "todo.ME4_who": _("say which role collects it."),
    "todo.ME4_how_often": _("say how often it is collected."),
    "todo.ME4_source": _("say where the number comes from."),
    "todo.RC2": _("collect more points."),
    "todo.RC6": _("add something that happened."),
    "todo.RC8": _("mark where the baseline ends."),
    "todo.RC7_tells": _("write what the chart tells you."),
    "todo.RC7_does_not": _("write what it does not tell you."),
}
