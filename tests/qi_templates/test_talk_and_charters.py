"""The forty prompts, the charters and the stakeholder map: the rules that code can judge."""

import re
from collections import Counter
from datetime import date

import pytest
import qi_templates
from qi_core.domain import privacy

from tests.qi_templates.wording import FORBIDDEN, reading_grade, strange_characters, texts_of

NO_PROSE = frozenset({"id", "key", "kind", "module", "power", "effect", "author", "note", "written", "review_by"})
KINDS = ("prompts", "charters", "stakeholders")
ALL = [one for kind in KINDS for one in qi_templates.load_all(kind)]
PROMPTS = [(theme, prompt) for theme in qi_templates.load_all("prompts") for prompt in theme["prompts"]]

every = pytest.mark.parametrize("template", ALL, ids=lambda one: one["id"])
every_prompt = pytest.mark.parametrize("prompt", [one for _, one in PROMPTS], ids=lambda one: one["key"])


def test_there_are_forty_prompts_two_for_each_module():
    assert len(PROMPTS) == 40
    modules = Counter(prompt["module"] for _, prompt in PROMPTS)
    places = [f"{course}.{part}" for course in range(1, 5) for part in range(1, 6)]
    assert [module[:3] for module in sorted(modules)] == places
    assert set(modules.values()) == {2}


def test_every_theme_has_all_three_kinds():
    kinds = {theme["id"]: {one["kind"] for one in theme["prompts"]} for theme in qi_templates.load_all("prompts")}
    assert kinds == dict.fromkeys(("measures", "spread", "theory", "tools"), {"ice", "work", "bridge"})


def test_a_key_stands_for_one_prompt():
    assert len({prompt["key"] for _, prompt in PROMPTS}) == len(PROMPTS)


@every_prompt
def test_a_prompt_is_read_in_minutes_and_can_be_answered_at_once(prompt):
    assert 1 <= prompt["minutes"] <= 3
    assert len(prompt["text"].split()) <= 40
    assert 3 <= len(prompt["starters"]) <= 4


def test_there_is_a_charter_for_each_setting():
    assert qi_templates.list_templates("charters") == ["care-home", "clinic", "ward"]


@pytest.mark.parametrize("charter", qi_templates.load_all("charters"), ids=lambda one: one["id"])
def test_a_charter_fits_one_page_and_has_a_partner_and_a_sponsor(charter):
    words = sum(len(text.split()) for _, text in texts_of(charter, leave_out=NO_PROSE | {"prompt"}))
    assert words <= 450
    assert any("sponsor" in one["role"] for one in charter["team"])
    assert any(re.search("patient|resident|people who use", one["role"].lower()) for one in charter["team"])
    assert sum("__" in part["starter"] for part in charter["parts"].values()) >= 3


def test_a_map_has_every_corner():
    (people,) = qi_templates.load_all("stakeholders")
    corners = {(one["power"], one["effect"]) for one in people["grid"]}
    assert corners == {(power, effect) for power in ("high", "low") for effect in ("high", "low")}
    assert len(people["groups"]) == len({one["key"] for one in people["groups"]}) == 8


@every
def test_nothing_could_identify_anybody(template):
    assert privacy.screen(template, ()) == privacy.ScreenResult()


@every
def test_it_is_read_again_within_two_years(template):
    days = date.fromisoformat(template["review_by"]) - date.fromisoformat(template["written"])
    assert 0 < days.days <= 731


@every
def test_words_are_plain(template):
    prose = [text for _, text in texts_of(template, leave_out=NO_PROSE)]
    assert strange_characters(prose) == set()
    assert [text for text in prose if FORBIDDEN.search(text)] == []
    assert reading_grade(prose) <= 6
    assert [text for text in prose if len(text.split()) > 8 and reading_grade([text]) > 12] == []


def test_no_text_stands_in_two_places():
    places = [
        (text.casefold(), f"{one['id']}: {at}")
        for one in ALL
        for at, text in texts_of(one, leave_out=NO_PROSE | {"prompt"})
    ]
    counted = Counter(text for text, _ in places)
    assert [(text, at) for text, at in places if counted[text] > 1] == []
