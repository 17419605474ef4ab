"""Documents that are there before a page is opened, saved through the planner's own handler."""

from typing import Any

from demo.testing import call
from tests.e2e.school import School

PLAN = {
    "title": "Comfort round, one nurse",
    "change_idea": "Offer a comfort round every two hours",
    "purpose": "test",
    "scale_note": "Bay 2, one early shift",
    "planned_start": "2026-03-02",
    "planned_end": "2026-03-03",
    "objective": "Whether a round fits into the shift",
    "risks": "Medicines may be late; stop if they are",
    "data_plan": {
        **{"kind": "both", "what": "Minutes per round", "who": "Ward clerk"},
        **{"how": "A tally sheet", "when": "After each round", "where": "Nurses' station"},
    },
}
DONE = {
    "do": {
        **{"started_on": "2026-03-02", "ended_on": "2026-03-03", "as_planned": "partly"},
        **{"differed": "One nurse fewer", "happened": "Four rounds done, one missed"},
        **{"unexpected": "Relatives asked what it was", "data": "9, 14, 15 and 18 minutes"},
    },
    "study": {
        **{"studied_on": "2026-03-04", "learned": "Handover is the wrong moment"},
        **{"surprised": "How much people asked for", "measure_enough": "Yes"},
    },
    "act": {
        **{"decided_on": "2026-03-04", "decision": "adapt"},
        **{"reason": "It helps, but not at handover", "next_change": "Start after handover"},
    },
}
EMPTY = {
    "do": {
        **{"started_on": None, "ended_on": None, "as_planned": None},
        **{"differed": "", "happened": "", "unexpected": "", "data": ""},
    },
    "study": {"studied_on": None, "learned": "", "surprised": "", "measure_enough": ""},
    "act": {"decided_on": None, "decision": None, "reason": "", "next_change": ""},
}


def cycle(number: int, *, follows: int | None = None, scale: str = "one_session", done: bool = True) -> dict[str, Any]:
    found = {"found": "14 minutes on average", "verdict": "did_not_match"} if done else {"found": "", "verdict": None}
    question = {
        **{"id": f"question{number}", "text": "How long does one round take?", "prediction": "About 10 minutes"},
        **{"because": "We timed one last week", "addenda": [], **found},
    }
    task = {"id": f"task0{number}", "what": "Walk the bay", "who": "Staff nurse", "when": "Tuesday", "where": "Bay 2"}
    return {
        **PLAN,
        **(DONE if done else EMPTY),
        "id": f"cycle{number}",
        "idea": None,
        "follows": None if follows is None else f"cycle{follows}",
        "scale": scale,
        "questions": [question],
        "tasks": [task],
    }


def ramp() -> list[dict[str, Any]]:
    """Two cycles that are done, the third planned."""
    return [
        cycle(1, scale="one_person"),
        cycle(2, follows=1),
        cycle(3, follows=2, scale="one_week", done=False),
    ]


def save(school: School, cycles: list[dict[str, Any]]) -> None:
    before = call(school.planner, "load", {}, school.learner).json["revision"]
    document = {"schema": 2, "cycles": cycles, "confirmed": []}
    reply = call(school.planner, "save_work", {"revision": before, "document": document}, school.learner)
    assert reply.status == 200, reply.json
