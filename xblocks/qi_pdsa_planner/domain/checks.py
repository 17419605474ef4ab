"""Gentle checks (G): advice beside a field, with one line of why in the block's words. None of them blocks anything.

PD9 (several changes in one cycle) and PD18 (three regular points) need the driver diagram and the run chart.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from qi_core.domain.tool import Check
from qi_pdsa_planner.domain.document import Cycle, Document
from qi_pdsa_planner.domain.ramps import scale_rank
from qi_pdsa_planner.domain.wording import are_alike, is_mostly_future, is_vague, words_of

NUDGE_AFTER = timedelta(days=14)
ONE_TEAM_RANK = 4


def checks(document: Document, *, today: date) -> tuple[Check, ...]:
    earlier = {cycle.id: cycle for cycle in document.cycles}
    followed = {cycle.follows for cycle in document.cycles}
    return tuple(
        Check(f"cycles[{index}].{path}", rule)
        for index, cycle in enumerate(document.cycles)
        for path, rule in _of_cycle(cycle, before=earlier.get(cycle.follows or ""), followed=followed, today=today)
    )


def _of_cycle(
    cycle: Cycle, *, before: Cycle | None, followed: set[str | None], today: date
) -> Iterator[tuple[str, str]]:
    yield from _of_plan(cycle, before)
    yield from _of_study(cycle)
    decision, decided_on = cycle.act.decision, cycle.act.decided_on
    if decision == "abandon" and cycle.act.reason.strip():
        yield "act.reason", "PD20"
    waiting = decision in ("adapt", "expand") and cycle.id not in followed
    if waiting and decided_on is not None and today - decided_on >= NUDGE_AFTER:
        yield "act.next_change", "PD15"


def _of_plan(cycle: Cycle, before: Cycle | None) -> Iterator[tuple[str, str]]:
    if cycle.is_locked:
        return
    for place, question in enumerate(cycle.questions):
        prediction = question.prediction.strip()
        if is_vague(prediction):
            yield f"questions[{place}].prediction", "PD4"
        if prediction and not question.because.strip() and "because" not in prediction.lower():
            yield f"questions[{place}].because", "PD5"
    rank = scale_rank(cycle)
    if before is None and rank is not None and rank > ONE_TEAM_RANK:
        yield "scale", "PD8"
    if before is not None and before.act.decision == "adapt" and _has_same_plan(cycle, before):
        yield "change_idea", "PD16"


def _of_study(cycle: Cycle) -> Iterator[tuple[str, str]]:
    told = {f"questions[{place}].found": question.found for place, question in enumerate(cycle.questions)}
    told |= {"study.learned": cycle.study.learned, "do.happened": cycle.do.happened}
    predictions = [question.prediction for question in cycle.questions]
    planned = {words_of(text) for text in (cycle.change_idea, cycle.objective, *predictions)}
    for path, text in told.items():
        if is_mostly_future(text):
            yield path, "PD11"
        words = words_of(text)
        if any(are_alike(words, plan) for plan in planned):
            yield path, "PD13"


def _has_same_plan(one: Cycle, other: Cycle) -> bool:
    """Whatever the dates, and the ids of the parts."""
    return _plan_of(one) == _plan_of(other)


def _plan_of(cycle: Cycle) -> tuple[object, ...]:
    return (
        (cycle.change_idea, cycle.objective, cycle.scale, cycle.data_plan),
        [(question.text, question.prediction, question.because) for question in cycle.questions],
        [(task.what, task.who, task.when, task.where) for task in cycle.tasks],
    )
