"""A space as a block, people, and requests to its handlers."""

import json

import pytest
from completion.models import BlockCompletion
from demo.models import ActivityEvent
from demo.testing import add_block, call, make_person, open_block
from tests.qi_social_space.conftest import token


@pytest.fixture
def block(course):
    settings = {"topics": "Falls, Handover", "prompt": "What will *you* try?"}
    return add_block(course, "qi_social_space", settings, name="talk")


@pytest.fixture
def amara(course):
    return make_person("amara", enrolled_in=[course])


@pytest.fixture
def bilal(course):
    return make_person("bilal", enrolled_in=[course])


@pytest.fixture
def farida(course):
    return make_person("farida", staff_of=[course])


@pytest.fixture
def ask(block):
    """ask(amara, "react", post=7): the answer's JSON, which has to be a 200 unless told otherwise."""

    def one(user, handler, *, status=200, key=block, **body):
        reply = call(key, handler, body, user=user)
        assert reply.status == status, (reply.status, reply.json)
        return reply.json

    return one


@pytest.fixture
def write(ask):
    def one(user, text="Hello", *, status=200, key=None, **draft):
        where = {"key": key} if key else {}
        ask(user, "accept_rules", **where)
        found = ask(user, "write_post", status=status, draft={"token": token(), "text": text, **draft}, **where)
        return found.get("post") or found

    return one


def page_of(key, user, **visit):
    return json.loads(json.dumps(open_block(key, user, **visit).student_view().json_init_args))


def texts(found):
    return [thread["post"]["html"] for thread in found["threads"]]


def told():
    return [(one.name, one.data) for one in ActivityEvent.objects.order_by("id") if one.name.startswith("qi.space")]


def completion(user):
    return BlockCompletion.objects.filter(user=user).values_list("completion", flat=True).first()
