"""Rooms of cohorts: what is said in one does not exist in another, however it is asked for."""

import json
from types import SimpleNamespace

import pytest
from demo.standins import Partitions
from demo.testing import add_block, call
from qi_core import compat
from tests.qi_social_space.block.conftest import completion, page_of
from tests.qi_social_space.block.requests import ABOUT_A_POST, POSTS, READER, SECRET, everything
from tests.qi_social_space.conftest import poll, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohorts(course, monkeypatch):
    """Who is in which cohort, now."""
    where = {"amara": 1, "bilal": 2}
    monkeypatch.setattr(compat, "cohort_of", lambda user, key: where.get(user.username))
    return where


@pytest.fixture
def grouped(course, cohorts):
    return add_block(course, "qi_social_space", {"rooms": "cohort"}, name="grouped")


@pytest.mark.parametrize("handler", [name for name in ABOUT_A_POST if name in READER])
def test_a_number_from_another_cohort_does_not_exist(handler, grouped, amara, bilal, write):
    post = write(amara, SECRET, key=grouped)["id"]
    call(grouped, "accept_rules", {}, user=bilal)
    before = everything()
    for cohort in ({}, {"cohort": 1}):
        body = POSTS[handler] | {"post": post} | cohort
        reply = call(grouped, handler, body, user=bilal)
        assert (reply.status, reply.json) == (404, {"reason": "not_there"})
    assert everything() == before


def test_nothing_of_another_cohort_comes_by_any_list(grouped, amara, bilal, write):
    write(amara, SECRET, key=grouped)
    since = "1970-01-01T00:00:00+00:00"
    shown = [
        json.dumps(page_of(grouped, bilal)["room"]),
        call(grouped, "feed", {"sort": "new", "topic": "", "cohort": 1}, user=bilal).body.decode(),
        poll(grouped, bilal, since=since, cohort="1").content.decode(),
    ]
    assert [SECRET[:5] in one for one in shown] == [False] * 3


def test_a_cohort_moved_between_page_and_post_is_told_and_nothing_is_written(grouped, amara, cohorts, write):
    space = page_of(grouped, amara)["room"]["space"]
    write(amara, "Before", key=grouped)
    cohorts["amara"] = 2
    body = {"space": space, "draft": {"token": token(), "text": "After"}}
    reply = call(grouped, "write_post", body, user=amara)
    assert (reply.status, reply.json) == (409, {"reason": "moved"})
    assert "After" not in str(everything())


def test_staff_choose_among_the_rooms_there_are(grouped, amara, bilal, farida, write):
    for who in (amara, bilal):
        write(who, f"From {who.username}", key=grouped)
    room = page_of(grouped, farida)["room"]
    assert (room["cohort"], room["cohorts"]) == (
        1,
        [
            {"id": 0, "name": "", "waiting": 0},
            {"id": 1, "name": "North", "waiting": 0},
            {"id": 2, "name": "South", "waiting": 0},
        ],
    )
    found = call(grouped, "feed", {"sort": "new", "topic": "", "cohort": 2}, user=farida).json
    assert [one["post"]["html"] for one in found["threads"]] == ["<p>From bilal</p>"]
    assert call(grouped, "feed", {"sort": "new", "topic": "", "cohort": 99}, user=farida).json["threads"] == []
    assert [one["id"] for one in page_of(grouped, farida)["room"]["cohorts"]] == [0, 1, 2]


def test_who_sees_all_rooms_sees_where_something_waits(grouped, amara, bilal, farida, write):
    for who in (amara, bilal):
        write(who, f"From {who.username}", key=grouped)
    post = write(bilal, "https://example.org", key=grouped)
    assert post["held_for"] == "link_only"
    rooms = page_of(grouped, farida)["room"]["cohorts"]
    assert {one["name"]: one["waiting"] for one in rooms} == {"": 0, "North": 0, "South": 1}
    assert page_of(grouped, farida)["room"]["cohort"] == 2
    assert (page_of(grouped, amara)["room"]["group"], page_of(grouped, farida)["room"]["group"]) == ("North", "South")


def test_who_is_moved_or_looks_into_another_room_has_done_what_was_done(course, cohorts, amara, farida, write, ask):
    asks_for = {"rooms": "cohort", "post_first": "yes", "counts": ["read", "post", "react"]}
    grouped = add_block(course, "qi_social_space", asks_for, name="asking")
    cohorts["farida"] = 2
    theirs = write(farida, key=grouped)["id"]
    cohorts["farida"] = 1
    ask(farida, "seen", key=grouped, up_to=1)
    post = write(amara, key=grouped)["id"]
    ask(farida, "react", key=grouped, post=post, kind="thanks", is_on=True)
    assert completion(farida) == 1.0
    ask(farida, "seen", key=grouped, up_to=1, cohort=2)
    assert completion(farida) == 1.0
    cohorts["amara"] = 2
    found = ask(amara, "seen", key=grouped, up_to=1)["me"]
    assert (found["counts"]["posts"], found["is_open"]) == (1, True)
    assert ask(amara, "thread", key=grouped, post=theirs)["thread"]["post"]["html"] == "<p>Hello</p>"


def test_a_no_that_was_said_in_another_room_can_be_taken_back(grouped, cohorts, amara, ask):
    ask(amara, "decline", key=grouped, declines=True)
    cohorts["amara"] = 2
    assert ask(amara, "seen", key=grouped, up_to=1)["me"]["has_declined"] is True
    assert ask(amara, "decline", key=grouped, declines=False)["me"]["has_declined"] is False


def test_names_of_cohorts_come_from_the_platform_where_it_has_them(grouped, amara, monkeypatch):
    monkeypatch.setattr(compat, "cohort_names", lambda key: {1: "Night staff"})
    assert page_of(grouped, amara)["room"]["group"] == "Night staff"


def test_cohorts_may_come_from_the_platforms_groups(course, amara, monkeypatch):
    scheme = SimpleNamespace(name="cohort")
    monkeypatch.setattr(Partitions, "course_partitions", (SimpleNamespace(id=7, scheme=scheme),))
    monkeypatch.setattr(Partitions, "get_user_group_id_for_partition", lambda self, user, partition: 5)
    grouped = add_block(course, "qi_social_space", {"rooms": "cohort"}, name="grouped")
    assert page_of(grouped, amara)["room"]["cohort"] == 5


def test_a_group_moderator_stays_in_the_own_room(grouped, amara, bilal, cohorts, write, monkeypatch):
    write(amara, key=grouped)
    monkeypatch.setattr(compat, "discussion_roles", lambda user_id, key: {"Group Moderator"})
    room = page_of(grouped, bilal)["room"]
    assert (room["role"], room["cohort"], room["cohorts"]) == ("facilitator", 2, [])
