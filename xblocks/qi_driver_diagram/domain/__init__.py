"""The driver diagram without a platform: what it is and still needs, and what it says. A qi_core.domain.tool.Tool."""

from qi_driver_diagram.domain.chronicling import chronicle
from qi_driver_diagram.domain.document import SCHEMA
from qi_driver_diagram.domain.judging import review
from qi_driver_diagram.domain.reading import READER
from qi_driver_diagram.domain.telling import events, revise

TOOL = "diagram"
empty, upgrade, parse, dump = READER.empty, READER.upgrade, READER.parse, READER.dump

__all__ = ["SCHEMA", "TOOL", "chronicle", "dump", "empty", "events", "parse", "review", "revise", "upgrade"]
