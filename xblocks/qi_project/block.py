"""The project's home as an XBlock: the aim and what belongs to it, what every tool has of the project, what is next.

Completion 1.0: the parts that the author asks for are there.
"""

from typing import ClassVar

from xblock.fields import Scope, String

from qi_core.base import TITLE_SETTINGS
from qi_core.block import ToolBlock
from qi_core.domain.tool import Tool
from qi_core.strings import _
from qi_project import domain
from qi_project.strings import STRINGS


class ProjectBlock(ToolBlock):
    tool: ClassVar[Tool] = domain
    strings = STRINGS
    bundle = "qi_project"
    settings_spec = TITLE_SETTINGS

    display_name = String(display_name=_("Title"), default=_("QI: project home"), scope=Scope.settings)

    @property
    def practice_in(self) -> None:
        """A home is the project's, whatever an imported course says: a practice sheet has none."""
        return None
