"""What a measure holds, and a series of points to be read as a chart. The closed words are those of the run chart."""

from collections.abc import Iterator, Mapping
from typing import Any

from qi_templates.schema import Check, Fault, day, each, maybe, number, one_of, record, text, whole

UNITS = ("count", "percent", "rate", "minutes", "hours", "days", "days_between", "score")
DEFINITION: Mapping[str, Check] = {
    "name": text(most=120),
    "kind": one_of("outcome", "process", "balancing"),
    "definition": text(),
    "unit": one_of(*UNITS),
    "better": one_of("up", "down", "neither"),
    "who": text(most=120),
    "how_often": one_of("daily", "weekly", "fortnightly", "monthly", "quarterly", "each_case", "each_event"),
    "source": text(most=120),
}
BLANK = text(blank=True)
MEASURE = record(
    {**DEFINITION, "numerator": BLANK, "denominator": BLANK, "exclusions": text()},
    optional={"per": whole()},
)
POINT = record(
    {"on": day},
    optional={
        **{name: maybe(number) for name in ("value", "numerator", "denominator")},
        "note": BLANK,
        "excluded": maybe(text()),
    },
)
SERIES: Mapping[str, Check] = {
    "pattern": text(most=40),
    "teaches": text(),
    "measure": record(
        {
            **DEFINITION,
            "tells": text(),
            "chart": one_of("run", "i", "mr", "p", "u", "c", "g", "t", "pp", "up", "ip", "xbar", "s"),
            "rules": one_of("anhoej", "ihi", "mdc_xmr"),
        },
        optional={
            **{name: BLANK for name in ("numerator", "denominator", "exclusions", "population", "sampling")},
            "per": whole(),
            "aggregate": one_of("mean", "median", "sum"),
            "baseline_until": day,
        },
    ),
    "question": text(),
    "explanation": text(most=3000),
    "annotations": each(record({"on": day, "text": text()}), least=0, most=60),
    "points": each(POINT, most=2000),
}


def ends_on_a_point(template: Mapping[str, Any]) -> Iterator[Fault]:
    ends = template["measure"].get("baseline_until")
    if ends is not None and ends not in {point["on"] for point in template["points"]}:
        yield "measure.baseline_until", f"{ends} is the day of no point"
