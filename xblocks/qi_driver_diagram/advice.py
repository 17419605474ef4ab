"""The diagram's advice: gentle checks, and what completion still waits for. Part of strings.STRINGS."""

from qi_core.strings import _

ADVICE: dict[str, str] = {
    # Gentle checks of the diagram
    "check.DD3": _("{drivers} primary drivers are many. Two to {enough} are easier to keep in mind. Are any alike?"),
    "check.DD7_driver": _("This sounds like something to do: a change idea. What does it drive?"),
    "check.DD7_idea": _("This sounds like a driver. What exactly would you try?"),
    "check.DD8": _(
        "Training alone rarely changes a system. Could something in the environment make the right thing easier?"
    ),
    "check.DD9": _("Drivers that nothing measures yet: {drivers}. How would you know that they move?"),
    "check.DD10": _("Who else knows this system? Show them your diagram, and ask what is missing."),
    "check.DD11": _(
        "You have studied a cycle since you last changed this diagram. What does it teach you about your theory?"
    ),
    "check.DD12": _("Which idea first? Give each one its effort and its impact."),
    # What completion still waits for
    "todo.DD1": _("write the aim: what, by how much, for whom, by when."),
    "todo.DD2": _("write {wanted} primary drivers ({found} so far)."),
    "todo.DD4": _("put something under each primary driver."),
    "todo.DD5": _("write {wanted} change ideas ({found} so far)."),
    "todo.DD6": _("link each change idea to a driver."),
}
