"""Strings are found in Python and in templates, translations survive, and the catalogues are up to date."""

import shutil
from pathlib import Path

import pytest

from tools.translations import collect

BLOCK = """
# Translators: a noun
WORDS = {"aim": _("Aim"), "study": pgettext("verb", "Study"), "n": ngettext("%d cycle", "%d cycles", n)}
"""
PAGE = """{% load i18n %}
  <p>{% translate "It's a (test" %}</p>
    {% blocktranslate with who=name %}Written by {{ who }}{% endblocktranslate %}
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    written = {
        "qi_core/words.py": 'SAVED = _("Saved")',
        "qi_core/block.py": "",
        "qi_try/block.py": BLOCK,
        "qi_try/templates/qi_try/page.html": PAGE,
    }
    for name, text in written.items():
        path = tmp_path / "xblocks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "xblocks"


def test_a_block_has_its_own_strings_and_the_shared_ones(sources: Path) -> None:
    assert list(collect(sources, added=set())) == ["qi_try en: 6 strings"]
    catalogue = (sources / "qi_try/translations/en/LC_MESSAGES/text.po").read_text(encoding="utf-8")
    expected = ["Aim", "Study", "%d cycle", "Saved", "It's a (test", "Written by %(who)s"]
    assert [text for text in expected if f'msgid "{text}"' not in catalogue] == []
    assert "#. Translators: a noun" in catalogue


def test_a_translation_survives_until_its_string_goes(sources: Path) -> None:
    list(collect(sources, added={"cy"}))
    welsh = sources / "qi_try/translations/cy/LC_MESSAGES/text.po"
    text = welsh.read_text(encoding="utf-8")
    welsh.write_text(text.replace('msgid "Aim"\nmsgstr ""', 'msgid "Aim"\nmsgstr "Nod"'), encoding="utf-8")
    assert list(collect(sources, added=set()))[0] == "qi_try cy: 6 strings, 5 to translate"
    assert 'msgstr "Nod"' in welsh.read_text(encoding="utf-8")
    (sources / "qi_try/block.py").write_text("", encoding="utf-8")
    list(collect(sources, added=set()))
    assert "Nod" not in welsh.read_text(encoding="utf-8")


def test_collecting_twice_changes_nothing(sources: Path) -> None:
    list(collect(sources, added={"cy"}))
    first = {path: path.read_bytes() for path in sources.rglob("*.po")}
    list(collect(sources, added=set()))
    assert {path: path.read_bytes() for path in sources.rglob("*.po")} == first


def test_the_catalogues_are_up_to_date(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "xblocks", tmp_path / "xblocks", ignore=shutil.ignore_patterns("*.egg-info", "ui"))
    list(collect(tmp_path / "xblocks", added=set()))
    stale = [
        str(path.relative_to(tmp_path))
        for path in sorted((tmp_path / "xblocks").rglob("*.po"))
        if not (committed := root / path.relative_to(tmp_path)).is_file()
        or committed.read_bytes() != path.read_bytes()
    ]
    assert not stale, "run `make translations`"
