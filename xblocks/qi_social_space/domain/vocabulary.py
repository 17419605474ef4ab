"""The closed lists of words that rows, events and pages speak in. Learners choose from them, and type none of them."""

from typing import Literal, get_args

Audience = Literal["everyone", "facilitators", "me"]
Question = Literal["aim_clear", "would_measure", "go_wrong"]
Reaction = Literal["thanks", "me_too", "learned"]
Reason = Literal["patient", "unkind", "spam", "safeguarding", "other"]
Highlight = Literal["good_example", "question"]
State = Literal["visible", "held", "hidden", "deleted", "erased"]
CardKind = Literal["aim", "diagram", "cycle", "chart"]
Sort = Literal["new", "unseen", "waiting", "picks", "following", "mine"]

QUESTIONS: tuple[Question, ...] = get_args(Question)
REACTIONS: tuple[Reaction, ...] = get_args(Reaction)
REASONS: tuple[Reason, ...] = get_args(Reason)
HIGHLIGHTS: tuple[Highlight, ...] = get_args(Highlight)
STATES: tuple[State, ...] = get_args(State)
SORTS: tuple[Sort, ...] = get_args(Sort)
