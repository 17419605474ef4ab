"""The committed migrations are the models."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    told = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=told)
    assert told.getvalue().strip() == "No changes detected"
