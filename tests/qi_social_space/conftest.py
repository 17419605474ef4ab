"""A course with three learners and a facilitator in one space."""

from datetime import datetime, timedelta, timezone
from itertools import count

import pytest
from demo import testing
from qi_social_space import api
from qi_social_space.domain.posting import parse_draft

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)
TOKENS = count(1)


def later(**span):
    return NOW + timedelta(**span)


def token():
    return f"token{next(TOKENS):08d}"


def poll(key, user, *, etag="", **query):
    headers = {"if-none-match": etag} if etag else {}
    url = f"/courses/{key.course_key}/xblock/{key}/handler/news"
    return testing.browser(user).get(url, query, headers=headers)


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def usage_key(course):
    return course.key.make_usage_key("qi_social_space", "talk")


@pytest.fixture
def space(usage_key):
    return api.space_of(usage_key, cohort=0, on_leaving="erase")


@pytest.fixture
def people(course):
    return {name: testing.make_person(name, enrolled_in=[course]).id for name in ("amara", "bilal", "chi", "farida")}


@pytest.fixture
def reader(course, space, people):
    """reader("amara"), in the space unless another one is given."""

    def one(name, *, space_id=space, **how):
        who = api.Reader(people[name], space_id, course.key, **how)
        api.accept_rules(who, now=NOW)
        return who

    return one


@pytest.fixture
def amara(reader):
    return reader("amara")


@pytest.fixture
def bilal(reader):
    return reader("bilal")


@pytest.fixture
def chi(reader):
    return reader("chi")


@pytest.fixture
def farida(reader):
    return reader("farida", facilitates=True, moderates=True)


@pytest.fixture
def say():
    """say(amara, "Hello", reply_to=…): the number of the post."""

    def one(who, text="Hello", *, now=NOW, card=None, premoderated=False, **draft):
        raw = {"token": token(), "text": text, **draft}
        rendered = api.Rendered(f"<p>{text}</p>", card=card, premoderated=premoderated)
        return api.write(who, parse_draft(raw), rendered, now=now).id

    return one


@pytest.fixture
def texts():
    """The texts of a page's threads, in order, as a reader sees them."""

    def one(who, **how):
        return [thread.post.html for thread in api.page(who, **how).threads]

    return one
