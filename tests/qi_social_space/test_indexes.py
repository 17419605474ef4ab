"""On MariaDB: every list of a large space is read through an index, in order, a page at a time."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from qi_social_space import api
from qi_social_space.models import Post
from tests.qi_social_space.conftest import NOW, later, token

pytestmark = [
    pytest.mark.django_db(transaction=True),  # ANALYZE commits
    pytest.mark.skipif(connection.vendor != "mysql", reason="what EXPLAIN says is MariaDB's own"),
]

ROWS = 8_000
INDEXES = {
    "new": "qi_post_feed",
    "unseen": "qi_post_feed",
    "waiting": "qi_post_waiting",
    "picks": "qi_post_picks",
    "mine": "qi_post_author",
    "topic": "qi_post_topic",
}


@pytest.fixture
def crowded(space, people, usage_key):
    """Every tenth post waits, is a pick, has the topic or is Amara's; a busier space stands beside it."""
    names = list(people.values())
    spaces = [space, *[api.space_of(usage_key, cohort=1, on_leaving="erase")] * 3]
    Post.objects.bulk_create(
        Post(
            space_id=spaces[n % 4], author_id=names[n % 10 and 1], token=token(),
            audience="everyone", state="visible", text="",
            html="", created=NOW, changed_at=NOW, answered_at=NOW if n % 10 else None, is_pick=not n % 10,
            topic="" if n % 10 else "falls",
        )
        for n in range(ROWS)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE TABLE qi_social_space_post")


def plan_of(action):
    """The rows of EXPLAIN of the first query on posts that is a page."""
    with CaptureQueriesContext(connection) as captured:
        action()
    pages = [query["sql"] for query in captured if re.search(r"ORDER BY .*`id`.* LIMIT 21", query["sql"])]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {pages[0]}")
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture
def returned(crowded, amara):
    """She has read three quarters of it on an earlier visit."""
    ids = Post.objects.filter(space_id=amara.space_id).order_by("id").values_list("id", flat=True)
    api.come_in(amara, now=NOW)
    api.read_up_to(amara, post_id=ids[ROWS * 3 // 16], now=NOW)
    api.come_in(amara, now=later(hours=2))


@pytest.mark.parametrize("sort", INDEXES)
def test_a_page_is_read_through_an_index(sort, returned, amara):
    how = {"topic": "falls"} if sort == "topic" else {"sort": sort}
    (posts, *_) = [row for row in plan_of(lambda: api.page(amara, **how)) if row["table"] == "qi_social_space_post"]
    # backwards through the primary key is as good where every fourth post is of this space
    assert posts["key"] in (INDEXES[sort], "PRIMARY")
    assert posts["type"] in ("ref", "range", "index") and int(posts["rows"]) <= ROWS / 8


@pytest.mark.parametrize("sort", ["new", "unseen"])
def test_the_newest_are_not_sorted(sort, crowded, amara):
    extra = " ".join(str(row["Extra"]) for row in plan_of(lambda: api.page(amara, sort=sort)))
    assert "filesort" not in extra and "temporary" not in extra


def test_a_poll_looks_into_an_index_and_at_no_row(crowded, amara):
    with CaptureQueriesContext(connection) as captured:
        api.newest_change(amara)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {captured.captured_queries[0]['sql']}")
        assert "Select tables optimized away" in str(cursor.fetchall())
