"""Who facilitates, and what waits for them."""

from datetime import datetime, timedelta, timezone

import pytest
from qi_social_space.domain.queues import Waiting, in_order
from qi_social_space.domain.roles import Standing, names_in, standing_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "is_staff, roles, is_listed, standing",
    [
        (False, [], False, Standing("learner", False)),
        (True, [], False, Standing("moderator", True)),
        (False, ["Moderator"], False, Standing("moderator", True)),
        (False, ["Administrator"], False, Standing("moderator", True)),
        (False, ["Community TA"], False, Standing("facilitator", True)),
        (False, ["Group Moderator"], False, Standing("facilitator", False)),
        (False, ["Group Moderator"], True, Standing("facilitator", True)),
        (False, ["Student"], True, Standing("facilitator", True)),
    ],
)
def test_whoever_has_several_roles_has_the_widest(is_staff, roles, is_listed, standing):
    found = standing_of(is_staff=is_staff, discussion_roles=roles, is_listed=is_listed)
    assert found == standing
    assert (found.facilitates, found.moderates) == (standing.role != "learner", standing.role == "moderator")


def test_names_are_listed_in_any_way():
    assert names_in(" amara, tom;farida\njo ") == {"amara", "tom", "farida", "jo"}


def test_the_oldest_comes_first_and_each_post_once():
    hour = timedelta(hours=1)
    found = in_order(
        [
            Waiting(1, "unanswered", NOW - 30 * hour),
            Waiting(1, "reported", NOW - hour, ("unkind",)),
            Waiting(2, "held", NOW - 2 * hour),
            Waiting(3, "unanswered", NOW - 26 * hour),
        ]
    )
    assert found == (
        Waiting(3, "unanswered", NOW - 26 * hour),
        Waiting(2, "held", NOW - 2 * hour),
        Waiting(1, "reported", NOW - hour, ("unkind",)),
    )
