"""What the home shows of the other tools: their standing, what happened when, and where in the course each opens."""

import json
import re
from datetime import timedelta
from typing import get_args

import pytest
from completion.models import BlockCompletion
from demo import testing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from qi_core.installed import tool_blocks
from qi_pdsa_planner.domain import chronicling as of_cycles
from qi_project import api
from qi_project.models import Artefact, ArtefactVersion
from qi_project.strings import STRINGS
from qi_run_chart.domain.results import Rule

from tests.qi_project.test_block import AIM, PLACES, course, home, learner, page_of, save, seen_from  # noqa: F401  # pylint: disable=unused-import
from tests.qi_run_chart.domain.test_chronicling import SHIFTED
from tests.measures import points_of

pytestmark = pytest.mark.django_db

DIAGRAM = {"schema": 1, "nodes": [{"id": "primary1", "level": "primary", "text": "Time"}], "links": [], "confirmed": []}
QUESTION = {"id": "quest001", "text": "How long?", "prediction": "Ten minutes"}
CYCLE = {"id": "cycle001", "title": "One nurse", "questions": [QUESTION], "do": {"started_on": "2026-11-03"}}
MEASURE = {"id": "measure1", "name": "Waits", "kind": "outcome", "better": "down", "baseline_until": "point0011"}
DOCUMENTS = {
    "qi_driver_diagram": DIAGRAM,
    "qi_pdsa_planner": {"schema": 2, "cycles": [CYCLE], "confirmed": []},
    "qi_run_chart": {"schema": 1, "measures": [MEASURE | {"points": points_of(*SHIFTED)}], "confirmed": []},
}


@pytest.fixture
def tools(course):  # noqa: F811
    return {tag: testing.add_block(course, tag) for tag in DOCUMENTS}


@pytest.fixture
def work(tools, learner):  # noqa: F811
    for tag, block in tools.items():
        body = {"revision": 0, "document": DOCUMENTS[tag]}
        assert testing.call(block, "save_work", body, learner).status == 200


def overview_of(home, learner):  # noqa: F811
    return page_of(home, learner)["overview"]


def test_a_new_learner_has_ways_and_nothing_else(home, tools, learner, course):  # noqa: F811
    address = {tag: f"/courses/{course.key}/jump_to/{block}" for tag, block in tools.items()}
    assert overview_of(home, learner) == {
        "artefacts": {},
        "timeline": [],
        "blocks": {
            "diagram": {"address": address["qi_driver_diagram"], "blocks": 1},
            "pdsa": {"address": address["qi_pdsa_planner"], "blocks": 1},
            "measures": {"address": address["qi_run_chart"], "blocks": 1},
        },
    }


def test_every_tool_is_told_in_lines_and_what_happened_with_its_day(home, work, learner):  # noqa: F811
    overview = overview_of(home, learner)
    assert {tool: one["lines"] for tool, one in overview["artefacts"].items()} == {
        "diagram": [{"key": "primary", "facts": {"n": 1}}],
        "pdsa": [{"key": "running", "facts": {"n": 1}}],
        "measures": [
            {
                "key": "signal_long_run",
                "facts": {"name": "Waits", "kind": "outcome", "points": 24, "meaning": "concern", "from": "2026-03-30"},
            }
        ],
    }
    today = timezone.localdate().isoformat()
    first, second, *_, last = [(one["on"], one["tool"], one["key"]) for one in overview["timeline"]]
    assert (first, second) == ((today, "project", "begun"), ("2026-11-03", "pdsa", "started"))
    assert last == ("2026-01-05", "measures", "begun")


def test_practice_sheets_and_worked_examples_are_no_way_to_the_project(home, course, learner):  # noqa: F811
    for tag in DOCUMENTS:
        testing.add_block(course, tag, {"work_on": "practice"})
    testing.add_block(course, "qi_driver_diagram", {"example": "outline", "outline": "Time"})
    assert overview_of(home, learner)["blocks"] == {}
    for _ in range(2):
        testing.add_block(course, "qi_pdsa_planner")
    assert overview_of(home, learner)["blocks"]["pdsa"]["blocks"] == 2


def test_what_a_newer_release_wrote_or_what_no_longer_passes_is_only_named(home, work, learner):  # noqa: F811
    Artefact.objects.filter(tool="pdsa").update(document='{"schema": 99}')
    Artefact.objects.filter(tool="diagram").update(document='{"schema": 1, "nodes": 5}')
    artefacts = overview_of(home, learner)["artefacts"]
    told = [artefacts[tool]["lines"][0]["key"] for tool in ("pdsa", "diagram", "measures")]
    assert told == ["newer", "unreadable", "signal_long_run"]


def test_of_a_tool_that_this_site_does_not_have_nothing_is_told(home, work, learner):  # noqa: F811
    Artefact.objects.filter(tool="pdsa").update(tool="survey")
    assert overview_of(home, learner)["artefacts"]["survey"]["lines"] == []


def test_an_aim_that_changed_is_dated_by_its_versions(home, learner):  # noqa: F811
    save(home, learner)
    long_ago = timezone.now() - timedelta(days=40)
    Artefact.objects.update(saved_at=long_ago)
    save(home, learner, aim=AIM | {"what": "pressure ulcers"}, revision=1)
    told = [(one["key"], one["on"]) for one in overview_of(home, learner)["timeline"]]
    assert told[0] == ("aim_changed", timezone.localdate().isoformat())
    assert told[-1] == ("aim_written", timezone.localdate(long_ago).isoformat())


