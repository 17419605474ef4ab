"""What the printed pages of measures hold: a sheet for each measure, or one blank sheet to collect on by hand.

Plain values for templates/sheets.html; paper.py makes pages of them. `say` gives the reader's words by key; `charts`
are those of the domain's review. The picture and its sentence are drawn in the browser, by the same code as on the
page (ui/print.ts).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

from django.utils.formats import date_format

from qi_run_chart.domain.document import Document, Measure, Point
from qi_run_chart.domain.measures import dump
from qi_run_chart.printing_table import Footnotes, number, pages_of

Say = Callable[[str], str]
Row = dict[str, Any]

BLANK = "blank"
BLANK_ROWS, BLANK_ROWS_LEAST = 25, 8
LETTERS_IN_A_LINE, LINES_AS_HIGH_AS_A_ROW = 42, 3  # of the definition above them, in its two columns
TALLIED = {None, "count", "percent", "rate"}
FOR_COUNTING = {
    f"label.{name}"
    for name in "definition numerator denominator population exclusions sampling source who how_often".split()
}


def page(
    document: Document, *, which: str, say: Say, charts: Mapping[str, Any], cycles: Sequence[Row]
) -> list[Row] | None:
    """`which` is "" for all measures, an id, "blank", or "blank-" and an id; None when there is no such measure."""
    if which == BLANK:
        return [blank_sheet(Measure(id="blanksheet"), say)]
    wanted = which.removeprefix(f"{BLANK}-")
    chosen = [measure for measure in document.measures if wanted in ("", measure.id)]
    if wanted and not chosen:
        return None
    if wanted != which:
        return [blank_sheet(measure, say) for measure in chosen]
    plain = {measure["id"]: measure for measure in dump(document)["measures"]}
    return [
        sheet
        for measure in chosen
        for sheet in _sheets(measure, plain[measure.id], figures=charts[measure.id], cycles=cycles, say=say)
    ]


def blank_sheet(measure: Measure, say: Say) -> Row:
    """To pin up where the counting happens; typed in later. A share has two numbers, a time or a score one."""
    is_share = measure.has_ratio or measure.unit is None
    head = [
        ("date", say("label.points.on")),
        ("tally", say("print.tally") if measure.unit in TALLIED else ""),
        ("number", say("label.points.numerator") if measure.has_ratio else say("label.points.value")),
        ("number", say("label.points.denominator") if is_share else ""),
        ("note", say("label.points.note")),
        ("who", say("print.who_counted")),
    ]
    definition = _filled(say, *(pair for pair in _definition(measure, say) if pair[0] in FOR_COUNTING))
    lines = sum(ceil(sum(map(len, row.values())) / LETTERS_IN_A_LINE) for row in definition)
    return {
        "is_blank": True,
        "heading": measure.name or say("print.blank_heading"),
        "name_to_write": "" if measure.name else say("label.name"),
        "definition": definition,
        "head": [{"kind": kind, "text": text} for kind, text in head if text],
        "rows": range(max(BLANK_ROWS_LEAST, BLANK_ROWS - ceil(lines / LINES_AS_HIGH_AS_A_ROW))),
    }


def _sheets(
    measure: Measure, plain: Row, *, figures: Mapping[str, Any], cycles: Sequence[Row], say: Say
) -> Iterator[Row]:
    """One, and those of a table that is too long for it."""
    notes = Footnotes()
    beside, after = pages_of(list(_rows(measure, figures, notes, say)))
    about = " · ".join(filter(None, (_word("kind", measure.kind, say), unit_of(measure, say))))
    same = {
        "heading": measure.name or say("unnamed_measure"),
        "parts": say("print.parts") if measure.has_ratio else "",
        "value": unit_of(measure, say) or say("value"),
    }
    yield same | {
        "about": about,
        "chart": _chart(plain, figures, cycles) if measure.points else None,
        "rules_note": say(f"rules_note.{measure.rules}"),
        "definition": _filled(say, *_definition(measure, say)),
        "reading": _filled(say, *_reading(measure)),
        "happened": [*_cycles(cycles, figures["dates"], say), *_annotations(measure)],
        "table": beside,
        "footnotes": notes.told if beside else [],
    }
    for place, columns in enumerate(after, start=1):
        is_last = place == len(after)
        counted = _of(f"{say('page.data')} {place}", str(len(after)))
        yield same | {"about": counted, "table": columns, "footnotes": notes.told if is_last else []}


def _chart(plain: Row, figures: Mapping[str, Any], cycles: Sequence[Row]) -> Row:
    """All that one picture needs beside words and a language: ui/print.ts draws it wherever it stands."""
    return {"measure": plain, "figures": figures, "cycles": list(cycles)}


def _reading(measure: Measure) -> Iterator[tuple[str, str]]:
    yield "label.reading.tells", measure.reading.tells
    yield "label.reading.does_not", measure.reading.does_not


def _definition(measure: Measure, say: Say) -> Iterator[tuple[str, str]]:
    yield "label.definition", measure.definition
    yield "label.numerator", measure.numerator
    yield "label.denominator", measure.denominator
    yield "label.better", _word("better", measure.better, say)
    yield "label.target", _target(measure, say)
    yield "label.who", measure.who
    yield "label.source", measure.source
    yield "label.how_often", _word("how_often", measure.how_often, say)
    yield "label.same_answer", _word("same_answer", measure.same_answer, say)
    yield "label.tells", measure.tells
    yield "label.population", measure.population
    yield "label.exclusions", measure.exclusions
    yield "label.sampling", measure.sampling
    yield "label.driver", measure.driver


def _target(measure: Measure, say: Say) -> str:
    if measure.target is None:
        return ""
    told = f"{number(measure.target)} {unit_of(measure, say)}".strip()
    by = day(measure.target_by) if measure.target_by else ""
    return say("print.target_by").replace("{target}", told).replace("{date}", by) if by else told


def _rows(measure: Measure, figures: Mapping[str, Any], notes: Footnotes, say: Say) -> Iterator[Row]:
    """A row a day, as the chart has its points; what is to be said of one stands below, by letter."""
    points = {point.id: point for point in measure.points}
    for place, on in enumerate(figures["dates"]):
        kept = [points[name] for name in figures["ids"][place]]
        value = figures["y"][place]
        yield {
            "on": day(date.fromisoformat(on)),
            "parts": _parts(kept),
            "value": say("missing") if value is None else number(value),
            "marks": " ".join(map(notes.mark, _told(measure, kept, figures["signals"][place], say))),
        }


def _parts(points: Sequence[Point]) -> str:
    """The whole day's numerator and denominator; what was left out counts only where all was."""
    kept = [point for point in points if not point.excluded] or points
    pairs = [(one.numerator, one.denominator) for one in kept if one.numerator is not None and one.denominator]
    if not pairs:
        return ""
    return _of(number(sum(above for above, _ in pairs)), number(sum(below for _, below in pairs)))


