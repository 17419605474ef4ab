"""What English wording gives away. In doubt the answer is no: a false alarm costs more than a missed hint."""

from time import process_time

import pytest

from qi_pdsa_planner.domain.wording import are_alike, is_mostly_future, is_vague, words_of

PLAN = "Ask each patient at the desk whether the letter was clear, for one morning"
BITS = ["a", "'", "will ", "be ", "ed", "ie", "?.", "\n", "aeed", "ten", "not be eed "]
HOSTILE = [bit * (4000 // len(bit)) for bit in BITS]


@pytest.mark.parametrize("prediction", ["It will be fine", "Staff will like it", "They will understand the letter"])
def test_a_prediction_nobody_could_check_is_vague(prediction: str) -> None:
    assert is_vague(prediction)


@pytest.mark.parametrize(
    "prediction",
    [
        "About 7 in 10 will answer",
        "½ of the forms will come back",
        "At least half will be filled in",
        "Most of the team will try it",
        "Nobody will object",
        "There will be no change",
        "Twenty minutes, with a bit of luck",
        "Handover will be faster than yesterday",
        "The round will be calmer and the board easier to read",
        "The waiting time comes down",
        "Calls will drop",
        "They will prefer the phone",
        "It will stay the same",
        "It will save time",
    ],
)
def test_a_number_or_a_direction_is_enough(prediction: str) -> None:
    assert not is_vague(prediction)


@pytest.mark.parametrize(
    "prediction", ["", " \n", "De wachttijd wordt korter", "Les patients seront contents", "等待时间会缩短"]
)
def test_what_is_not_english_is_left_in_peace(prediction: str) -> None:
    assert not is_vague(prediction)


def test_a_long_prediction_is_not_called_vague() -> None:
    assert not is_vague("The team will be glad. " * 40)


@pytest.mark.parametrize(
    "text",
    [
        "We will ask six patients",
        "We’ll ask at the desk",
        "They'll need more forms",
        "The forms will be filled in at the desk. The nurse is going to count them. It is on Monday.",
        "We should ask in the morning",
        "WE SHALL SEE",
    ],
)
def test_a_plan_is_told_by_its_future(text: str) -> None:
    assert is_mostly_future(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Five of six answered",
        "We found that we should ask in the morning",
        "Staff said they will go on using it",
        "Two refused. One was away. We will ask again on Monday",
        "The first one took ten minutes. The next will be shorter",
        "The goodwill of the ward helped",
    ],
)
def test_what_was_seen_may_end_in_a_plan(text: str) -> None:
    assert not is_mostly_future(text)


@pytest.mark.parametrize(
    "text", [PLAN, PLAN.upper(), f"  {PLAN} \n", PLAN.replace("clear", "readable"), PLAN.replace(", ", ",\n")]
)
def test_a_plan_copied_with_a_word_changed_is_alike(text: str) -> None:
    assert are_alike(words_of(text), words_of(PLAN))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Asked nine patients at the desk on Monday; seven said the letter was clear, two had lost it",
        PLAN.replace("one", "two"),
        PLAN.replace("one", "1"),
        f"{PLAN}. Of the nine who came to the desk that day, seven said yes and two had lost it",
    ],
)
def test_what_was_seen_is_not_alike(text: str) -> None:
    assert not are_alike(words_of(text), words_of(PLAN))


def test_a_short_answer_may_be_just_what_was_predicted() -> None:
    assert not are_alike(words_of("7 in 10"), words_of("7 in 10"))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:6]))
def test_no_text_takes_long_to_judge(text: str) -> None:
    begun = process_time()
    is_vague(text[:600])
    is_mostly_future(text)
    are_alike(words_of(text), words_of(text[1:]))
    assert process_time() - begun < 0.05
