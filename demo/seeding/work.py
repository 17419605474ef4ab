"""The sample learners' cycles, stage by stage, as their browsers would have saved them.

Everything is a `planner` document of schema 1; see the domain of qi_pdsa_planner for what each part means.
"""

from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]

EMPTY_DO: Json = {
    "started_on": None,
    "ended_on": None,
    "as_planned": None,
    "differed": "",
    "happened": "",
    "unexpected": "",
    "data": "",
}
EMPTY_STUDY: Json = {"studied_on": None, "learned": "", "surprised": "", "measure_enough": ""}
EMPTY_ACT: Json = {"decided_on": None, "decision": None, "reason": "", "next_change": ""}


def document(*cycles: Json) -> Json:
    return {"schema": 1, "cycles": list(cycles), "confirmed": []}


def question(
    key: str, text: str, prediction: str, because: str, *, found: str = "", verdict: str | None = None
) -> Json:
    return {
        "id": key,
        "text": text,
        "prediction": prediction,
        "because": because,
        "addenda": [],
        "found": found,
        "verdict": verdict,
    }


def task(key: str, what: str, who: str, when: str, where: str) -> Json:
    return {"id": key, "what": what, "who": who, "when": when, "where": where}


def counted(what: str, who: str, *, how: str, when: str, where: str) -> Json:
    return {"kind": "quantitative", "what": what, "who": who, "how": how, "when": when, "where": where}


def planned(key: str, *, follows: str | None = None, **plan: Any) -> Json:
    """A cycle of which only Plan is written."""
    empty: Json = {
        "id": key,
        "follows": follows,
        "title": "",
        "change_idea": "",
        "purpose": None,
        "scale": None,
        "scale_note": "",
        "planned_start": None,
        "planned_end": None,
        "objective": "",
        "questions": [],
        "tasks": [],
        "data_plan": {"kind": None, "what": "", "who": "", "how": "", "when": "", "where": ""},
        "risks": "",
        "do": EMPTY_DO,
        "study": EMPTY_STUDY,
        "act": EMPTY_ACT,
    }
    return empty | plan


def done(cycle: Json, on: date, **what: Any) -> Json:
    """Do, begun on that day; without words about what happened it is still running."""
    return cycle | {"do": EMPTY_DO | {"started_on": on.isoformat()} | what}


def studied(cycle: Json, on: date, findings: dict[str, tuple[str, str]], **what: Any) -> Json:
    """`findings` by question: what was found, and the verdict."""
    questions = [
        each | {"found": findings[each["id"]][0], "verdict": findings[each["id"]][1]}
        if each["id"] in findings
        else each
        for each in cycle["questions"]
    ]
    return cycle | {"questions": questions, "study": EMPTY_STUDY | {"studied_on": on.isoformat()} | what}


def decided(cycle: Json, on: date, decision: str, reason: str, next_change: str = "") -> Json:
    act = {"decided_on": on.isoformat(), "decision": decision, "reason": reason, "next_change": next_change}
    return cycle | {"act": act}


def days_before(today: date, days: int) -> date:
    return today - timedelta(days=days)
