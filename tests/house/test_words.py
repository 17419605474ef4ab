"""Every word that a page asks for is in its block's catalogue, and the catalogue holds nothing that nobody asks for."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from qi_core.strings import CORE

ROOT = Path(__file__).parents[2]
BLOCKS = sorted(path.parents[1].name for path in ROOT.glob("xblocks/*/ui/index.ts"))
PYTHON = [path for path in ROOT.glob("xblocks/*/*.py") if path.name != "strings.py"]
# words that the server's answers name, beside those the page builds from a value
LISTS = {
    "label.", "hint.", "decision_hint.", "count.", "row.", "history.", "effort.", "impact.", "strength.",
    "influence.", "interest.",
}  # fmt: skip

each_block = pytest.mark.parametrize("block", BLOCKS)


def words(block: str) -> dict[str, str]:
    return import_module(f"{block}.strings").STRINGS


def scripts(block: str) -> str:
    """Its own, the shared ones, and what it takes over from the record's home."""
    paths = [*ROOT.glob("xblocks/qi_core/ui/*.ts"), *ROOT.glob(f"xblocks/{block}/ui/*.ts")]
    own = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    taken = sorted(set(re.findall(r'from "\.\./\.\./(qi_project/ui/\w+)"', own)))
    return own + "\n".join((ROOT / f"xblocks/{name}.ts").read_text(encoding="utf-8") for name in taken)


def asked_for(block: str) -> set[str]:
    return set(re.findall(r'say\(\s*"([\w.]+)"', scripts(block)))


@each_block
def test_every_key_the_page_names_has_words(block: str) -> None:
    assert asked_for(block), "the page asks for words"
    assert sorted(asked_for(block) - words(block).keys()) == []


@each_block
def test_every_rule_that_completion_waits_for_has_words(block: str) -> None:
    rules = [rule.name for rule in import_module(f"{block}.domain.completion").RULES]
    assert rules and [rule for rule in rules if f"todo.{rule}" not in words(block)] == []


@each_block
def test_every_gentle_check_has_words(block: str) -> None:
    source = (ROOT / "xblocks" / block / "domain/checks.py").read_text(encoding="utf-8")
    rules = set(re.findall(r'yield [^\n]*"(\w+)"(?:, \{[^\n]*)?$', source, re.MULTILINE))
    assert rules, "checks.py names its rules in its yields"
    assert sorted(rule for rule in rules if f"check.{rule}" not in words(block)) == []


@each_block
def test_every_field_has_a_label(block: str) -> None:
    fields = re.findall(r"(?:textField|textArea|dateField|numberField|choice)\(form, \"([^\"]+)", scripts(block))
    assert fields and sorted(field for field in fields if f"label.{field}" not in words(block)) == []


@each_block
def test_no_words_are_left_over(block: str) -> None:
    own = {key for key in words(block) if key not in CORE}
    assert left_over(own, scripts(block)) == []


def test_no_shared_words_are_left_over() -> None:
    assert left_over(set(CORE), "".join(map(scripts, BLOCKS))) == []


def left_over(keys: set[str], script: str) -> list[str]:
    source = script + "".join(path.read_text(encoding="utf-8") for path in PYTHON)
    built = set(re.findall(r"`([a-z_]+[._])\$\{", script))
    choices = {f"{name}." for name in re.findall(r'choice\(form, [^,]+, "([a-z_]+)"', script)}
    hints = {f"{name.removesuffix('.')}_hint." for name in choices}
    known = tuple(LISTS | built | choices | hints)
    # what is asked for with a value in front, as `${what}_why`, stands in the script by that value
    left = [key for key in sorted(keys) if not key.startswith(known) and f'"{key}"' not in source]
    return [key for key in left if f'"{key.removesuffix("_why")}"' not in source]
