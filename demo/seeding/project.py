"""The project documents of the sample learners: Amara's aim, charter and people, and the aim that Tom has begun."""

from datetime import date, timedelta

from django.apps import apps
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.utils import timezone

from demo.seeding import theory
from demo.seeding.work import Json

TEAM: tuple[tuple[str, str, str], ...] = (
    ("Project lead", "A. Okafor, staff nurse", "Keeps this page and calls the weekly ten minutes"),
    ("Healthcare assistant", "", "Counts, and says when counting is a burden"),
    ("Patient partner", "", "Helps to choose the two questions"),
    ("Ward sister, as sponsor", "", "Gives an hour a week"),
)
CHARTER: Json = {
    "setting": "Ward",
    "why": "On our ward a bell rings every few minutes. Most bells are for small things that could have been asked at "
    "a better time. People tell us that not knowing is worse than waiting.",
    "affected": "Patients who cannot get up by themselves, their families, and whoever is on the late shift. We have "
    "asked six patients and four colleagues; the night staff come next.",
    "inside": "Bay B, days and evenings, from October until the spring.",
    "outside": "Other bays, new call systems, and how many people are on a shift.",
    "benefit": "Patients know when somebody will come. Staff walk less and are interrupted less. We watch overtime, so "
    "that nothing else gets worse.",
    "barriers": "Agency staff do not know the two times: they are on the shift board and above each bed.",
    "team": [
        {"id": f"amarateam{place}", "role": role, "printed_as": printed_as, "does": does}
        for place, (role, printed_as, does) in enumerate(TEAM)
    ],
}
PEOPLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("People in bay B", "low", "high", "To know when somebody comes", "Two of them choose the words on the card."),
    ("Night staff", "low", "high", "No extra walk at handover", "Ask two of them before anything is printed."),
    ("Ward sister", "high", "high", "To see that overtime does not rise", "Ten minutes every Friday, with the chart."),
    ("Matron", "high", "low", "Two sentences once a month", "Send this page, printed, at the end of each month."),
    ("Families", "low", "low", "", "A line on the visitors’ board says when the rounds are."),
)
TITLE = "Fewer call bells in bay B"
BEGAN, AIMED, CHARTERED = 38, 37, 31  # days ago; her first cycle was tried 24 days ago
FIELDS = ("name", "influence", "interest", "needs", "involve")


def amaras(today: date) -> list[Json]:
    """Documents in the order in which she saved them: the aim first."""
    aimed = theory.aim(today)
    people = [{"id": f"amarawho{place}", **dict(zip(FIELDS, who))} for place, who in enumerate(PEOPLE)]
    return [aimed, aimed | {"schema": 2, "charter": CHARTER, "stakeholders": people}]


def toms() -> list[Json]:
    what = "early calls when a resident is not quite themselves"
    return [{"schema": 2, "aim": {"what": what, "direction": "increase", "for_whom": "first floor"}}]


def into_the_past(amara: User) -> None:
    """Handlers know only the present: her project began before the tests of change that it tells of. It has a name."""
    now = timezone.now()
    began, aimed, chartered = (now - timedelta(days=days) for days in (BEGAN, AIMED, CHARTERED))
    mine = apps.get_model("qi_project", "Project").objects.filter(owner=amara, practice_in=None)
    written = apps.get_model("qi_project", "Artefact").objects.filter(project__in=mine, tool="project")
    mine.update(created=began, title=TITLE)
    apps.get_model("qi_project", "ArtefactVersion").objects.filter(artefact__in=written).update(saved_at=aimed)
    written.update(saved_at=chartered)
