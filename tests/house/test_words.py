"""Every word that the page asks for is in the catalogue, and the catalogue holds nothing that nobody asks for."""

import re
from pathlib import Path

from qi_pdsa_planner.domain.completion import RULES
from qi_pdsa_planner.strings import STRINGS

ROOT = Path(__file__).parents[2]
SCRIPTS = [*ROOT.glob("xblocks/qi_core/ui/*.ts"), *ROOT.glob("xblocks/qi_pdsa_planner/ui/*.ts")]
PYTHON = [path for path in ROOT.glob("xblocks/*/*.py") if path.name != "strings.py"]
# say(`scale.${value}`): the part before the value names a list of words
LISTS = {
    prefix
    for path in SCRIPTS
    for prefix in re.findall(r"`([a-z_]+[._])\$\{", path.read_text(encoding="utf-8"))
} | {"label.", "hint.", "decision_hint.", "count."}  # fmt: skip
CHOICES = re.findall(r'choice\(form, [^,]+, "([a-z_]+)"', "".join(path.read_text(encoding="utf-8") for path in SCRIPTS))


def asked_for() -> set[str]:
    return {key for path in SCRIPTS for key in re.findall(r'say\(\s*"([\w.]+)"', path.read_text(encoding="utf-8"))}


def test_every_key_the_page_names_has_words() -> None:
    assert sorted(asked_for() - STRINGS.keys()) == []


def test_every_rule_that_completion_waits_for_has_words() -> None:
    assert [rule.name for rule in RULES if f"todo.{rule.name}" not in STRINGS] == []


def test_every_gentle_check_has_words() -> None:
    source = (ROOT / "xblocks/qi_pdsa_planner/domain/checks.py").read_text(encoding="utf-8")
    rules = set(re.findall(r'yield .*"(PD\d+)"', source))
    assert rules, "checks.py names its rules in its yields"
    assert sorted(rule for rule in rules if f"check.{rule}" not in STRINGS) == []


def test_every_field_has_a_label() -> None:
    fields = re.findall(
        r"(?:textField|textArea|dateField|choice)\(form, (?:\"|`)([^\"`]+)",
        "".join(path.read_text(encoding="utf-8") for path in SCRIPTS),
    )
    plain = {field for field in fields if "${" not in field}
    assert plain and sorted(field for field in plain if f"label.{field}" not in STRINGS) == []


def test_no_words_are_left_over() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in [*SCRIPTS, *PYTHON])
    prefixes = tuple(LISTS | {f"{name}." for name in CHOICES})
    assert [key for key in STRINGS if not key.startswith(prefixes) and f'"{key}"' not in source] == []
