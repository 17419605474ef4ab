"""Priya's first visits: an aim, a theory and a measure. She has chosen what to try, and tests nothing yet."""

from datetime import date, timedelta

from demo.seeding.theory import node
from demo.seeding.work import Json

LINES: tuple[tuple[str, str, str, str], ...] = (
    ("priya1prim", "primary", "The care worker knows what has changed", ""),
    ("priya1seco", "secondary", "News reaches the office before the weekend", "priya1prim"),
    ("priya1idea", "idea", "One call to the ward on Friday at two, about two people", "priya1seco"),
    ("priya2seco", "secondary", "The newest plan is on top in the folder", "priya1prim"),
    ("priya2idea", "idea", "A dated note on the front of the folder, in five lines", "priya2seco"),
    ("priya2prim", "primary", "The person and the family are ready", ""),
    ("priya3idea", "idea", "Ask the relative one question by phone: what is different now?", "priya2prim"),
)
CHARTER: Json = {
    "setting": "Home care",
    "why": "At seven of ten first visits the care worker phones somebody, because nobody knows what has changed.",
    "affected": "People who come home from hospital, their families, and the care workers of the patch.",
    "inside": "First visits from Friday to Sunday, one patch.",
    "outside": "Planned respite, and visits during the week.",
    "benefit": "The first visit begins with the person and not with the phone.",
    "barriers": "The ward is busy on Fridays. We ask for two minutes at a time that suits them.",
    "team": [
        {"id": "priyateam1", "role": "Care coordinator", "printed_as": "", "does": "Makes the call, counts on Mondays"},
        {"id": "priyateam2", "role": "Care worker", "printed_as": "", "does": "Writes and reads the note in the hall"},
    ],
}
PEOPLE: list[Json] = [
    {
        "id": "priyaward1",
        "name": "The discharge nurse of the ward",
        "influence": "high",
        "interest": "low",
        "needs": "One call at a known time, and not six",
        "involve": "Ask which time would suit, before the first Friday.",
    },
]
PLACED = {"priya2idea": ("low", "high"), "priya3idea": ("low", "low"), "priya1idea": ("high", "high")}


def project(today: date) -> Json:
    aim = {
        "what": "first visits at which the care worker has to phone somebody",
        "direction": "reduce",
        "by_how_much": "2 in 10",
        "baseline": "7 in 10",
        "for_whom": "people who come home from hospital to our patch",
        "by_when": (today + timedelta(days=90)).isoformat(),
        "voice": "“I would like her to know about the new tablets before I have to tell her.”",
    }
    return {"schema": 2, "aim": aim, "charter": CHARTER, "stakeholders": PEOPLE, "confirmed": []}


def diagram() -> Json:
    return {
        "schema": 1,
        "nodes": [node(*line[:3], placed=PLACED.get(line[0])) for line in LINES],
        "links": [{"from": key, "to": to, "strength": "strong"} for key, _, _, to in LINES if to],
        "confirmed": [],
    }


def measures() -> Json:
    measure = {
        "id": "priyacalls",
        "name": "First visits with a phone call",
        "kind": "outcome",
        "definition": "First visits after hospital at which the care worker phoned the office, the ward or a relative.",
        "numerator": "First visits with at least one call",
        "denominator": "All first visits of the week",
        "unit": "percent",
        "better": "down",
        "who": "Care coordinator",
        "source": "Visit notes, Mondays",
        "how_often": "weekly",
        "same_answer": "yes",
        "points": [],
    }
    return {"schema": 1, "measures": [measure], "confirmed": []}
