"""What each kind of template holds. The fields are described here once; README.md says the same to people."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qi_templates.measures import MEASURE, SERIES, ends_on_a_point
from qi_templates.ramps import CYCLE
from qi_templates.schema import Check, Fault, day, each, one_of, record, slug, text, whole

Rule = Callable[[Mapping[str, Any]], Iterator[Fault]]

LEVELS = ("primary", "secondary", "idea")
NOT_THIS = record({"weak": text(), "why": text(), "better": text()})


@dataclass(frozen=True)
class Kind:
    """`rules` are asked when every field by itself is right."""

    fields: Mapping[str, Check]
    rules: tuple[Rule, ...] = ()


def faults(template: Mapping[str, Any], *, kind: str) -> Iterator[Fault]:
    own = KINDS[kind]
    found = list(record({**EVERY, **own.fields})(template, ""))
    yield from found
    for rule in () if found else (_is_reviewed_later, *own.rules):
        yield from rule(template)


def _is_reviewed_later(template: Mapping[str, Any]) -> Iterator[Fault]:
    if template["review_by"] <= template["written"]:
        yield "review_by", "not after `written`"


def _keys_are_different(template: Mapping[str, Any]) -> Iterator[Fault]:
    seen = set()
    for index, node in enumerate(template["nodes"]):
        if node["key"] in seen:
            yield f"nodes[{index}].key", f"{node['key']!r} is there twice"
        seen.add(node["key"])


def _links_lead_to_the_left(template: Mapping[str, Any]) -> Iterator[Fault]:
    """A primary driver affects the aim, which has no key."""
    columns = {node["key"]: LEVELS.index(node["level"]) for node in template["nodes"]}
    for index, node in enumerate(template["nodes"]):
        at, column = f"nodes[{index}].affects", LEVELS.index(node["level"])
        if column and not node["affects"]:
            yield at, "empty: a driver is wanted that it affects"
        for place, key in enumerate(node["affects"]):
            if columns.get(key, column) >= column:
                yield f"{at}[{place}]", f"{key!r} is no key of a node to the left"
            elif key in node["affects"][:place]:
                yield f"{at}[{place}]", f"{key!r} is there twice"


def _ratios_have_two_parts(template: Mapping[str, Any]) -> Iterator[Fault]:
    for index, measure in enumerate(template["measures"]):
        at, unit = f"measures[{index}]", measure["unit"]
        for part in ("numerator", "denominator"):
            if unit in ("percent", "rate") and not measure[part].strip():
                yield f"{at}.{part}", f"blank, and the unit is {unit}"
        if (unit == "rate") != ("per" in measure):
            yield f"{at}.per", "missing: a rate of how many?" if unit == "rate" else f"the unit is {unit}, not rate"


def _worked_ideas_are_in_the_diagram(template: Mapping[str, Any]) -> Iterator[Fault]:
    ideas = {node["key"] for node in template["nodes"] if node["level"] == "idea"}
    for index, worked in enumerate(template["worked"]):
        if worked["idea"] not in ideas:
            yield f"worked[{index}].idea", f"{worked['idea']!r} is no key of an idea"


EVERY: Mapping[str, Check] = {
    "id": slug,
    "title": text(most=100),
    "summary": text(),
    "author": text(),
    "note": text(),
    "written": day,
    "review_by": day,
    "version": whole(),
}
AIM = record(
    {
        "direction": one_of("increase", "reduce"),
        **{name: text() for name in ("stem", "what", "by_how_much", "for_whom", "by_when")},
    }
)
NODE = record({"key": slug, "level": one_of(*LEVELS), "text": text(), "affects": each(slug, least=0)})
WORKED = record(
    {
        "idea": slug,
        **{name: text() for name in ("prediction", "because", "who", "when", "where", "data", "found", "learned")},
        "decision": one_of("adopt", "adapt", "abandon", "expand"),
    }
)
PROMPT = record(
    {
        "key": slug,
        "kind": one_of("ice", "work", "bridge"),
        "module": text(most=40),
        "text": text(),
        "purpose": text(),
        "minutes": whole(),
        "follow_up": text(),
        "confidentiality": text(),
        "starters": each(text(most=120), least=2, most=5),
    }
)
PART_OF_CHARTER = record({"prompt": text(), "starter": text()})
GROUP = record({"key": slug, "name": text(most=60), "question": text(), "examples": each(text(most=120), most=8)})

KINDS: Mapping[str, Kind] = {
    "pdsa_ramps": Kind(
        {
            "teaches": text(),
            "cycles": each(CYCLE, most=60),
            "not_this": record({"why": text(), "cycle": CYCLE}),
        }
    ),
    "driver_diagrams": Kind(
        {
            "aim": AIM,
            "nodes": each(NODE, most=200),
            "measures": each(MEASURE, most=20),
            "worked": each(WORKED, least=0),
            "not_this": NOT_THIS,
            "equity_prompt": text(),
        },
        (
            _keys_are_different,
            _links_lead_to_the_left,
            _ratios_have_two_parts,
            _worked_ideas_are_in_the_diagram,
        ),
    ),
    "chart_series": Kind(SERIES, (ends_on_a_point,)),
    "prompts": Kind({"prompts": each(PROMPT)}),
    "charters": Kind(
        {
            "setting": text(most=60),
            "parts": record(
                {name: PART_OF_CHARTER for name in ("why", "affected", "inside", "outside", "benefit", "barriers")}
            ),
            "team": each(record({"role": text(most=60), "does": text()}), most=12),
            "first_steps": each(text(), most=8),
            "not_this": NOT_THIS,
            "equity_prompt": text(),
        }
    ),
    "stakeholders": Kind(
        {
            "groups": each(GROUP, most=20),
            "grid": each(
                record({"power": one_of("high", "low"), "effect": one_of("high", "low"), "approach": text()}),
                least=4,
                most=4,
            ),
            "questions": each(text(), most=12),
            "not_this": NOT_THIS,
            "equity_prompt": text(),
        }
    ),
}
