"""The home's advice: gentle checks, what completion still waits for, the next small step. Part of strings.STRINGS."""

from qi_core.strings import _

ADVICE: dict[str, str] = {
    # Gentle checks
    "check.CH_blank": _("There are still blanks in it (__). Fill them in, or take them out."),
    "check.CH_outside": _("What is not part of it? Saying so keeps a project small enough to finish."),
    "check.CH_voice": _("Is somebody in the team who lives with this: a patient, a resident, a carer?"),
    "check.SH_involve": _("And what will you do? One sentence is enough."),
    "check.SH_least_say": _("Who feels the change most and has the least say? Nobody like that is on your map yet."),
    # What completion still waits for
    "todo.AI1_what": _("say what will be better."),
    "todo.AI1_by_how_much": _("say where it should be."),
    "todo.AI1_for_whom": _("say for whom, or where."),
    "todo.AI1_by_when": _("say by when."),
    "todo.CH1": _("say why it matters."),
    "todo.CH2": _("say who is affected."),
    "todo.CH3": _("say what belongs to the project."),
    "todo.CH4": _("name one role in the team."),
    "todo.SH1": _("name {wanted} stakeholders and how you will involve them ({found} so far)."),
    "todo.PR1": _("link a change idea to a driver in the driver diagram."),
    "todo.PR2": _("run a PDSA cycle, and study it."),
    "todo.PR3": _("bring a measure to {wanted} points ({found} so far)."),
    # The next small step
    "step.write_aim": _("Write your aim: what will be better, and for whom?"),
    "step.finish_aim": _("Finish your aim. It has {found} of its four parts."),
    "step.study_cycle": _("A test is running. When it is done, write down what happened and what you learned."),
    "step.decide": _("You have studied a test. Now decide: adopt the change, adapt it, or let it go?"),
    "step.write_why": _("Say in two sentences why this matters, and to whom."),
    "step.choose_measure": _("Choose one thing to count, so that you will know whether it gets better."),
    "step.draw_theory": _("Write down two or three big things that your aim depends on."),
    "step.write_ideas": _("Write down three small changes that you could try next week."),
    "step.name_people": _("Name three people or groups who can help, or who will feel the change."),
    "step.plan_first": _("Plan a first test of a change: one person, one shift."),
    "step.start_cycle": _("A test is planned. On the day, start it: your prediction is kept as it stands."),
    "step.add_points": _("Add the next points to your chart. It has {points}; with ten it begins to speak."),
    "step.name_team": _("Who does it with you? Name the roles in your team."),
    "step.plan_next": _("Plan the next test: what will you change, or where will you try it next?"),
    "step.show_somebody": _("Show this page to a colleague, and ask what is missing."),
}
