"""The session ends while somebody writes: nothing is lost, and nothing goes to somebody else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Route, expect

from demo.testing import make_person
from qi_project import api
from tests.e2e.planner import Planner
from tests.e2e.school import School
from tests.e2e.trouble import (
    SIGNED_OUT,
    SOMEBODY_ELSE,
    answer_login_page,
    end_session,
    redirect_to_login,
    sign_in_again,
)

Stored = Callable[[], dict[str, Any] | None]
FIRST, SECOND = "Offer water every hour", "Offer water every two hours"


def idea_in(document: dict[str, Any] | None) -> str | None:
    return document["cycles"][0]["change_idea"] if document else None


@pytest.fixture
def begun(planner: Planner) -> Planner:
    planner.button("Plan my first cycle").click()
    planner.write({"Change idea": FIRST})
    planner.wait_until_saved()
    return planner


@pytest.mark.parametrize("end", [redirect_to_login, answer_login_page, end_session])
def test_signing_in_again_in_another_tab_saves_what_was_typed(
    begun: Planner, school: School, stored: Stored, end: Callable[[Route], None]
) -> None:
    begun.page.route(f"{school.handlers}/save_work*", end)
    begun.write({"Change idea": SECOND})
    begun.hurry()
    expect(begun.state).to_contain_text(SIGNED_OUT)
    expect(begun.field("Change idea")).to_have_value(SECOND)
    assert idea_in(stored()) == FIRST
    begun.page.unroute(f"{school.handlers}/save_work*")
    sign_in_again(begun, "Amara")
    begun.wait_until_saved()
    assert idea_in(stored()) == SECOND


def test_work_never_goes_to_somebody_else_who_signed_in(begun: Planner, school: School, stored: Stored) -> None:
    tom = make_person("tom", enrolled_in=[school.course])
    Session.objects.all().delete()
    begun.write({"Change idea": SECOND})
    begun.hurry()
    expect(begun.state).to_contain_text(SIGNED_OUT)
    sign_in_again(begun, "Tom")
    expect(begun.state).to_contain_text(SOMEBODY_ELSE)
    expect(begun.field("Change idea")).to_have_value(SECOND)
    assert idea_in(stored()) == FIRST
    assert api.find(tom.pk, "pdsa").document is None
