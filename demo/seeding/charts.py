"""Amara's measures: what her rounds are meant to change, whether they take place, and what they might cost."""

from datetime import date, timedelta

from demo.seeding.work import Json, days_before

WEEKS = 24
# The first cycle began 24 days ago: the last four weeks come after it.
BASELINE_WEEKS = 20
BELLS = [13.9, 15.1, 14.2, 12.8, 14.6, 15.7, 13.4, 14.9, 14.0, 15.3, 13.1, 14.4, 15.0, 13.7, 14.8, 12.9, 15.4, 14.1,
         13.6, 14.7, 11.2, 9.8, 9.1, 8.3]  # fmt: skip
OVERTIME = [22, 35, 18, 27, 31, 20, 25, 38, 24, 17, 29, 33, 21, 26, 30, 19, 28, 34, 23, 25, 32, 20, 27, 24]
# Days ago, rounds done, rounds planned.
ROUNDS = [(24, 1, 1), (16, 2, 2), (3, 2, 2), (2, 1, 2), (1, 2, 2)]


def saves(today: date) -> list[Json]:
    """Documents in the order in which she saved them: a measure with its baseline, then the family."""
    bells = _bells(today)
    return [
        _document(bells | {"annotations": [], "reading": {"tells": "", "does_not": ""}}),
        _document(bells, _rounds(today), _overtime(today)),
    ]


def _document(*measures: Json) -> Json:
    return {"schema": 1, "measures": list(measures), "confirmed": []}


def _weekly(today: date, values: list[float] | list[int]) -> list[Json]:
    first = days_before(today, 7 * (len(values) - 1))
    return [
        {"id": f"week{place:04d}", "on": (first + timedelta(weeks=place)).isoformat(), "value": value}
        for place, value in enumerate(values)
    ]


def _bells(today: date) -> Json:
    points = _weekly(today, BELLS)
    return {
        "id": "amarabells",
        "name": "Call bells between 4 and 6 pm",
        "kind": "outcome",
        "tells": "Whether people get what they need without having to ring.",
        "definition": "Bells that ring in bay B between 4 and 6 pm, averaged over the seven days of the week.",
        "unit": "count",
        "better": "down",
        "who": "Healthcare assistant on the late shift",
        "source": "Counter on the call-bell panel",
        "how_often": "weekly",
        "same_answer": "yes",
        "target": 8,
        "target_by": days_before(today, -60).isoformat(),
        "baseline_until": points[BASELINE_WEEKS - 1]["id"],
        "points": points,
        "annotations": [
            {"id": "amarapanel", "on": days_before(today, 95).isoformat(), "text": "Bells now ring at the desk too"}
        ],
        "reading": {
            "tells": "Four weeks in a row are lower than any before. The rules see no signal yet: we go on counting.",
            "does_not": "Whether it is the rounds. Two beds in the bay were empty for part of the time.",
        },
    }  # fmt: skip


def _rounds(today: date) -> Json:
    points = [
        {
            "id": f"rounds{ago:04d}",
            "on": days_before(today, ago).isoformat(),
            "numerator": done,
            "denominator": planned,
        }
        for ago, done, planned in ROUNDS
    ]
    return {
        "id": "amararounds",
        "name": "Rounds done, of those planned",
        "kind": "process",
        "definition": "A round is done when everybody in the bay who was awake has been asked.",
        "numerator": "Rounds done on the day",
        "denominator": "Rounds planned for the day",
        "unit": "percent",
        "better": "up",
        "who": "Healthcare assistant on each shift",
        "source": "Tally sheet by the board",
        "how_often": "daily",
        "points": points,
    }


def _overtime(today: date) -> Json:
    return {
        "id": "amaraovertime",
        "name": "Overtime on the late shift",
        "kind": "balancing",
        "definition": "Minutes after the end of the late shift until the team has left, summed over the week.",
        "unit": "minutes",
        "better": "down",
        "who": "Ward sister",
        "source": "Shift book",
        "how_often": "weekly",
        "points": _weekly(today, OVERTIME),
    }
