"""The words of the aim: its form, its sentence, its gentle checks. For every block that shows the project's aim.

They are here since a block's catalogue is collected from its own package and from this one.
"""

from qi_core.strings import _

AIM: dict[str, str] = {
    "mfi.aim": _("What are we trying to accomplish?"),
    "mfi.measures": _("How will we know that a change is an improvement?"),
    "mfi.changes": _("What change can we make that will result in improvement?"),
    "aim": _("Aim"),
    "no_aim": _("No aim yet. What will be better, by how much, for whom, by when?"),
    "write_aim": _("Write the aim"),
    "change_aim": _("Change"),
    "aim_intro": _(
        "One sentence that says what will be better. It belongs to your project: every tool shows the same aim."
    ),
    "aim_reads": _("Your aim reads:"),
    "aim.increase": _("By {when}, we will increase {what} for {whom} to {target}."),
    "aim.increase_from": _("By {when}, we will increase {what} for {whom} from {baseline} to {target}."),
    "aim.reduce": _("By {when}, we will reduce {what} for {whom} to {target}."),
    "aim.reduce_from": _("By {when}, we will reduce {what} for {whom} from {baseline} to {target}."),
    "aim.change": _("By {when}, we will change {what} for {whom} to {target}."),
    "aim.change_from": _("By {when}, we will change {what} for {whom} from {baseline} to {target}."),
    "label.aim.direction": _("Which way?"),
    "direction.increase": _("Increase"),
    "direction.reduce": _("Reduce"),
    "label.aim.what": _("What will be better?"),
    "hint.aim.what": _("Something that can be counted, and that matters to patients or the people you support."),
    "label.aim.for_whom": _("For whom, or where?"),
    "hint.aim.for_whom": _("For example: people on Ward 5"),
    "label.aim.baseline": _("Where is it now?"),
    "hint.aim.baseline": _("For example: 6.2, or how you will find out"),
    "label.aim.by_how_much": _("Where should it be?"),
    "hint.aim.by_how_much": _("A number, for example: 4.0"),
    "label.aim.by_when": _("By when?"),
    "label.aim.voice": _("What would patients or carers say about this aim?"),
    # Gentle checks of the aim
    "check.AI2": _("Is there a number in it? Then you will know when you are there."),
    "check.AI3_past": _("This day has come. Set a new one?"),
    "check.AI3_far": _("That is more than eighteen months away. What could be reached sooner?"),
    "check.AI4": _("That sounds like a change idea. What would be better for people if it worked?"),
    "check.AI5": _("Not known yet is fine: say how you will find out."),
    "check.AI6": _("Great ambition. Is it possible by then?"),
    "check.AI7": _("What would patients or carers say about this aim?"),
}
