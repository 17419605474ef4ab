"""The worked ramps: finished, safe to show, linked; and the bad versions, which the gentle checks catch."""

from datetime import date

import pytest
import qi_templates
from qi_core.domain import privacy
from qi_pdsa_planner import domain
from qi_pdsa_planner.domain.ramps import ramps

from tests.qi_templates.wording import FORBIDDEN, reading_grade, strange_characters, texts_of

NO_PROSE = frozenset({
    "id", "follows", "kind", "purpose", "scale", "verdict", "decision", "as_planned", "author", "note", "written",
    "review_by",
})  # fmt: skip
SETTINGS = {"stages": ["plan", "do", "study", "act"], "cycles": 3}
DECISIONS = {
    "about-me-sheet": ["adapt", "adapt", "adapt"],
    "comfort-rounds": ["adapt", "expand", "adopt"],
    "mattress-request": ["abandon", "adapt", "adopt"],
    "reminder-wording": ["adapt", "expand", "adopt"],
    "sepsis-grab-bag": ["expand", "adapt", "adapt"],
    "soft-signs-card": ["adapt", "adapt", "abandon"],
}
EVERY_RAMP = pytest.mark.parametrize(
    "ramp", [qi_templates.load("pdsa_ramps", one) for one in DECISIONS], ids=list(DECISIONS)
)


def parsed(cycles):
    return domain.parse({"schema": 1, "cycles": cycles, "confirmed": []})


def today_of(ramp):
    return date.fromisoformat(ramp["cycles"][-1]["act"]["decided_on"])


def _days(part):
    return [value for name, value in part.items() if name.endswith("_on")]


def test_there_are_six_ramps():
    assert qi_templates.list_templates("pdsa_ramps") == list(DECISIONS)


@EVERY_RAMP
def test_a_ramp_is_reviewed_after_it_was_written_and_no_clinical_guidance(ramp):
    assert ramp["written"] < ramp["review_by"]
    assert [word for word in ("local", "national guidance", "clinical lead") if word not in ramp["note"]] == []


@EVERY_RAMP
def test_nothing_in_a_ramp_could_identify_anybody(ramp):
    assert privacy.screen(ramp, ()) == privacy.ScreenResult()


@EVERY_RAMP
def test_a_ramp_is_one_chain_of_three_finished_cycles(ramp):
    document = parsed(ramp["cycles"])
    unlinked = [cycle | {"idea": None} for cycle in ramp["cycles"]]  # the idea of no learner's diagram
    assert domain.dump(document)["cycles"] == unlinked
    assert [len(one) for one in ramps(document)] == [3]
    review = domain.review(document, settings=SETTINGS, today=today_of(ramp))
    assert (review.progress, review.todo) == (1.0, ())
    assert [cycle.act.decision for cycle in document.cycles] == DECISIONS[ramp["id"]]


@EVERY_RAMP
def test_a_ramp_needs_no_advice(ramp):
    """Neither as it is nor as a plan to begin with; that giving up is a success may be said."""
    document = parsed(ramp["cycles"])
    plans = parsed([cycle | {"do": {}, "study": {}, "act": {}} for cycle in ramp["cycles"]])
    for one in (document, plans):
        found = domain.review(one, settings=SETTINGS, today=today_of(ramp)).checks
        assert [check for check in found if check.rule != "PD20"] == []


@EVERY_RAMP
def test_dates_go_forward(ramp):
    days = [
        day
        for cycle in ramp["cycles"]
        for day in (*_days(cycle["do"]), *_days(cycle["study"]), *_days(cycle["act"]))
    ]
    assert days == sorted(days)


@EVERY_RAMP
def test_the_checks_catch_the_bad_version(ramp):
    bad = ramp["not_this"]
    assert bad["why"].strip()
    assert bad["cycle"]["do"]["started_on"] is None
    review = domain.review(parsed([bad["cycle"]]), settings=SETTINGS, today=today_of(ramp))
    assert {"PD4", "PD5", "PD8", "PD11"} <= {check.rule for check in review.checks}
    assert "cycles[0].study.learned" in {check.path for check in review.checks if check.rule == "PD11"}
    assert review.progress < 1.0


@EVERY_RAMP
def test_words_are_plain(ramp):
    prose = [text for _, text in texts_of(ramp, leave_out=NO_PROSE) if text]
    told = [text for text in prose if len(text.split()) > 8]
    assert strange_characters(prose) == set()
    assert [text for text in prose if FORBIDDEN.search(text)] == []
    assert reading_grade(told) <= 6
    assert [text for text in told if reading_grade([text]) > 12] == []


@EVERY_RAMP
def test_somebody_asks_who_might_be_missed(ramp):
    assert any("Who might this miss?" in text for _, text in texts_of(ramp["cycles"]))
