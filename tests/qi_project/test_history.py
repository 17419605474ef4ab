"""Earlier versions: when one is kept, how many, and what is offered."""

from datetime import datetime, timedelta, timezone

import pytest
from opaque_keys.edx.keys import UsageKey
from qi_project import api

pytestmark = pytest.mark.django_db

SHEET = UsageKey.from_string("block-v1:QI+PDSA+2026+type@qi_pdsa_planner+block@one")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture
def amina(django_user_model):
    return django_user_model.objects.create_user("amina").id


def write(owner, *, minutes, milestones=(), practice_in=None):
    """One save at each of `minutes`."""
    for seen, minute in enumerate(minutes):
        api.save(
            owner,
            "pdsa",
            document={"n": seen + 1},
            seen=seen,
            counts={"cycles": seen + 1},
            now=NOW + timedelta(minutes=minute),
            practice_in=practice_in,
            milestone=minute in milestones,
        )


def revisions(owner, **place):
    return [version.revision for version in api.versions(owner, "pdsa", **place)]


def test_the_current_state_is_no_version(amina):
    write(amina, minutes=[0])
    assert api.versions(amina, "pdsa") == ()


def test_the_first_replaced_document_is_kept(amina):
    write(amina, minutes=[0, 1])
    assert api.versions(amina, "pdsa") == (api.Version(revision=1, saved_at=NOW, counts={"cycles": 1}),)


def test_versions_are_ten_minutes_apart(amina):
    write(amina, minutes=[0, 1, 2, 9, 10, 11, 21, 22])
    assert revisions(amina) == [7, 6, 4, 1]


def test_a_milestone_is_always_kept(amina):
    write(amina, minutes=[0, 1, 2, 3], milestones={2, 3})
    assert revisions(amina) == [3, 2, 1]


def test_no_more_than_fifty_are_kept(amina):
    write(amina, minutes=range(0, 55 * 20, 20))
    assert revisions(amina) == list(range(54, 4, -1))


def test_a_version_gives_its_document(amina):
    write(amina, minutes=[0, 1])
    write(amina, minutes=[0, 1], practice_in=SHEET)
    assert api.document_of(amina, "pdsa", revision=1) == {"n": 1}
    assert api.document_of(amina, "pdsa", revision=1, practice_in=SHEET) == {"n": 1}


def test_a_version_that_is_not_kept_is_none(amina, django_user_model):
    write(amina, minutes=[0, 1])
    somebody = django_user_model.objects.create_user("bilal").id
    assert api.document_of(amina, "pdsa", revision=2) is None
    assert api.document_of(amina, "pdsa", revision=1, practice_in=SHEET) is None
    assert api.document_of(somebody, "pdsa", revision=1) is None


@pytest.mark.parametrize("count", [1, 3, 40])
def test_versions_take_one_query(amina, count, django_assert_num_queries):
    write(amina, minutes=range(0, (count + 1) * 20, 20))
    with django_assert_num_queries(1):
        assert len(api.versions(amina, "pdsa")) == count
