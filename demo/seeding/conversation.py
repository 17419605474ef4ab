"""The sample conversation, sent through the space's own handlers, and then moved into the past."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.utils import timezone
from opaque_keys.edx.keys import UsageKey

from demo.seeding.talk import IN_GROUPS, REACTIONS, REPORTED, TALK, Said

Call = Callable[[User, UsageKey, str, dict[str, Any]], dict[str, Any]]


def seed_talk(space_called: Callable[[str], UsageKey], *, call: Call) -> None:
    """`space_called` finds a space by its name in `Said`."""
    people = {name: User.objects.get(username=name) for name in ("amara", "tom", "priya", "farida")}
    in_time = sorted((*TALK, REPORTED), key=lambda said: -said.hours_ago)
    spaces = {said.name: space_called(said.space) for said in in_time}

    def ask(who: str, about: str, handler: str, payload: dict[str, Any]) -> dict[str, Any]:
        return call(people[who], spaces[about], handler, payload)

    for who in people:
        ask(who, REPORTED.name, "accept_rules", {})
    posts: dict[str, int] = {}
    for number, said in enumerate(in_time):
        draft = {"token": f"seeded{number:04d}", "text": said.text, **_more(said, ask, posts)}
        posts[said.name] = ask(said.who, said.name, "write_post", {"draft": draft})["post"]["id"]
    for who, name, kind in REACTIONS:
        ask(who, name, "react", {"post": posts[name], "kind": kind, "is_on": True})
    ask("farida", "hello", "highlight", {"post": posts["hello"], "highlight": "", "is_pinned": True})
    good = {"post": posts["rounds"], "highlight": "good_example", "is_pinned": False}
    ask("farida", "rounds", "highlight", good)
    ask("amara", REPORTED.name, "report_post", {"post": posts[REPORTED.name], "reason": "unkind"})
    _into_the_past({posts[said.name]: said.hours_ago for said in in_time})
    _shares_into_the_past({people[said.who].pk: said.hours_ago for said in in_time if said.cycle})


def seed_groups(space: UsageKey, *, call: Call) -> None:
    """Each in the room of the own group."""
    for number, (who, text) in enumerate(IN_GROUPS):
        user, draft = User.objects.get(username=who), {"token": f"grouped{number}", "text": text}
        call(user, space, "accept_rules", {})
        call(user, space, "write_post", {"draft": draft})


def _more(said: Said, ask: Callable[..., dict[str, Any]], posts: dict[str, int]) -> dict[str, Any]:
    if said.reply_to:
        return {"reply_to": posts[said.reply_to]}
    more: dict[str, Any] = {"topic": key_of_topic(said.topic)} if said.topic else {}
    if said.cycle:
        offers = [one for one in ask(said.who, said.name, "shareable", {})["offers"] if one["kind"] == "cycle"]
        more |= {"card": {"kind": "cycle", "id": offers[0]["id"]}, "question": said.question}
    return more


def key_of_topic(topic: str) -> str:
    from qi_social_space.block import SocialSpaceBlock

    return next(iter(SocialSpaceBlock.keys_of(topic)))


def _into_the_past(hours: dict[int, float]) -> None:
    """Handlers know only the present."""
    rows, now = apps.get_model("qi_social_space", "Post").objects, timezone.now()
    for post, ago in hours.items():
        said = now - timedelta(hours=ago)
        rows.filter(pk=post).update(created=said, changed_at=said)


def _shares_into_the_past(hours: dict[int, float]) -> None:
    """By person: each shared one cycle."""
    rows, now = apps.get_model("qi_project", "Share").objects, timezone.now()
    for owner, ago in hours.items():
        rows.filter(project__owner=owner).update(shared_at=now - timedelta(hours=ago))
