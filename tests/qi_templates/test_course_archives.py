"""The archive of a ready-made course: what a team hands to Studio."""

import io
import runpy
import sys
import tarfile

import pytest

import qi_templates

FIRST = "qi-tools-from-problem-to-ideas"


def unpacked(packed):
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {entry.name: archive.extractfile(entry).read() for entry in archive}


def test_an_archive_holds_the_course_and_not_what_is_for_its_team():
    files = qi_templates.course_files(FIRST)
    assert unpacked(qi_templates.course_archive(FIRST)) == {f"course/{path}": text for path, text in files.items()}
    assert {"course.xml", "course/2026.xml", "policies/2026/policy.json", "about/overview.html"} <= set(files)
    assert "FILMING.md" not in files


def test_the_same_files_make_the_same_archive():
    assert qi_templates.course_archive(FIRST) == qi_templates.course_archive(FIRST)


def test_a_course_that_does_not_exist_is_named_beside_those_that_do():
    with pytest.raises(qi_templates.TemplateError, match=f"courses/x: no such course; there are .*{FIRST}"):
        qi_templates.course_archive("x")


@pytest.fixture
def command(monkeypatch, capsysbinary):
    """Runs `python -m qi_templates course …`: its exit code, what it prints, what it complains of."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["qi_templates", "course", *arguments])
        with pytest.raises(SystemExit) as ended:
            runpy.run_module("qi_templates", run_name="__main__")
        told = capsysbinary.readouterr()
        return ended.value.code, told.out, told.err.decode()

    return run


def test_the_command_writes_an_archive_or_says_why_not(command):
    assert command(FIRST) == (0, qi_templates.course_archive(FIRST), "")
    there_are = ", ".join(qi_templates.list_courses())
    assert command("x") == (1, b"", f"courses/x: no such course; there are {there_are}\n")
