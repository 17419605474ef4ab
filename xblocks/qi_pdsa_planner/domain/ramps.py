"""Ramps: chains of cycles, each started from the one before; and the habits that a ramp shows, in words."""

from dataclasses import dataclass
from typing import get_args

from qi_pdsa_planner.domain.document import Cycle, Document, Scale
from qi_pdsa_planner.domain.reading import has_prediction

SCALES: tuple[str, ...] = get_args(Scale)
Ramp = tuple[Cycle, ...]


@dataclass(frozen=True)
class Strip:
    """The learning strip: predicted in every cycle? linked? scale never shrinking and growing once? data planned?"""

    predicted: bool
    linked: bool
    scale: bool
    data: bool


def ramps(document: Document) -> tuple[Ramp, ...]:
    """In the order in which they were begun; a second cycle started from the same one continues its ramp."""
    chains: list[list[Cycle]] = []
    chain_of: dict[str, list[Cycle]] = {}
    for cycle in document.cycles:
        chain = chain_of.get(cycle.follows or "")
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(cycle)
        chain_of[cycle.id] = chain
    return tuple(tuple(chain) for chain in chains)


def strip_of(ramp: Ramp) -> Strip:
    return Strip(
        predicted=all(has_prediction(cycle) for cycle in ramp),
        linked=len(ramp) > 1,
        scale=_grows(ramp),
        data=all(cycle.data_plan.what.strip() for cycle in ramp),
    )


def scale_rank(cycle: Cycle) -> int | None:
    return SCALES.index(cycle.scale) if cycle.scale else None


def _grows(ramp: Ramp) -> bool:
    ranks = [rank for cycle in ramp if (rank := scale_rank(cycle)) is not None]
    return len(ranks) > 1 and ranks == sorted(ranks) and ranks[-1] > ranks[0]
