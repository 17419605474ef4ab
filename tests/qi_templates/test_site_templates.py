"""A site's own templates: beside ours, instead of ours, translated; and broken without harm."""

import json
import runpy
import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest
import qi_templates
from qi_templates import TemplateError, sources

FALLS = qi_templates.load("pdsa_ramps", "comfort-rounds")
OURS = qi_templates.list_templates("pdsa_ramps")


@pytest.fixture
def put(tmp_path):
    """Writes a template into a site's folder; None stands for broken JSON."""

    def write(name, template, *, root=tmp_path / "site"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{" if template is None else json.dumps(template), encoding="utf-8")
        return path

    return write


@pytest.fixture
def use(tmp_path):
    yield lambda *folders: qi_templates.use_folders(folders or [tmp_path / "site"])
    qi_templates.use_folders(())


def told():
    return [str(error) for error in qi_templates.errors()]


def test_a_sites_template_stands_beside_ours(put, use):
    put("pdsa_ramps/our-own.json", FALLS | {"id": "our-own"})
    use()
    assert qi_templates.list_templates("pdsa_ramps") == sorted([*OURS, "our-own"])
    assert qi_templates.load("pdsa_ramps", "our-own")["id"] == "our-own"
    assert told() == []


def test_a_sites_template_of_the_same_id_is_used_instead_of_ours(put, use):
    put("pdsa_ramps/comfort-rounds.json", FALLS | {"title": "Ours"})
    use()
    assert qi_templates.load("pdsa_ramps", "comfort-rounds")["title"] == "Ours"
    assert qi_templates.list_templates("pdsa_ramps") == OURS


def test_one_folder_may_be_given_as_a_text(put, tmp_path, use):
    put("pdsa_ramps/our-own.json", FALLS | {"id": "our-own"})
    use()
    qi_templates.use_folders(str(tmp_path / "site"))
    assert "our-own" in qi_templates.list_templates("pdsa_ramps")


def test_a_broken_one_is_left_out_and_told(put, tmp_path, use):
    put("pdsa_ramps/broken.json", FALLS | {"id": "broken", "teaches": ""})
    put("pdsa_ramps/comfort-rounds.json", None)
    latin = put("pdsa_ramps/latin.json", FALLS)
    latin.write_bytes(b'{"id": "caf\xe9"}')
    use(tmp_path / "site", tmp_path / "gone")
    site = tmp_path / "site" / "pdsa_ramps"
    assert qi_templates.list_templates("pdsa_ramps") == OURS
    assert qi_templates.load("pdsa_ramps", "comfort-rounds") == FALLS
    assert told() == [
        f"{site}/broken.json: teaches: not a text, or blank",
        f"{site}/comfort-rounds.json: not JSON: Expecting property name enclosed in double quotes:"
        " line 1 column 2 (char 1)",
        f"{site}/latin.json: cannot be read: 'utf-8' codec can't decode byte 0xe9 in position 11: invalid"
        " continuation byte",
        f"{tmp_path}/gone: no such folder or package",
    ]
    with pytest.raises(TemplateError, match="broken.json: teaches: not a text, or blank"):
        qi_templates.load("pdsa_ramps", "broken")


@pytest.mark.parametrize(
    "language, title", [("", FALLS["title"]), ("cy", "Crwydro"), ("cy-gb", "Crwydro"), ("fr", FALLS["title"])]
)
def test_a_template_is_read_in_the_language_asked_for(put, use, language, title):
    put("pdsa_ramps/cy/comfort-rounds.json", FALLS | {"title": "Crwydro"})
    use()
    assert qi_templates.load("pdsa_ramps", "comfort-rounds", language=language)["title"] == title
    all_titles = [one["title"] for one in qi_templates.load_all("pdsa_ramps", language=language)]
    assert len(all_titles) == len(OURS) and title in all_titles


def test_a_regional_translation_comes_before_the_languages(put, use):
    put("pdsa_ramps/pt/comfort-rounds.json", FALLS | {"title": "Rondas"})
    put("pdsa_ramps/pt-br/comfort-rounds.json", FALLS | {"title": "Visitas"})
    put("pdsa_ramps/old_ones/comfort-rounds.json", None)
    use()
    titles = {one: qi_templates.load("pdsa_ramps", "comfort-rounds", language=one)["title"] for one in ("pt", "pt-br")}
    assert (titles, told()) == ({"pt": "Rondas", "pt-br": "Visitas"}, [])


def test_a_translation_of_nothing_is_told(put, tmp_path, use):
    put("pdsa_ramps/cy/new.json", FALLS | {"id": "new"})
    use()
    assert told() == [f"{tmp_path}/site/pdsa_ramps/cy/new.json: id: a translation of no template"]


@pytest.fixture
def installed(monkeypatch):
    """Makes entry points, as packages that are installed do."""

    def install(*values):
        points = [EntryPoint(f"set{at}", value, sources.GROUP) for at, value in enumerate(values)]
        monkeypatch.setattr(sources, "entry_points", lambda group: points if group == sources.GROUP else [])
        qi_templates.use_folders(())

    yield install
    monkeypatch.undo()
    qi_templates.use_folders(())


def test_a_package_brings_templates_and_is_not_run(put, tmp_path, monkeypatch, installed):
    root = tmp_path / "packages" / "site_set"
    put("ready/pdsa_ramps/our-own.json", FALLS | {"id": "our-own"}, root=root)
    (root / "__init__.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.syspath_prepend(root.parent)
    installed("site_set.ready")
    assert qi_templates.list_templates("pdsa_ramps") == sorted([*OURS, "our-own"])
    assert told() == []


@pytest.mark.parametrize("module", ["not_installed_at_all", "json.no_such_folder", "sys", "made_by_hand"])
def test_a_package_that_is_not_there_is_told(installed, module, monkeypatch):
    monkeypatch.setitem(sys.modules, "made_by_hand", ModuleType("made_by_hand"))
    installed(module)
    assert qi_templates.list_templates("pdsa_ramps") == OURS
    assert told() == [f"{module}: no such folder or package"]


@pytest.fixture
def command(monkeypatch, capsys):
    """Runs `python -m qi_templates …`: its exit code and what it prints."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["qi_templates", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            runpy.run_module("qi_templates", run_name="__main__")
        return ended.value.code, capsys.readouterr().out.splitlines()

    yield run
    qi_templates.use_folders(())


def test_the_command_tells_what_is_in_a_set(put, tmp_path, command):
    put("pdsa_ramps/our-own.json", FALLS | {"id": "our-own"})
    code, lines = command(tmp_path / "site")
    assert (code, lines[0]) == (0, f"pdsa_ramps: {', '.join(sorted([*OURS, 'our-own']))}")


def test_the_command_tells_what_is_wrong(put, tmp_path, command):
    put("pdsa_ramps/our-own.json", None)
    put("pdsa_ramp/our-own.json", FALLS)
    assert command(tmp_path / "site") == (
        1,
        [
            f"{tmp_path}/site/pdsa_ramps/our-own.json: not JSON: Expecting property name enclosed in double quotes:"
            " line 1 column 2 (char 1)",
            f"{tmp_path}/site/pdsa_ramp: no such kind; there are {', '.join(qi_templates.KINDS)}",
        ],
    )
    assert command(tmp_path / "gone") == (1, [f"{tmp_path}/gone: no such folder or package"])
    for arguments in ((), ("course",), ("a", "b", "c")):
        code, lines = command(*arguments)
        assert (code, lines[0]) == (2, "usage: python -m qi_templates FOLDER")
