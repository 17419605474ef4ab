"""The ready-made courses: whole, plain, safe, as long as they say, and set up as their blocks understand."""

import json
import re
from importlib import import_module
from itertools import chain

import pytest
import qi_templates
from lxml import etree, html
from qi_core.domain.privacy import nhs_numbers, warnings
from qi_core.settings_form import checked
from xblock.core import XBlock

from tests.qi_templates.courses import OURS, folder
from tests.qi_templates.wording import FORBIDDEN, reading_grade

NAMES = qi_templates.list_courses()
FIRST = "qi-tools-from-problem-to-ideas"
WORDS_A_MINUTE = 200
ALLOWED = set("div p h3 ul ol li strong em blockquote table thead tbody tr th td".split())
SENT_TO = re.compile(r"(?:[Oo]pen|[Cc]hoose|with|box|in) <em>([^<?]+)</em>")
PLATFORMS = {"url_name", "xblock-family"}

each_course = pytest.mark.parametrize("name", NAMES)


def all_texts(name):
    """With their place; what learners read and what the about page says."""
    found = folder(name)
    for unit in found.units:
        yield from ((unit.name, text) for text in unit.texts)
    for path, text in found.files.items():
        if path.startswith("about/"):
            yield path, html.fromstring(f"<div>{text.decode()}</div>").text_content()


@each_course
def test_every_pointer_leads_somewhere_and_no_file_is_left_over(name):
    found = folder(name)
    outline = {path for path in found.files if not path.startswith(("about/", "policies/"))}
    assert found.reached == outline


@each_course
def test_every_name_is_there_once(name):
    found = folder(name)
    pointers = [etree.fromstring(text) for path, text in found.files.items() if path.endswith(".xml")]
    names = [node.get("url_name") for pointer in pointers for node in pointer if node.get("url_name")]
    assert sorted(set(names)) == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9_]+", one) for one in names)


@each_course
def test_the_blocks_are_switched_on_and_set_up_as_they_understand(name):
    found = folder(name)
    policy = json.loads(found.files[f"policies/{found.run}/policy.json"])[f"course/{found.run}"]
    assert policy["advanced_modules"] == sorted({block.tag for block in found.blocks})
    assert not set(policy) & set(found.course.keys()), "said once"
    for block in found.blocks:
        cls = XBlock.load_class(block.tag)
        given = {key: value for key, value in block.items() if key not in PLATFORMS}
        assert (block.get("url_name"), set(given) - set(cls.fields)) == (block.get("url_name"), set())
        values = {key: cls.fields[key].from_string(value) for key, value in given.items()}
        now = {setting.name: cls.fields[setting.name].default for setting in cls.settings_spec}
        assert checked(cls.settings_spec, values, now=now) == values


@each_course
def test_every_unit_says_at_once_what_to_do_and_at_the_end_what_ticks_it(name):
    for unit in folder(name).units:
        assert unit.texts[0].startswith("In this unit: "), unit.name
        assert unit.minutes, unit.name
        last_words = " ".join(unit.texts[-1].split()[-60:])
        assert re.search(r"This unit ticks (when|as soon as) \w", last_words), unit.name


@each_course
def test_nobody_reads_longer_than_the_unit_says(name):
    too_long = {unit.name: unit.words for unit in folder(name).units if unit.words > unit.minutes * WORDS_A_MINUTE}
    assert too_long == {}


def test_each_part_takes_between_fifteen_and_twenty_minutes():
    minutes = {part: sum(unit.minutes for unit in units) for part, units in folder(FIRST).parts}
    assert len(minutes) == 5
    assert {part: total for part, total in minutes.items() if not 15 <= total <= 20} == {}


def test_each_part_has_something_to_do_and_somewhere_to_talk():
    parts = [
        {block.tag for unit in units for block in unit.leaves if block.tag.startswith(OURS)}
        for _, units in folder(FIRST).parts
    ]
    assert [("qi_social_space" in tags, len(tags) > 1) for tags in parts] == [(True, True)] * 5
    assert set(chain(*parts)) == {
        "qi_driver_diagram", "qi_pdsa_planner", "qi_project", "qi_run_chart", "qi_social_space",
    }  # fmt: skip


@each_course
def test_the_texts_are_plain_html(name):
    for path, text in folder(name).files.items():
        if path.startswith("html/") and path.endswith(".html"):
            tags = {node.tag for node in html.fragment_fromstring(text.decode(), create_parent="div").iter()}
            assert (path, tags - ALLOWED) == (path, set())
            etree.fromstring(b"<div>" + text + b"</div>")


def words_of(tag):
    """On the buttons and above the pages of a block, as a text names them."""
    strings = import_module(f"{tag}.strings").STRINGS.values()
    return {words.replace("'", "’").removesuffix(" (new tab)") for words in strings}


@each_course
def test_what_a_text_sends_people_to_is_written_on_the_page(name):
    for unit in folder(name).units:
        offered = {"Submit"}.union(*(words_of(leaf.tag) for leaf in unit.leaves if leaf.tag.startswith(OURS)))
        texts = [folder(name).files.get(f"html/{leaf.get('url_name')}.html", b"").decode() for leaf in unit.leaves]
        named = SENT_TO.findall(" ".join(texts))
        assert (unit.name, set(named) - offered) == (unit.name, set())


def test_the_texts_do_send_people_to_something():
    files = folder(FIRST).files
    texts = " ".join(text.decode() for path, text in files.items() if path.endswith(".html"))
    assert {"Charter", "Effort and impact", "I’d rather not post", "Submit"} <= set(SENT_TO.findall(texts))


@each_course
def test_the_texts_are_easy_to_read(name):
    texts = [text for _, text in all_texts(name)]
    assert reading_grade(texts) <= 6
    assert [text for text in texts if len(text.split()) > 40 and reading_grade([text]) > 8] == []


@each_course
def test_the_texts_name_nobody_and_no_body(name):
    for place, text in all_texts(name):
        assert (place, nhs_numbers(text), [one.kind for one in warnings(text)]) == (place, [], [])
        assert (place, FORBIDDEN.findall(text)) == (place, [])


@each_course
def test_where_learners_write_they_are_asked_to_leave_people_out(name):
    """The tools say it, too; the text above says it in the words of the task."""
    for unit in folder(name).units:
        if any(leaf.tag in {"qi_project", "qi_driver_diagram", "qi_pdsa_planner"} for leaf in unit.leaves):
            read_only = all(leaf.get("example", "no") != "no" for leaf in unit.leaves if leaf.tag.startswith(OURS))
            assert read_only or re.search(r"\broles?\b|could point to|never people", " ".join(unit.texts)), unit.name


def problems(name):
    leaves = [leaf for unit in folder(name).units for leaf in unit.leaves]
    return [(leaf.get("url_name"), leaf) for leaf in leaves if leaf.tag == "problem"]


@each_course
def test_every_wrong_answer_is_told_why(name):
    for place, problem in problems(name):
        for choice in problem.iter("choice"):
            told = {hint.get("selected", "true") for hint in choice.iter("choicehint") if hint.text.strip()}
            assert (place, "true" in told) == (place, True)
            if choice.get("correct") == "true" and choice.getparent().tag == "checkboxgroup":
                assert (place, "false" in told) == (place, True)


@each_course
def test_every_question_has_an_answer_and_wrong_ones(name):
    for place, problem in problems(name):
        for group in chain(problem.iter("choicegroup"), problem.iter("checkboxgroup")):
            right = [choice.get("correct") for choice in group].count("true")
            limit = 1 if group.tag == "choicegroup" else len(group) - 1
            assert (place, 1 <= right <= limit) == (place, True)
