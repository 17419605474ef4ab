"""Finding and saving: one revision at a time, and only by who has seen the last one."""

from datetime import datetime, timedelta, timezone

import pytest
from opaque_keys.edx.keys import CourseKey, UsageKey
from qi_project import api
from qi_project.choosing import Where

pytestmark = pytest.mark.django_db

COURSE = CourseKey.from_string("course-v1:QI+PDSA+2026")
SHEET = UsageKey.from_string("block-v1:QI+PDSA+2026+type@qi_pdsa_planner+block@one")
OTHER_SHEET = UsageKey.from_string("block-v1:QI+PDSA+2027+type@qi_pdsa_planner+block@one")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture
def amina(django_user_model):
    return django_user_model.objects.create_user("amina").id


@pytest.fixture
def bilal(django_user_model):
    return django_user_model.objects.create_user("bilal").id


def save(owner, text, *, seen, now=NOW, tool="pdsa", **more):
    return api.save(owner, tool, document={"text": text}, seen=seen, counts={"cycles": seen}, now=now, **more)


def test_nothing_is_found_before_the_first_save(amina):
    assert api.find(amina, "pdsa") == api.Stored(document=None, revision=0, saved_at=None, counts={})


def test_first_save_is_revision_one(amina):
    saved = save(amina, "ü🌱", seen=0, course_key=COURSE)
    assert saved == api.Stored(document={"text": "ü🌱"}, revision=1, saved_at=NOW, counts={"cycles": 0})
    assert api.find(amina, "pdsa") == saved


def test_each_save_is_the_next_revision(amina):
    save(amina, "a", seen=0)
    assert save(amina, "b", seen=1).revision == 2
    assert api.find(amina, "pdsa").document == {"text": "b"}


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_a_save_on_another_revision_is_stale_and_writes_nothing(amina, seen):
    save(amina, "a", seen=0)
    newest = save(amina, "b", seen=1)
    with pytest.raises(api.Stale) as stale:
        save(amina, "c", seen=seen)
    assert stale.value.newer == newest
    assert api.find(amina, "pdsa") == newest


def test_a_save_on_an_erased_artefact_is_stale(amina):
    with pytest.raises(api.Stale) as stale:
        save(amina, "a", seen=4)
    assert stale.value.newer == api.Stored()


def test_tools_people_and_practice_sheets_do_not_meet(amina, bilal):
    save(amina, "project", seen=0)
    save(amina, "chart", seen=0, tool="run_chart")
    save(amina, "sheet", seen=0, practice_in=SHEET)
    save(amina, "other sheet", seen=0, practice_in=OTHER_SHEET)
    save(bilal, "his", seen=0)
    assert [
        api.find(amina, "pdsa").document,
        api.find(amina, "run_chart").document,
        api.find(amina, "pdsa", practice_in=SHEET).document,
        api.find(amina, "pdsa", practice_in=OTHER_SHEET).document,
        api.find(bilal, "pdsa").document,
        api.find(bilal, "pdsa", practice_in=SHEET).document,
    ] == [{"text": text} for text in ("project", "chart", "sheet", "other sheet", "his")] + [None]


def test_lost_race_is_stale(amina, monkeypatch):
    """The other save lands between reading and writing."""
    save(amina, "a", seen=0)
    seen_before = api._row(Where(amina), "pdsa")
    save(amina, "b", seen=1)
    monkeypatch.setattr(api, "_row", lambda *_: seen_before)
    with pytest.raises(api.Stale):
        save(amina, "c", seen=1)
    monkeypatch.undo()
    assert api.find(amina, "pdsa").document == {"text": "b"}


def test_lost_race_for_the_first_save_is_stale(amina, monkeypatch):
    first = save(amina, "a", seen=0)
    row = api._row
    answers = iter([None])
    monkeypatch.setattr(api, "_row", lambda *args: next(answers, row(*args)))
    with pytest.raises(api.Stale) as stale:
        save(amina, "b", seen=0)
    assert stale.value.newer == first


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_a_save_takes_the_same_queries_however_much_there_is(amina, rows, django_assert_num_queries):
    for seen in range(rows):
        save(amina, f"{seen}", seen=seen, now=NOW + timedelta(hours=seen))
    with django_assert_num_queries(2 + 4 if rows < 100 else 2 + 5):  # savepoint and release; one more prunes
        save(amina, "next", seen=rows, now=NOW + timedelta(hours=rows))


def test_the_first_save_takes_few_queries(amina, django_assert_num_queries):
    with django_assert_num_queries(4 + 4):
        save(amina, "first", seen=0)


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_project_that_was_begun_at_the_same_moment_is_joined_while_it_is_there(amina, monkeypatch, is_kept):
    begun = api.start_project(amina, title="Begun elsewhere", now=NOW)
    find, asked = api.projects, []

    def late(where):
        """Nothing yet when it was looked for; then the one that the constraint speaks of, or nothing any more."""
        asked.append(where)
        is_blind = len(asked) == 2 or (len(asked) == 3 and not is_kept)
        return find(where).none() if is_blind else find(where)

    monkeypatch.setattr(api, "projects", late)
    if is_kept:
        assert save(amina, "joined", seen=0).project == begun
    else:
        with pytest.raises(api.Stale) as stale:
            save(amina, "lost", seen=0)
        assert stale.value.newer == api.Stored()
