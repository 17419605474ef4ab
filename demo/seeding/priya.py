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
PLACED = {"priya2idea": ("low", "high"), "priya3idea": ("low", "low"), "priya1idea": ("high", "high")}


def aim(today: date) -> Json:
    what = {
        "what": "first visits at which the care worker has to phone somebody",
        "direction": "reduce",
        "by_how_much": "2 in 10",
        "baseline": "7 in 10",
        "for_whom": "people who come home from hospital to our patch",
        "by_when": (today + timedelta(days=90)).isoformat(),
        "voice": "“I would like her to know about the new tablets before I have to tell her.”",
    }
    return {"schema": 1, "aim": what, "confirmed": []}


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
