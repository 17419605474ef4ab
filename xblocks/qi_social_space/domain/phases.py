"""The phases of a run: before, a live week with a prompt a day, apply, catch-up, and then read-only. All by dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Phase = Literal["open", "before", "live", "apply", "catch_up", "closed"]


@dataclass(frozen=True)
class Dates:
    """Each is the first day of its phase. One that is missing is passed over; without any the space is always open."""

    live: date | None = None
    apply: date | None = None
    catch_up: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class Now:
    """`until` is the last day of the phase, None when nothing follows; `day` counts the days of the phase from 1."""

    phase: Phase
    until: date | None = None
    day: int | None = None
    prompt: str = ""

    @property
    def may_write(self) -> bool:
        return self.phase != "closed"


def phase_on(today: date, dates: Dates, *, prompts: Sequence[str] = ()) -> Now:
    """`prompts`: one for each day of the live week; after the last one there is none."""
    all_phases: tuple[tuple[date | None, Phase], ...] = (
        (dates.live, "live"), (dates.apply, "apply"), (dates.catch_up, "catch_up"), (dates.closed, "closed"),
    )  # fmt: skip
    begins = [(first, phase) for first, phase in all_phases if first is not None]
    if not begins:
        return Now("open")
    passed = [one for one in begins if one[0] <= today]
    coming = [first for first, _ in begins[len(passed) :]]
    until = coming[0] - timedelta(days=1) if coming else None
    if not passed:
        return Now("before" if dates.live else "open", until)
    first, phase = passed[-1]
    day = (today - first).days + 1
    prompt = prompts[day - 1] if phase == "live" and day <= len(prompts) else ""
    return Now(phase, until, day, prompt)


def dates_of(texts: Mapping[str, str]) -> Dates:
    """From an author's settings; raises ValueError with the name of the first that is no date or out of order."""
    found: dict[str, date | None] = {}
    latest: date | None = None
    for name in ("live", "apply", "catch_up", "closed"):
        text = texts.get(name, "").strip()
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            raise ValueError(name) from None
        if day and latest and day <= latest:
            raise ValueError(name)
        found[name], latest = day, day or latest
    return Dates(**found)
