"""The PDSA planner without a platform: what a document is, may become, and still needs. A qi_core.domain.tool.Tool."""

from qi_pdsa_planner.domain.chronicling import chronicle
from qi_pdsa_planner.domain.document import SCHEMA
from qi_pdsa_planner.domain.judging import review
from qi_pdsa_planner.domain.reading import READER
from qi_pdsa_planner.domain.revising import revise
from qi_pdsa_planner.domain.telling import events

TOOL = "pdsa"
empty, upgrade, parse, dump = READER.empty, READER.upgrade, READER.parse, READER.dump

__all__ = ["SCHEMA", "TOOL", "chronicle", "dump", "empty", "events", "parse", "review", "revise", "upgrade"]