def test_what_others_were_asked_about_is_told_in_the_project_it_was_of(home, course, learner):  # noqa: F811
    api.note_share(learner.pk, "aim", course_key=course.key, now=timezone.now())  # no project: nothing to tell it in
    save(home, learner)
    for kind in ("aim", "diagram", "cycle", "chart"):
        api.note_share(learner.pk, kind, course_key=course.key, now=timezone.now() + timedelta(days=2))
    told = [one["key"] for one in overview_of(home, learner)["timeline"] if one["tool"] == "talk"]
    assert sorted(told) == ["shared_aim", "shared_chart", "shared_cycle", "shared_diagram"]
    assert {f"moment.talk.{key}" for key in told} <= set(STRINGS)
    api.erase_project(learner.pk)
    assert api.whole_of(learner.pk).shares == ()


def asked(home, learner):  # noqa: F811
    with CaptureQueriesContext(connection) as queries:
        assert testing.call(home, "look_around", {}, learner).status == 200
    return sum(bool(re.search("FROM .qi_project_", query["sql"])) for query in queries)


def test_the_overview_asks_the_record_as_often_for_much_as_for_little(home, tools, learner):  # noqa: F811
    save(home, learner)
    few = asked(home, learner)
    for tag, block in tools.items():
        testing.call(block, "save_work", {"revision": 0, "document": DOCUMENTS[tag]}, learner)
    for revision in range(1, 4):
        Artefact.objects.filter(tool="project").update(saved_at=timezone.now() - timedelta(days=9 - revision))
        save(home, learner, aim={"what": f"falls {revision}"}, revision=revision)
        api.note_share(learner.pk, "aim", course_key=home.context_key, now=timezone.now())
    assert (few, asked(home, learner)) == (5, 5)


def test_everything_that_can_be_told_has_words():
    keys = [f"signal_{rule}" for rule in get_args(Rule)]
    quiet = ("no_points", "too_few", "too_few_in_phase", "quiet", "no_verdict")
    wanted = [f"line.measures.{key}" for key in (*keys, *quiet)]
    wanted += [f"moment.measures.{key}" for key in [*keys, "begun", "phase"]]
    wanted += [f"line.pdsa.{key}" for key in of_cycles.ORDER]
    wanted += [f"moment.pdsa.{key}" for key in ("started", "adopt", "adapt", "expand", "abandon")]
    wanted += [f"line.{tool}.{key}" for tool in tool_blocks() if tool != "project" for key in ("newer", "unreadable")]
    assert [key for key in wanted if key not in STRINGS] == []


def test_the_page_of_somebody_else_gets_no_overview(home, work, learner, course):  # noqa: F811
    staff = testing.make_person("staff", staff_of=[course])
    block = testing.open_block(home, staff, masquerade=learner)
    page = json.loads(json.dumps(block.student_view().json_init_args))
    assert page["overview"] == {"artefacts": {}, "timeline": [], "blocks": {}}
    assert testing.call(home, "look_around", {}, staff, masquerade=learner).status == 403
    assert testing.call(home, "look_around", {"who": "0"}, learner).json == {"reason": "someone_else"}


def test_looking_around_judges_the_project_anew(home, tools, learner, course):  # noqa: F811
    save(home, learner)
    block = testing.add_block(course, "qi_project", {"parts": ["diagram"]}, name="diagram")
    linked = DIAGRAM["nodes"] + [{"id": "ideaaa01", "level": "idea", "text": "A card"}]
    drawn = DIAGRAM | {"nodes": linked, "links": [{"from": "ideaaa01", "to": "primary1"}]}
    before = testing.call(block, "look_around", {}, learner).json["own"]
    testing.call(tools["qi_driver_diagram"], "save_work", {"revision": 0, "document": drawn}, learner)
    after = testing.call(block, "look_around", {}, learner).json
    assert ([before["progress"], after["own"]["progress"]], "blocks" in after) == ([0.0, 1.0], False)
    done = BlockCompletion.objects.filter(block_key=block).values_list("completion", flat=True)
    assert list(done) == [1.0]


@pytest.mark.parametrize("who", PLACES)
def test_nobody_else_looks_around(home, course, learner, who):  # noqa: F811
    home, place, person, masquerade = seen_from(who, home, course, learner)
    assert testing.call(home, "look_around", {}, person, place=place, masquerade=masquerade).status in (401, 403, 404)


def test_earlier_states_that_cannot_be_read_any_more_are_passed_over(home, learner):  # noqa: F811
    save(home, learner)
    save(home, learner, aim=AIM | {"what": "harm"}, revision=1)
    ArtefactVersion.objects.update(document='{"schema": 99}')
    assert [one["key"] for one in overview_of(home, learner)["timeline"]] == ["aim_written", "begun"]
    Artefact.objects.update(document='{"schema": 2, "aim": 5}')
    reply = testing.call(home, "look_around", {}, learner).json
    assert ([one["key"] for one in reply["timeline"]], reply["own"]["todo"]) == (["begun"], [])
