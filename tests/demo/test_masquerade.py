"""Looking at the course as a learner: whose state is read, whose is written."""

import json
from types import SimpleNamespace
from typing import Any

from crum import get_current_user
from django.contrib.auth.models import User
from xblock.core import XBlock

from demo import masquerade as masks
from demo.models import Enrolment, StudentState
from demo.probe import TAG, ProbeBlock
from demo.testing import browser, call, open_block, registered


def states() -> dict[str, Any]:
    return {row.user.username: json.loads(row.state or "{}") for row in StudentState.objects.all()}


def test_as_any_learner_the_state_is_the_staff_members_own(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1}, user=school.staff, masquerade="learner")
    assert states() == {"staff": {"left": 1}}


def test_as_a_certain_learner_reads_are_theirs_and_writes_stay_in_the_session(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1, "right": 2}, user=school.amina)
    client = browser(school.staff)
    as_amina: dict[str, Any] = {"user": school.staff, "masquerade": school.amina, "client": client}
    call(school.probe, "set_fields", {"left": 9}, **as_amina)
    as_amina["masquerade"] = None  # goes on
    assert call(school.probe, "load", **as_amina).json["left"] == 9
    assert call(school.probe, "load", **as_amina).json["right"] == 2
    assert states() == {"amina": {"left": 1, "right": 2}}


def test_starting_anew_forgets_what_the_session_kept(school: SimpleNamespace) -> None:
    client = browser(school.staff)
    as_amina: dict[str, Any] = {"user": school.staff, "masquerade": school.amina, "client": client}
    call(school.probe, "set_fields", {"left": 9}, **as_amina)
    assert call(school.probe, "load", **as_amina).json["left"] == 0


def test_a_deleted_field_is_deleted_in_the_session_only(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1}, user=school.amina)
    block = open_block(school.probe, school.staff, masquerade=school.amina)
    del block.left
    assert (block.left, states()) == (0, {"amina": {"left": 1}})


def test_a_block_is_bound_to_the_learner_who_carries_the_staff_member(school: SimpleNamespace) -> None:
    block = open_block(school.probe, school.staff, masquerade=school.amina)
    user = block.runtime.service(block, "user")._django_user  # pylint: disable=protected-access
    assert (block.scope_ids.user_id, user, user.real_user) == (school.amina.pk, school.amina, school.staff)
    assert user.real_user.masquerade_settings == {school.course.key: masks.Masquerade("amina")}


def test_own_eyes_have_no_real_user(school: SimpleNamespace) -> None:
    for masquerade in (None, "learner"):
        block = open_block(school.probe, school.staff, masquerade=masquerade)
        user = block.runtime.service(block, "user")._django_user  # pylint: disable=protected-access
        assert getattr(user, "real_user", None) is None


def test_the_request_still_knows_who_is_really_there(school: SimpleNamespace) -> None:
    seen: list[User | None] = []

    class Asking(ProbeBlock):
        @XBlock.json_handler
        def ask(self, _data: Any, _suffix: str = "") -> dict[str, Any]:
            seen.append(get_current_user())
            return {}

    with registered(**{TAG: Asking}):
        call(school.probe, "ask", user=school.staff, masquerade=school.amina)
    assert seen == [school.staff]


def test_learners_cannot_masquerade(school: SimpleNamespace) -> None:
    call(school.probe, "set_fields", {"left": 1}, user=school.tom, masquerade=school.amina)
    assert states() == {"tom": {"left": 1}}


def test_a_learner_who_left_the_course_is_no_longer_looked_at(school: SimpleNamespace) -> None:
    Enrolment.objects.filter(user=school.amina).delete()
    block = open_block(school.probe, school.staff, masquerade=school.amina)
    assert block.scope_ids.user_id == school.staff.pk


def test_a_masquerade_is_of_one_course_and_can_be_stopped(school: SimpleNamespace) -> None:
    session: dict[str, Any] = {}
    masks.start(session, school.course.key, as_learner="amina")
    assert masks.current(session, school.course.key) == masks.Masquerade("amina")
    masks.stop(session, school.course.key)
    assert masks.current(session, school.course.key) is None


def test_a_block_is_hidden_unless_it_says_it_may_be_shown(school: SimpleNamespace) -> None:
    class Shown(ProbeBlock):
        show_in_read_only_mode = True

    def page() -> str:
        client = browser(school.staff)
        session = client.session
        masks.start(session, school.course.key, as_learner="amina")
        session.save()
        return client.get(f"/xblock/{school.unit}").content.decode()

    assert ("cannot be shown while viewing" in page(), "left 0" in page()) == (True, False)
    with registered(**{TAG: Shown}):
        assert ("cannot be shown while viewing" in page(), "left 0" in page()) == (False, True)
