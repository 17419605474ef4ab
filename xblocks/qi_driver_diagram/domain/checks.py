"""Gentle checks (G): advice beside a node or above the list, in the block's words. None of them blocks anything.

English wording is judged; in doubt, and in other languages, these say nothing.
"""

import re
from collections.abc import Iterator

from qi_core.domain.tool import Check
from qi_core.domain.tool import Facts as Figures
from qi_driver_diagram.domain.completion import IDEAS_WANTED, PRIMARIES_WANTED
from qi_driver_diagram.domain.document import Document
from qi_driver_diagram.domain.facts import Facts

PRIMARIES_ENOUGH = 5
FEWEST_WORDS = 3
# How a change idea begins: something that somebody does.
DOING = (
    "add|agree|arrange|ask|begin|book|bring|build|buy|call|carry|change|check|create|design|do|establish|give|hold"
    "|implement|install|introduce|invite|keep|launch|leave|let|make|move|offer|order|phone|pilot|place|post|prepare"
    "|print|provide|put|redesign|remind|remove|replace|ring|roll out|run|send|set up|share|show|start|stop|swap|take"
    "|teach|test|train|trial|try|use|walk|write"
)
BEGINS_WITH_DOING = re.compile(rf"\s*(?:{DOING})\b", re.IGNORECASE)
ONLY_TELLING = re.compile(
    r"\b(?:rais\w+ awareness|encourag\w+|educat\w+|remind\w*|train\w*|teach\w*|inform\w*|tell\w*|e-?mail\w*|poster)\b",
    re.IGNORECASE,
)
NOUNS = re.compile(
    r"\s*(?:better |good |improved |more |clear )?(?:communication|awareness|education|training|culture|staffing"
    r"|equipment|environment|leadership|documentation|teamwork|knowledge|engagement|information|time|space)\W*",
    re.IGNORECASE,
)
Found = Iterator[tuple[str, str, Figures]]


def checks(document: Document, *, facts: Facts) -> tuple[Check, ...]:
    found = [*_of_all(document, facts), *_of_wording(document)]
    return tuple(Check(path, rule, figures) for path, rule, figures in found)


def unmeasured(document: Document, *, facts: Facts) -> list[str]:
    """DD9: the drivers that nothing measures, in the order of the diagram."""
    return [
        node.id
        for _, node in document.drivers
        if node.id not in facts.measured and not facts.measures & {*node.measured_by}
    ]


def _of_all(document: Document, facts: Facts) -> Found:
    primaries, ideas = list(document.of_level("primary")), document.ideas
    if len(primaries) > PRIMARIES_ENOUGH:
        yield "nodes", "DD3", {"drivers": len(primaries), "enough": PRIMARIES_ENOUGH}
    if len(primaries) < PRIMARIES_WANTED or len(ideas) < IDEAS_WANTED:
        return
    bare = unmeasured(document, facts=facts)
    if bare:
        yield "nodes", "DD9", {"drivers": len(bare)}
    # DD10 is a question, not a finding: who has commented stands in the social space, which tools do not import, and
    # most talk about a diagram happens in front of it. A share that nobody answered would be a reproach, and no help.
    yield "nodes", "DD10", {}
    if facts.is_behind:
        yield "nodes", "DD11", {}
    if not any(node.effort and node.impact for _, node in ideas):
        yield "nodes", "DD12", {}


def _of_wording(document: Document) -> Found:
    for place, node in document.drivers:
        if BEGINS_WITH_DOING.match(node.text) and len(node.text.split()) >= FEWEST_WORDS:
            yield f"nodes[{place}].text", "DD7_driver", {}
    for place, node in document.ideas:
        if NOUNS.fullmatch(node.text):
            yield f"nodes[{place}].text", "DD7_idea", {}
    ideas = document.ideas
    if ideas and all(ONLY_TELLING.search(node.text) for _, node in ideas):
        yield f"nodes[{ideas[0][0]}].text", "DD8", {}
