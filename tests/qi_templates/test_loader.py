"""Reading templates, and saying which file and field is wrong."""

import json
from pathlib import Path

import pytest
import qi_templates
from qi_templates import TemplateError, loader, measures

EVERY = {
    "id": "one", "title": "One", "summary": "One sentence.", "author": "Us", "note": "Ask first.",
    "written": "2026-11-22", "review_by": "2028-11-22", "version": 1,
}  # fmt: skip
NOT_THIS = {"weak": "Try harder.", "why": "It is a wish.", "better": "Move the box."}
MEASURE = {
    "name": "Falls", "kind": "outcome", "definition": "Falls in a week", "numerator": "Falls", "denominator": "Days",
    "unit": "rate", "per": 1000, "better": "down", "exclusions": "None", "who": "Clerk", "how_often": "weekly",
    "source": "Reports",
}  # fmt: skip
WORKED = {
    "idea": "cup", "prediction": "Five", "because": "It is near", "who": "Me", "when": "Monday", "where": "Bay",
    "data": "Tally", "found": "Four", "learned": "Move it", "decision": "adapt",
}  # fmt: skip
GOOD = {
    "driver_diagrams": EVERY | {
        "aim": {
            "stem": "By __", "direction": "reduce", "what": "falls",
            "by_how_much": "__", "for_whom": "us", "by_when": "__",
        },
        "nodes": [
            {"key": "reach", "level": "primary", "text": "Reach", "affects": []},
            {"key": "near", "level": "secondary", "text": "Near", "affects": ["reach"]},
            {"key": "cup", "level": "idea", "text": "Cup", "affects": ["near", "reach"]},
        ],
        "measures": [MEASURE, {name: one for name, one in MEASURE.items() if name != "per"} | {"unit": "count"}],
        "worked": [WORKED],
        "not_this": NOT_THIS,
        "equity_prompt": "Who might this miss?",
    },
    "pdsa_ramps": EVERY | {
        key: qi_templates.load("pdsa_ramps", "comfort-rounds")[key] for key in ("teaches", "cycles", "not_this")
    },
    "chart_series": EVERY | {
        "pattern": "Stable",
        "teaches": "Leave it alone",
        "measure": {name: one for name, one in MEASURE.items() if name in measures.DEFINITION}
        | {"tells": "How it is", "chart": "run", "rules": "anhoej", "unit": "days", "baseline_until": "2026-01-02"},
        "question": "What do you see?",
        "explanation": "Nothing new.",
        "annotations": [],
        "points": [{"on": "2026-01-01", "value": 3}, {"on": "2026-01-02", "value": None, "note": ""}],
    },
    "prompts": EVERY | {"prompts": [{
        "key": "hello", "kind": "ice", "module": "1.1", "text": "Hello?", "purpose": "To meet", "minutes": 2,
        "follow_up": "Say hello", "confidentiality": "No names", "starters": ["I am …", "I like …"],
    }]},
    "charters": EVERY | {
        "setting": "Ward",
        "parts": {
            name: {"prompt": "Why?", "starter": "Because …"}
            for name in ("why", "affected", "inside", "outside", "benefit", "barriers")
        },
        "team": [{"role": "Lead", "does": "Leads"}],
        "first_steps": ["Ask"],
        "not_this": NOT_THIS,
        "equity_prompt": "Who might this miss?",
    },
    "stakeholders": EVERY | {
        "groups": [{"key": "pays", "name": "Pays", "question": "Who pays?", "examples": ["Board"]}],
        "grid": [{"power": p, "effect": e, "approach": "Ask"} for p in ("high", "low") for e in ("high", "low")],
        "questions": ["What do they need?"],
        "not_this": NOT_THIS,
        "equity_prompt": "Who might this miss?",
    },
}  # fmt: skip
GONE = object()


def read(template, kind, *, file=None):
    return loader.read(json.dumps(template), file=file or f"{kind}/one.json", kind=kind)


def changed(template, place, value):
    """A copy with one place, as in `nodes.2.text`, changed or (GONE) taken out."""
    copy = inside = json.loads(json.dumps(template))
    *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    for part in path:
        inside = inside[part]
    if value is GONE:
        del inside[last]
    else:
        inside[last] = value
    return copy


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_template_is_read_whole(kind):
    assert read(GOOD[kind], kind) == GOOD[kind]


def test_every_kind_has_its_case_here():
    assert GOOD.keys() == qi_templates.KINDS.keys()


