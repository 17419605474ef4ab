"""A learner types, and every few seconds all of it is read and judged: that must not be felt."""

from collections.abc import Callable
from datetime import date
from itertools import cycle as endless
from itertools import islice
from time import process_time
from typing import Any

from qi_pdsa_planner import domain
from tests.documents import parsed

ALL = {"stages": ["plan", "do", "study", "act"], "cycles": 10}
SLACK = 5  # under coverage, on a busy machine; a slip into quadratic time costs more than that
WORDS = ["patient", "ward", "nurse", "form", "sheet", "clinic", "morning", "leaflet", "bay", "round", "phone."]


def text(seed: int) -> str:
    """The same length and almost the same words as the others, which is the hardest to tell apart."""
    return " ".join(islice(endless(WORDS[seed % 7 :] + ["of", "the", f"{seed % 5}"]), 28))


def sixty_full_cycles() -> dict[str, Any]:
    return {"cycles": [full_cycle(index) for index in range(60)]}


def full_cycle(index: int) -> dict[str, Any]:
    seed = index * 31
    questions = [
        {"id": f"quest{place}", "prediction": text(seed + place), "because": text(seed), "found": text(place + 9)}
        for place in range(5)
    ]
    return {
        "id": f"cycle{index:02d}",
        "follows": f"cycle{index - 1:02d}" if index else None,
        "change_idea": text(seed + 1),
        "objective": text(seed + 2),
        "questions": questions,
        "tasks": [{"id": f"task{place:02d}", "what": text(place)[:60], "who": "nurse"} for place in range(20)],
        "do": {"happened": text(seed + 3)},
        "study": {"learned": text(seed + 4)},
        "act": {"decision": "adapt", "reason": text(seed + 5)},
    }


def milliseconds(work: Callable[[], object]) -> float:
    """The processor's, at best: other programs' work is no fault of ours."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return 1_000 * min(once() for _ in range(5))


def test_sixty_full_cycles_are_read_in_a_tenth_of_a_second() -> None:
    raw = sixty_full_cycles()
    assert milliseconds(lambda: domain.parse(raw)) < 100 * SLACK


def test_sixty_full_cycles_are_judged_in_a_twentieth_of_a_second() -> None:
    document = parsed(sixty_full_cycles())
    assert milliseconds(lambda: domain.review(document, settings=ALL, today=date(2026, 11, 20))) < 50 * SLACK
