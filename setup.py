"""Build of the qi-xblocks distribution; what is installed and where it plugs in."""

from pathlib import Path

from setuptools import find_packages, setup

HERE = Path(__file__).parent

setup(
    name="qi-xblocks",
    version="0.1.0",
    description="Quality-improvement tools for Open edX: PDSA planner, run charts, driver diagrams, peer space",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    python_requires=">=3.11",
    package_dir={"": "xblocks", "qi_templates": "qi_templates"},
    packages=find_packages("xblocks") + ["qi_templates"],
    include_package_data=True,
    install_requires=[
        "XBlock>=5.2",
        "Django>=4.2,<6",
        "edx-opaque-keys[django]>=3.0",
        "pydantic>=2.11,<3",
        "nh3>=0.2.21",
        "markdown>=3.8",
    ],
    entry_points={
        "xblock.v1": ["qi_pdsa_planner = qi_pdsa_planner.block:PdsaPlannerBlock"],
        "lms.djangoapp": ["qi_project = qi_project.apps:QiProjectConfig"],
        "cms.djangoapp": ["qi_project = qi_project.apps:QiProjectConfig"],
    },
)
