"""The words of the project's home, in the browser and in Studio. Those of the aim are in qi_core.aim_words."""

from qi_core.aim_words import AIM
from qi_core.strings import CORE, _

STRINGS: dict[str, str] = {
    **CORE,
    **AIM,
    # The pages
    "pages": _("Pages of your project"),
    "page.overview": _("Overview"),
    "page.aim": _("Aim"),
    "to_overview": _("Back to the overview"),
    "counts": _("Parts of the aim: {aim_parts} of 4"),
    # What completion still waits for
    "todo.AI1_what": _("say what will be better."),
    "todo.AI1_by_how_much": _("say where it should be."),
    "todo.AI1_for_whom": _("say for whom, or where."),
    "todo.AI1_by_when": _("say by when."),
}
