"""A save costs the same however much there is, and at most eight queries on tables of ours."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from demo.testing import call, open_block
from qi_project import api

pytestmark = pytest.mark.django_db

OURS = ("qi_project_project", "qi_project_artefact", "qi_project_artefactversion")


def counted(action):
    """(queries on tables of ours, all queries)"""
    with CaptureQueriesContext(connection) as captured:
        action()
    statements = [query["sql"] for query in captured]
    return len([sql for sql in statements if any(f"{table}" in sql for table in OURS)]), len(statements)


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_a_save_takes_as_many_queries_as_ever(block, amina, save, rows):
    for seen in range(rows):
        save(block, amina, [f"line {n}" for n in range(seen + 1)], seen=seen)  # each begins a cycle: a milestone
    lines = [f"line {n}" for n in range(rows + 1)]
    ours, _ = counted(lambda: save(block, amina, lines, seen=rows))
    assert ours == (5 if rows < 100 else 6)  # the sixth removes the oldest version


def test_the_first_save_takes_no_more(block, amina, save):
    ours, _ = counted(lambda: save(block, amina, ["One"]))
    assert ours <= 8


@pytest.mark.parametrize("lines", [1, 3, 100])
def test_opening_the_page_takes_two_queries_on_ours(block, amina, save, lines):
    save(block, amina, [f"line {n}" for n in range(lines)])
    ours, _ = counted(lambda: open_block(block, amina).render("student_view"))
    assert ours == 2  # which project, and the document in it


def test_being_refused_asks_no_table_of_ours(block, author):
    ours, _ = counted(lambda: call(block, "save_work", {}, user=author, place="studio"))
    assert ours == 0
    assert api.find(author.id, "pdsa").revision == 0
