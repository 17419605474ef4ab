"""One learner's first cycle: what is written where, and what the record holds of it in the end."""

from typing import Any

from tests.e2e.hands import Hand
from tests.e2e.planner import today

IDEA = "Offer a comfort round every two hours"
QUESTION = "How long does one round take?"
PREDICTION = "About 10 minutes"
BECAUSE = "We timed one last week"
HAPPENED = "Four rounds done, one missed at handover"
FOUND = "14 minutes on average"
LEARNED = "Handover is the wrong moment"
REASON = "It helps, but not at handover"
CHANGE = "Start after handover"
TASK = {"What needs doing": "Walk the bay", "Who (role)": "Staff nurse", "When": "Tuesday", "Where": "Bay 2"}
DATA = {"What will we count, time or ask?": "Minutes per round", "Who collects it (role)": "Ward clerk"}


def plan(hand: Hand) -> None:
    planner = hand.planner
    hand.press(planner.button("Plan my first cycle"))
    hand.write("Change idea", IDEA)
    hand.press(planner.button("Next: Questions and predictions"))
    hand.write("What do we want to know?", QUESTION)
    hand.write("We predict", PREDICTION)
    hand.write("because…", BECAUSE)
    hand.press(planner.button("Next: Who, when and where"))
    hand.pick("How big is this test?", "One shift or clinic")
    for label, text in TASK.items():
        hand.write(label, text)
    hand.press(planner.button("Next: What we will count or ask"))
    for label, text in DATA.items():
        hand.write(label, text)


def do(hand: Hand) -> None:
    planner = hand.planner
    hand.press(planner.button("On to Do"))
    hand.press(planner.button("Start Do: lock my prediction"))
    hand.write("What happened?", HAPPENED)
    hand.pick("Did it go as planned?", "Partly")


def study(hand: Hand) -> None:
    planner = hand.planner
    hand.press(planner.button("On to Study"))
    hand.write("You found", FOUND)
    hand.pick("Did it match your prediction?", "Did not match")
    hand.write("What did we learn?", LEARNED)


def act(hand: Hand) -> None:
    planner = hand.planner
    hand.press(planner.button("On to Act"))
    hand.pick("What will we do with this change?", "Adapt")
    hand.write("Why?", REASON)
    hand.write("What changes in the next cycle?", CHANGE)


def go_on(hand: Hand) -> None:
    hand.press(hand.planner.button("Start the next cycle"))


def two_cycles(document: dict[str, Any]) -> dict[str, Any]:
    """The whole record after all of the above; only the ids, which the browser made up, are taken from it."""
    first, second = document["cycles"]
    carried_forward = _plan(task_id=first["tasks"][0]["id"])
    done = {
        "id": first["id"],
        "follows": None,
        "questions": [_question(first, found=FOUND, verdict="did_not_match")],
        "do": {**_nothing_done(), "started_on": today(), "as_planned": "partly", "happened": HAPPENED},
        "study": {**_nothing_studied(), "studied_on": today(), "learned": LEARNED},
        "act": {"decided_on": today(), "decision": "adapt", "reason": REASON, "next_change": CHANGE},
    }
    planned = {
        "id": second["id"],
        "follows": first["id"],
        "questions": [_question(first, found="", verdict=None)],
        "do": _nothing_done(),
        "study": _nothing_studied(),
        "act": {"decided_on": None, "decision": None, "reason": "", "next_change": ""},
    }
    cycles = [{**carried_forward, **done}, {**carried_forward, **planned}]
    return {"schema": 2, "confirmed": [], "cycles": cycles}


def _plan(*, task_id: str) -> dict[str, Any]:
    what, collector = DATA.values()
    return {
        "title": "",
        "idea": None,
        "change_idea": IDEA,
        "purpose": None,
        "scale": "one_session",
        "scale_note": "",
        "planned_start": None,
        "planned_end": None,
        "objective": "",
        "tasks": [{"id": task_id, **dict(zip(("what", "who", "when", "where"), TASK.values()))}],
        "data_plan": {"kind": None, "what": what, "who": collector, "how": "", "when": "", "where": ""},
        "risks": "",
    }


def _question(cycle: dict[str, Any], *, found: str, verdict: str | None) -> dict[str, Any]:
    question_id = cycle["questions"][0]["id"]
    asked = {"id": question_id, "text": QUESTION, "prediction": PREDICTION, "because": BECAUSE, "addenda": []}
    return {**asked, "found": found, "verdict": verdict}


def _nothing_done() -> dict[str, Any]:
    texts = dict.fromkeys(("differed", "happened", "unexpected", "data"), "")
    return {"started_on": None, "ended_on": None, "as_planned": None, **texts}


def _nothing_studied() -> dict[str, Any]:
    return {"studied_on": None, "learned": "", "surprised": "", "measure_enough": ""}
