"""What a release adds to the tables can be taken back, and the learners' work is still there."""

from datetime import datetime, timezone

import pytest
from django.core.management import call_command
from django.db import connection
from qi_project import api

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


def migrate(*name):
    """To the newest without a name."""
    call_command("migrate", "qi_project", *name, verbosity=0, interactive=False)


def test_what_came_after_the_first_release_can_be_taken_back(django_user_model):
    amina = django_user_model.objects.create_user("amina").id
    falls = api.start_project(amina, title="Falls", now=NOW)
    api.save(amina, "pdsa", document={"n": 1}, seen=0, counts={}, now=NOW)
    api.start_project(amina, title="Sepsis", now=NOW)
    try:
        migrate("0001")
        assert not {"qi_project_coursechoice", "qi_project_share"} & set(connection.introspection.table_names())
    finally:
        migrate()
    assert [line.title for line in api.projects_of(amina)] == ["Sepsis", "Falls"]
    assert api.find(amina, "pdsa", project=falls).document == {"n": 1}
