"""A learner with two projects, and what is done to them, for the tests of several projects."""

from datetime import datetime, timezone

import pytest
from opaque_keys.edx.keys import CourseKey
from qi_project import api

COURSE = CourseKey.from_string("course-v1:QI+PDSA+2026")
ELSEWHERE = CourseKey.from_string("course-v1:QI+MEASURES+2026")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture
def amina(django_user_model):
    return django_user_model.objects.create_user("amina").id


@pytest.fixture
def falls(amina):
    return start(amina, "Falls")


@pytest.fixture
def sepsis(amina, falls):
    """The second one, and so the open one."""
    return start(amina, "Sepsis")


def start(owner, title, **more):
    return api.start_project(owner, title=title, now=NOW, **more)


def write(owner, text, *, seen=0, tool="pdsa", **more):
    return api.save(owner, tool, document={"text": text}, seen=seen, counts={"cycles": 1}, now=NOW, **more)


def read(owner, **which):
    return (api.find(owner, "pdsa", **which).document or {}).get("text")


def lines(owner):
    return [(one.title, one.is_open, one.archived_at) for one in api.projects_of(owner)]
