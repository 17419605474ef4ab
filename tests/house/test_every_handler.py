"""Every handler of every block, found by looking: those who have no business with a learner's record reach nothing.

A handler that is added tomorrow is in here without a line being written. What follows behind the guard is in the
tests of the blocks.
"""

from importlib.metadata import distribution

import pytest
from demo.models import StudentState
from demo.testing import add_block, call, make_course, make_person
from django.apps import apps
from django.utils import timezone
from qi_project import api
from xblock.core import XBlock

pytestmark = pytest.mark.django_db

SECRET = "Amara's own words"
BLOCKS = sorted(point.name for point in distribution("qi-xblocks").entry_points if point.group == "xblock.v1")
# Ready-made content, the same for everybody: it comes with the package.
FOR_ALL = {("qi_run_chart", "example"), ("qi_driver_diagram", "starter_diagram"), ("qi_project", "template")}


def handlers_of(block_type):
    block_class = XBlock.load_class(block_type)
    names = [name for name in dir(block_class) if hasattr(getattr(block_class, name), "_is_xblock_handler")]
    return [name for name in names if (block_type, name) not in FOR_ALL]


VISITS = {
    "nobody": ({}, "sign_in"),
    "a stranger": ({"user": "stranger"}, "not_enrolled"),
    "staff as that learner": ({"user": "staff", "masquerade": "amara"}, "masquerade"),
    "staff as a learner": ({"user": "staff", "masquerade": "learner"}, "preview"),
    "an author's preview": ({"user": "staff", "place": "studio_preview"}, "preview"),
    "an author": ({"user": "staff", "place": "studio"}, "preview"),
    "a library": ({"user": "staff", "place": "library"}, "library"),
}


@pytest.fixture
def people(db):
    course = make_course()
    amara = make_person("amara", enrolled_in=[course])
    api.start_project(amara.id, title=SECRET, now=timezone.now())
    return {"amara": amara, "stranger": make_person("stranger"), "staff": make_person("staff", staff_of=[course])}


def everything():
    ours = [config for config in apps.get_app_configs() if config.name.startswith("qi_")]
    models = [StudentState, *(model for config in ours for model in config.get_models())]
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("visit, reason", VISITS.values(), ids=VISITS)
@pytest.mark.parametrize("block_type", BLOCKS)
def test_kept_out(block_type, visit, reason, people):
    in_library = visit.get("place") == "library"
    block = add_block(None if in_library else make_course(), block_type, name="one")
    before, visit = everything(), {name: people.get(value, value) for name, value in visit.items()}
    for handler in handlers_of(block_type):
        is_settings = handler == "save_settings"
        if is_settings and visit.get("place", "").startswith("studio"):
            continue  # an author's own door
        posted, got = [call(block, handler, {}, method=method, **visit) for method in ("POST", "GET")]
        kept_out = (403, {"reason": "not_author" if is_settings else reason})
        # A POST of nobody is refused before the block, for want of a CSRF token.
        assert (posted.status, posted.json) == (kept_out if visit else (403, posted.json)), handler
        assert (got.status, got.json) in [kept_out, (405, {"reason": "post_only"})], handler
        assert SECRET.encode() not in posted.body + got.body, handler
    assert everything() == before


def test_no_handler_is_missed():
    known = {"qi_pdsa_planner": "add_idea", "qi_social_space": "erase_post", "qi_project": "import_project"}
    assert all(handler in handlers_of(block_type) for block_type, handler in known.items())
