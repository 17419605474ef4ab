"""Amara's aim and her theory of change: what her comfort rounds are a part of."""

from datetime import date, timedelta

from demo.seeding.work import Json

ROUNDS = "amarax1idea"  # the idea that her cycles test

LINES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("amara1prim", "primary", "Needs are met before they become urgent", ()),
    ("amara1seco", "secondary", "Somebody asks at known times", ("amara1prim",)),
    (ROUNDS, "idea", "Two short questions for everybody in the bay, at 10 am and 4 pm", ("amara1seco",)),
    ("amarax2idea", "idea", "A card by the bed: what matters to me, and what helps", ("amara1seco", "amara3seco")),
    ("amara2seco", "secondary", "What people need is in reach", ("amara1prim",)),
    ("amarax3idea", "idea", "Check bell, drink and glasses when leaving a bedside", ("amara2seco",)),
    ("amara2prim", "primary", "Bells are answered by whoever is near", ()),
    ("amara4seco", "secondary", "Everybody knows what a bell may be about", ("amara2prim",)),
    ("amarax4idea", "idea", "Five minutes at handover: the three bells of the last shift", ("amara4seco",)),
    ("amarax5idea", "idea", "Porters and domestic staff may answer and fetch", ("amara2prim",)),
    ("amara3prim", "primary", "People know that somebody will come", ()),
    ("amara3seco", "secondary", "We tell when the next round is", ("amara3prim",)),
    ("amarax6idea", "idea", "The two times on the whiteboard above each bed", ("amara3seco",)),
)
PLACED = {
    ROUNDS: ("low", "high"),
    "amarax2idea": ("high", "high"),
    "amarax3idea": ("low", "high"),
    "amarax6idea": ("low", "low"),
}


def aim(today: date) -> Json:
    what = {
        "what": "call bells in the two hours after a round",
        "direction": "reduce",
        "by_how_much": "8",
        "baseline": "14",
        "for_whom": "people in bay B",
        "by_when": (today + timedelta(days=120)).isoformat(),
        "voice": "“If I know you will come at four, I can wait until four.”",
    }
    return {"schema": 1, "aim": what, "confirmed": []}


def diagram() -> Json:
    return {
        "schema": 1,
        "nodes": [node(*line[:3], placed=PLACED.get(line[0])) for line in LINES],
        "links": [
            {"from": key, "to": driver, "strength": "weak" if place else "strong"}
            for key, _, _, drivers in LINES
            for place, driver in enumerate(drivers)
        ],
        "confirmed": [],
    }


def node(key: str, level: str, text: str, *, placed: tuple[str, str] | None = None) -> Json:
    effort, impact = placed or (None, None)
    rest: Json = {"note": "", "owner": "", "effort": effort, "impact": impact, "measured_by": []}
    return {"id": key, "level": level, "text": text} | rest
