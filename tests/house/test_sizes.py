"""Files of 250 lines, functions of 35, handlers of 15: what does not fit has a second idea in it."""

import ast
import re
from pathlib import Path

FILE, BLOCK, FUNCTION, HANDLER = 250, 200, 35, 15
# path -> why it may be longer. Keep it short: a reason is needed, and a plan is better.
LONGER_FILES: dict[str, str] = {}
LONGER_FUNCTIONS: dict[str, str] = {}
SOURCES = {".py", ".ts", ".mjs", ".css", ".html", ".sh"}
GENERATED = re.compile(r"/migrations/\d{4}_")

# A TypeScript function as we write it: `name(…) {`, `(…) => {` or `=> html…`, closed at its own indent.
TS_OPENING = re.compile(
    r"^(?P<indent> *)"
    r"(?!(?:\} *)?(?:else|if|for|while|switch|try|catch|do)\b|(?:export )?(?:default )?class\b)"
    r".*(?:\) *(?::.*)? *\{|=>.*[{`(])$"
)


def ours(files: list[Path]) -> list[Path]:
    return [path for path in files if path.suffix in SOURCES and not GENERATED.search(path.as_posix())]


def test_files_are_short(root: Path, files: list[Path]) -> None:
    too_long = {
        name: lines
        for path in ours(files)
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > (BLOCK if path.name == "block.py" else FILE)
        and (name := path.relative_to(root).as_posix()) not in LONGER_FILES
    }
    assert not too_long


def is_handler(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
    return any(re.search(r"\b(json_)?handler$", decorator) for decorator in decorators)


def long_python_functions(path: Path) -> dict[str, int]:
    return {
        f"{path.name}:{node.lineno} {node.name}": lines
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1)
        > (HANDLER if is_handler(node) else FUNCTION)
        and node.name not in LONGER_FUNCTIONS
    }


def long_typescript_functions(path: Path) -> dict[str, int]:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = {}
    for start, line in enumerate(lines):
        if opening := TS_OPENING.match(line):
            closing = re.compile(rf"{opening['indent']}[}}`)]")
            end = next((i for i in range(start + 1, len(lines)) if closing.match(lines[i])), start)
            if end - start + 1 > FUNCTION:
                found[f"{path.name}:{start + 1} {line.strip()}"] = end - start + 1
    return found


def test_functions_are_short(files: list[Path]) -> None:
    too_long: dict[str, int] = {}
    for path in ours(files):
        if path.suffix == ".py":
            too_long |= long_python_functions(path)
        elif path.suffix in {".ts", ".mjs"} and "tests" not in path.parts:
            too_long |= long_typescript_functions(path)
    assert not too_long


def test_exceptions_are_still_needed(root: Path) -> None:
    gone = [name for name in LONGER_FILES if not (root / name).is_file()]
    assert not gone
