"""Whoever asks for a learner's project says which: the one of the page, or of the course."""

import ast
from pathlib import Path

ASKS = {"find", "save", "versions", "document_of", "ideas_of", "add_idea", "begin_cycle", "thread_of", "cycles_of"}
ASKS |= {"whole_of", "counts_of", "documents_of", "state_and_before", "surroundings_of", "counts_for"}
ASKS |= {"erase_project", "project_of"}


def silent_calls(path: Path) -> set[str]:
    """Calls of `api.find` and its like that say neither a course nor hand on what says it."""
    return {
        f"{path.name}:{node.lineno} api.{node.func.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "api"
        and node.func.attr in ASKS
        and not {keyword.arg for keyword in node.keywords} & {None, "course_key", "project", "practice_in"}
    }


def test_nobody_takes_the_open_project_for_the_one_that_is_meant(packages: list[Path]) -> None:
    shipped = [path for package in packages if package.name != "qi_social_space" for path in package.rglob("*.py")]
    assert set().union(*map(silent_calls, shipped)) == set()
