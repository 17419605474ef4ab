"""The words of the project's home, in the browser and in Studio. Those of the aim are in
qi_core.aim_words, the advice is in advice.py.
"""

from qi_core.aim_words import AIM
from qi_core.strings import CORE, _
from qi_project.advice import ADVICE

STRINGS: dict[str, str] = {
    **CORE,
    **AIM,
    **ADVICE,
    # The pages
    "pages": _("Pages of your project"),
    "page.overview": _("Overview"),
    "page.aim": _("Aim"),
    "to_overview": _("Back to the overview"),
    "counts": _("Parts of the aim: {aim_parts} of 4"),
}
