"""The chart as sentences: facts that belong together are told in one, with the dates of the days they speak of.

A sentence is a key of the catalogue ("sentence.<key>") and its facts. Numbers are unrounded; `value`, `lower` and
`upper` are in the measure's unit, `from` and `to` are dates, any other text is a word ("word.<text>").
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, get_args

from qi_run_chart.domain.results import Analysis, Fact, Rule

Figures = dict[str, float | int | str]
FINDINGS = frozenset(get_args(Rule))
# Facts that stand in the opening sentence already.
IN_THE_OPENING = {"centre", "no_signal", "too_few", "no_variation", "longest_run", "crossings", "runs"}
OF_THE_WHOLE = {"icons", "false_alarms"}
# Of these a long chart has many: they are counted, not told one by one.
OF_POINTS = {"outside_limits", "two_in_three"}
SIDES = {1: "above", -1: "below", 0: ""}


def sentences(analysis: Analysis, *, days: Sequence[date]) -> list[dict[str, Any]]:
    """Of each phase the opening, then signals, then what must be known of the figures. Phases are named if several."""
    told: list[dict[str, Any]] = []
    for number, facts in groupby(analysis.facts, key=lambda fact: fact.phase):
        if number:
            told += [_sentence(key, number, figures) for key, figures in _of_phase(list(facts), analysis, days)]
        else:
            told += [_sentence(fact.code, 0, dict(fact.figures)) for fact in facts]
    return told


def _sentence(key: str, phase: int, facts: Figures) -> dict[str, Any]:
    return {"key": key, "phase": phase, "facts": facts}


def _of_phase(facts: Sequence[Fact], analysis: Analysis, days: Sequence[date]) -> Iterator[tuple[str, Figures]]:
    phase = analysis.phases[facts[0].phase - 1]
    if len(analysis.phases) > 1:
        yield "phase", {"number": phase.number, **_span(phase.first, phase.last, days)}
    codes = {fact.code: dict(fact.figures) for fact in facts if fact.code not in FINDINGS}
    if "centre" in codes:
        yield _opening(codes, analysis, has_signal=any(fact.code in FINDINGS for fact in facts))
    for fact in facts:
        if fact.code not in FINDINGS | IN_THE_OPENING and not (fact.code == "limits" and _opens_with_limits(codes)):
            yield fact.code, dict(fact.figures)
    yield from _findings(_joined([fact for fact in facts if fact.code in FINDINGS]), days)


def _opens_with_limits(codes: dict[str, Figures]) -> bool:
    return not codes.keys() & {"too_few", "no_variation", "longest_run", "runs"}


def _joined(findings: Sequence[Fact]) -> list[Fact]:
    """A point of a shift that an earlier rule names as well divides it only for the drawing."""
    told: list[Fact] = []
    for fact in sorted(findings, key=lambda one: int(one.figures["first"])):
        before = told[-1] if told else None
        if before and "shift" in (before.code, fact.code) and {before.code, fact.code} <= {"shift", *OF_POINTS}:
            gap = int(fact.figures["first"]) - int(before.figures["last"])
            if gap == 1 and before.figures["side"] == fact.figures["side"]:
                length = int(before.figures["length"]) + int(fact.figures["length"])
                figures = {**fact.figures, "first": before.figures["first"], "length": length}
                told[-1] = Fact("shift", fact.phase, figures)
                continue
        told.append(fact)
    return told


def _findings(facts: Sequence[Fact], days: Sequence[date]) -> Iterator[tuple[str, Figures]]:
    """Those of points together for each side, where the first of them stands."""
    alike: dict[tuple[str, float | int | str], list[Fact]] = {}
    for fact in facts:
        alike.setdefault((fact.code, fact.figures["side"]), []).append(fact)
    for fact in facts:
        first, *more = alike[fact.code, fact.figures["side"]]
        if fact.code not in OF_POINTS or not more:
            yield fact.code, _finding(fact, days, last=fact)
        elif fact is first:
            yield f"{fact.code}_several", {**_finding(fact, days, last=more[-1]), "times": 1 + len(more)}


def _opening(codes: dict[str, Figures], analysis: Analysis, *, has_signal: bool) -> tuple[str, Figures]:
    """The line, how many points, and the verdict of the rules in force with the figures it rests on."""
    centre = codes["centre"]
    rules = analysis.rules.name
    if "no_variation" in codes:
        return "no_variation", centre
    if "too_few" in codes:
        return ("too_few_measured" if rules == "mdc_xmr" else "too_few"), centre | codes["too_few"]
    verdict = "signal" if has_signal else "quiet"
    if "longest_run" in codes:
        crossings = {"crossings": codes["crossings"]["crossings"], "crossings_min": codes["crossings"]["at_least"]}
        return f"{verdict}_anhoej", centre | codes["longest_run"] | crossings
    if "runs" in codes:
        return f"{verdict}_ihi", centre | codes["runs"]
    if "limits" in codes:
        return f"{verdict}_{'mdc_xmr' if rules == 'mdc_xmr' else 'limits'}", centre | codes["limits"]
    return f"{verdict}_plain", centre


def _finding(fact: Fact, days: Sequence[date], *, last: Fact) -> Figures:
    """`side` is a word, or empty where the whole phase is meant."""
    figures = fact.figures
    span = _span(int(figures["first"]), int(last.figures["last"]), days)
    told = {"length": figures["length"], "side": SIDES[int(figures["side"])], "meaning": figures["meaning"]}
    return {**told, **span}


def _span(first: int, last: int, days: Sequence[date]) -> Figures:
    return {"from": days[first - 1].isoformat(), "to": days[last - 1].isoformat()}
