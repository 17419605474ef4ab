"""What blocks, what warns, and what must stay quiet. The examples are shared with the browser's tests."""

import json
import time
from pathlib import Path

import pytest
from qi_core.domain import privacy
from qi_core.domain.nhs_numbers import nhs_numbers
from qi_core.domain.privacy import screen, warnings
from qi_core.domain.problems import Problem

CONTRACT = json.loads((Path(__file__).parents[2] / "contracts/privacy.json").read_text(encoding="utf-8"))
SPECIMEN = "943 476 5919"
HOSTILE = [
    "a", "A", "9", "9 ", " ", "a.", "a@", "A.", "Mr ", "Aa ", "born ", "12 Aa ", "a at a dot ", "he ", "dob ", "12-",
    "01( ", "+1 ", "tel: on ", "car ", "\n", "Mr van der ", "-", "'", "twenty-", "999, ", "patient ", "A A ", "12 aa",
]  # fmt: skip


@pytest.mark.parametrize("case", CONTRACT["nhs_numbers"], ids=lambda case: ascii(case["text"]))
def test_an_nhs_number_is_found_where_it_stands(case):
    assert [list(span) for span in nhs_numbers(case["text"])] == case["spans"]


@pytest.mark.parametrize("case", CONTRACT["warnings"], ids=lambda case: ascii(case["text"][:40]))
def test_what_may_identify_somebody_warns(case):
    assert sorted({warning.kind for warning in warnings(case["text"])}) == case["kinds"]


@pytest.mark.parametrize("text", CONTRACT["ordinary"], ids=lambda text: ascii(text[:40]))
def test_ordinary_improvement_notes_stay_quiet(text):
    assert (warnings(text), nhs_numbers(text)) == ([], [])


def test_the_contract_has_enough_of_each():
    assert len(CONTRACT["warnings"]) >= 60
    assert len(CONTRACT["ordinary"]) >= 60
    assert {kind for case in CONTRACT["warnings"] for kind in case["kinds"]} == set(privacy.FINDERS)


def test_every_check_digit_but_one_is_wrong():
    for start in (999000000, 999000001, 999123456):
        assert sum(bool(nhs_numbers(f"{start}{check}")) for check in range(10)) <= 1


def test_offsets_count_code_points():
    text = "\N{GRINNING FACE} Mrs Sample"
    assert [(one.start, one.end, one.kind) for one in warnings(text)] == [(2, 12, "name")]


def test_a_mark_survives_edits_around_it_and_tells_kinds_and_words_apart():
    [mark] = {one.mark for text in ("Mrs Sample fell", "Then mrs  sample  sat") for one in warnings(text)}
    assert (len(mark), mark.isalnum()) == (16, True)
    assert {one.mark for one in warnings("Mrs Other, bed 12")}.isdisjoint({mark})


def test_overlapping_finds_are_one_and_inner_ones_are_left_out():
    assert [(one.kind, one.start, one.end) for one in warnings("DOB 03/04/1942")] == [("date_of_birth", 0, 14)]
    assert [(one.kind, one.start, one.end) for one in warnings("tel: 960004")] == [("phone", 0, 11)]


def test_a_long_text_about_several_people_is_no_story_of_one():
    assert warnings("The team met and talked about the list again. " * 20) == []


def test_a_long_text_about_one_person_points_to_where_it_begins():
    [told, cut] = (warnings("We saw " + text) for text in ("her. " + "She sat. " * 80, "her " + "and she sat " * 80))
    assert [(one.kind, one.start, one.end) for one in told] == [("long_about_one", 7, 10)]
    assert [(one.kind, one.start, one.end) for one in cut] == [("long_about_one", 7, 87)]


def test_screen_walks_every_text_and_gives_its_path():
    document = {
        "schema": 1,
        "cycles": [{
            "id": "9434765919",
            "follows": "9990000018",
            "questions": [{"text": "ok"}, {"prediction": SPECIMEN}],
            "risks": "Mrs Sample",
            "planned_start": "2026-11-22",
            "do": {"ended_on": None, "happened": "Mrs Sample, again: " + SPECIMEN},
        }],
        "confirmed": ["9434765919"],
    }  # fmt: skip
    found = screen(document, ())
    assert found.blocked == {
        "cycles[0].questions[1].prediction": Problem("nhs_number"),
        "cycles[0].do.happened": Problem("nhs_number"),
    }
    mark = warnings("Mrs Sample")[0].mark
    assert found.warnings == (
        {"path": "cycles[0].risks", "kind": "name", "start": 0, "end": 10, "mark": mark},
        {"path": "cycles[0].do.happened", "kind": "name", "start": 0, "end": 10, "mark": mark},
    )
    assert screen(document, [mark]).warnings == ()
    assert privacy.blocked(document) == found.blocked


def test_a_chart_s_ids_and_days_are_no_texts():
    point = {"id": "9434765919", "on": "1938-11-03", "value": 12, "note": ""}
    document = {"points": [point], "phases": [{"from": "9434765919", "reason": "Mrs Sample"}]}
    assert [one["path"] for one in screen(document | {"baseline_until": "9434765919"}, ()).warnings] == [
        "phases[0].reason"
    ]


def test_a_name_is_no_slip_where_a_field_asks_for_one():
    member = {"role": "Mrs Sample", "printed_as": "Mrs Sample, sample@example.org"}
    found = [(one["path"], one["kind"]) for one in screen({"team": [member]}, ()).warnings]
    assert found == [("team[0].role", "name"), ("team[0].printed_as", "email")]
    assert list(privacy.blocked({"printed_as": SPECIMEN})) == ["printed_as"]


def test_screen_of_nothing_finds_nothing():
    assert screen({}, ()) == privacy.ScreenResult()


@pytest.mark.parametrize("text", ["ten thousand 999000 per year", "20261122", "£123456", "1,234,567 letters"])
def test_quantities_are_no_record_numbers(text):
    assert warnings(text) == []


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_take_linear_time(piece):
    text = (piece * 100_000)[:100_000]
    begun = time.process_time()
    warnings(text)
    nhs_numbers(text)
    assert time.process_time() - begun < 10
