"""The tools as guests of the project's home: what it shows, prints and reads of them, without knowing any.

Each tool that is installed with us is asked for by its block, through the entry points that the platform itself uses.
"""

from collections.abc import Mapping
from typing import Any

from xblock.core import XBlock
from xblock.field_data import DictFieldData

from qi_core.base import MENU_PREFIX
from qi_core.block import ToolBlock
from qi_core.domain.problems import Problems
from qi_core.installed import tool_blocks


def tools_of(home: Any) -> dict[str, ToolBlock]:
    """By the name of their document, the home's own first.

    A guest has no settings but the defaults, works on the project, and stands where the home stands.
    """
    found: dict[str, ToolBlock] = {home.tool.TOOL: home}
    for tool, (name, _) in tool_blocks().items():
        if tool not in found:
            found[tool] = _guest(home, name, XBlock.load_class(name))
    return found


def name_of(guest: ToolBlock) -> str:
    """As Studio calls a new one, without the prefix that is for Studio's menu; it begins a line."""
    name = guest.translate(guest.fields["display_name"].default).removeprefix(MENU_PREFIX)
    return f"{name[:1].upper()}{name[1:]}"


def words_of(home: Any, guest: ToolBlock) -> dict[str, str]:
    """The guest's words in the reader's language, over those of the home."""
    words: dict[str, str] = home.page_words()["strings"] | guest.page_words()["strings"]
    return words


def readable(guest: ToolBlock, document: Mapping[str, Any] | None) -> dict[str, Any]:
    """In the present schema; as it is where it no longer passes. Raises NewerDocument."""
    whole = guest.tool.upgrade(dict(document or {}))
    try:
        return guest.tool.dump(guest.tool.parse(whole))
    except Problems:
        return whole


def _guest(home: Any, name: str, block_class: Any) -> ToolBlock:
    scope_ids = home.scope_ids._replace(block_type=name)
    guest: ToolBlock = block_class(home.runtime, field_data=DictFieldData({}), scope_ids=scope_ids)
    guest.project_named = home.project_named
    return guest
