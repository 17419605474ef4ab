"""The block: shows the questions, scores the answers, and has its feedback ready when the learner comes back."""

from typing import Any

from django.utils.html import format_html, format_html_join
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Dict, List, Scope, String
from xblock.plugin import PLUGIN_CACHE

from demo.problem.looks import LOOK, SCRIPT
from demo.problem.questions import Question, questions_of

TAG = "problem"
Answers = list[list[int]]


class ProblemBlock(XBlock):
    """Complete with the first answers that are sent, right or wrong, as on the platform. May be tried again."""

    has_score = True
    show_in_read_only_mode = True

    display_name = String(default="Problem", scope=Scope.settings)
    data = String(default="", scope=Scope.content)
    xml_attributes = Dict(default={}, scope=Scope.settings)
    answers = List(default=[], scope=Scope.user_state)

    def student_view(self, _context: Any) -> Fragment:
        questions = questions_of(self.data)
        name = self.scope_ids.usage_id.block_id
        shown = format_html_join(
            "", "{}", ((_question_html(one, f"{name}-{at}"),) for at, one in enumerate(questions))
        )
        head = format_html(
            '<form class="problem"><h3>{}</h3>{}<button>Submit</button>', self.display_name, shown
        )
        fragment = Fragment(f'{head}<p class="problem-score" role="status"></p></form>')
        fragment.add_css(LOOK)
        fragment.add_javascript(SCRIPT)
        fragment.initialize_js("ProblemOfTheHost", {"answers": self.answers, **self._told(questions)})
        return fragment

    public_view = student_view

    @XBlock.json_handler
    def submit_answers(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        questions = questions_of(self.data)
        answers = data.get("answers") if isinstance(data, dict) else None
        if not _fits(answers, questions):
            raise JsonHandlerError(400, "answers: for each question a list of the places chosen")
        self.answers = answers
        told = self._told(questions)
        self.runtime.publish(self, "grade", {"value": told["right"], "max_value": len(questions)})
        return told

    def _told(self, questions: tuple[Question, ...]) -> dict[str, Any]:
        answered = list(zip(questions, self.answers))
        results = [
            {"is_right": one.is_answered_by(chosen), "feedback": one.feedback_on(chosen)}
            for one, chosen in answered
        ]
        return {"results": results, "right": sum(result["is_right"] for result in results)}


def _question_html(question: Question, name: str) -> str:
    choices = format_html_join(
        "",
        '<label><input type="{}" name="{}" value="{}"><span>{}</span></label>',
        ((question.kind, name, place, choice.text) for place, choice in enumerate(question.choices)),
    )
    return format_html(
        '<fieldset><legend>{}</legend>{}<div class="problem-feedback"></div></fieldset>', question.text, choices
    )


def _fits(answers: Any, questions: tuple[Question, ...]) -> bool:
    return (
        isinstance(answers, list)
        and len(answers) == len(questions)
        and all(
            isinstance(chosen, list) and all(place in range(len(one.choices)) for place in chosen)
            for one, chosen in zip(questions, answers)
        )
    )


def register() -> None:
    """Known by its tag without an entry point, as `html` is."""
    PLUGIN_CACHE[(XBlock.entry_point, TAG)] = ProblemBlock
