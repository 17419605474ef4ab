"""The eighteen starters: the rules of docs/authors.md that code can judge. Whether they are wise is for people."""

import re
from collections import Counter

import pytest
import qi_templates
from qi_core.domain import privacy
from qi_run_chart.domain import measures as run_chart
from qi_run_chart.domain.completion import missing_kinds, unmet

from tests.qi_templates.wording import BLANK, FORBIDDEN, reading_grade, strange_characters, texts_of

KIND = "driver_diagrams"
TOPICS = [
    "audit-with-patients", "care-home-transfers", "dementia-friendly", "diagnostic-waits", "discharge", "falls",
    "hand-hygiene", "health-checks", "hydration", "lost-to-follow-up", "missed-appointments", "missed-doses",
    "pain-review", "pressure-ulcers", "sepsis", "staff-breaks", "transfer-letters", "vte-prevention",
]  # fmt: skip
NO_PROSE = frozenset({
    "id", "key", "level", "direction", "affects", "kind", "unit", "better", "how_often", "idea", "decision", "author",
    "note", "written", "review_by",
})  # fmt: skip
LABELS = NO_PROSE | {"who", "when", "where", "source", "by_when", "by_how_much", "exclusions", "for_whom"}
VAGUE = re.compile(r"\b(?:awareness|encourage|educate|train|teach staff|remind (?:all|staff))\b", re.IGNORECASE)
PEOPLE = re.compile(r"\b(?:famil|carer|relative|patient|resident|person|people|visitor|volunteer)", re.IGNORECASE)
# ideas begin with what somebody does; a driver says how things are
ACTION = re.compile(r"^(?:With|At|For|Before|After|In|On|Let|Put|[A-Z][a-z]+)\b.* \w+ .*\w+")
TASK_WORDS = re.compile(r"^(?:Introduce|Implement|Hold|Put|Ask|Try|Send|Give|Use|Start|Ring|Roll out|Train|Set up)\b")

EVERY = pytest.mark.parametrize("starter", qi_templates.load_all(KIND), ids=lambda one: one["id"])


def nodes(starter, level):
    return [node for node in starter["nodes"] if node["level"] == level]


def test_the_eighteen_topics_are_there():
    assert qi_templates.list_templates(KIND) == TOPICS


@EVERY
def test_a_starter_is_no_guidance_and_is_read_again_within_two_years(starter):
    sentence = (
        "Starter ideas, not clinical guidance. Check your local policy and current national guidance, and ask your"
        " clinical lead."
    )
    assert starter["note"].startswith(sentence)
    assert int(starter["review_by"][:4]) - int(starter["written"][:4]) in (1, 2)


@EVERY
def test_the_aim_leaves_number_and_date_to_the_learner(starter):
    aim = starter["aim"]
    assert aim["by_when"] == BLANK and aim["by_how_much"].count(BLANK) == 2
    assert aim["stem"].count(BLANK) >= 3 and aim["stem"].endswith("by __.")
    assert re.match(r"(?:increase|reduce|the number)\b", aim["what"]) is None
    assert aim["stem"].lower().startswith(f"{aim['direction']} ")
    assert re.search(r"\b(?:by introducing|implement|roll out|through)\b", aim["stem"]) is None


@EVERY
def test_the_columns_are_filled_as_a_diagram_needs(starter):
    counts = {level: len(nodes(starter, level)) for level in ("primary", "secondary", "idea")}
    assert 2 <= counts["primary"] <= 5 and 6 <= counts["idea"] <= 12
    children = Counter(node["affects"][0] for node in nodes(starter, "secondary"))
    assert {key: n for key, n in children.items() if n > 3} == {}
    assert [node["key"] for node in nodes(starter, "primary") if not children[node["key"]]] == []


@EVERY
def test_links_cross(starter):
    assert sum(len(node["affects"]) > 1 for node in starter["nodes"]) >= 2


@EVERY
def test_every_secondary_driver_has_an_idea(starter):
    reached = {key for node in nodes(starter, "idea") for key in node["affects"]}
    assert [node["key"] for node in nodes(starter, "secondary") if node["key"] not in reached] == []


@EVERY
def test_drivers_are_conditions_and_ideas_are_things_to_do(starter):
    drivers = [node["text"] for node in starter["nodes"] if node["level"] != "idea"]
    ideas = [node["text"] for node in nodes(starter, "idea")]
    assert [text for text in drivers if TASK_WORDS.search(text)] == []
    assert [text for text in ideas if not ACTION.search(text) or len(text.split()) < 6] == []
    assert [text for text in ideas if VAGUE.search(text)] == []


@EVERY
def test_an_idea_is_about_the_people_who_use_the_service(starter):
    assert any(PEOPLE.search(node["text"]) for node in nodes(starter, "idea"))


@EVERY
def test_measures_are_a_family_that_two_people_would_count_the_same(starter):
    raw = [one | {"id": f"measure{at}", "same_answer": "yes"} for at, one in enumerate(starter["measures"])]
    document = run_chart.parse({"schema": 1, "measures": raw, "confirmed": []})
    assert missing_kinds(document.measures) == []
    assert [(one.name, rule.name) for one in document.measures for rule in unmet(one, part="definition")] == []
    assert [one.name for one in document.measures if len(one.definition.split()) < 10] == []


@EVERY
def test_two_ideas_are_worked_out_and_did_not_go_as_said(starter):
    worked = starter["worked"]
    assert len({one["idea"] for one in worked}) == 2
    assert [one["because"] for one in worked if not one["because"].startswith("because ")] == []
    assert any(one["decision"] in ("adapt", "abandon") for one in worked)


@EVERY
def test_nothing_could_identify_anybody(starter):
    assert privacy.screen(starter, ()) == privacy.ScreenResult()


@EVERY
def test_words_are_plain(starter):
    prose = [text for _, text in texts_of(starter, leave_out=NO_PROSE)]
    assert strange_characters(prose) == set()
    assert [text for text in prose if FORBIDDEN.search(text)] == []
    assert [text for text in prose if len(text) > 300] == []
    told = [text for _, text in texts_of(starter, leave_out=LABELS) if text]
    assert reading_grade(told) <= 6
    assert [text for text in told if len(text.split()) > 8 and reading_grade([text]) > 12] == []


def test_no_text_stands_in_two_starters():
    places = [
        (text.casefold(), f"{one['id']}: {at}")
        for one in qi_templates.load_all(KIND)
        for at, text in texts_of(one, leave_out=LABELS)
        if text
    ]
    counted = Counter(text for text, _ in places)
    assert [(text, at) for text, at in places if counted[text] > 1] == []
