"""What measures are, may become and still need, and what their charts say. A qi_core.domain.tool.Tool."""

from qi_run_chart.domain.chronicling import chronicle
from qi_run_chart.domain.document import SCHEMA
from qi_run_chart.domain.judging import review
from qi_run_chart.domain.reading import READER
from qi_run_chart.domain.revising import revise
from qi_run_chart.domain.tallying import events

TOOL = "measures"
empty, upgrade, parse, dump = READER.empty, READER.upgrade, READER.parse, READER.dump

__all__ = ["SCHEMA", "TOOL", "chronicle", "dump", "empty", "events", "parse", "review", "revise", "upgrade"]
