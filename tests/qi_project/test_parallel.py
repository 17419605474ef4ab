"""Fifty windows save the same document at once: one wins each revision, the others are told, nothing mixes."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from threading import Barrier

import pytest
from django.db import connection
from opaque_keys.edx.keys import CourseKey
from qi_project import api
from qi_project.models import Artefact, ArtefactVersion, CourseChoice, Project, Share

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)
SAVERS = 50
COURSE = CourseKey.from_string("course-v1:QI+PDSA+2026")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def amina(django_user_model):
    return django_user_model.objects.create_user("amina").id


def document(saver):
    """Long enough to be torn if writing were not whole."""
    return {"saver": saver, "texts": [f"saver {saver}"] * 200}


def all_at_once(action):
    start = Barrier(SAVERS)

    def one(saver):
        try:
            start.wait(timeout=30)
            return action(saver)
        finally:
            connection.close()

    with ThreadPoolExecutor(SAVERS) as pool:
        return list(pool.map(one, range(SAVERS)))


def saves(owner, *, seen):
    def action(saver):
        try:
            api.save(owner, "pdsa", document=document(saver), seen=seen, counts={"cycles": 1}, now=NOW)
        except api.Stale as stale:
            return ("stale", stale.newer.revision)
        return ("saved", saver)

    return action


@pytest.mark.parametrize("seen", [0, 1, 2])
def test_one_of_fifty_wins_and_the_rest_are_stale(amina, seen):
    for revision in range(seen):
        api.save(amina, "pdsa", document={}, seen=revision, counts={}, now=NOW)
    outcomes = all_at_once(saves(amina, seen=seen))
    assert Counter(kind for kind, _ in outcomes) == {"saved": 1, "stale": SAVERS - 1}
    assert {revision for kind, revision in outcomes if kind == "stale"} == {seen + 1}
    winner = next(saver for kind, saver in outcomes if kind == "saved")
    assert api.find(amina, "pdsa").document == document(winner)
    assert [Project.objects.count(), Artefact.objects.count()] == [1, 1]


def test_savers_who_look_again_all_get_through_in_turn(amina):
    def action(saver):
        for _ in range(SAVERS):
            seen = api.find(amina, "pdsa").revision
            try:
                return api.save(
                    amina, "pdsa", document=document(saver), seen=seen, counts={}, now=NOW, milestone=True
                ).revision
            except api.Stale:
                continue
        return None

    assert sorted(all_at_once(action)) == list(range(1, SAVERS + 1))
    assert ArtefactVersion.objects.count() == SAVERS - 1


def test_two_tools_begin_the_same_project(amina):
    def action(saver):
        tool = f"tool{saver % 5}"
        try:
            return api.save(amina, tool, document=document(saver), seen=0, counts={}, now=NOW).revision
        except api.Stale:
            return None

    assert Counter(all_at_once(action)) == {1: 5, None: SAVERS - 5}
    assert [Project.objects.count(), Artefact.objects.count()] == [1, 5]


def test_erasing_while_others_save_leaves_no_half(amina):
    api.save(amina, "pdsa", document={}, seen=0, counts={}, now=NOW)

    def action(saver):
        if saver % 10 == 0:
            api.erase_project(amina)
            return
        try:
            seen = api.find(amina, "pdsa").revision
            api.save(amina, "pdsa", document=document(saver), seen=seen, counts={}, now=NOW, milestone=True)
        except api.Stale:
            pass

    all_at_once(action)
    api.erase_project(amina)
    assert [Project.objects.count(), Artefact.objects.count(), ArtefactVersion.objects.count()] == [0, 0, 0]


def test_a_question_to_others_and_erasing_what_it_is_about_never_fail_each_other(amina):
    def action(saver):
        if saver == SAVERS // 2:
            return api.erase_project(amina)
        return api.note_share(amina, "aim", course_key=COURSE, now=NOW)

    for title in ("Falls", "Sepsis"):
        api.start_project(amina, title=title, now=NOW)
        all_at_once(action)
    api.erase_project(amina)
    assert (Project.objects.count(), Share.objects.count()) == (0, 0)


def test_fifty_windows_open_and_start_projects_and_one_is_open(amina):
    made = [api.start_project(amina, title=f"{number}", now=NOW) for number in range(5)]

    def action(saver):
        if saver % 5 == 0:
            return api.start_project(amina, title="new", now=NOW)
        if saver % 5 == 1:
            return api.save(amina, f"tool{saver}", document=document(saver), seen=0, counts={}, now=NOW).revision
        return api.open_project(amina, project=made[saver % 5])

    all_at_once(action)
    assert Counter(Project.objects.values_list("is_open", flat=True)) == {True: 1, None: 14}
    assert Artefact.objects.count() == 10


def test_fifty_windows_choose_for_one_course_and_one_choice_is_left(amina):
    made = [api.start_project(amina, title=f"{number}", now=NOW) for number in range(5)]
    all_at_once(lambda saver: api.choose_in_course(amina, project=made[saver % 5], course_key=COURSE))
    assert CourseChoice.objects.count() == 1


def test_a_page_of_one_project_never_writes_into_another_while_they_change_places(amina):
    falls, sepsis = (api.start_project(amina, title=title, now=NOW) for title in ("Falls", "Sepsis"))

    def action(saver):
        if saver % 2:
            return api.open_project(amina, project=(falls, sepsis)[saver // 2 % 2])
        return api.save(amina, f"tool{saver}", document=document(saver), seen=0, counts={}, now=NOW, project=falls)

    all_at_once(action)
    assert Counter(Artefact.objects.values_list("project_id", flat=True)) == {falls: SAVERS // 2}
