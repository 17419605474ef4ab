"""An author's settings of a run chart: what is refused and why, OLX, what an import may bring, the summary."""

import json

import pytest
from demo import testing
from demo.models import Block
from lxml import etree
from qi_run_chart.settings import CHARTS, RULES, SETTINGS
from xblock.field_data import DictFieldData
from xblock.runtime import NullI18nService
from xblock.test.tools import TestRuntime

from tests.qi_run_chart.authored import OWN, STORED

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def learner(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def author(course):
    return testing.make_person("author", staff_of=[course])


def page_of(block, user, **visit):
    return json.loads(json.dumps(testing.open_block(block, user, **visit).student_view().json_init_args))


@pytest.mark.parametrize(
    "text, problems",
    [
        ("", [("missing", {})]),
        ("hello", [("row_no_date_column", {"line": 0, "text": ""})]),
        (
            "2026-02-01;4\n2026-02-02;many\n2026-02-30;5\n",
            [("row_not_a_number", {"line": 2, "text": "many"}), ("row_not_a_date", {"line": 3, "text": "2026-02-30"})],
        ),
        (
            "2026-02-01;4\n" * 20 + "2026-02-02;many\n" * 12,
            [
                *(("row_not_a_number", {"line": line, "text": "many"}) for line in range(21, 31)),
                ("more_rows", {"n": 2}),
            ],
        ),
    ],
)
def test_bad_rows_are_named_by_number_and_nothing_is_saved(course, author, text, problems):
    block = testing.add_block(course, "qi_run_chart", name="form")
    fields = OWN | {"own_series": text}
    reply = testing.call(block, "save_settings", {"fields": fields}, user=author, place="studio")
    paths = ["own_series", *(f"own_series[{place}]" for place in range(1, len(problems)))]
    wanted = {path: {"code": code, "facts": facts} for path, (code, facts) in zip(paths, problems, strict=True)}
    assert (reply.status, reply.json["problems"]) == (400, wanted)
    assert Block.objects.get(usage_key=block).fields == {}


@pytest.mark.parametrize("name", ["own_name", "own_definition"])
def test_an_nhs_number_in_an_author_s_words_is_refused(course, author, name):
    """Otherwise no learner could save."""
    block = testing.add_block(course, "qi_run_chart", name="form")
    fields = OWN | {name: "Waits of 943 476 5919"}
    reply = testing.call(block, "save_settings", {"fields": fields}, user=author, place="studio")
    assert reply.json == {"problems": {name: {"code": "nhs_number", "facts": {}}}}


@pytest.mark.parametrize("name", ["charts", "rules"])
def test_at_least_one_chart_and_one_set_of_rules_is_allowed(course, author, name):
    block = testing.add_block(course, "qi_run_chart", name="form")
    reply = testing.call(block, "save_settings", {"fields": {name: []}}, user=author, place="studio")
    assert reply.json == {"problems": {name: {"code": "missing", "facts": {}}}}


def test_olx_brings_every_setting_back(course, author):
    assert set(STORED) == {setting.name for setting in SETTINGS}
    key = testing.add_block(course, "qi_run_chart", STORED, name="out")
    block = testing.open_block(key, author, place="studio")
    node = etree.Element("unknown")
    block.add_xml_to_node(node)
    runtime = TestRuntime(services={"field-data": DictFieldData({}), "i18n": NullI18nService()})
    back = type(block).parse_xml(etree.fromstring(etree.tostring(node)), runtime, block.scope_ids)
    assert {name: getattr(back, name) for name in STORED} == STORED


@pytest.mark.parametrize(
    "nonsense, told",
    [
        ({"own_series": "2026-02-01;many"}, ["Your series"]),
        ({"own_series": ""}, ["Your series"]),
        ({"own_name": "943 476 5919"}, ["Name of the measure"]),
    ],
)
def test_an_import_whose_series_cannot_be_read_has_none_and_says_so(course, author, learner, nonsense, told):
    block = testing.add_block(course, "qi_run_chart", OWN | nonsense, name="odd")
    page = page_of(block, learner)
    assert (page["practice"], page["state"]["document"]["measures"]) == (None, [])
    messages = testing.open_block(block, author, place="studio").validate().messages
    assert [message.text for message in messages] == [
        f"{label}: this value cannot be used, the default counts instead." for label in told
    ]


def test_nonsense_in_the_choices_counts_as_the_default(course, learner):
    nonsense = {"work_on": "practice", "series": "gone", "charts": ["pie"], "rules": []}
    page = page_of(testing.add_block(course, "qi_run_chart", nonsense, name="odd"), learner)
    assert (page["practice"], page["settings"]["charts"], page["settings"]["rules"]) == (None, CHARTS, RULES)


def test_settings_as_they_come_are_valid(course, author):
    block = testing.add_block(course, "qi_run_chart", name="new")
    assert testing.open_block(block, author, place="studio").validate().empty


def test_the_summary_in_studio_tells_only_what_is_asked(course, author):
    project = testing.add_block(course, "qi_run_chart", name="project")
    own = testing.add_block(course, "qi_run_chart", OWN, name="own")
    told = {
        block: testing.open_block(block, author, place="studio").author_view({}).content for block in (project, own)
    }
    assert "Your series" not in told[project] and "Chart types to choose from" in told[project]
    assert "My own series" in told[own] and "10/02/2026" in told[own]
