"""A wheel is built with its assets or not at all."""

import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tests.house.commands import run


@pytest.fixture(scope="module")
def no_node(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH with a shell's usual programs and without Node."""
    folder = tmp_path_factory.mktemp("bin")
    for program in ("env", "git", "sh"):
        if found := shutil.which(program):
            os.symlink(found, folder / program)
    return str(folder)


@pytest.fixture(scope="module")
def sdist(wheel: Path, clone: Path, uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert wheel.is_file(), "built first: the clone has its Node packages then"
    out = tmp_path_factory.mktemp("sdist")
    run([uv, "build", "--sdist", "--python", sys.executable, "--out-dir", out, clone], cwd=clone)
    (built,) = out.glob("*.tar.gz")
    return built


@pytest.mark.parametrize("kind", ["--wheel", "--sdist"])
def test_without_node_nothing_is_built(
    kind: str, clone: Path, uv: str, no_node: str, tmp_path: Path
) -> None:
    with pytest.raises(CalledProcessError) as failure:
        run([uv, "build", kind, "--python", sys.executable, "-o", tmp_path, clone], cwd=clone, PATH=no_node)
    told = " ".join(failure.value.output.split())
    assert "qi-xblocks is not built: the browser bundles need Node 20 or newer" in told
    assert not list(tmp_path.glob("qi_xblocks*"))


def test_a_failing_bundle_stops_the_build(clone: Path, uv: str, wheel: Path, tmp_path: Path) -> None:
    assert wheel.is_file(), "built first: the clone has its Node packages then"
    broken = tmp_path / "clone"
    shutil.copytree(clone, broken, symlinks=True)
    (broken / "xblocks/qi_pdsa_planner/ui/index.ts").write_text("let broken: = ;", encoding="utf-8")
    with pytest.raises(CalledProcessError) as failure:
        run([uv, "build", "--wheel", "--python", sys.executable, "-o", tmp_path / "out", broken], cwd=broken)
    assert "`node build.mjs` failed" in failure.value.output


def test_an_sdist_becomes_the_same_wheel_without_node(
    sdist: Path, wheel: Path, uv: str, no_node: str, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    out = tmp_path / "out"
    run([uv, "build", "--wheel", "--python", sys.executable, "-o", out, source], cwd=source, PATH=no_node)
    (rebuilt,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(rebuilt) as second:
        assert {info.filename: info.CRC for info in second.infolist() if "RECORD" not in info.filename} == {
            info.filename: info.CRC for info in first.infolist() if "RECORD" not in info.filename
        }
