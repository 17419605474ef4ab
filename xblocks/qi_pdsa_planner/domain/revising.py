"""What a document may become: predictions are fixed once Do has started (PD3)."""

from qi_core.domain.problems import Problem, Problems
from qi_pdsa_planner.domain.document import Cycle, Document, Question


def revise(*, earlier: Document, proposed: Document) -> None:
    """Raises Problems where a locked prediction would change. A cycle may be deleted whole; a new id is free."""
    known = {cycle.id: cycle for cycle in earlier.cycles}
    problems: dict[str, Problem] = {}
    for index, cycle in enumerate(proposed.cycles):
        before = known.get(cycle.id)
        if before is not None and before.is_locked:
            problems |= {f"cycles[{index}].{path}": Problem("locked") for path in _broken(before, cycle)}
    if problems:
        raise Problems(problems)


def _broken(before: Cycle, after: Cycle) -> list[str]:
    if after.do.started_on is None:
        return ["do.started_on"]
    if [question.id for question in before.questions] != [question.id for question in after.questions]:
        return ["questions"]
    pairs = enumerate(zip(before.questions, after.questions, strict=True))
    return [f"questions[{place}].{name}" for place, (old, new) in pairs for name in _changed(old, new)]


def _changed(old: Question, new: Question) -> list[str]:
    changed = [name for name in ("text", "prediction", "because") if getattr(old, name) != getattr(new, name)]
    if new.addenda[: len(old.addenda)] != old.addenda:
        changed.append("addenda")
    return changed
