"""Learners' fields have no lock: parallel presses are lost here as they are in the LMS, on a database that
lets them run side by side. SQLite, which does not, loses none; nothing may be concluded from it.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections

from demo.models import StudentState
from demo.probe import TAG
from demo.testing import add_block, call, make_course, make_person, open_block

PRESSES = 20


@pytest.mark.django_db(transaction=True)
def test_parallel_requests_are_all_answered_and_keep_one_row() -> None:
    course = make_course()
    key, amina = add_block(course, TAG), make_person("amina", enrolled_in=[course])

    def press(_number: int) -> int:
        try:
            return call(key, "add", user=amina).status
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(press, range(PRESSES))) == [200] * PRESSES
    assert StudentState.objects.count() == 1
    assert 1 <= open_block(key, amina).left <= PRESSES


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "mysql", reason="the sessions' settings are MySQL's")
def test_mariadb_is_set_up_like_the_platforms_mysql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT @@sql_mode, @@tx_isolation, @@character_set_connection, @@skip_networking")
        found: tuple[Any, ...] = cursor.fetchone()
    assert found == (
        "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
        "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
        "READ-COMMITTED",
        "utf8mb4",
        1,
    )
