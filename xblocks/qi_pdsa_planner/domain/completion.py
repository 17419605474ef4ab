"""The rules that count for completion (C), and nothing that judges merit. Names are those of the PDSA fidelity rules.

Progress is the share of these rules that is met in the cycles that count, the fullest cycles first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from qi_core.domain.tool import Todo
from qi_pdsa_planner.domain.document import Cycle, Document, Task
from qi_pdsa_planner.domain.reading import has_prediction

Stage = Literal["plan", "do", "study", "act"]
State = Literal["not_started", "in_progress", "done"]
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True)
class Rule:
    """`path` is the field, relative to the cycle, that a learner goes to."""

    name: str
    stage: Stage
    path: str
    is_met: Callable[[Cycle], bool]


def _said(*texts: str) -> bool:
    return all(text.strip() for text in texts)


def _has_task(cycle: Cycle) -> bool:
    return any(_is_whole(task) for task in cycle.tasks)


def _is_whole(task: Task) -> bool:
    return _said(task.what, task.who, task.when, task.where)


def _is_compared(cycle: Cycle) -> bool:
    predicted = [question for question in cycle.questions if _said(question.prediction)]
    return bool(predicted) and all(question.verdict and _said(question.found) for question in predicted)


def _is_studied_after(cycle: Cycle) -> bool:
    started, studied = cycle.do.started_on, cycle.study.studied_on
    return started is not None and studied is not None and studied >= started


RULES: tuple[Rule, ...] = (
    Rule("PD1", "plan", "change_idea", lambda cycle: _said(cycle.change_idea)),
    Rule("PD2", "plan", "questions[0].prediction", has_prediction),
    Rule("PD6", "plan", "tasks[0].what", _has_task),
    Rule("PD7", "plan", "data_plan.what", lambda cycle: _said(cycle.data_plan.what, cycle.data_plan.who)),
    Rule("PD3", "do", "do.started_on", lambda cycle: cycle.is_locked),
    Rule("PD10_do", "do", "do.happened", lambda cycle: _said(cycle.do.happened)),
    Rule("PD12", "study", "questions[0].found", _is_compared),
    Rule("PD10_study", "study", "study.learned", lambda cycle: _said(cycle.study.learned)),
    Rule("PD10_dates", "study", "study.studied_on", _is_studied_after),
    Rule("PD14_decision", "act", "act.decision", lambda cycle: cycle.act.decision is not None),
    Rule("PD14_reason", "act", "act.reason", lambda cycle: _said(cycle.act.reason)),
)


def progress(document: Document, *, settings: Mapping[str, Any]) -> tuple[float, tuple[Todo, ...]]:
    """In [0, 1]; 1.0 exactly when the list of what is left is empty. The fullest unfinished cycle is named first."""
    rules = [rule for rule in RULES if rule.stage in settings["stages"]]
    wanted: int = settings["cycles"]
    ranked = sorted(
        ((index, [rule for rule in rules if not rule.is_met(cycle)]) for index, cycle in enumerate(document.cycles)),
        key=lambda entry: len(entry[1]),
    )[:wanted]
    left = [_todo(index, rule) for index, unmet in ranked for rule in unmet]
    begun = len(document.cycles)
    left += [Todo("", "another_cycle" if number else "first_cycle") for number in range(begun, wanted)]
    all_of_them = len(rules) * wanted
    unmet_count = sum(len(unmet) for _, unmet in ranked) + len(rules) * (wanted - len(ranked))
    return 1.0 - unmet_count / all_of_them, tuple(left)


def _todo(index: int, rule: Rule) -> Todo:
    return Todo(f"cycles[{index}].{rule.path}", rule.name, {"cycle": index + 1})


def stage_states(cycle: Cycle) -> dict[str, State]:
    """Derived, never set by hand. A stage is done when its rules are met, begun when anything is written in it."""
    return {stage: _state(cycle, stage) for stage in STAGES}


def is_done(cycle: Cycle, stage: Stage) -> bool:
    return all(rule.is_met(cycle) for rule in RULES if rule.stage == stage)


def _state(cycle: Cycle, stage: Stage) -> State:
    if is_done(cycle, stage):
        return "done"
    return "in_progress" if stage == "plan" or _is_begun(cycle, stage) else "not_started"


def _is_begun(cycle: Cycle, stage: Stage) -> bool:
    written: list[object] = [value for _, value in getattr(cycle, stage)]
    if stage == "study":
        written += [value for question in cycle.questions for value in (question.found, question.verdict)]
    return any(value not in (None, "") for value in written)
