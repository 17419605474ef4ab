"""What one tool may know of another's document, whatever release wrote it."""

from datetime import UTC, datetime

import pytest
from demo import testing
from qi_project import api

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
STARTED = {"title": "", "change_idea": "Offer water", "do": {"started_on": "2026-11-03"}, "act": {"decision": "adapt"}}


def pinned(document):
    learner = testing.make_person("amina")
    api.save(learner.pk, "pdsa", document=document, seen=0, counts={}, now=NOW)
    return api.cycles_of(learner.pk)


def test_a_started_cycle_is_told_by_its_idea_where_it_has_no_title():
    waiting = {"title": "Later", "do": {"started_on": None}}
    (mark,) = pinned({"schema": 1, "cycles": [waiting, STARTED]})
    assert mark == api.CycleMark(2, "Offer water", "2026-11-03", "adapt")


@pytest.mark.parametrize("cycles", [{"c1": STARTED}, [None], [{"do": None}], 5])
def test_a_newer_release_s_document_tells_nothing_and_breaks_nothing(cycles):
    assert pinned({"schema": 99, "cycles": cycles}) == ()


def test_a_learner_without_a_project_has_no_cycles():
    assert api.cycles_of(testing.make_person("amina").pk) == ()
