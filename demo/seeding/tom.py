"""Tom's soft-signs card: a plan that is nearly ready, and nothing started."""

from datetime import date

from demo.seeding.work import Json, counted, days_before, document, planned, question, task

CARD = "A pocket card with five early signs that somebody is not quite themselves, and whom to call."
CALLS = "How many times will the card lead to an earlier call?"


def saves(today: date) -> list[Json]:
    """Documents in the order in which he saved them: an idea first, a plan later."""
    idea = planned("tom1card", title="Soft-signs card", change_idea=CARD)
    plan = idea | {
        "purpose": "test",
        "scale": "one_person",
        "scale_note": "One senior carer, one resident’s floor, two shifts",
        "planned_start": days_before(today, -5).isoformat(),
        "objective": "Find out whether the card is used at all.",
        "questions": [question("calls1", CALLS, "", "")],
        "tasks": [task("brief1", "Explain the card at handover", "Team lead", "Monday, 7 am", "First floor")],
        "data_plan": counted("", "", how="", when="", where=""),
    }
    return [document(idea), document(plan)]
