"""Every handler of a space with a body that it would take, and everything that is stored."""

from demo.models import StudentState
from django.apps import apps

SECRET = "Amara's own words"
READER = {
    "feed": {"sort": "new", "topic": ""},
    "thread": {"post": 1},
    "replies": {"post": 1},
    "history": {"post": 1},
    "seen": {"up_to": 1},
    "write_post": {"draft": {"token": "hostile1", "text": "Hello"}},
    "edit_post": {"post": 1, "draft": {"text": "Overwritten"}},
    "delete_post": {"post": 1},
    "unshare": {"post": 1},
    "react": {"post": 1, "kind": "thanks", "is_on": True},
    "report_post": {"post": 1, "reason": "spam"},
    "follow": {"person": 1, "is_on": True},
    "mute": {"person": 1, "is_on": True},
    "accept_rules": {},
    "decline": {"declines": True},
    "shareable": {},
    "preview": {"draft": {"token": "hostile1", "text": "Hello"}},
}
FACILITATOR = {
    "queue": {},
    "decide": {"post": 1, "act": "hide", "reason": "spam", "note": ""},
    "highlight": {"post": 1, "highlight": "question", "is_pinned": True},
    "log": {},
}
MODERATOR = {
    "erase_post": {"post": 1, "reason": "spam", "confirm": "erase"},
    "pause": {"person": 1, "days": 7},
}
POSTS = READER | FACILITATOR | MODERATOR
GETS = ("news", "export_mine", "export_log")
EVERY = [*POSTS, *GETS]
ABOUT_A_POST = [name for name, body in POSTS.items() if "post" in body]


def everything():
    models = apps.get_app_config("qi_social_space").get_models()
    return [list(model.objects.order_by("pk").values()) for model in models] + [list(StudentState.objects.values())]
