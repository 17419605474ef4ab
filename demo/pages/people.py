"""The invented people one can be, in the order in which the pages offer them."""

from dataclasses import dataclass

from demo import roles


@dataclass(frozen=True)
class Person:
    """`username` is empty for a visitor who is not signed in."""

    username: str
    name: str
    role: str
    story: str
    tint: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2]).upper()

    @property
    def button(self) -> str:
        return f"Continue as {self.first_name}" if self.username else "Look around without signing in"


AMARA = Person(
    "amara",
    "Amara Okafor",
    "Ward nurse",
    "Three cycles into comfort rounds on her ward. Her latest test is running, with its prediction locked.",
    "#dcebe4",
)
TOM = Person(
    "tom",
    "Tom Reilly",
    "Care-home team lead",
    "Has a plan for his first test on paper and nothing started. See what a learner meets at the beginning.",
    "#f6e3c5",
)
PRIYA = Person(
    "priya",
    "Priya Nair",
    "Home-care coordinator",
    "Half-way: she knows why first visits go wrong, has drawn her theory, and chosen what to try. Next she plans it.",
    "#e3dcef",
)
NOOR = Person(
    "noor",
    "Noor Haddad",
    "Day-centre worker",
    "Enrolled this morning and has opened nothing yet. Begin the course as a new learner would.",
    "#d9e8ee",
)
FARIDA = Person(
    "farida",
    "Farida Aziz",
    "Facilitator",
    "Course staff. Reads what waits for her in the spaces, and sees how far people are, never what they wrote.",
    "#dfe3f3",
)
JO = Person(
    "jo",
    "Jo Lindqvist",
    "Course author",
    "Builds the course in Studio: adds a planner to a unit, sets it up, previews and publishes it.",
    "#f3dde0",
)
SAM = Person(
    "sam",
    "Sam Whitlock",
    "Signed in, not enrolled",
    "Has an account here and no place on any course. The doors should be shut, politely.",
    "#e8e6dd",
)
VISITOR = Person(
    "",
    "Visitor",
    "Not signed in",
    "Has just found this site. Sees this page, and is asked to sign in for the rest.",
    "#e8e6dd",
)
PEOPLE = (AMARA, PRIYA, TOM, NOOR, FARIDA, JO, SAM, VISITOR)


def person_called(username: str) -> Person | None:
    return next((person for person in PEOPLE if person.username == username), None)


def person_of(user: roles.Person) -> Person:
    """The persona of a user; people made by tests and scripts get a plain one."""
    username = user.get_username()
    known = person_called(username)
    if known is not None:
        return known
    full_name = (user.get_full_name() if user.is_authenticated else "") or username
    return Person(username, full_name, "Signed in", "", "#e8e6dd")
