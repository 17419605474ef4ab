"""The qi-xblocks distribution: what is installed, where it plugs in, and the assets that are built first.

The browser bundles and the compiled translations are not in git. They are built here, before anything is
packed, so that no wheel and no sdist can lack them; an sdist carries them, so that it needs no Node.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "xblocks"
NODE_MAJOR = 20
BLOCKS = {
    "qi_driver_diagram": "qi_driver_diagram.block:DriverDiagramBlock",
    "qi_pdsa_planner": "qi_pdsa_planner.block:PdsaPlannerBlock",
    "qi_project": "qi_project.block:ProjectBlock",
    "qi_run_chart": "qi_run_chart.block:RunChartBlock",
    "qi_social_space": "qi_social_space.block:SocialSpaceBlock",
}
APPS = {
    "qi_project": "qi_project.apps:QiProjectConfig",
    "qi_social_space": "qi_social_space.apps:QiSocialSpaceConfig",
}


def is_unpacked_sdist() -> bool:
    return (HERE / "PKG-INFO").is_file()


def missing_bundles(folder: Path) -> list[str]:
    bundles = [folder / block / "public" / f"{block}.js" for block in BLOCKS]
    return [str(bundle.relative_to(folder)) for bundle in bundles if not bundle.is_file()]


def stop(reason: str) -> None:
    sys.exit(f"\nqi-xblocks is not built: {reason}\n")


def check_node() -> None:
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        stop(
            f"the browser bundles need Node {NODE_MAJOR} or newer, and `node` or `npm` is not on PATH.\n"
            "Install Node (https://nodejs.org), or install qi-xblocks from a release's wheel or sdist,"
            " which carry the bundles."
        )
    told = subprocess.run([str(node), "--version"], check=True, capture_output=True, text=True)
    version = told.stdout.strip()
    if int(version.lstrip("v").split(".")[0]) < NODE_MAJOR:
        stop(f"the browser bundles need Node {NODE_MAJOR} or newer, and `node --version` says {version}.")


def run(command: list[str]) -> None:
    # Output is shown only when it explains a failure: pip and uv print it, or not, as they like.
    program = shutil.which(command[0]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=HERE, check=False, capture_output=True, text=True)
    if done.returncode:
        stop(f"`{' '.join(command)}` failed with exit code {done.returncode}.\n{done.stdout}{done.stderr}")


def build_bundles() -> None:
    check_node()
    lock, installed = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        run(["npm", "ci", "--omit=dev"])
    run(["node", "build.mjs"])


def compile_translations() -> None:
    """Every text.po becomes the text.mo beside it; messages marked fuzzy are left out, as msgfmt does."""
    # Not at the top: Babel is there while building (pyproject.toml), not when only metadata is asked for.
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- see above
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- see above

    for source in sorted(SOURCES.glob("*/translations/*/LC_MESSAGES/*.po")):
        with source.open("rb") as po_file, source.with_suffix(".mo").open("wb") as mo_file:
            write_mo(mo_file, read_po(po_file, abort_invalid=True))


def build_assets() -> None:
    if is_unpacked_sdist() and not missing_bundles(SOURCES):
        return
    build_bundles()
    compile_translations()
    if missing := missing_bundles(SOURCES):
        stop(f"build.mjs left no {', '.join(missing)}: has each block its ui/index.ts?")


class BuildWithAssets(build_py):
    def run(self) -> None:
        build_assets()
        super().run()
        if not self.editable_mode and (missing := missing_bundles(Path(self.build_lib))):
            stop(f"{', '.join(missing)} did not reach the wheel: see package_data.")


class SdistWithAssets(sdist):
    def run(self) -> None:
        build_assets()
        super().run()


setup(
    name="qi-xblocks",
    version="0.1.0",
    description="Quality-improvement tools for Open edX: an improvement project that grows with its learner",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    license_files=["LICENSE"],
    classifiers=[
        "Development Status :: 4 - Beta",
        "Framework :: Django :: 4.2",
        "Framework :: Django :: 5.2",
        "Intended Audience :: Healthcare Industry",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Topic :: Education",
    ],
    python_requires=">=3.11",
    package_dir={"": "xblocks", "qi_templates": "qi_templates"},
    packages=find_packages("xblocks") + ["qi_templates"],
    # Named, not "all that git knows": the platform publishes every file of a package on the web.
    include_package_data=False,
    package_data={
        "": ["public/**/*", "templates/**/*", "translations/*/LC_MESSAGES/*.mo"],
        "qi_templates": ["**/*.json", "*.md", "courses/**/*"],
    },
    install_requires=[
        "XBlock>=5.2",
        "Django>=4.2,<6",
        "edx-opaque-keys[django]>=3.0",
        "pydantic>=2.11,<3",
        "nh3>=0.2.21",
        "markdown>=3.8",
    ],
    entry_points={
        "xblock.v1": [f"{name} = {target}" for name, target in BLOCKS.items()],
        "lms.djangoapp": [f"{name} = {target}" for name, target in APPS.items()],
        "cms.djangoapp": [f"{name} = {target}" for name, target in APPS.items()],
    },
    cmdclass={"build_py": BuildWithAssets, "sdist": SdistWithAssets},
)
