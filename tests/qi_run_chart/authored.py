"""Settings of an author who pastes a series: those of the series, and all that there are."""

OWN = {
    "work_on": "practice",
    "series": "own",
    "own_series": "Week\tWaits\n03/02/2026\t31\n10/02/2026\t\n17/02/2026\t28\n",
    "own_dates": "day",
    "own_name": "Waits",
    "own_definition": "From door to doctor",
    "own_unit": "minutes",
    "own_better": "down",
    "own_question": "Is it *better*?",
    "own_explanation": "Too few points\n\n- to say",
}
STORED = OWN | {
    "display_name": "Read this",
    "instructions": "Look",
    "charts": ["run", "i"],
    "rules": ["ihi"],
    "parts": ["data", "reading"],
    "points": 12,
    "family": "yes",
}
