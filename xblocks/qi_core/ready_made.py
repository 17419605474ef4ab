"""The ready-made content of qi_templates for blocks: in the language of the page, the site's own among it."""

import logging
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from qi_templates import errors, load_all, use_folders

log = logging.getLogger(__name__)


def use_site_templates() -> None:
    """At the start of the app. What is broken is left out and told in the log; the platform goes on."""
    use_folders(getattr(settings, "QI_TEMPLATES_DIRS", ()))
    for error in errors():
        log.error("qi_templates: left out: %s", error)


def ready_made(kind: str) -> list[dict[str, Any]]:
    """Copy one before you change it."""
    return load_all(kind, language=(get_language() or "").lower())


def titles(kind: str) -> tuple[tuple[str, str], ...]:
    """For a choice among an author's settings."""
    return tuple((one["id"], one["title"]) for one in ready_made(kind))
