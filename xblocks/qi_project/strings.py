"""The words of the project's home, in the browser and in Studio.

Those of the aim are in qi_core.aim_words, the advice is in advice.py, what other tools tell is in told_words.py.
"""

from qi_core.aim_words import AIM
from qi_core.strings import CORE, _
from qi_project.advice import ADVICE
from qi_project.history_words import HISTORY
from qi_project.record_words import RECORD
from qi_project.told_words import TOLD

STRINGS: dict[str, str] = {
    **CORE,
    **AIM,
    **ADVICE,
    **HISTORY,
    **RECORD,
    **TOLD,
    # The pages
    "pages": _("Pages of your project"),
    "page.overview": _("Overview"),
    "page.aim": _("Aim"),
    "page.charter": _("Charter"),
    "page.people": _("People"),
    "counts": _("Parts of the aim: {aim_parts} of 4. Charter: {charter_parts} of 7. People: {stakeholders}."),
    "to_overview": _("Back to the overview"),
    "from_diagram": _("The changes come from your driver diagram, and are tested in PDSA cycles."),
    "from_measures": _("A number says when you are there; a run chart says whether a change made a difference."),
    # The overview
    "welcome": _(
        "Your improvement project in one place: what you want to achieve, what you count, what you try. "
        "It is yours, and goes with you from course to course."
    ),
    "next": _("The next small step"),
    "go.aim": _("Go to the aim"),
    "go.charter": _("Go to the charter"),
    "go.people": _("Go to the people"),
    "open.diagram": _("Open the driver diagram (new tab)"),
    "open.pdsa": _("Open the PDSA planner (new tab)"),
    "open.measures": _("Open the run chart (new tab)"),
    "open.talk": _("Talk about it (new tab)"),
    "several": _("There are {n} of these in this course; this opens the first."),
    "elsewhere": _("It opens in a course that has this tool."),
    "tool.diagram": _("Driver diagram"),
    "tool.pdsa": _("PDSA cycles"),
    "tool.measures": _("Measures and charts"),
    "none.charter": _("Nothing here yet. A page that says why, for whom, and who does it with you."),
    "none.people": _("Nobody here yet. Who can help, and who will feel the change?"),
    "none.diagram": _("Nothing here yet. What does the aim depend on, and what could you try?"),
    "none.pdsa": _("Nothing here yet. A first test takes one person and one shift."),
    "none.measures": _("Nothing here yet. What will you count, to know whether it gets better?"),
    "team_of": _("Team ({n}):"),
    "people_of": _("Named: {n}. With a plan how to involve them: {planned}."),
    "timeline": _("What happened so far"),
    "show_all": _("Show all ({n})"),
    # The charter
    "charter_intro": _("One page that the people around you can read in two minutes. It may change as you learn."),
    "charter_starters": _("Start from a ready-made charter"),
    "people_starters": _("People to think of"),
    "starters_note": _("Words to start from. They fill what is still empty; Undo takes them out again."),
    "starter_use": _("Fill it in"),
    "starter_used": _("Filled in from “{title}”. Now put your own words where the blanks are."),
    "starter_failed": _("That could not be loaded. Check your connection and try again."),
    "label.charter.setting": _("Setting"),
    "hint.charter.setting": _("For example: ward, clinic, care home, surgery"),
    "label.charter.why": _("Why does it matter?"),
    "hint.charter.why": _("What is not good enough now, and how do you know?"),
    "label.charter.affected": _("Who is affected?"),
    "hint.charter.affected": _("Who feels it, and whom have you asked?"),
    "label.charter.inside": _("What is part of it?"),
    "hint.charter.inside": _("Where, when, with whom. Small is good."),
    "label.charter.outside": _("What is not?"),
    "hint.charter.outside": _("What you leave for another day, even if it comes up."),
    "label.charter.benefit": _("What will be different?"),
    "hint.charter.benefit": _("For the people you care for, and for staff."),
    "label.charter.barriers": _("What could stop it?"),
    "hint.charter.barriers": _("And what will you do about that?"),
    "team": _("The team"),
    "team_intro": _("By role. Nobody needs an account. A name only if that person agrees: it is printed as it stands."),
    "add_member": _("Add a role"),
    "label.charter.team.role": _("Role"),
    "label.charter.team.printed_as": _("Name, as it should be printed"),
    "label.charter.team.does": _("What they do in this project"),
    # The people
    "people_intro": _(
        "Stakeholders are all who can help or stop your change, and all who will feel it. Roles and groups, not names."
        " Never write here what you would not say to them."
    ),
    "add_person": _("Add a person or a group"),
    "open_person": _("Open"),
    "close_person": _("Done"),
    "nobody_yet": _("(no name yet)"),
    "not_involved_yet": _("How will you involve them?"),
    "label.stakeholders.name": _("Person (by role) or group"),
    "label.stakeholders.influence": _("How much can they help or stop it?"),
    "label.stakeholders.interest": _("How much does it touch them?"),
    "amount.low": _("A little"),
    "amount.high": _("A lot"),
    "label.stakeholders.needs": _("What do they need from us?"),
    "label.stakeholders.involve": _("How will you involve them?"),
    "hint.stakeholders.involve": _("For example: ask two of them on Tuesday, before anything is printed."),
    "map": _("Who is where"),
    "corner.high_high": _("Can do a lot, touched a lot"),
    "corner.low_high": _("Can do little, touched a lot"),
    "corner.high_low": _("Can do a lot, touched little"),
    "corner.low_low": _("Can do little, touched little"),
    "corner_how.high_high": _("Work with them from the first day."),
    "corner_how.low_high": _("Listen most here, and tell them what became of it."),
    "corner_how.high_low": _("Keep it short: what you do, what you need, when you are back."),
    "corner_how.low_low": _("Let them know where to look."),
    "nobody_here": _("Nobody yet"),
    # Shared computers
    "hide": _("Hide my work"),
    "hidden": _("Your work is hidden"),
    "hidden_text": _(
        "Nothing is lost. This only blanks the page, it does not lock it: when you leave a shared computer, sign out."
    ),
    "show": _("Show my work"),
    "hide_after": _("Hide it by itself when nobody touches the page"),
    "never": _("Never"),
    "after_minutes": _("After {minutes} minutes"),
}
