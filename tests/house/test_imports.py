"""Who may import what at all; .importlinter says who may import whom."""

import ast
import configparser
import sys
from pathlib import Path

PLATFORM = {"cms", "common", "lms", "openedx", "xmodule"}
# In the standard library, but neither pure nor told by arguments.
IMPURE = {"asyncio", "logging", "os", "random", "secrets", "socket", "subprocess", "time", "uuid"}


def imports_of(path: Path, *, sources: Path) -> set[str]:
    """Dotted names, absolute, also those inside functions and under TYPE_CHECKING."""
    found: set[str] = set()
    here = path.relative_to(sources).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: -node.level]) + "." if node.level else ""
            module = f"{base}{node.module or ''}".rstrip(".")
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def all_imports(packages: list[Path]) -> dict[Path, set[str]]:
    return {
        path: imports_of(path, sources=package.parent)
        for package in packages
        for path in sorted(package.rglob("*.py"))
    }


def is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_domain_stands_on_three_things(packages: list[Path]) -> None:
    strangers = {}
    for path, imported in all_imports(packages).items():
        package = next((part for part in path.parts if part.startswith("qi_")), "")
        if "domain" in path.parts:
            allowed = (sys.stdlib_module_names - IMPURE) | {"annotated_types", "pydantic", "pydantic_core"}
            strangers[str(path)] = {
                name
                for name in imported
                if name.split(".")[0] not in allowed
                and not is_in(name, "qi_core.domain")
                and not is_in(name, f"{package}.domain")
                and name not in {"qi_core", package}
            }
    assert {name: found for name, found in strangers.items() if found} == {}


def test_domain_reads_no_clock(packages: list[Path]) -> None:
    clocks = {
        f"{path}:{node.lineno}"
        for package in packages
        for path in sorted(package.glob("domain/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow", "localdate"}
    }
    assert clocks == set()


def test_templates_need_only_the_standard_library(packages: list[Path]) -> None:
    strangers = {
        name
        for path, imported in all_imports(packages).items()
        if "qi_templates" in path.parts
        for name in imported
        if name.split(".")[0] not in sys.stdlib_module_names | {"qi_templates"}
    }
    assert strangers == set()


def test_only_compat_knows_the_platform(packages: list[Path], root: Path) -> None:
    knowing = {
        str(path.relative_to(root))
        for path, imported in all_imports(packages).items()
        if {name.split(".")[0] for name in imported} & PLATFORM
    }
    assert knowing <= {"xblocks/qi_core/compat.py"}


def test_others_know_a_record_only_by_its_api_and_its_pure_domain(packages: list[Path], root: Path) -> None:
    records = [package.name for package in packages if (package / "models.py").is_file()]
    trespassers = {
        f"{path.relative_to(root)}: {name}"
        for path, imported in all_imports(packages).items()
        for name in imported
        for record in records
        if is_in(name, record) and record not in path.parts
        if name != record and not is_in(name, f"{record}.api") and not is_in(name, f"{record}.domain")
    }
    assert trespassers == set()


def test_nothing_shipped_imports_the_host_or_the_tests(packages: list[Path], root: Path) -> None:
    trespassers = {
        f"{path.relative_to(root)}: {name}"
        for path, imported in all_imports(packages).items()
        for name in imported
        if name.split(".")[0] in {"demo", "tests", "tools", "benchmarks"}
    }
    assert trespassers == set()


def test_import_linter_knows_every_package(packages: list[Path], root: Path) -> None:
    config = configparser.ConfigParser()
    config.read(root / ".importlinter")
    known = set(config["importlinter"]["root_packages"].split())
    assert known == {package.name for package in packages} | {"demo"}
    blocks = {package.name for package in packages if (package / "block.py").is_file()}
    independent = set(config["importlinter:contract:tools-are-strangers"]["modules"].split())
    below = set(config["importlinter:contract:nothing-stands-on-a-tool"]["forbidden_modules"].split())
    assert blocks - {"qi_core", "qi_project"} <= independent == below
