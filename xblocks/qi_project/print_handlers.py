"""The printed page of the whole project, as the home's own page for printing."""

from typing import Any, ClassVar

from qi_core.host import visitor_of
from qi_project import printing
from qi_project.guests import tools_of


class PrintHandlers:
    """For the project's home; `printable` is ToolBlock's."""

    tool: ClassVar[Any]
    whose: Any
    page_words: Any

    def printable_page(self, document: Any, *, which: str) -> str | None:
        from qi_project import api

        visitor = visitor_of(self)
        found = api.documents_of(visitor.user_id or 0, **self.whose(visitor)) if visitor.may_save else None
        if which or found is None:
            return None
        others = {name: guest for name, guest in tools_of(self).items() if name != self.tool.TOOL}
        parts, left_out = printing.parts_of(others, visitor)
        about = printing.About(found.title, found.created)
        return printing.html_of(document, about, parts, left_out=left_out, words=self.page_words())
