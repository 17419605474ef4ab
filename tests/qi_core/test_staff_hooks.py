"""What the platform asks on behalf of staff: delete a learner's state, report, search, the app."""

from types import SimpleNamespace

import pytest
from completion.models import BlockCompletion
from demo.roles import anonymous_id
from demo.testing import add_block, make_person, open_block
from django.db import connection
from django.test.utils import CaptureQueriesContext
from qi_core import compat
from qi_project import api

pytestmark = pytest.mark.django_db

SECRET = "Amina's own words"


def clear(usage_key, user, *, by):
    """As the platform does: on a block that is not bound to the learner, by anonymous ids."""
    course_key = usage_key.context_key
    open_block(usage_key, by).clear_student_state(
        user_id=anonymous_id(user, course_key),
        course_id=str(course_key),
        item_id=str(usage_key),
        requesting_user_id=anonymous_id(by, course_key),
    )


def completions():
    return {row.block_key.block_id: row.completion for row in BlockCompletion.objects.all()}


def test_deleting_state_takes_the_practice_sheet_and_its_completion(sheet, block, amina, author, save):
    save(sheet, amina, ["One", "Two"])
    save(block, amina, ["One", "Two"])
    clear(sheet, amina, by=author)
    assert api.find(amina.id, "pdsa", practice_in=sheet) == api.Stored()
    assert completions() == {"sheet": 0.0, "diary": 1.0}


def test_deleting_state_leaves_the_project_and_takes_the_completion(block, amina, author, save):
    save(block, amina, ["One", "Two"])
    clear(block, amina, by=author)
    assert api.find(amina.id, "pdsa").revision == 1
    assert completions() == {"diary": 0.0}


def test_deleting_state_leaves_others_alone(sheet, amina, author, course, save):
    bilal = make_person("bilal", enrolled_in=[course])
    save(sheet, bilal, ["His"])
    clear(sheet, amina, by=author)
    assert api.find(bilal.id, "pdsa", practice_in=sheet).revision == 1
    assert completions() == {"sheet": 0.5}


def test_deleting_the_state_of_nobody_does_nothing(sheet, amina, author, save):
    save(sheet, amina, ["Hers"])
    open_block(sheet, author).clear_student_state(user_id="nobody", course_id="", item_id="")
    assert api.find(amina.id, "pdsa", practice_in=sheet).revision == 1


def test_the_platform_is_asked_who_it_is_where_there_is_one(sheet, amina, author, save, monkeypatch):
    save(sheet, amina, ["Hers"])
    monkeypatch.setattr(compat, "user_by_anonymous_id", {"known": amina}.get)
    open_block(sheet, author).clear_student_state(user_id="known", course_id="", item_id="")
    assert api.find(amina.id, "pdsa", practice_in=sheet) == api.Stored()


def states(*usernames):
    return iter([SimpleNamespace(username=name, state={"last_saved_revision": 1}) for name in usernames])


def report(usage_key, author, *usernames, limit=None):
    return list(open_block(usage_key, author, place="studio").generate_report_data(states(*usernames), limit))


def test_reports_give_status_and_counts_and_no_text(block, amina, author, save):
    saved = save(block, amina, [SECRET]).json["saved_at"]
    rows = report(block, author, "amina", "somebody")
    assert [(name, list(columns.items())) for name, columns in rows] == [
        ("amina", [("Last saved", saved.replace("Z", "+00:00")), ("Revision", 1), ("Cycles", 1)])
    ]


def test_reports_of_a_practice_sheet_are_of_that_sheet(sheet, block, amina, author, save):
    save(block, amina, ["One", "Two", "Three"])
    save(sheet, amina, ["One"])
    assert [columns["Cycles"] for _, columns in report(sheet, author, "amina")] == [1]


def test_reports_keep_to_their_limit(block, amina, author, save, course):
    save(block, amina, ["One"])
    save(block, make_person("bilal", enrolled_in=[course]), ["One"])
    assert [name for name, _ in report(block, author, "amina", "bilal", limit=1)] == ["amina"]


@pytest.mark.parametrize("people", [1, 3, 100])
def test_reports_take_one_query(block, author, course, save, people):
    names = [f"learner{n}" for n in range(people)]
    for name in names:
        save(block, make_person(name, enrolled_in=[course]), ["One"])
    opened = open_block(block, author, place="studio")
    with CaptureQueriesContext(connection) as captured:
        rows = list(opened.generate_report_data(states(*names)))
    assert (len(rows), len(captured)) == (people, 1)


def test_the_search_gets_the_author_s_words(course, author):
    fields = {"display_name": "Falls", "instructions": "Plan *one* <script>x</script> cycle"}
    usage_key = add_block(course, "qi_diary", fields=fields, name="found")
    assert open_block(usage_key, author, place="studio").index_dictionary() == {
        "content": {"display_name": "Falls", "instructions": "Plan one  cycle"},
        "content_type": "Improvement tool",
    }


def test_the_app_gets_nothing_of_a_learner(block, amina, save):
    save(block, amina, [SECRET])
    assert open_block(block, amina).student_view_data() == {
        "tool": "pdsa",
        "title": "Improvement tool",
        "instructions_html": "",
        "settings": {"lines": 2},
    }
