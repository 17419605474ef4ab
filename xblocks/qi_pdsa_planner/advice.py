"""The planner's advice: gentle checks, and what completion still waits for. Part of strings.STRINGS."""

from qi_core.strings import _

ADVICE: dict[str, str] = {
    # Gentle checks: advice, never a fault
    "check.PD4": _("Could someone tell whether this came true? Try “about 7 in 10” or “faster than yesterday”."),
    "check.PD5": _("What makes you think so? That is your theory."),
    "check.PD8": _("Could you try it with one person or one session first?"),
    "check.PD11": _("This reads like a plan. What did you actually see?"),
    "check.PD13": _("This looks the same as your plan. Was anything different in real life?"),
    "check.PD15": _("You decided to go on with this two weeks ago. Ready to plan the next cycle?"),
    "check.PD16": _("You decided to adapt, but this plan is the same as before. What will you change?"),
    "check.PD20": _("Well done. Stopping early on good evidence saves everybody's time."),
    # What completion still waits for
    "todo.first_cycle": _("plan your first cycle."),
    "todo.another_cycle": _("plan another cycle."),
    "todo.PD1": _("cycle {cycle}, Plan: write down the change idea."),
    "todo.PD2": _("cycle {cycle}, Plan: add a prediction."),
    "todo.PD6": _("cycle {cycle}, Plan: say what needs doing, who does it, when and where."),
    "todo.PD7": _("cycle {cycle}, Plan: say what you will count or ask, and who does it."),
    "todo.PD3": _("cycle {cycle}, Do: start it."),
    "todo.PD10_do": _("cycle {cycle}, Do: write down what happened."),
    "todo.PD12": _("cycle {cycle}, Study: say what you found for each prediction, and whether it matched."),
    "todo.PD10_study": _("cycle {cycle}, Study: write down what you learned."),
    "todo.PD10_dates": _("cycle {cycle}, Study: give the date, on or after the start."),
    "todo.PD14_decision": _("cycle {cycle}, Act: choose what to do with the change."),
    "todo.PD14_reason": _("cycle {cycle}, Act: say why."),
}
