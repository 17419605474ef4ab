"""What the sample people say to each other, as their browsers would have sent it."""

from dataclasses import dataclass
from typing import Any

PROMPT = (
    "**What is the smallest test you could run next week?** One sentence is enough, "
    "and a half-finished idea is welcome."
)
INSTRUCTIONS = "People who are trying something where they work, as you are. Ask one question, answer one."
TOPICS = "Comfort rounds, Handover, Measuring, Getting started"  # of the course with one space only
SETTINGS: dict[str, Any] = {
    "display_name": "Talk about your test",
    "instructions": INSTRUCTIONS,
    "prompt": PROMPT,
    "topics": TOPICS,
    "watched": "Farida looks in on weekdays, before lunch.",
    "counts": ["read", "post", "reply"],
}

GROUPS: dict[str, Any] = {
    "display_name": "Talk in your group",
    "instructions": "Smaller than the whole course: people of your own group, and the facilitators.",
    "ready_prompt": "measures/counted",
    "rooms": "cohort",
    "questions_here": "no",
    "counts": ["read"],
}
IN_GROUPS = (
    ("amara", "We count every fall, and nobody ever counts the times somebody was helped out of bed in time."),
    ("tom", "The forms for the inspection. Nobody counts how often a resident has to ask twice."),
)


@dataclass(frozen=True)
class Said:
    """`name` is what a later reply calls it; `hours_ago` is when it was said; a reply stands where its post does."""

    name: str
    who: str
    text: str
    hours_ago: float
    reply_to: str = ""
    topic: str = ""
    cycle: str = ""
    question: str = ""
    space: str = "feedback_space"


TALK = (
    Said(
        "hello",
        "farida",
        "Welcome, everybody. Tell us **one thing you would like to try**, however small. I look in on weekdays, and I "
        "would rather ask you questions than answer them.",
        96,
        topic="Getting started",
    ),
    Said(
        "card",
        "tom",
        "I have a pocket card in mind, with early signs that somebody is not quite themselves. My worry: will anybody "
        "take it out of the pocket? How did you get colleagues to *use* the thing they were handed?",
        50,
        topic="Getting started",
    ),
    Said(
        "rounds",
        "amara",
        "Third cycle, this time with the night shift. We predicted half as many bells and were wrong at first, which "
        "taught us more than being right would have.",
        20,
        topic="Everyday care",
        cycle="last",
        question="go_wrong",
    ),
    Said(
        "night",
        "farida",
        "What do the night staff say when nobody is listening? That is often where the next change idea is.",
        19,
        reply_to="rounds",
    ),
    Said(
        "counted",
        "tom",
        "I would watch out for the quiet nights: if hardly anybody rings anyway, you cannot tell "
        "whether the round did it.",
        6,
        reply_to="rounds",
    ),
    Said("full", "amara", "Good point. I will note how full we are beside the count.", 5, reply_to="rounds"),
    Said(
        "measure",
        "amara",
        "Does anybody count something that takes less than a minute a day? Mine takes ten, and I will not keep "
        "that up.",
        27,
        topic="Measuring",
    ),
    Said(
        "first_visit",
        "priya",
        "When people come home from hospital on a Friday, our care worker often does not know what has changed. She "
        "phones the office, which is closed, and then the family, who are worn out.",
        170,
        space="hello_space",
    ),
    Said(
        "hidden",
        "tom",
        "I see no hidden solution in it. I only stumbled over “which is closed”: is that the problem, or a cause?",
        160,
        reply_to="first_visit",
        space="hello_space",
    ),
    Said("a_cause", "priya", "A cause! I have moved it. Thank you.", 150, reply_to="hidden", space="hello_space"),
    Said(
        "bells",
        "amara",
        "Between four and six the bells in our bay ring all the time, mostly for small things. People wait, we run.",
        165,
        space="hello_space",
    ),
    Said(
        "five_doors",
        "priya",
        "Behind the door “time” we all found the same thing: Friday. We look at five first visits this week and note "
        "what was known in the hall.",
        120,
        space="cause_space",
    ),
    Said(
        "same_here",
        "amara",
        "Friday is at our end, too. We could tell you by two o’clock who goes home. Nobody ever asked.",
        100,
        reply_to="five_doors",
        space="cause_space",
    ),
    Said(
        "weakest",
        "priya",
        "I am least sure of “the family is ready”. If it happened, would a care worker still have to phone? What is "
        "missing between the two?",
        80,
        space="diagram_space",
    ),
    Said(
        "needs",
        "amara",
        "Fewer bells by evening is the aim. I am least sure of “bells are answered by whoever is near”: it needs "
        "everybody, and that is where ours usually stops.",
        75,
        space="diagram_space",
    ),
    Said(
        "who_is_everybody",
        "farida",
        "Who would be the first one of “everybody”?",
        70,
        reply_to="needs",
        space="diagram_space",
    ),
)
# it names nobody, and still hurts: for the facilitator's queue
REPORTED = Said(
    "rude", "tom", "Honestly, whoever wrote our handover sheet has never worked a shift.", 30, topic="Handover"
)
REACTIONS = (
    ("amara", "hello", "thanks"),
    ("tom", "rounds", "learned"),
    ("tom", "measure", "me_too"),
    ("amara", "counted", "thanks"),
    ("priya", "hidden", "thanks"),
    ("priya", "same_here", "learned"),
)
