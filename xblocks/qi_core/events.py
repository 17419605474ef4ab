"""Every tracking event of every tool, in one list: names, whole numbers, and words from a closed set.

No learner's text can pass: a payload that is not described here is refused before anything is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

DECISIONS = frozenset({"adopt", "adapt", "abandon", "expand"})
SCALES = frozenset(
    {"one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"}
)
VERDICTS = frozenset({"matched", "partly", "did_not_match", "could_not_tell"})
KINDS = frozenset({"outcome", "process", "balancing"})
CHARTS = frozenset({"run", "i", "mr", "p", "u", "c", "g", "t", "pp", "up", "ip", "xbar", "s"})
AUDIENCES = frozenset({"everyone", "facilitators", "me"})
QUESTIONS = frozenset({"none", "aim_clear", "would_measure", "go_wrong"})
REACTIONS = frozenset({"thanks", "me_too", "learned"})
REASONS = frozenset({"patient", "unkind", "spam", "safeguarding", "other"})
MODERATION = frozenset({"hide", "keep", "restore", "approve", "erase", "dismiss", "highlight", "pause"})
ACTS = frozenset({"start", "rename", "archive", "restore", "open", "choose", "leave", "delete"})
RULE_SETS = frozenset({"anhoej", "ihi", "mdc_xmr"})

Payload = Mapping[str, int | str]


@dataclass(frozen=True)
class Event:
    """What an event may carry: `numbers` are whole numbers, `words` are names with their allowed values."""

    numbers: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)


# which cycle of how many, in which ramp, at which place of it
CYCLE = frozenset({"cycle", "cycles", "ramp", "ramp_position"})
ABOUT = {"scale": SCALES}
# which measure of how many, and how many points it has
MEASURE = frozenset({"measure", "measures", "points"})
ABOUT_MEASURE = {"kind": KINDS}
# how many drivers, change ideas and links there are
DIAGRAM = frozenset({"drivers", "ideas", "links"})

EVENTS: Mapping[str, Event] = {
    "qi.pdsa.cycle_started": Event(CYCLE, ABOUT),
    "qi.pdsa.prediction_locked": Event(CYCLE | {"questions", "predictions"}, ABOUT),
    "qi.pdsa.cycle_studied": Event(CYCLE | VERDICTS, ABOUT),  # how many predictions had each verdict
    "qi.pdsa.decision_made": Event(CYCLE, ABOUT | {"decision": DECISIONS}),
    "qi.measures.measure_defined": Event(MEASURE, ABOUT_MEASURE),
    "qi.measures.data_added": Event(MEASURE | {"added"}, ABOUT_MEASURE),
    "qi.measures.baseline_set": Event(MEASURE, ABOUT_MEASURE),
    "qi.measures.phase_added": Event(MEASURE | {"phases"}, ABOUT_MEASURE),
    "qi.measures.reading_written": Event(MEASURE, ABOUT_MEASURE | {"chart": CHARTS, "rules": RULE_SETS}),
    "qi.project.aim_written": Event(),
    "qi.project.charter_written": Event(),
    "qi.project.stakeholders_known": Event(),
    "qi.diagram.theory_drawn": Event(DIAGRAM),
    "qi.diagram.ideas_prioritised": Event(DIAGRAM),
    "qi.space.rules_accepted": Event(),
    "qi.space.declined": Event(frozenset({"declines"})),
    "qi.space.post_written": Event(
        frozenset({"post", "is_reply", "has_card", "is_held"}), {"audience": AUDIENCES, "question": QUESTIONS}
    ),
    "qi.space.post_edited": Event(frozenset({"post"})),
    "qi.space.post_deleted": Event(frozenset({"post"})),
    "qi.space.card_withdrawn": Event(frozenset({"post"})),
    "qi.space.reacted": Event(frozenset({"post", "is_on"}), {"kind": REACTIONS}),
    "qi.space.reported": Event(frozenset({"post"}), {"reason": REASONS}),
    "qi.space.moderated": Event(frozenset({"post"}), {"act": MODERATION}),
    "qi.project.version_restored": Event(frozenset({"revision", "restored"})),
    "qi.project.erased": Event(),
    "qi.project.list_changed": Event(words={"act": ACTS}),
    "qi.project.taken_in": Event(frozenset({"artefacts"})),
}


class UnknownEvent(Exception):
    """An event that is not in the list, or that would carry something the list does not allow."""

    def __init__(self, name: str, *, key: str = "") -> None:
        super().__init__(f"{name} may not carry {key!r}" if key else f"{name} is not in the list of events")
        self.name = name
        self.key = key


def checked(name: str, payload: Payload) -> tuple[str, dict[str, int | str]]:
    """The event as it may be published; raises UnknownEvent, which never repeats the offending value."""
    event = EVENTS.get(name)
    if event is None:
        raise UnknownEvent(name)
    for key, value in payload.items():
        is_number = key in event.numbers and isinstance(value, int) and not isinstance(value, bool)
        is_word = isinstance(value, str) and value in event.words.get(key, ())
        if not (is_number or is_word):
            raise UnknownEvent(name, key=key)
    return name, dict(payload)
