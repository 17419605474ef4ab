"""Gentle checks (G): advice beside a field, with one line of why in the block's words. None of them blocks anything.

PD9 (several changes in one cycle) and PD18 (three regular points) need the driver diagram and the run chart.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from difflib import SequenceMatcher

from qi_core.domain.tool import Check
from qi_pdsa_planner.domain.document import Cycle, Document
from qi_pdsa_planner.domain.ramps import scale_rank

NUDGE_AFTER = timedelta(days=14)
ONE_TEAM_RANK = 4
ALIKE = 0.9
COMPARED_MAX = 600
FUTURE = re.compile(r"\b(?:will|shall|going to|should|plan to|hope to|intend to|expect to)\b|\b\w+'ll\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?\n]+")
NUMBER = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter|twice|double|none|nobody"
    r"|no one|everyone|everybody|all|always|never|most|few|fewer|less|more|least)\b",
    re.IGNORECASE,
)
DIRECTION = re.compile(
    r"\b(?:faster|slower|quicker|longer|shorter|sooner|later|earlier|higher|lower|better|worse|easier|harder|safer"
    r"|bigger|smaller|up|down|above|below|over|under|same|(?:in|de)creas\w*|ris(?:e|es|ing)|fall(?:s|ing)?|drop\w*|reduc\w*"
    r"|improv\w*|halv\w*|doubl\w*|grow\w*|shrink\w*|gain\w*|los(?:e|es|ing)|stop\w*|prefer\w*)\b",
    re.IGNORECASE,
)


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
        if prediction and not (NUMBER.search(prediction) or DIRECTION.search(prediction)):
            yield f"questions[{place}].prediction", "PD4"
        if prediction and not question.because.strip() and "because" not in prediction.lower():
            yield f"questions[{place}].because", "PD5"
    rank = scale_rank(cycle)
    if before is None and rank is not None and rank > ONE_TEAM_RANK:
        yield "scale", "PD8"
    if before is not None and before.act.decision == "adapt" and _plan_of(cycle) == _plan_of(before):
        yield "change_idea", "PD16"


def _of_study(cycle: Cycle) -> Iterator[tuple[str, str]]:
    told = {f"questions[{place}].found": question.found for place, question in enumerate(cycle.questions)}
    told |= {"study.learned": cycle.study.learned, "do.happened": cycle.do.happened}
    planned = [text for text in _texts(_plan_of(cycle)) if text.strip()]
    for path, text in told.items():
        if not text.strip():
            continue
        if is_mostly_future(text):
            yield path, "PD11"
        if any(are_alike(text, plan) for plan in planned):
            yield path, "PD13"


def is_mostly_future(text: str) -> bool:
    """PD11: more than half of the sentences speak of what is to come."""
    sentences = [sentence for sentence in SENTENCE.findall(text) if sentence.strip()]
    ahead = sum(bool(FUTURE.search(sentence)) for sentence in sentences)
    return 2 * ahead > len(sentences)


def are_alike(one: str, other: str) -> bool:
    """PD13: the same, or nearly so, but for white space and case. Of long texts the beginnings are compared."""
    left, right = (" ".join(text.lower().split())[:COMPARED_MAX] for text in (one, other))
    if left == right:
        return True
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _plan_of(cycle: Cycle) -> Mapping[str, object]:
    """What the learner planned, without dates, scale and the ids of the parts."""
    return {
        "change_idea": cycle.change_idea,
        "objective": cycle.objective,
        "questions": [(question.text, question.prediction, question.because) for question in cycle.questions],
        "tasks": [task.model_dump(exclude={"id"}) for task in cycle.tasks],
        "data_plan": cycle.data_plan.model_dump(),
        "scale": cycle.scale,
    }


def _texts(plan: Mapping[str, object]) -> list[str]:
    questions: list[tuple[str, str, str]] = plan["questions"]  # type: ignore[assignment]  # as made above
    return [str(plan["change_idea"]), str(plan["objective"]), *(question[1] for question in questions)]