def _of(above: str, below: str) -> str:
    return f"{above} / {below}"


def _told(measure: Measure, points: Sequence[Point], signal: Row | None, say: Say) -> Iterator[str]:
    ids = {point.id for point in points}
    if signal:
        yield say(f"signal.{signal['kind']}")
    for phase in measure.phases:
        if phase.from_ in ids:
            yield say("print.new_phase").replace("{reason}", phase.reason)
    if measure.baseline_until in ids:
        yield say("print.baseline_ends")
    for point in points:
        if point.excluded:
            yield say("left_out_because").replace("{reason}", point.excluded)
        if point.note:
            yield point.note


def _cycles(cycles: Sequence[Row], days: Sequence[str], say: Say) -> Iterator[Row]:
    """Those that are pinned on the chart: begun while it runs."""
    for cycle in cycles:
        if days and days[0] <= cycle["started_on"] <= days[-1]:
            decision = _word("decided", cycle["decision"], say)
            text = cycle["title"] or say("pdsa_cycle")
            on = day(date.fromisoformat(cycle["started_on"]))
            yield {"mark": f"C{cycle['number']}", "on": on, "text": f"{text} ({decision})" if decision else text}


def _annotations(measure: Measure) -> Iterator[Row]:
    for place, annotation in enumerate(measure.annotations, start=1):
        yield {"mark": str(place), "on": day(annotation.on), "text": annotation.text}


def unit_of(measure: Measure, say: Say) -> str:
    if measure.unit == "rate":
        return say("unit.rate_per").replace("{per}", number(measure.per or 1))
    return _word("unit", measure.unit, say)


def day(on: date) -> str:
    return date_format(on, "DATE_FORMAT")


def _filled(say: Say, *pairs: tuple[str, str]) -> list[Row]:
    return [{"label": say(key), "text": text} for key, text in pairs if text]


def _word(words: str, value: str | None, say: Say) -> str:
    return say(f"{words}.{value}") if value else ""
