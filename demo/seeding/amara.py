"""Amara's comfort rounds: two cycles that led to changes, a third running with its prediction locked."""

from datetime import date

from demo.seeding import theory
from demo.seeding.work import (
    Json,
    counted,
    days_before,
    decided,
    document,
    done,
    planned,
    question,
    studied,
    task,
)

IDEA = "Ask everybody in the bay four short questions at set times, instead of waiting for the bell."
BELLS = "How many call bells will ring in the bay between the rounds?"
MINUTES = "How long will one round take?"


def saves(today: date) -> list[Json]:
    """Documents in the order in which she saved them."""
    first_plan = _first(today)
    first_run = done(first_plan, days_before(today, 24), **_first_do(today))
    first_seen = studied(first_run, days_before(today, 23), *_first_findings(), **_first_study())
    first = decided(first_seen, days_before(today, 23), "adapt", *_first_reason())
    second_plan = _second(today)
    second_run = done(second_plan, days_before(today, 16), **_second_do(today))
    second_seen = studied(second_run, days_before(today, 15), *_second_findings(), **_second_study())
    second = decided(second_seen, days_before(today, 15), "adapt", *_second_reason())
    third_plan = _third(today)
    third = done(third_plan, days_before(today, 3))
    return [
        document(first_plan),
        document(first_run),
        document(first_seen),
        document(first),
        document(first, second_plan),
        document(first, second_run),
        document(first, second_seen),
        document(first, second),
        document(first, second, third_plan),
        document(first, second, third),
    ]


def _first(today: date) -> Json:
    return planned(
        "amara1round",
        title="One round, one nurse",
        change_idea=IDEA,
        purpose="test",
        scale="one_session",
        scale_note="One late shift, bay B, five people",
        planned_start=days_before(today, 24).isoformat(),
        planned_end=days_before(today, 24).isoformat(),
        objective="See whether one nurse can do the round at all, and what people use it for.",
        questions=[
            question("minutes1", MINUTES, "20 minutes", "four questions for five people, four minutes each"),
            question(
                "bells1", BELLS, "Half of the usual 14", "most bells are for water, the toilet or being moved"
            ),
        ],
        tasks=[task("round1ask", "Walk the round with the card", "Staff nurse, late shift", "4 pm", "Bay B")],
        data_plan=counted(
            "Minutes for the round; bells until 6 pm",
            "Healthcare assistant",
            how="Tally on the back of the card",
            when="4 pm to 6 pm",
            where="Bay B",
        ),
        risks="If somebody needs more than the card, the round stops and the card goes in the pocket.",
    )


def _first_do(today: date) -> Json:
    return {
        "ended_on": days_before(today, 24).isoformat(),
        "as_planned": "partly",
        "differed": "Began at 4.20 because of an admission.",
        "happened": "All five were asked. Two wanted to talk, which was good and took time.",
        "unexpected": "Nobody wanted a drink. Three wanted the window opened or the blind down.",
        "data": "34 minutes; 9 bells",
    }


def _first_findings() -> tuple[dict[str, tuple[str, str]]]:
    return (
        {
            "minutes1": ("34 minutes", "did_not_match"),
            "bells1": ("9 bells between 4 and 6 pm", "partly"),
        },
    )


def _first_study() -> Json:
    return {
        "learned": "Too many questions. People answer the first two and then tell us what they need anyway.",
        "surprised": "Comfort was about light and air, not about drinks.",
        "measure_enough": "Bells for two hours were enough to see a difference, not to be sure of one.",
    }


def _first_reason() -> tuple[str, str]:
    return "It helps, and it is too long to keep up on a busy shift.", "Two questions instead of four."


def _second(today: date) -> Json:
    return planned(
        "amara2round",
        follows="amara1round",
        title="A shorter card",
        change_idea="Ask everybody in the bay two short questions at set times.",
        purpose="test",
        scale="one_day",
        scale_note="Two rounds on one day, bay B",
        planned_start=days_before(today, 16).isoformat(),
        planned_end=days_before(today, 16).isoformat(),
        objective="Find out whether a shorter card keeps the effect.",
        questions=[
            question("minutes2", MINUTES, "15 minutes", "half of the questions, and the talk stays"),
            question("bells2", BELLS, "No more than 8", "the two questions left are the ones people used"),
        ],
        tasks=[
            task("round2early", "Walk the morning round", "Staff nurse, early shift", "10 am", "Bay B"),
            task("round2late", "Walk the afternoon round", "Staff nurse, late shift", "4 pm", "Bay B"),
        ],
        data_plan=counted(
            "Minutes for each round; bells for two hours after",
            "Healthcare assistant on each shift",
            how="Tally on the card",
            when="After each round",
            where="Bay B",
        ),
    )


def _second_do(today: date) -> Json:
    return {
        "ended_on": days_before(today, 16).isoformat(),
        "as_planned": "yes",
        "happened": "Both rounds took place. The late shift had not been told why, and did it all the same.",
        "unexpected": "Two people had their answer ready when the afternoon round came.",
        "data": "Morning: 17 minutes, 8 bells. Afternoon: 16 minutes, 6 bells.",
    }


def _second_findings() -> tuple[dict[str, tuple[str, str]]]:
    return (
        {
            "minutes2": ("17 and 16 minutes", "partly"),
            "bells2": ("8 in the morning, 6 in the afternoon", "matched"),
        },
    )


def _second_study() -> Json:
    return {
        "learned": "A round at a known time works better than a better question: people wait for it.",
        "surprised": "It worked without me there.",
        "measure_enough": "Yes, for this size.",
    }


def _second_reason() -> tuple[str, str]:
    return (
        "It can be kept up. Now we need to know whether it lasts for longer than a day.",
        "The whole bay for a week.",
    )


def _third(today: date) -> Json:
    return planned(
        "amara3round",
        follows="amara2round",
        idea=theory.ROUNDS,
        title="One bay for a week",
        change_idea="Two short questions at 10 am and 4 pm, every day, by whoever is on.",
        purpose="test",
        scale="one_week",
        scale_note="Bay B, seven days, all shifts",
        planned_start=days_before(today, 3).isoformat(),
        planned_end=days_before(today, -4).isoformat(),
        objective="See whether the rounds survive a weekend.",
        questions=[
            question(
                "rounds3kept",
                "On how many of the 14 times will the round take place?",
                "11",
                "weekends are thin",
            ),
            question("bells3", BELLS, "Under 8 on most days", "the day’s test gave 6 and 8"),
        ],
        tasks=[
            task("board3", "Put the two times on the shift board", "Ward sister", "Every morning", "Bay B")
        ],
        data_plan=counted(
            "Rounds done; bells for two hours after each",
            "Healthcare assistant on each shift",
            how="Tally sheet by the board",
            when="10 am and 4 pm",
            where="Bay B",
        ),
        risks="If it takes longer than 25 minutes twice, we stop and talk about it.",
    )
