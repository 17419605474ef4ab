"""What a cycle of a worked ramp holds: all that the planner keeps of it. A test holds the two together."""

from collections.abc import Mapping

from qi_templates.schema import Check, day, each, maybe, one_of, record, slug, text

LONG = text(most=1000, blank=True)


def _texts(*names: str) -> Mapping[str, Check]:
    return {name: LONG for name in names}


def _days(*names: str) -> Mapping[str, Check]:
    return {name: maybe(day) for name in names}


def _choice(*allowed: str) -> Check:
    return maybe(one_of(*allowed))


QUESTION = record(
    {
        "id": slug,
        **_texts("text", "prediction", "because", "found"),
        "addenda": each(record({"on": day, "text": LONG}), least=0, most=20),
        "verdict": _choice("matched", "partly", "did_not_match", "could_not_tell"),
    }
)
CYCLE = record(
    {
        "id": slug,
        "follows": maybe(slug),
        **_texts("title", "change_idea", "scale_note", "objective", "risks"),
        "purpose": _choice("learn", "develop", "test", "implement"),
        "scale": _choice(
            "one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"
        ),
        **_days("planned_start", "planned_end"),
        "questions": each(QUESTION, least=0, most=5),
        "tasks": each(record({"id": slug, **_texts("what", "who", "when", "where")}), least=0, most=20),
        "data_plan": record(
            {"kind": _choice("qualitative", "quantitative", "both"), **_texts("what", "who", "how", "when", "where")}
        ),
        "do": record(
            {
                **_days("started_on", "ended_on"),
                "as_planned": _choice("yes", "partly", "no"),
                **_texts("differed", "happened", "unexpected", "data"),
            }
        ),
        "study": record({**_days("studied_on"), **_texts("learned", "surprised", "measure_enough")}),
        "act": record(
            {
                **_days("decided_on"),
                "decision": _choice("adopt", "adapt", "abandon", "expand"),
                **_texts("reason", "next_change"),
            }
        ),
    }
)