@pytest.mark.parametrize(
    "kind, place, value, message",
    [
        ("prompts", "note", GONE, "note: missing"),
        ("prompts", "colour", "red", "colour: unknown"),
        ("prompts", "title", " ", "title: not a text, or blank"),
        ("prompts", "title", "x" * 101, "title: 101 characters; 100 is the most"),
        ("prompts", "written", "22/11/2026", "written: not a date such as 2026-11-22"),
        ("prompts", "review_by", 2028, "review_by: not a date such as 2026-11-22"),
        ("prompts", "review_by", "2026-11-22", "review_by: not after `written`"),
        ("prompts", "version", True, "version: not a whole number from 1"),
        ("prompts", "version", 0, "version: not a whole number from 1"),
        ("prompts", "id", "One", "id: 'One' is not small letters and digits, joined by - or _"),
        ("prompts", "id", "two", "id: 'two' is not the name of the file"),
        ("prompts", "prompts", {}, "prompts: not a list"),
        ("prompts", "prompts", [], "prompts: a list of 0; 1 to 100 are wanted"),
        ("prompts", "prompts.0", "Hello?", "prompts[0]: not an object"),
        ("prompts", "prompts.0.kind", "hot", "prompts[0].kind: 'hot' is not one of ice, work, bridge"),
        ("prompts", "prompts.0.starters.1", 3, "prompts[0].starters[1]: not a text, or blank"),
        ("pdsa_ramps", "teaches", 3, "teaches: not a text, or blank"),
        ("pdsa_ramps", "cycles", [], "cycles: a list of 0; 1 to 60 are wanted"),
        ("pdsa_ramps", "cycles.0.questions", GONE, "cycles[0].questions: missing"),
        ("pdsa_ramps", "cycles.1.tasks.0.who", None, "cycles[1].tasks[0].who: not a text"),
        ("pdsa_ramps", "cycles.0.do.started_on", "soon", "cycles[0].do.started_on: not a date such as 2026-11-22"),
        ("pdsa_ramps", "not_this", [], "not_this: not an object"),
        ("driver_diagrams", "aim.by_when", GONE, "aim.by_when: missing"),
        ("driver_diagrams", "aim.direction", "up", "aim.direction: 'up' is not one of increase, reduce"),
        ("driver_diagrams", "nodes.1.key", "cup", "nodes[2].key: 'cup' is there twice"),
        ("driver_diagrams", "nodes.2.affects.0", "x", "nodes[2].affects[0]: 'x' is no key of a node to the left"),
        ("driver_diagrams", "nodes.1.affects.0", "cup", "nodes[1].affects[0]: 'cup' is no key of a node to the left"),
        ("driver_diagrams", "nodes.0.affects", ["cup"], "nodes[0].affects[0]: 'cup' is no key of a node to the left"),
        ("driver_diagrams", "nodes.2.affects", ["near", "near"], "nodes[2].affects[1]: 'near' is there twice"),
        ("driver_diagrams", "nodes.2.affects", [], "nodes[2].affects: empty: a driver is wanted that it affects"),
        ("driver_diagrams", "measures.0.numerator", " ", "measures[0].numerator: blank, and the unit is rate"),
        ("driver_diagrams", "measures.0.per", GONE, "measures[0].per: missing: a rate of how many?"),
        ("driver_diagrams", "measures.0.unit", "percent", "measures[0].per: the unit is percent, not rate"),
        ("driver_diagrams", "worked.0.idea", "near", "worked[0].idea: 'near' is no key of an idea"),
        ("chart_series", "points.0.value", True, "points[0].value: not a number"),
        ("chart_series", "points.0.on", "2026-01-02T00", "points[0].on: not a date such as 2026-11-22"),
        (
            "chart_series", "measure.baseline_until", "2026-01-03",
            "measure.baseline_until: 2026-01-03 is the day of no point",
        ),
        ("stakeholders", "grid.0", GONE, "grid: a list of 3; 4 to 4 are wanted"),
        ("charters", "parts.why", GONE, "parts.why: missing"),
    ],
)
def test_an_error_names_the_file_and_the_field(kind, place, value, message):
    with pytest.raises(TemplateError) as raised:
        read(changed(GOOD[kind], place, value), kind)
    assert str(raised.value) == f"{kind}/one.json: {message}"


@pytest.mark.parametrize("text, message", [("{", "not JSON: "), ("[]", "not a JSON object"), ("[" * 9_999, "not JSON")])
def test_a_file_that_is_no_object_is_refused(text, message):
    with pytest.raises(TemplateError) as raised:
        loader.read(text, file="pdsa_ramps/one.json", kind="pdsa_ramps")
    assert (raised.value.file, raised.value.field) == ("pdsa_ramps/one.json", "")
    assert raised.value.fault.startswith(message)


def test_an_unknown_kind_or_template_says_what_there_is():
    with pytest.raises(TemplateError, match=r"\.\./secrets: no such kind; there are pdsa_ramps, "):
        qi_templates.list_templates("../secrets")
    with pytest.raises(TemplateError, match=r"pdsa_ramps/\.\./x\.json: no such template; there are about-me-sheet, "):
        qi_templates.load("pdsa_ramps", "../x")


@pytest.mark.parametrize("kind", qi_templates.KINDS)
def test_every_template_of_ours_loads_under_its_id(kind):
    ids = qi_templates.list_templates(kind)
    assert ids == sorted(path.stem for path in Path(loader.__file__).parent.glob(f"{kind}/*.json"))
    assert [one["id"] for one in qi_templates.load_all(kind)] == ids


def test_every_file_of_ours_is_whole():
    assert qi_templates.errors() == []
