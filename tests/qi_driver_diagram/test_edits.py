"""Any sequence of the editor's own edits keeps the diagram valid, and undo returns exactly the earlier one.

The edits are the TypeScript of the page, bundled for Node; one process answers line by line.
"""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qi_driver_diagram import domain

ROOT = Path(__file__).parents[2]
STORED = json.loads((ROOT / "tests/contracts/diagram_schema_1.json").read_text(encoding="utf-8"))
Ask = dict[str, Any]
Answer = dict[str, Any]
Edit = Callable[[Ask], Answer]

KINDS = (
    "add", "beside", "text", "remove", "branch", "move", "indent", "outdent", "drag", "link", "paste", "insert",
)  # fmt: skip
LISTS = ("A\n  B\n    C\n  D\nE", "P\tS\tI\n\t\tJ\n\tT\tI", "  odd\nB\n\n- c", '"two\nlines"\tS')
TEXTS = ("", "Timely help", *LISTS, "x" * 400)
GIVEN = [
    {"key": "i", "level": "idea", "text": "Card", "affects": ["s", "p", "nobody"]},
    {"key": "s", "level": "secondary", "text": "On arrival", "affects": ["p"]},
    {"key": "p", "level": "primary", "text": "Timely help", "affects": []},
]
asks = st.fixed_dictionaries(
    {
        "do": st.sampled_from(KINDS),
        "at": st.integers(0, 40),
        "to": st.integers(0, 40),
        "beside": st.integers(0, 40),
        "text": st.sampled_from(TEXTS),
        "level": st.sampled_from(["primary", "secondary", "tertiary", "idea"]),
        "strength": st.sampled_from(["strong", "weak", None]),
        "tertiary": st.booleans(),
        "by": st.sampled_from([1, -1]),
        "amount": st.sampled_from(["low", "high", None]),
        "given": st.just(GIVEN),
    }
)
unhurried = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def edit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edit]:
    script = tmp_path_factory.mktemp("edits") / "edits.cjs"
    options = ["--bundle", "--platform=node", f"--outfile={script}"]
    bundle = ["node_modules/.bin/esbuild", "tests/ui/diagram_edits.mjs", *options]
    subprocess.run(bundle, cwd=ROOT, check=True, capture_output=True)
    with subprocess.Popen(["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as node:

        def one(ask: Ask) -> Answer:
            assert node.stdin and node.stdout
            node.stdin.write(json.dumps(ask) + "\n")
            node.stdin.flush()
            answer: Answer = json.loads(node.stdout.readline())
            return answer

        yield one
        assert node.stdin
        node.stdin.close()


def fits(document: Any) -> Any:
    """The text of a pasted line may be as long as it likes; that is refused. A typed one is cut by its field."""
    return domain.dump(domain.parse(document))


@given(st.sampled_from(["empty", "full"]), st.lists(asks, max_size=25))
@unhurried
def test_any_sequence_of_edits_keeps_the_diagram_whole_and_undo_takes_it_back(
    edit: Edit, begin: str, sequence: list[Ask]
) -> None:
    answer = edit({"do": "begin", "document": STORED[begin]})
    past = [answer["document"]]
    for ask in sequence:
        if ask["do"] != "paste":
            ask = ask | {"text": ask["text"][:300]}
        answer = edit(ask)
        assert fits(answer["document"]) == answer["document"]
        assert sorted(row[0] for row in answer["rows"]) == sorted(node["id"] for node in answer["document"]["nodes"])
        if answer["refused"]:
            assert answer["document"] == past[-1]
        elif answer["document"] != past[-1] or answer["canUndo"]:
            past.append(answer["document"])
    after = [answer["document"]]
    while answer["canUndo"]:
        answer = edit({"do": "undo"})
        after.append(answer["document"])
    distinct = [one for place, one in enumerate(past) if place == 0 or one != past[place - 1]]
    assert [one for place, one in enumerate(after) if place == 0 or one != after[place - 1]] == distinct[::-1]
    for _ in after[1:]:
        answer = edit({"do": "redo"})
    assert answer["document"] == past[-1]


@given(st.integers(0, 7), st.sampled_from(["remove", "branch", "indent", "outdent", "move", "drag"]))
@example(0, "remove")
@unhurried
def test_nothing_but_the_removed_is_lost(edit: Edit, at: int, kind: str) -> None:
    before = {node["id"] for node in edit({"do": "begin", "document": STORED["full"]})["document"]["nodes"]}
    ask = {"do": kind, "at": at, "to": 3, "beside": 0, "by": 1, "tertiary": True}
    after = {node["id"] for node in edit(ask)["document"]["nodes"]}
    gone = before - after
    assert len(gone) == (1 if kind == "remove" else 0) or kind == "branch"


def test_a_full_diagram_takes_no_more(edit: Edit) -> None:
    nodes = [{"id": f"full{n:05d}", "level": "idea", "text": "x"} for n in range(200)]
    full = domain.dump(domain.parse({"schema": 1, "nodes": nodes}))
    edit({"do": "begin", "document": full})
    for ask in ({"do": "beside", "at": 3}, {"do": "paste", "text": "a"}, {"do": "add", "level": "idea", "text": ""}):
        answer = edit({"at": 0, "tertiary": False, **ask})
        assert (answer["refused"], answer["document"]) == ("full", full)


def outline_of(edit: Edit, *asks: Ask) -> list[tuple[str, int]]:
    edit({"do": "begin"})
    for ask in asks:
        answer = edit({"at": 0, "tertiary": False, **ask})
    texts = {node["id"]: (node["text"], node["level"]) for node in answer["document"]["nodes"]}
    return [(*texts[id], depth) for id, depth, _ in answer["rows"]]


LIST = "Knowing\n  On arrival\n    Card\n    Ask at handover\nTimely help\n  Bells"
TABLE = "Knowing\tOn arrival\tCard\n\t\tAsk at handover\nTimely help\tBells\t\n"
TREE = [
    ("Knowing", "primary", 0),
    ("On arrival", "secondary", 1),
    ("Card", "idea", 2),
    ("Ask at handover", "idea", 2),
    ("Timely help", "primary", 0),
    ("Bells", "secondary", 1),
]


@pytest.mark.parametrize("text", [LIST, LIST.replace("  ", "\t"), LIST.replace("\n", "\r\n"), TABLE])
def test_a_list_and_a_table_make_the_same_diagram(edit: Edit, text: str) -> None:
    assert outline_of(edit, {"do": "paste", "text": text}) == TREE


def test_what_is_already_there_is_not_put_in_twice(edit: Edit) -> None:
    more = LIST.upper() + "\n  Toilet in reach"
    found = outline_of(edit, {"do": "paste", "text": LIST}, {"do": "paste", "text": more})
    assert found == [*TREE, ("Toilet in reach", "secondary", 1)]


def test_a_starter_joins_with_all_its_links(edit: Edit) -> None:
    edit({"do": "begin"})
    answer = edit({"do": "insert", "given": GIVEN, "at": 0, "tertiary": False})
    names = {node["id"]: node["text"] for node in answer["document"]["nodes"]}
    links = [(names[link["from"]], names[link["to"]]) for link in answer["document"]["links"]]
    assert links == [("On arrival", "Timely help"), ("Card", "On arrival"), ("Card", "Timely help")]
    assert list(names.values()) == ["Timely help", "On arrival", "Card"]
