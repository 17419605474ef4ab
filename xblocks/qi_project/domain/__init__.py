"""What a project as a whole says: its aim. A qi_core.domain.tool.Tool, which other blocks show beside their own."""

from qi_project.domain.document import SCHEMA
from qi_project.domain.judging import review
from qi_project.domain.reading import READER
from qi_project.domain.telling import events, revise

TOOL = "project"
empty, upgrade, parse, dump = READER.empty, READER.upgrade, READER.parse, READER.dump

__all__ = ["SCHEMA", "TOOL", "dump", "empty", "events", "parse", "review", "revise", "upgrade"]
