"""The frame around every page: who is looking, where one can go, what has just happened."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, get_language_bidi

from demo.models import StaffRole
from demo.pages.people import PEOPLE, Person, person_of

ACADEMY = "Northfield Improvement Academy"


@dataclass(frozen=True)
class Language:
    code: str
    sign: str
    name: str
    what: str


LANGUAGES = (
    Language("en", "⇥", "Left to right", "As in English"),
    Language("ar", "⇤", "Right to left", "As in Arabic or Hebrew"),
)


@dataclass(frozen=True)
class Notice:
    """`kind`: empty for good news, `note` or `stop`."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Place:
    name: str
    url: str
    here: bool


@dataclass(frozen=True)
class Masquerade:
    name: str
    what: str
    url: str


@dataclass(frozen=True)
class Frame:
    person: Person
    here: str
    places: tuple[Place, ...]
    notices: tuple[Notice, ...]
    masquerade: Masquerade | None = None
    academy: str = ACADEMY
    strap: str = "Small tests, real change"
    people: tuple[Person, ...] = PEOPLE
    languages: tuple[Language, ...] = LANGUAGES
    language: str = field(default_factory=lambda: get_language() or "en")
    direction: str = field(default_factory=lambda: "rtl" if get_language_bidi() else "ltr")

    @property
    def direction_name(self) -> str:
        return "right to left" if self.direction == "rtl" else "left to right"


def show(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    masquerade: Masquerade | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render a page inside the frame."""
    frame = Frame(
        person=person_of(request.user),
        here=request.get_full_path(),
        places=_places(request),
        notices=_take_notices(request),
        masquerade=masquerade,
    )
    return render(request, template, {"frame": frame, **(context or {})}, status=status)


def _places(request: HttpRequest) -> tuple[Place, ...]:
    if not request.user.is_authenticated:
        return ()
    in_studio = request.path.startswith("/studio/")
    places = [Place("Courses", reverse("courses"), request.path.startswith("/courses/"))]
    if request.user.is_staff or StaffRole.objects.filter(user=request.user).exists():
        places.append(Place("Studio", reverse("studio"), in_studio))
    return tuple(places)


def tell(request: HttpRequest, text: str, *, kind: str = "") -> None:
    """Say something at the top of the next page."""
    request.session["notices"] = [*request.session.get("notices", []), [text, kind]]


def _take_notices(request: HttpRequest) -> tuple[Notice, ...]:
    waiting = request.session.pop("notices", []) if "notices" in request.session else []
    return tuple(Notice(text, kind) for text, kind in waiting)


def safe_next(request: HttpRequest, *, otherwise: str) -> str:
    """The address the form wants to go to next, if it is one of ours."""
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return otherwise
