"""The text of the two courses, as data: sections, units, blocks. Written afresh for the demonstration."""

from dataclasses import dataclass, field
from typing import Any

from demo.seeding import talk, texts

PLANNER = "qi_pdsa_planner"
CHART = "qi_run_chart"
DIAGRAM = "qi_driver_diagram"
HOME = "qi_project"


@dataclass(frozen=True)
class BlockPlan:
    """`slug` becomes the usage key's id, so that seeding again finds the same block."""

    slug: str
    block_type: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class UnitPlan:
    slug: str
    name: str
    blocks: tuple[BlockPlan, ...]


@dataclass(frozen=True)
class SectionPlan:
    slug: str
    name: str
    units: tuple[UnitPlan, ...]


@dataclass(frozen=True)
class CoursePlan:
    key: str
    title: str
    sections: tuple[SectionPlan, ...]


def _text(slug: str, title: str, html: str) -> BlockPlan:
    return BlockPlan(slug, "html", {"display_name": title, "data": html})


def _planner(slug: str, title: str, **settings: Any) -> BlockPlan:
    return BlockPlan(slug, PLANNER, {"display_name": title, **settings})


def _chart(slug: str, title: str, **settings: Any) -> BlockPlan:
    return BlockPlan(slug, CHART, {"display_name": title, **settings})


FIRST = CoursePlan(
    "course-v1:Northfield+IP101+2026",
    "Improvement in practice: run your first PDSA",
    (
        SectionPlan(
            "start",
            "Start here",
            (
                UnitPlan(
                    "project",
                    "Your improvement project",
                    (
                        BlockPlan(
                            "project_home",
                            HOME,
                            {"display_name": "Your project", "instructions": texts.HOME_INSTRUCTIONS},
                        ),
                    ),
                ),
                UnitPlan("welcome", "Welcome", (_text("welcome_text", "Welcome", texts.WELCOME),)),
                UnitPlan("small", "Why so small?", (_text("small_text", "Why so small?", texts.SMALL),)),
            ),
        ),
        SectionPlan(
            "practise",
            "Practise on somebody else’s idea",
            (
                UnitPlan(
                    "sheet",
                    "A practice sheet: comfort rounds",
                    (
                        _text("sheet_text", "About this sheet", texts.SHEET),
                        _planner(
                            "sheet_planner",
                            "Practice sheet",
                            instructions=texts.SHEET_INSTRUCTIONS,
                            work_on="practice",
                            starter="comfort-rounds",
                            stages=["plan"],
                            cycles=1,
                        ),
                    ),
                ),
                UnitPlan(
                    "reading",
                    "Read a chart: an afternoon drink",
                    (
                        _text("reading_text", "Change, or chance?", texts.READING),
                        _chart(
                            "reading_chart",
                            "What does this chart tell you?",
                            work_on="practice",
                            series="shift",
                            parts=["reading"],
                        ),
                    ),
                ),
            ),
        ),
        SectionPlan(
            "own",
            "Your own first test",
            (
                UnitPlan(
                    "theory",
                    "Draw your theory of change",
                    (
                        BlockPlan(
                            "theory_diagram",
                            DIAGRAM,
                            {"display_name": "Your driver diagram", "instructions": texts.THEORY_INSTRUCTIONS},
                        ),
                    ),
                ),
                UnitPlan(
                    "plan",
                    "Plan your test",
                    (
                        _text("plan_text", "Before you plan", texts.PLAN),
                        _planner(
                            "plan_planner",
                            "Plan your first cycle",
                            instructions=texts.PLAN_INSTRUCTIONS,
                            work_on="project",
                            stages=["plan"],
                            cycles=1,
                        ),
                    ),
                ),
                UnitPlan(
                    "run",
                    "Run it, study it, decide",
                    (
                        _planner(
                            "run_planner",
                            "Do, study and act",
                            instructions=texts.RUN_INSTRUCTIONS,
                            work_on="project",
                            stages=["plan", "do", "study", "act"],
                            cycles=1,
                        ),
                    ),
                ),
                UnitPlan(
                    "chart",
                    "Your own run chart",
                    (
                        _chart(
                            "own_chart",
                            "Is it getting better?",
                            instructions=texts.CHART_INSTRUCTIONS,
                            work_on="project",
                            parts=["definition", "data", "baseline", "reading"],
                            points=12,
                            family="yes",
                        ),
                    ),
                ),
                UnitPlan(
                    "talk",
                    "Talk about your test",
                    (BlockPlan("talk_space", "qi_social_space", talk.SETTINGS),),
                ),
                UnitPlan(
                    "groups",
                    "A room for your group",
                    (BlockPlan("groups_space", "qi_social_space", talk.GROUPS),),
                ),
                UnitPlan(
                    "after", "What you have now", (_text("after_text", "What you have now", texts.AFTER),)
                ),
            ),
        ),
    ),
)

SECOND = CoursePlan(
    "course-v1:Northfield+IP102+2026",
    "From one test to a ramp: growing what works",
    (
        SectionPlan(
            "ramp",
            "Your project opens again",
            (
                UnitPlan(
                    "again", "Pick up where you were", (_text("again_text", "Where you were", texts.AGAIN),)
                ),
                UnitPlan(
                    "steps",
                    "Three cycles, each a little larger",
                    (
                        _planner(
                            "steps_planner",
                            "Your ramp",
                            instructions=texts.RAMP_INSTRUCTIONS,
                            work_on="project",
                            stages=["plan", "do", "study", "act"],
                            cycles=3,
                        ),
                    ),
                ),
                UnitPlan(
                    "again_chart",
                    "Does it last?",
                    (
                        _chart(
                            "again_chart_chart",
                            "Your run chart",
                            instructions=texts.LASTS_INSTRUCTIONS,
                            work_on="project",
                            parts=["data", "annotation", "reading"],
                            points=20,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
COURSES = (FIRST, SECOND)
LIBRARY = (
    _planner("library_planner", "PDSA planner, for any course", work_on="project", cycles=1),
    _chart("library_chart", "A chart to read, for any course", work_on="practice", series="stable"),
)
