"""A tool in small: a diary of lines. It stands in for any tool's domain in the tests of the block around it."""

from datetime import date

import pytest
from demo import testing
from qi_core.block import BASE_SETTINGS, ToolBlock
from qi_core.domain.problems import Problem, Problems
from qi_core.domain.tool import Check, NewerDocument, Review, Todo
from qi_core.settings_form import Setting
from xblock.fields import Integer, List, Scope

MARK = "forbidden"
STAGES = (("plan", "Plan"), ("do", "Do"))


class Diary:
    """A document is a tuple of lines. A line that begins with "!" is locked."""

    TOOL = "pdsa"
    SCHEMA = 2

    def empty(self):
        return ()

    def upgrade(self, stored):
        if stored["schema"] > self.SCHEMA:
            raise NewerDocument(stored["schema"], self.SCHEMA)
        return stored if stored["schema"] == 2 else {"schema": 2, "lines": [stored["line"]]}

    def parse(self, raw):
        if not isinstance(raw, dict) or not isinstance(raw.get("lines"), list):
            raise Problems({"": Problem("wrong_type")})
        wrong = {f"lines[{i}]": line for i, line in enumerate(raw["lines"]) if not self._passes(line)}
        if wrong:
            raise Problems({path: Problem("nhs_number", {"length": len(str(line))}) for path, line in wrong.items()})
        return tuple(raw["lines"])

    def _passes(self, line):
        return isinstance(line, str) and MARK not in line

    def dump(self, document):
        return {"schema": 2, "lines": list(document)}

    def revise(self, *, earlier, proposed):
        if any(line.startswith("!") and line not in proposed for line in earlier):
            raise Problems({"lines": Problem("locked")})

    def review(self, document, *, settings, today):
        assert isinstance(today, date)
        wanted = settings["lines"]
        written = sum(1 for line in document if line)
        todo = () if written >= wanted else (Todo("lines", "more", {"left": wanted - written}),)
        checks = tuple(Check(f"lines[{i}]", "short") for i, line in enumerate(document) if len(line) == 1)
        return Review(min(1.0, written / wanted), checks, todo, {"cycles": written}, {"first": document[:1]})

    def events(self, *, earlier, saved):
        return tuple(("cycle_started", {"cycle": n + 1}) for n in range(len(earlier), len(saved)))


class DiaryBlock(ToolBlock):
    """Complete with two lines."""

    tool = Diary()
    bundle = "qi_diary"
    strings = {"hello": "Hello"}
    settings_spec = (
        *BASE_SETTINGS,
        Setting("stages", "choices", "Stages", choices=STAGES, required=True),
        Setting("lines", "number", "Lines", minimum=1, maximum=9),
    )
    stages = List(default=["plan", "do"], scope=Scope.settings)
    lines = Integer(default=2, scope=Scope.settings)

    def review_settings(self):
        return {"lines": self.setting("lines")}

    def printable_page(self, document, *, which):
        return f"<!doctype html><p>{which}: {document}</p>" if which in ("", "blank", "1") else None


@pytest.fixture(autouse=True)
def _diary():
    with testing.registered(qi_diary=DiaryBlock):
        yield


@pytest.fixture
def diary():
    return Diary()


@pytest.fixture
def course():
    return testing.make_course()


@pytest.fixture
def amina(course):
    return testing.make_person("amina", enrolled_in=[course])


@pytest.fixture
def author(course):
    return testing.make_person("author", staff_of=[course])


@pytest.fixture
def block(course):
    """The usage key of a diary that works on the learner's project."""
    return testing.add_block(course, "qi_diary", name="diary")


@pytest.fixture
def sheet(course):
    """The usage key of a diary that is a practice sheet."""
    return testing.add_block(course, "qi_diary", fields={"work_on": "practice"}, name="sheet")


@pytest.fixture
def save():
    """Save lines as somebody, on the revision seen."""

    def one(usage_key, user, lines, *, seen=0, **more):
        payload = {"revision": seen, "document": {"lines": lines}, **more.pop("body", {})}
        return testing.call(usage_key, "save_work", payload, user=user, **more)

    return one
