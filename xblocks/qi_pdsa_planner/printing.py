"""What the printed page of a planner holds: a sheet for each cycle, the ramps in front; or one blank sheet.

Plain values for templates/print.html. `say` gives the reader's words by key; documents are those of the domain.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from xblock.utils.resources import ResourceLoader

from qi_core.printed import Printed, sheets_of, style_of
from qi_pdsa_planner.domain.document import Cycle, Document, Question, Scale
from qi_pdsa_planner.domain.ramps import ramps

PACKAGE = "qi_pdsa_planner"
PRINTED_WORDS = {
    "print_now": "print.now",
    "page": "print.page",
    "cycle": "print.cycle",
    "scale": "label.scale",
    "plan": "stage.plan",
    "do": "stage.do",
    "study": "stage.study",
    "act": "stage.act",
    "question": "label.questions.text",
    "predict": "label.questions.prediction",
    "you_predicted": "you_predicted",
    "you_found": "you_found",
    "verdict": "print.verdict",
    "what": "label.tasks.what",
    "who": "label.tasks.who",
    "when": "label.tasks.when",
    "where": "label.tasks.where",
    "confidentiality": "confidentiality",
}
Say = Callable[[str], str]
Row = dict[str, Any]

BLANK_QUESTIONS = 3
BLANK_TASKS = 3
RISE_MM = 3
SCALES: tuple[str, ...] = tuple(Scale.__args__)  # type: ignore[attr-defined]  # a Literal's values


def html_of(document: Document, *, which: str, words: Mapping[str, Any]) -> str | None:
    """The whole page; `words` are BaseBlock.page_words. None when there is no such cycle."""
    say = words["strings"].__getitem__
    sheets = page(document, which=which, say=say)
    if sheets is None:
        return None
    context = {
        "sheets": sheets_of(PACKAGE, {**sheets, **_worded(say)}),
        "style": style_of(PACKAGE),
        "locale": words["locale"],
        "dir": words["dir"],
        "printed_on": date_format(timezone.localdate(), "DATE_FORMAT"),
        **_worded(say),
    }
    return str(ResourceLoader(PACKAGE).render_django_template("templates/print.html", context))


def part_of(document: Document, *, words: Mapping[str, Any]) -> Printed | None:
    """For the project's page, where nobody writes by hand: what is empty says so."""
    say = words["strings"].__getitem__
    sheets = page(document, which="", say=say, by_hand=False)
    if not document.cycles or sheets is None:
        return None
    html = sheets_of(PACKAGE, {**sheets, **_worded(say)}, alone=False)
    return Printed("pdsa", say("print.heading"), html, style_of(PACKAGE))


def _worded(say: Say) -> dict[str, Any]:
    return {"title": say("print.heading"), "words": {name: say(key) for name, key in PRINTED_WORDS.items()}}


def page(document: Document, *, which: str, say: Say, by_hand: bool = True) -> dict[str, Any] | None:
    """`which` is "" for everything, "blank", or a cycle's id; None when there is no such cycle.

    `by_hand`: a stage in which nothing was typed has lines to write on.
    """
    if which == "blank":
        return {"ramps": [], "sheets": [blank_sheet(say)]}
    numbered = list(enumerate(document.cycles, start=1))
    if not which:
        number_of = {cycle.id: number for number, cycle in numbered}
        told = [_ramp(ramp, number_of, say) for ramp in ramps(document) if len(ramp) > 1]
        return {"ramps": told, "sheets": [_sheet(cycle, number, say, by_hand=by_hand) for number, cycle in numbered]}
    chosen = [_sheet(cycle, number, say, by_hand=True) for number, cycle in numbered if cycle.id == which]
    return {"ramps": [], "sheets": chosen} if chosen else None


def with_ideas(document: Document, known: Mapping[str, str]) -> Document:
    """Cycles of an idea in the diagram show what it is called today."""
    names = (known.get(cycle.idea or "", cycle.change_idea) for cycle in document.cycles)
    named = zip(document.cycles, names, strict=True)
    cycles = tuple(cycle.model_copy(update={"change_idea": name}) for cycle, name in named)
    return document.model_copy(update={"cycles": cycles})


# Lines to write on, by stage: for the blank sheet, and for a stage in which nothing has been typed yet.
LINES = {
    "do": (("label.do.happened", 3), ("label.do.unexpected", 1)),
    "study": (("label.study.learned", 3), ("label.study.surprised", 1)),
    "act": (("print.decisions", 1), ("label.act.reason", 2), ("label.act.next_change", 1)),
}


