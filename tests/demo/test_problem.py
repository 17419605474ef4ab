"""The stand-in for the platform's `problem`: what is asked, what is right, what is told, and the tick."""

from types import SimpleNamespace

import pytest
from completion.models import BlockCompletion

from demo import problem
from demo.models import Grade
from demo.problem.questions import Choice, Question, questions_of
from demo.testing import add_block, call, open_block

pytestmark = pytest.mark.django_db

XML = """
<multiplechoiceresponse><label>Which <b>one</b>?</label><choicegroup>
  <choice correct="false">This<choicehint>Not this, since…</choicehint></choice>
  <choice correct="true">That &amp; more <i>besides</i></choice>
</choicegroup></multiplechoiceresponse>
<choiceresponse><label>Which fit?</label><checkboxgroup>
  <choice correct="true">Red<choicehint selected="true">Yes, red.</choicehint><choicehint selected="false">Red, too.</choicehint></choice>
  <choice correct="false">Blue<choicehint selected="true">Not blue.</choicehint></choice>
</checkboxgroup></choiceresponse>
<numericalresponse answer="4"><label>A kind that the stand-in does not know</label></numericalresponse>
"""


@pytest.fixture
def check(school: SimpleNamespace) -> SimpleNamespace:
    fields = {"display_name": "Two questions", "data": XML}
    key = add_block(school.course, problem.TAG, fields, parent=school.unit, name="check")
    return SimpleNamespace(
        key=key,
        amina=school.amina,
        send=lambda answers: call(key, "submit_answers", {"answers": answers}, user=school.amina),
    )


def test_two_kinds_of_questions_are_read() -> None:
    one, several = questions_of(XML)
    assert one == Question(
        "Which one?",
        "radio",
        (Choice("This", False, "Not this, since…", ""), Choice("That & more", True, "", "")),
    )
    assert several == Question(
        "Which fit?",
        "checkbox",
        (Choice("Red", True, "Yes, red.", "Red, too."), Choice("Blue", False, "Not blue.", "")),
    )


def test_answers_are_scored_and_told_about(check: SimpleNamespace) -> None:
    assert check.send([[1], [0]]).json == {
        "results": [{"is_right": True, "feedback": []}, {"is_right": True, "feedback": ["Yes, red."]}],
        "right": 2,
    }
    assert check.send([[0], [1]]).json == {
        "results": [
            {"is_right": False, "feedback": ["Not this, since…"]},
            {"is_right": False, "feedback": ["Red, too.", "Not blue."]},
        ],
        "right": 0,
    }


def test_the_first_answers_tick_right_or_wrong(check: SimpleNamespace) -> None:
    assert not BlockCompletion.objects.filter(block_key=check.key).exists()
    check.send([[0], []])
    assert [row.completion for row in BlockCompletion.objects.filter(block_key=check.key)] == [1.0]
    assert list(Grade.objects.values_list("earned", "possible")) == [(0.0, 2.0)]


def test_who_comes_back_sees_what_was_sent(check: SimpleNamespace) -> None:
    told = check.send([[1], [1]]).json
    page = open_block(check.key, check.amina).student_view({})
    assert page.json_init_args == {"answers": [[1], [1]], **told}


@pytest.mark.parametrize("answers", [None, "x", [], [[0]], [[0], [7]], [[0], ["0"]], [[0], 1], [[0], [[1]]]])
def test_what_is_no_answer_is_refused(check: SimpleNamespace, answers: object) -> None:
    assert check.send(answers).status == 400
    assert not BlockCompletion.objects.filter(block_key=check.key).exists()
