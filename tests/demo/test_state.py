"""Learners' fields are kept as the platform keeps them, faults included."""

import json
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from xblock.exceptions import InvalidScopeError, XBlockSaveError

from demo.models import PreferenceField, StudentState, SummaryField, UserInfoField
from demo.probe import TAG, ProbeBlock
from demo.testing import Reply, add_block, call, open_block, registered

DEFAULTS = {"title": "Hello", "left": 0, "right": 0, "table": {}, "tally": 0, "liking": "", "seen": ""}


def loaded(reply: Reply) -> Any:
    assert reply.status == 200
    return reply.json


def rows() -> list[tuple[str, str, str, Any]]:
    return [
        (row.user.username, str(row.usage_key), row.module_type, json.loads(row.state))
        for row in StudentState.objects.select_related("user")
    ]


def test_a_learner_keeps_one_json_row_per_block(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1}, user=school.amina)
    call(school.probe, "set_fields", {"right": 2}, user=school.amina)
    assert rows() == [("amina", str(school.probe), TAG, {"left": 1, "right": 2})]
    assert loaded(call(school.probe, "load", user=school.amina)) == DEFAULTS | {"left": 1, "right": 2}
    assert loaded(call(school.probe, "load", user=school.tom)) == DEFAULTS


def test_what_is_read_back_went_through_json(school: SimpleNamespace) -> None:
    block = open_block(school.probe, school.amina)
    block.table = {1: (2, 3)}
    block.save()
    assert open_block(school.probe, school.amina).table == {"1": [2, 3]}


def test_state_is_read_once_when_a_block_is_opened(school: SimpleNamespace) -> None:
    early = open_block(school.probe, school.amina)
    call(school.probe, "set_fields", {"left": 5}, user=school.amina)
    with CaptureQueriesContext(connection) as queries:
        assert (early.left, early.right, early.tally, early.liking, early.seen) == (0, 0, 0, "", "")
    assert len(queries) == 0


def test_of_two_who_opened_a_block_the_last_to_save_a_field_wins(school: SimpleNamespace) -> None:
    first, second = open_block(school.probe, school.amina), open_block(school.probe, school.amina)
    first.left += 1
    second.left += 1
    second.right = 4
    first.save()
    second.save()
    assert rows()[0][3] == {"left": 1, "right": 4}


def test_saving_in_the_middle_of_a_handler_loses_the_other_fields(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1, "right": 40}, user=school.amina)
    assert loaded(call(school.probe, "save_midway", user=school.amina)) == {"right": 1}
    assert rows()[0][3] == {"left": 7, "right": 1}


def test_nothing_is_kept_for_an_anonymous_visitor(school: SimpleNamespace) -> None:
    block = open_block(school.probe)
    block.left = 3
    block.liking = "tea"
    block.save()
    assert (rows(), list(PreferenceField.objects.all())) == ([], [])
    assert open_block(school.probe).left == 0


def test_a_lost_race_for_the_first_row_drops_the_write_in_silence(school: SimpleNamespace) -> None:
    with patch.object(StudentState.objects, "get_or_create", side_effect=IntegrityError):
        assert call(school.probe, "set_fields", {"left": 1}, user=school.amina).status == 200
    assert rows() == []


def test_a_tag_longer_than_32_characters_cannot_keep_state(school: SimpleNamespace) -> None:
    tag = "qi_" + "x" * 30
    with registered(**{tag: ProbeBlock}):
        block = open_block(add_block(school.course, tag), school.amina)
        block.left = 1
        with pytest.raises(XBlockSaveError):
            block.save()
    assert rows() == []


def test_learners_cannot_write_what_the_author_wrote(school: SimpleNamespace) -> None:
    reply = call(school.probe, "set_fields", {"title": "mine"}, user=school.amina)
    assert (reply.status, type(reply.error), reply.json) == (500, InvalidScopeError, None)
    assert reply.headers["Content-Type"].startswith("text/html")
    assert open_block(school.probe, school.amina).title == "Hello"


def test_the_other_scopes_have_a_row_per_field(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"tally": 3, "liking": "tea", "seen": "yes"}, user=school.amina)
    assert loaded(call(school.probe, "load", user=school.tom)) == DEFAULTS | {"tally": 3}
    assert [(str(row.usage_key), row.field_name, row.value) for row in SummaryField.objects.all()] == [
        (str(school.probe), "tally", "3")
    ]
    preferences = PreferenceField.objects.values_list("user__username", "module_type", "field_name", "value")
    assert list(preferences) == [("amina", TAG, "liking", '"tea"')]
    assert list(UserInfoField.objects.values_list("user__username", "field_name", "value")) == [
        ("amina", "seen", '"yes"')
    ]


def test_of_two_first_writers_of_a_shared_field_the_second_fails(school: SimpleNamespace) -> None:
    first, second = open_block(school.probe, school.amina), open_block(school.probe, school.tom)
    first.tally, second.tally = 1, 2
    first.save()
    with pytest.raises(XBlockSaveError):
        second.save()
    assert SummaryField.objects.get().value == "1"


def test_a_field_can_be_given_back_its_default(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1, "right": 2, "liking": "tea"}, user=school.amina)
    block = open_block(school.probe, school.amina)
    del block.left
    del block.liking
    assert (block.left, block.liking, rows()[0][3]) == (0, "", {"right": 2})
    assert not PreferenceField.objects.exists()