def blank_sheet(say: Say) -> dict[str, Any]:
    """The same sheet to fill in by hand: pin it up, type it in later."""
    meta = ("print.name", "label.do.started_on", "label.scale", "label.purpose")
    plan = (("label.change_idea", 2), ("label.data_plan.what", 1), ("label.data_plan.who", 1))
    return {
        "is_blank": True,
        "heading": say("print.blank_heading"),
        "meta": _lined(say, *((key, 1) for key in meta)),
        "plan": _lined(say, *plan),
        "questions": [{}] * BLANK_QUESTIONS,
        "tasks": [{}] * BLANK_TASKS,
        **{stage: _lined(say, *lines) for stage, lines in LINES.items()},
    }


def _sheet(cycle: Cycle, number: int, say: Say, *, by_hand: bool) -> dict[str, Any]:
    name = say("cycle_n").replace("{n}", str(number))
    return {
        "heading": f"{name}: {cycle.title}" if cycle.title else name,
        "meta": _rows(
            say,
            ("label.do.started_on", _day(cycle.do.started_on or cycle.planned_start)),
            ("label.do.ended_on", _day(cycle.do.ended_on or cycle.planned_end)),
            ("label.scale", _joined(_word("scale", cycle.scale, say), cycle.scale_note)),
            ("label.purpose", _word("purpose", cycle.purpose, say)),
        ),
        "plan": _plan(cycle, say),
        "questions": [_question(question, say) for question in cycle.questions],
        "tasks": [task.model_dump() for task in cycle.tasks],
        **{stage: _stage(cycle, stage, say, by_hand=by_hand) for stage in LINES},
    }


def _plan(cycle: Cycle, say: Say) -> list[Row]:
    data = cycle.data_plan
    return _filled(
        say,
        ("label.change_idea", cycle.change_idea),
        ("label.objective", cycle.objective),
        ("label.data_plan.what", _joined(data.what, _word("kind", data.kind, say))),
        ("label.data_plan.who", _joined(data.who, data.how, data.when, data.where)),
        ("label.risks", cycle.risks),
    )


def _stage(cycle: Cycle, stage: str, say: Say, *, by_hand: bool) -> list[Row]:
    """What was typed; lines to write on, or a word, where nothing was."""
    told = {
        "do": (
            ("label.do.happened", cycle.do.happened),
            ("label.do.as_planned", _joined(_word("as_planned", cycle.do.as_planned, say), cycle.do.differed)),
            ("label.do.unexpected", cycle.do.unexpected),
            ("label.do.data", cycle.do.data),
        ),
        "study": (
            ("label.study.learned", cycle.study.learned),
            ("label.study.surprised", cycle.study.surprised),
            ("label.study.measure_enough", cycle.study.measure_enough),
        ),
        "act": (
            ("label.act.decision", _word("decision", cycle.act.decision, say)),
            ("label.act.reason", cycle.act.reason),
            ("label.act.next_change", cycle.act.next_change),
        ),
    }
    return _filled(say, *told[stage]) or (_lined(say, *LINES[stage]) if by_hand else [{"label": say("print.not_yet")}])


def _ramp(ramp: Sequence[Cycle], number_of: dict[str, int], say: Say) -> dict[str, Any]:
    return {
        "idea": ramp[-1].change_idea or say("untitled_idea"),
        "steps": [
            {
                "name": say("cycle_n").replace("{n}", str(number_of[cycle.id])),
                "title": cycle.title,
                "scale": _word("scale", cycle.scale, say),
                "rise": RISE_MM * (SCALES.index(cycle.scale) + 1) if cycle.scale else 1,
                "predicted": "\n".join(filter(None, (question.prediction for question in cycle.questions))),
                "found": "\n".join(filter(None, (question.found for question in cycle.questions))),
                "decision": _word("decided", cycle.act.decision, say),
                "reason": cycle.act.reason,
            }
            for cycle in ramp
        ],
    }


def _question(question: Question, say: Say) -> dict[str, str]:
    because = say("because_text").replace("{text}", question.because) if question.because else ""
    notes = [f"{_day(addendum.on)}: {addendum.text}" for addendum in question.addenda]
    return {
        "question": question.text,
        "predicted": "\n".join(filter(None, (question.prediction, because, *notes))),
        "found": question.found,
        "verdict": _word("verdict", question.verdict, say),
    }


def _rows(say: Say, *pairs: tuple[str, str]) -> list[Row]:
    return [{"label": say(key), "text": text} for key, text in pairs]


def _filled(say: Say, *pairs: tuple[str, str]) -> list[Row]:
    return _rows(say, *(pair for pair in pairs if pair[1]))


def _lined(say: Say, *lines: tuple[str, int]) -> list[Row]:
    return [{"label": say(key), "text": "", "lines": range(count)} for key, count in lines]


def _word(words: str, value: str | None, say: Say) -> str:
    return say(f"{words}.{value}") if value else ""


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
