"""Snapshots of the aim and of the driver diagram: a sentence in parts, and a list of lines with their depth."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

TEXT_MAX = 1_000
LINES_MAX = 120
AIM_PARTS = ("what", "for_whom", "by_how_much", "baseline")
Json = Mapping[str, Any]


def is_said(aim: Json) -> bool:
    """Without what is to change there is nothing to ask about."""
    return bool(str(aim.get("what") or "").strip())


def aim_card(aim: Json) -> dict[str, Any]:
    voice = str(aim.get("voice") or "")[:TEXT_MAX]
    return {
        "kind": "aim",
        "title": str(aim["what"])[:TEXT_MAX],
        "aim": _parts(aim),
        "lines": [["voice", voice]] if voice.strip() else [],
    }


def diagram_card(aim: Json, nodes: Sequence[Json], links: Sequence[Json]) -> dict[str, Any] | None:
    """`outline` holds [level, depth, text] in reading order; `more` counts the lines that had no room.

    Notes and owners stay at home: they are the team's own. None without a driver or an idea that says something.
    """
    lines = [list(line) for line in _outline(nodes, links)]
    if not lines:
        return None
    return {
        "kind": "diagram",
        "title": str(aim.get("what") or lines[0][2])[:TEXT_MAX],
        "aim": _parts(aim) if aim else None,
        "outline": lines[:LINES_MAX],
        "more": max(0, len(lines) - LINES_MAX),
        "lines": [],
    }


def _parts(aim: Json) -> dict[str, Any]:
    """As the learner typed them; whoever shows them makes the sentence, in the reader's language."""
    texts = {name: str(aim.get(name) or "")[:TEXT_MAX] for name in AIM_PARTS}
    return {**texts, "direction": aim.get("direction"), "by_when": aim.get("by_when")}


def _outline(nodes: Sequence[Json], links: Sequence[Json]) -> Iterator[tuple[str, int, str]]:
    """As the diagram's own list: a node stands under what its first link leads to, loose ends come last.

    A line without words is passed over; what stands under it moves up.
    """
    known = {node["id"] for node in nodes}
    home: dict[str, str] = {}
    for link in links:
        if link["to"] in known:
            home.setdefault(link["from"], link["to"])
    under: dict[str | None, list[Json]] = {}
    for node in nodes:
        under.setdefault(home.get(node["id"]), []).append(node)
    waiting = [(node, 0) for node in sorted(under.get(None, ()), key=lambda one: one["level"] != "primary")][::-1]
    while waiting:
        node, depth = waiting.pop()
        is_said_here = bool(node["text"].strip())
        if is_said_here:
            yield node["level"], depth, node["text"]
        waiting += [(child, depth + is_said_here) for child in reversed(under.get(node["id"], ()))]
