"""The whole project as one printed page: what is in it, in which order, and what is left out."""

import re

import pytest
from demo.testing import make_person
from qi_project import api
from qi_project.domain.document import Aim
from qi_project.printing import aim_sentence
from qi_project.strings import STRINGS
from tests.qi_project.home.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(ask, amina):
    def one(user=amina, **visit):
        reply = ask("printable", user, method="GET", **visit)
        assert reply.status == 200, reply.json
        return reply.body.decode()

    return one


def headings(html):
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", html)


def test_a_cover_and_then_each_part_in_its_order(page, whole, write, amina):
    point = {"id": "point001", "on": "2026-11-01", "value": 3}
    measure = {"id": "measure1", "name": "Falls per week", "points": [point]}
    write(amina, "measures", {"schema": 1, "measures": [measure]}, minutes=30)
    html = page()
    assert headings(html) == ["In this document", "Aim", "Driver diagram", "Measures", "PDSA cycles"]
    assert re.findall(r"<h1>([^<]+)</h1>", html) == ["Falls on Ward 5"]
    assert html.index("Comfort round") > html.index("Falls per week") > html.index("Timely help")
    assert len(re.findall(r"<script src=[^>]+_print.js", html)) == 2
    assert "By …, we will reduce falls for … to …" in html


def test_people_are_printed_by_role_and_as_they_agreed(page, whole, write, amina):
    team = [{"id": "member01", "role": "Lead", "printed_as": "A. Okafor", "does": "Counts"}, {"id": "member02"}]
    people = [{"id": "person01", "name": "Matron", "influence": "high"}, {"id": "person02", "needs": "x"}]
    write(amina, "project", {"schema": 2, "charter": {"team": team}, "stakeholders": people}, minutes=30)
    html = page()
    assert headings(html)[:2] == ["Who works on it", "In this document"]
    assert html.count("A. Okafor") == 2 and "Matron" in html and "A lot" in html
    assert "amina" not in html


def test_markup_of_a_learner_is_text(page, whole, write, amina):
    evil = "</style><script>alert(1)</script>"
    api.rename_project(amina.id, project=whole, title=evil)
    write(amina, "project", {"schema": 2, "aim": {"what": evil}, "charter": {"why": evil}}, minutes=30)
    html = page()
    assert "<script>alert" not in html and html.count("</style>") == 1


def test_an_empty_project_says_so(page, amina):
    api.start_project(amina.id, title="", now=NOW)
    html = page()
    assert "Nothing has been written in this project yet." in html
    assert "Our improvement project" in html and headings(html) == []


def test_a_part_of_a_newer_release_is_named_and_the_rest_is_printed(page, whole, write, amina):
    write(amina, "pdsa", {"schema": 99}, minutes=30)
    html = page()
    assert "Not printed, since it was saved by a newer version of the tool: PDSA cycles" in html
    assert "Driver diagram" in headings(html)


def test_the_page_s_project_is_printed(page, whole, amina):
    api.start_project(amina.id, title="Sepsis", now=NOW)
    assert "<h1>Sepsis</h1>" in page()
    assert "<h1>Falls on Ward 5</h1>" in page(project=whole)


def test_nobody_prints_what_is_not_theirs(ask, whole, bilal, amina, course):
    staff = make_person("staff", staff_of=[course])
    replies = [
        ask("printable", bilal, method="GET"),
        ask("printable", bilal, method="GET", project=whole),
        ask("printable", staff, method="GET", masquerade=amina),
        ask("printable", None, method="GET"),
        ask("printable", amina, method="GET", suffix="blank"),
        ask("printable", None, method="GET", suffix="blank"),
    ]
    assert [reply.status for reply in replies] == [404, 409, 403, 403, 404, 404]
    assert not any(b"Falls" in reply.body for reply in replies)


@pytest.mark.parametrize(
    ("aim", "sentence"),
    [
        (Aim(), ""),
        (Aim(voice="x"), ""),
        (
            Aim(what="{whom} falls", direction="reduce", by_how_much="4"),
            "By …, we will reduce {whom} falls for … to 4.",
        ),
        (Aim(what="a", for_whom="b", by_how_much="c", baseline="d"), "By …, we will change a for b from d to c."),
    ],
)
def test_the_aim_reads_as_on_the_page(aim, sentence):
    assert aim_sentence(aim, say=STRINGS.__getitem__) == sentence
