"""A site's own starters reach Studio's choices and the learner's page; a broken one stops nothing."""

import json
import logging

import pytest
import qi_templates
from demo.testing import add_block, open_block
from django.utils import translation
from qi_core import ready_made
from qi_pdsa_planner.block import PdsaPlannerBlock

pytestmark = pytest.mark.django_db
OURS = qi_templates.load("pdsa_ramps", "comfort-rounds")


@pytest.fixture
def site(tmp_path, settings):
    """Puts templates into the site's folder and starts the app anew."""

    def start(**templates):
        for name, template in templates.items():
            path = tmp_path / "pdsa_ramps" / f"{name.replace('__', '/')}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(template), encoding="utf-8")
        settings.QI_TEMPLATES_DIRS = [tmp_path]
        ready_made.use_site_templates()

    yield start
    qi_templates.use_folders(())


def choices():
    setting = next(one for one in PdsaPlannerBlock.settings_spec if one.name == "starter")
    return dict(setting.offered)


def test_a_starter_put_in_at_the_start_of_the_app_is_a_choice_in_studio(site):
    before = choices()
    site(ours=OURS | {"id": "ours", "title": "Made here"})
    assert choices() == before | {"ours": "Made here"}


def test_a_starter_that_is_gone_leaves_the_block_without_one(site, amina, course):
    site(ours=OURS | {"id": "ours", "title": "Made here"})
    key = add_block(course, "qi_pdsa_planner", {"starter": "ours"})
    assert open_block(key, user=amina).setting("starter") == "ours"
    qi_templates.use_folders(())
    assert open_block(key, user=amina).setting("starter") == ""


def test_choices_are_in_the_authors_language(site):
    site(cy__x={}, **{"cy__comfort-rounds": OURS | {"title": "Crwydro"}})
    with translation.override("cy"):
        assert choices()["comfort-rounds"] == "Crwydro"
    assert choices()["comfort-rounds"] == OURS["title"]


def test_a_broken_one_is_in_the_log_and_nowhere_else(site, caplog, tmp_path):
    before = choices()
    with caplog.at_level(logging.ERROR):
        site(broken=OURS | {"id": "broken", "teaches": ""})
    assert choices() == before
    told = f"qi_templates: left out: {tmp_path}/pdsa_ramps/broken.json: teaches: not a text, or blank"
    assert [record.getMessage() for record in caplog.records] == [told]
