"""A project's home in a course, its learner, and documents as each tool would have saved them."""

from datetime import UTC, datetime, timedelta

import pytest
from demo.testing import add_block, call, make_course, make_person
from qi_project import api

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
CYCLE = {
    "id": "cycle001",
    "change_idea": "Comfort round",
    "questions": [{"id": "quest001", "text": "How long?", "prediction": "5 minutes"}],
}
DOCUMENTS = {
    "project": {"schema": 2, "aim": {"what": "falls", "direction": "reduce"}, "charter": {"why": "Harm"}},
    "diagram": {"schema": 1, "nodes": [{"id": "primary1", "level": "primary", "text": "Timely help"}], "links": []},
    "pdsa": {"schema": 2, "cycles": [CYCLE]},
    "measures": {"schema": 1, "measures": [{"id": "measure1", "name": "Falls per week", "points": []}]},
}


@pytest.fixture
def course():
    return make_course()


@pytest.fixture
def amina(course):
    return make_person("amina", enrolled_in=[course])


@pytest.fixture
def bilal(course):
    return make_person("bilal", enrolled_in=[course])


@pytest.fixture
def home(course):
    return add_block(course, "qi_project", name="home")


@pytest.fixture
def write():
    """A document as a tool's page would have saved it, `minutes` after NOW."""

    def one(user, tool, document, *, minutes=0, **which):
        seen = api.find(user.id, tool, **which).revision
        when = NOW + timedelta(minutes=minutes)
        return api.save(user.id, tool, document=document, seen=seen, counts={}, now=when, milestone=True, **which)

    return one


@pytest.fixture
def whole(amina, write):
    """A project with something of every tool."""
    project = api.start_project(amina.id, title="Falls on Ward 5", now=NOW)
    for minutes, (tool, document) in enumerate(DOCUMENTS.items()):
        write(amina, tool, document, minutes=minutes)
    return project


@pytest.fixture
def ask(home):
    def one(handler, user, payload=None, **visit):
        payload = {} if payload is None else payload
        if "who" not in payload and user is not None:
            payload = payload | {"who": str(user.id)}
        return call(home, handler, payload, user=user, **visit)

    return one
