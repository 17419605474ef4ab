"""What an author decides: a ready-made prompt or an own one, and the dates of a run."""

import pytest
from demo.testing import add_block, call, open_block
from qi_social_space.settings import SPACE_SETTINGS
from tests.qi_social_space.block.conftest import page_of

pytestmark = pytest.mark.django_db

CHOSEN = "measures/counted"
SHOWN = ("prompt_html", "starters", "confidentiality", "follow_up")


def prompt_for(course, user, **settings):
    page = page_of(add_block(course, "qi_social_space", settings, name="prompted"), user)
    return {name: page[name] for name in SHOWN}


@pytest.fixture
def save(block, farida):
    return lambda **fields: call(block, "save_settings", {"fields": fields}, user=farida, place="studio")


def test_a_ready_made_prompt_brings_beginnings_of_an_answer(course, amara):
    found = prompt_for(course, amara, ready_prompt=CHOSEN)
    assert found["prompt_html"].startswith("<p>What is counted about your work that nobody uses?")
    assert (found["starters"][0], found["follow_up"]) == ("We count …", "")
    assert found["confidentiality"] == "Name the form or the target, not the manager."


def test_how_to_follow_up_is_for_facilitators(course, farida):
    assert prompt_for(course, farida, ready_prompt=CHOSEN)["follow_up"].startswith("Sort the answers into")


def test_the_authors_own_words_come_first(course, farida):
    own = {"prompt_html": "<p>What next?</p>", "starters": [], "confidentiality": "", "follow_up": ""}
    assert prompt_for(course, farida, ready_prompt=CHOSEN, prompt="What next?") == own


def test_a_prompt_that_is_no_longer_there_is_none(course, farida):
    assert prompt_for(course, farida, ready_prompt="measures/gone") == dict.fromkeys(SHOWN, "") | {"starters": []}


def test_every_ready_made_prompt_can_be_chosen(save):
    offered = next(setting.offered for setting in SPACE_SETTINGS if setting.name == "ready_prompt")
    assert len(offered) > 40
    assert {save(ready_prompt=value).status for value, _ in offered} == {200}
    assert save(ready_prompt="measures/gone").status == 400


@pytest.mark.parametrize(
    "dates, wrong",
    [
        ({"live_from": "2026-03-02", "apply_from": "2026-03-09"}, {}),
        ({"live_from": "2026-03-09", "apply_from": "2026-03-02"}, {"apply_from": "out_of_order"}),
        ({"live_from": "2026-03-09", "closed_from": "2026-03-09"}, {"closed_from": "out_of_order"}),
        ({"live_from": 7, "apply_from": "2026-03-02"}, {"live_from": "not_a_date"}),
    ],
)
def test_dates_out_of_order_are_refused_at_their_field(dates, wrong, save, block, farida):
    reply = save(**dates)
    assert reply.error is None
    told = {name: problem["code"] for name, problem in (reply.json or {}).get("problems", {}).items()}
    assert (reply.status, told) == ((400, wrong) if wrong else (200, {}))


def test_a_date_is_compared_with_those_that_stay_as_they_are(save):
    assert save(live_from="2026-03-02", apply_from="2026-03-09").status == 200
    assert save(live_from="2026-03-10").json["problems"] == {"apply_from": {"code": "out_of_order", "facts": {}}}


def test_the_form_names_every_setting(block, farida):
    fields = open_block(block, farida, place="studio_preview").studio_view({}).json_init_args["fields"]
    assert [field["name"] for field in fields] == [setting.name for setting in SPACE_SETTINGS]
