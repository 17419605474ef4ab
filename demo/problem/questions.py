"""Questions as the platform's problem XML has them. Two kinds are known: one choice of several, and all that fit."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

KINDS = {"multiplechoiceresponse": "radio", "choiceresponse": "checkbox"}


@dataclass(frozen=True)
class Choice:
    """`when_chosen` and `when_left` are the author's feedback; empty when there is none."""

    text: str
    is_right: bool
    when_chosen: str
    when_left: str


@dataclass(frozen=True)
class Question:
    """`kind` is that of the inputs: radio or checkbox."""

    text: str
    kind: str
    choices: tuple[Choice, ...]

    def is_answered_by(self, chosen: Collection[int]) -> bool:
        return {place for place, choice in enumerate(self.choices) if choice.is_right} == set(chosen)

    def feedback_on(self, chosen: Collection[int]) -> list[str]:
        told = (
            choice.when_chosen if place in chosen else choice.when_left
            for place, choice in enumerate(self.choices)
        )
        return [hint for hint in told if hint]


def questions_of(problem: str) -> tuple[Question, ...]:
    """`problem` is what stands inside the problem's tag. What is no such question is left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(f"<problem>{problem}</problem>", parser)
    return tuple(_question(node) for node in root.iter(*KINDS))


def _question(node: etree._Element) -> Question:
    choices = tuple(_choice(choice) for choice in node.iter("choice"))
    return Question(_text(node.find("label")), KINDS[str(node.tag)], choices)


def _choice(node: etree._Element) -> Choice:
    hints = dict(_hints(node))
    return Choice(_own_text(node), node.get("correct") == "true", hints.get(True, ""), hints.get(False, ""))


def _hints(node: etree._Element) -> Iterator[tuple[bool, str]]:
    for hint in node.iter("choicehint"):
        yield hint.get("selected", "true") == "true", _text(hint)


def _own_text(node: etree._Element) -> str:
    """Without the feedback that stands inside the choice."""
    parts = [node.text or "", *(child.tail or "" for child in node)]
    return " ".join("".join(parts).split())


def _text(node: etree._Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""
