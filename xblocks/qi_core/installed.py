"""The tools that are installed on this site, by the names of their documents: so one may serve all and import none."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from xblock.core import XBlock

from qi_core import compat
from qi_core.block import ToolBlock


@cache
def tool_blocks() -> Mapping[str, tuple[str, Any]]:
    """Of each tool its block's type and its domain, a qi_core.domain.tool.Tool. Asked for after blocks are loaded."""
    found = ((name, XBlock.load_class(name)) for name in compat.our_block_types())
    return {block.tool.TOOL: (name, block.tool) for name, block in found if issubclass(block, ToolBlock)}
