"""The social space as an XBlock: its settings, its page, and telling the platform what a learner has done.

Completion 1.0: the learner has read, posted, replied and reacted as far as the author asks for it.
"""

from hashlib import sha256
from types import SimpleNamespace
from typing import Any, ClassVar

from django.utils import timezone
from xblock.fields import Integer, List, Scope, String
from xblock.validation import ValidationMessage

from qi_core import compat
from qi_core.base import BaseBlock
from qi_core.host import Visitor
from qi_core.moments import iso
from qi_core.settings_form import Setting
from qi_core.strings import _
from qi_social_space.asking import Asker, now, standing_of, wanted_of
from qi_social_space.domain import TOOL, completion, phases
from qi_social_space.facilitating_handlers import FacilitatingHandlers
from qi_social_space.presenting import Presenter
from qi_social_space.reading_handlers import ReadingHandlers
from qi_social_space.prompts import Prompt, prompt_of
from qi_social_space.room import room_of
from qi_social_space.settings import SPACE_SETTINGS, dates_in
from qi_social_space.staff import SpaceStaffHooks
from qi_social_space.strings import STRINGS
from qi_social_space.writing_handlers import WritingHandlers


class SocialSpaceBlock(ReadingHandlers, WritingHandlers, FacilitatingHandlers, SpaceStaffHooks, BaseBlock):
    tool: ClassVar[Any] = SimpleNamespace(TOOL=TOOL)
    strings = STRINGS
    bundle = "qi_social_space"
    settings_spec: ClassVar[tuple[Setting, ...]] = SPACE_SETTINGS

    display_name = String(display_name=_("Title"), default=_("QI: social space"), scope=Scope.settings)
    ready_prompt = String(default="", scope=Scope.settings)
    prompt = String(default="", scope=Scope.settings, multiline_editor=True)
    post_first = String(default="no", scope=Scope.settings)
    private_answers = String(default="yes", scope=Scope.settings)
    topics = String(default="", scope=Scope.settings)
    questions_here = String(default="yes", scope=Scope.settings)
    rooms = String(default="whole", scope=Scope.settings)
    names = String(default="full", scope=Scope.settings)
    premoderation = String(default="no", scope=Scope.settings)
    facilitators = String(default="", scope=Scope.settings)
    watched = String(default="", scope=Scope.settings)
    counts = List(default=["read", "post"], scope=Scope.settings)
    posts_wanted = Integer(default=1, scope=Scope.settings)
    replies_wanted = Integer(default=1, scope=Scope.settings)
    reactions_wanted = Integer(default=1, scope=Scope.settings)
    live_from = String(default="", scope=Scope.settings)
    apply_from = String(default="", scope=Scope.settings)
    catch_up_from = String(default="", scope=Scope.settings)
    closed_from = String(default="", scope=Scope.settings)
    daily_prompts = String(default="", scope=Scope.settings, multiline_editor=True)
    on_leaving = String(default="erase", scope=Scope.settings)

    def page(self, visitor: Visitor) -> dict[str, Any]:
        phase = self.phase()
        return {
            **self.page_words(),
            **self.page_head(),
            "who": str(visitor.user_id or ""),
            "can_save": visitor.may_save,
            "why_not": visitor.why_not,
            **self._prompt(visitor),
            "topics": [{"key": key, "label": label} for key, label in self.topic_keys().items()],
            "phase": {"name": phase.phase, "until": phase.until and phase.until.isoformat(), "prompt": phase.prompt},
            "private_answers": self.setting("private_answers") == "yes",
            "post_first": self.setting("post_first") == "yes",
            "premoderated": self.setting("premoderation") == "yes",
            "watched": self.setting("watched"),
            **self._addresses(),
            "room": room_of(self, visitor) if visitor.may_save else None,
        }

    def prompt_now(self) -> Prompt:
        return prompt_of(self.setting("ready_prompt"), own=self.setting("prompt"))

    def _prompt(self, visitor: Visitor) -> dict[str, Any]:
        found = self.prompt_now()
        is_for_them = found.follow_up and visitor.may_save and standing_of(self, visitor).facilitates
        return {
            "prompt_html": self.html_of(found.text),
            "starters": list(found.starters),
            "confidentiality": found.confidentiality,
            "follow_up": found.follow_up if is_for_them else "",
        }

    def _addresses(self) -> dict[str, str]:
        usage_key = self.scope_ids.usage_id
        return {
            "link": compat.page_of(usage_key.context_key, usage_key),
            "course_url": compat.address_of(usage_key.context_key, usage_key),
            "later_url": str(self.runtime.local_resource_url(self, f"public/{self.bundle}_second.js")),
        }

    def tell(self, asker: Asker, events: Any = ()) -> dict[str, Any]:
        """After everything has been written: the one field of ours, events, completion; what the page says of me."""
        from qi_social_space import api

        known = api.standing_of(asker.reader, now=now())
        found = completion.review(known.acts, wanted_of(self))
        if events:
            self.last_saved_revision = sum(found.counts.values())
        for name, payload in events:
            self.runtime.publish(self, name, payload)
        self.publish_progress(found.progress)
        people = self.presenter().people({*known.followed, *known.muted})
        return {
            "me": {
                "progress": found.progress,
                "todo": [{"rule": todo.rule, "facts": dict(todo.facts)} for todo in found.todo],
                "counts": dict(found.counts),
                "is_open": self.is_open_to(asker.reader, known.acts),
                "has_declined": known.acts.has_declined,
                "accepted": known.has_accepted_rules,
                "paused_until": iso(known.paused_until),
                "topics": list(known.topics),
                "followed": [one for one in people if one["id"] in known.followed],
                "muted": [one for one in people if one["id"] in known.muted],
            }
        }

    def opened(self, reader: Any) -> Any:
        """The reader as the author's "post before reading others" lets him read."""
        from dataclasses import replace

        from qi_social_space import api

        if self.setting("post_first") != "yes" or reader.facilitates:
            return reader
        return replace(reader, only_own=not completion.has_opened(api.acts_of(reader)))

    def is_open_to(self, reader: Any, acts: completion.Acts) -> bool:
        return self.setting("post_first") != "yes" or reader.facilitates or completion.has_opened(acts)

    @property
    def takes_questions(self) -> bool:
        return bool(self.setting("questions_here") == "yes")

    def phase(self) -> phases.Now:
        """Dates that are out of order count as none; `validate` tells the author."""
        prompts = [line.strip() for line in self.setting("daily_prompts").splitlines() if line.strip()]
        try:
            return phases.phase_on(timezone.localdate(), dates_in(self.set_up()), prompts=prompts)
        except ValueError:
            return phases.Now("open")

    def topic_keys(self) -> dict[str, str]:
        """Key -> the author's word. Rows keep the key, so that a word can never be anything but the author's."""
        return self.keys_of(self.setting("topics"))

    @staticmethod
    def keys_of(topics: str) -> dict[str, str]:
        words = (word.strip() for word in topics.split(","))
        return {sha256(word.casefold().encode()).hexdigest()[:12]: word for word in words if word}

    def presenter(self) -> Presenter:
        return Presenter(full_names=self.setting("names") == "full")

    def wrong_settings(self) -> list[Setting]:
        """Dates out of order are told once, and otherwise."""
        return [one for one in super().wrong_settings() if one.check is None]

    def validate(self) -> Any:
        validation = super().validate()
        try:
            dates_in(self.set_up())
        except ValueError:
            text = self.translate(_("The dates are not in order: without them the space is open all the time."))
            validation.add(ValidationMessage(ValidationMessage.ERROR, text))
        return validation
