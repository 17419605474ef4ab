"""The handlers of those who write, react, follow and report. What is sent twice happens once."""

import re
from dataclasses import asdict
from typing import Any

from qi_core.domain.problems import Problem, Problems
from qi_core.events import checked
from qi_core.handlers import Body
from qi_core.markdown import to_html
from qi_social_space.asking import Asker, asked, flag, now, one_of, row_id
from qi_social_space.domain import cards
from qi_social_space.domain.checks import checks, may_be_in_danger
from qi_social_space.domain.posting import CardChoice, Draft, must_be_safe, parse_draft, parse_edit
from qi_social_space.domain.states import PURGED
from qi_social_space.domain.vocabulary import REACTIONS, REASONS


TOPIC_KEY = re.compile(r"[0-9a-f]{12}")  # as `topic_keys` makes them


class WritingHandlers:
    """For the block of a space."""

    setting: Any
    presenter: Any
    topic_keys: Any
    tell: Any
    opened: Any
    watched: Any

    @asked("write")
    def write_post(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        draft, rendered = self._rendered(asker, body)
        written = api.write(asker.reader, draft, rendered, now=now())
        if written.is_new and draft.card and draft.audience != "me":
            _note(asker, draft.card)
        told = {
            "post": written.id, "is_reply": int(written.thread is not None), "has_card": int(draft.card is not None),
            "is_held": int(written.state == "held"), "audience": draft.audience, "question": draft.question or "none",
        }  # fmt: skip
        events = [checked("qi.space.post_written", told)] if written.is_new else []
        return self._told_with(asker, written, events, text=draft.text) | {"is_other": written.is_other}

    @asked("write")
    def edit_post(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post = row_id(body, "post")
        seen = api.posts(asker.reader, [post]).get(post)
        change = parse_edit(body.get("draft"), has_card=bool(seen and seen.card))
        must_be_safe({"text": change.text}, confirmed=change.confirmed)
        written = api.edit(asker.reader, post, change, self._with(to_html(change.text)), now=now())
        events = [checked("qi.space.post_edited", {"post": post})] if written.is_new else []
        return self._told_with(asker, written, events, text=change.text)

    @asked()
    def delete_post(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post = row_id(body, "post")
        api.delete(asker.reader, post, now=now())
        return self.tell(asker, [checked("qi.space.post_deleted", {"post": post})])

    @asked()
    def unshare(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post = row_id(body, "post")
        api.unshare(asker.reader, post, now=now())
        told = self.tell(asker, [checked("qi.space.card_withdrawn", {"post": post})])
        found = api.posts(asker.reader, [post]).values()
        return told | {"post": next(iter(self.presenter().posts(found)), None)}

    @asked("write")
    def react(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post, kind, is_on = row_id(body, "post"), one_of(body, "kind", REACTIONS), flag(body, "is_on")
        api.react(asker.reader, post, kind=kind, is_on=is_on)
        return self.tell(asker, [checked("qi.space.reacted", {"post": post, "kind": kind, "is_on": int(is_on)})])

    @asked()
    def report_post(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        post, reason = row_id(body, "post"), one_of(body, "reason", REASONS)
        state = api.report(asker.reader, post, reason=reason, now=now())
        return self.tell(asker, [checked("qi.space.reported", {"post": post, "reason": reason})]) | {"state": state}

    @asked()
    def follow(self, asker: Asker, body: Body) -> dict[str, Any]:
        """A person, or a topic."""
        from qi_social_space import api

        is_on = flag(body, "is_on")
        if body.get("person") is not None:
            api.follow(asker.reader, row_id(body, "person"), is_on=is_on)
        else:
            api.follow_topic(asker.reader, self._topic(body, is_new=is_on), is_on=is_on)
        return self.tell(asker)

    @asked()
    def mute(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        api.mute(asker.reader, row_id(body, "person"), is_on=flag(body, "is_on"))
        return self.tell(asker)

    @asked()
    def accept_rules(self, asker: Asker, _body: Body) -> dict[str, Any]:
        from qi_social_space import api

        api.accept_rules(asker.reader, now=now())
        return self.tell(asker, [checked("qi.space.rules_accepted", {})])

    @asked()
    def decline(self, asker: Asker, body: Body) -> dict[str, Any]:
        from qi_social_space import api

        declines = flag(body, "declines")
        api.decline(asker.reader, declines=declines, now=now())
        return self.tell(asker, [checked("qi.space.declined", {"declines": int(declines)})])

    @asked()
    def shareable(self, asker: Asker, _body: Body) -> dict[str, Any]:
        """What of one's own project can go along with a post."""
        return {"offers": [asdict(offer) for offer in cards.offers(_work(asker))]}

    @asked()
    def preview(self, asker: Asker, body: Body) -> dict[str, Any]:
        """Exactly what others will see; refused for the same reasons as the post itself."""
        draft, rendered = self._rendered(asker, body)
        card = rendered.card
        found = {"html": rendered.html, "card": card, "checks": [one.rule for one in checks(draft.text)]}
        return found | {"seal": cards.seal(card) if card else ""}

    def _rendered(self, asker: Asker, body: Body) -> tuple[Draft, Any]:
        """Raises Problems. The snapshot is taken here, from the writer's own project."""
        draft = parse_draft(body.get("draft"))
        if draft.topic not in ("", *self.topic_keys()):
            raise Problems({"topic": Problem("not_allowed", {"allowed": ", ".join(self.topic_keys())})})
        if draft.audience == "me" and self.setting("private_answers") != "yes":
            raise Problems({"audience": Problem("not_allowed", {"allowed": "everyone, facilitators"})})
        card = _snapshot(asker, draft.card) if draft.card else None
        must_be_safe({"text": draft.text, "card": card}, confirmed=draft.confirmed)
        return draft, self._with(to_html(draft.text), card=card)

    def _topic(self, body: Body, *, is_new: bool) -> str:
        """One of the author's topics; one that was taken out of the settings since can still be left."""
        topic = body.get("topic")
        if not is_new and isinstance(topic, str) and TOPIC_KEY.fullmatch(topic):
            return topic
        return str(one_of(body, "topic", tuple(self.topic_keys())))

    def _with(self, html: str, *, card: Any = None) -> Any:
        from qi_social_space import api

        return api.Rendered(html, card=card, premoderated=self.setting("premoderation") == "yes")

    def _told_with(self, asker: Asker, written: Any, events: list[Any], *, text: str) -> dict[str, Any]:
        """The post as its author sees it; others' posts may have opened with it.

        Where the same sending had arrived before and was deleted since, it is its place, or None without replies.
        """
        from qi_social_space import api

        found = [*api.posts(asker.reader, [written.id]).values()]
        in_danger = may_be_in_danger(text) and any(one.state not in PURGED for one in found)
        if in_danger and found[0].audience != "me":  # facilitators cannot read what is the writer's alone
            api.alert(asker.reader, written.id, now=now())
        post = self.presenter().posts(found)[0] if found else None
        return self.tell(asker, events) | {"post": post, "in_danger": in_danger}


def _snapshot(asker: Asker, choice: CardChoice) -> dict[str, Any]:
    """Raises Problems when it is not there, or is not any more what the writer saw in the preview."""
    card = cards.card_of(choice.kind, choice.id, _work(asker))
    if card is None:
        raise Problems({"card": Problem("missing")})
    if choice.seal and choice.seal != cards.seal(card):
        raise Problems({"card": Problem("changed")})
    return card


def _note(asker: Asker, choice: CardChoice) -> None:
    """The project's home tells when others were asked about it."""
    from qi_project import api

    api.note_share(asker.reader.user_id, choice.kind, course_key=asker.reader.course_key, now=now())


def _work(asker: Asker) -> cards.Work:
    from qi_project import api

    owner, course_key = asker.reader.user_id, asker.reader.course_key
    return cards.Work(**{tool: api.find(owner, tool, course_key=course_key).document for tool in cards.SCHEMAS})
