"""Who asks in which room, and one shape for every answer. Each handler of a space begins here.

The group is asked of the platform at every request; what the page says is only compared with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal

from django.contrib.auth import get_user_model
from django.utils import timezone
from webob import Request, Response

from qi_core import compat
from qi_core.domain.problems import Problem, Problems
from qi_core.handlers import Body, answer, json_post, problems_json
from qi_core.host import Visitor
from qi_social_space.domain import completion, roles
from qi_social_space.domain.pacing import TooFast
from qi_social_space.domain.states import NotAllowed

USERNAME = "edx-platform.username"
Need = Literal["read", "write", "facilitate", "moderate"]


class Refused(Exception):
    """403 or 409, with a word that says why."""

    def __init__(self, reason: str, *, status: int = 403, **facts: Any) -> None:
        super().__init__(reason)
        self.status = status
        self.body = {"reason": reason, **facts}


@dataclass(frozen=True)
class Asker:
    """There always is a `reader`: whoever has no room here has been refused before."""

    reader: Any
    standing: roles.Standing
    cohort: int


def asker_of(block: Any, visitor: Visitor, *, cohort: Any = None) -> Asker:
    """`cohort`: another room, for those who see all of them."""
    from qi_social_space import api

    assert visitor.user_id is not None
    standing = standing_of(block, visitor)
    own = cohort_of(block, visitor.user_id)
    usage_key = block.scope_ids.usage_id
    may_choose = standing.sees_all_groups and isinstance(cohort, int)
    room = cohort if may_choose and cohort in api.rooms_of(usage_key) else own
    space_id = api.space_of(usage_key, cohort=room, on_leaving=block.setting("on_leaving"))
    reader = api.Reader(
        visitor.user_id,
        space_id,
        usage_key.context_key,
        facilitates=standing.facilitates,
        moderates=standing.moderates,
    )
    return Asker(block.opened(reader), standing, room)


def standing_of(block: Any, visitor: Visitor) -> roles.Standing:
    user = block.runtime.service(block, "user").get_current_user()
    return roles.standing_of(
        is_staff=visitor.is_staff,
        discussion_roles=compat.discussion_roles(visitor.user_id or 0, block.scope_ids.usage_id.context_key),
        is_listed=user.opt_attrs.get(USERNAME) in roles.names_in(block.setting("facilitators")),
    )


def cohort_of(block: Any, user_id: int) -> int:
    """0 in a space for the whole course, and for who is in no cohort."""
    if block.setting("rooms") != "cohort":
        return 0
    user = get_user_model().objects.get(pk=user_id)
    found = compat.cohort_of(user, block.scope_ids.usage_id.context_key)
    return found if found is not None else _cohort_by_partition(block, user)


def cohort_names(block: Any) -> dict[int, str]:
    found = compat.cohort_names(block.scope_ids.usage_id.context_key)
    if found is not None:
        return found
    return {group.id: group.name for one in _partitions(block) for group in getattr(one, "groups", ())}


def _cohort_by_partition(block: Any, user: Any) -> int:
    """Where the platform's cohorts cannot be asked, its service for groups may know."""
    service = block.runtime.service(block, "partitions")
    found = (service.get_user_group_id_for_partition(user, one.id) for one in _partitions(block))
    return next(found, 0) or 0


def _partitions(block: Any) -> list[Any]:
    all_of_them = getattr(block.runtime.service(block, "partitions"), "course_partitions", ())
    return [one for one in all_of_them if getattr(one.scheme, "name", "") == "cohort"]


def asked(need: Need = "read") -> Callable[[Callable[..., dict[str, Any]]], Any]:
    """A JSON handler that answers a dict: the method gets the asker and the body."""

    def wrap(method: Callable[..., dict[str, Any]]) -> Any:
        @json_post("learner")
        @wraps(method)
        def handler(self: Any, visitor: Visitor, body: Body) -> Response:
            return answered(lambda: method(self, _let_in(self, visitor, body, need), body))

        return handler

    return wrap


def _let_in(block: Any, visitor: Visitor, body: Body, need: Need) -> Asker:
    """`who` and `space` are whose page it was and in which room: both may have changed since."""
    if body.get("who") not in (None, str(visitor.user_id)):
        raise Refused("someone_else")
    asker = asker_of(block, visitor, cohort=body.get("cohort"))
    if body.get("space") not in (None, asker.reader.space_id):
        raise Refused("moved", status=409)
    if need == "facilitate" and not asker.standing.facilitates or need == "moderate" and not asker.standing.moderates:
        raise Refused("not_facilitator")
    if need == "write" and not asker.standing.facilitates and not block.phase().may_write:
        raise Refused("closed")
    return asker


def answered(action: Callable[[], dict[str, Any]]) -> Response:
    from qi_social_space import api

    try:
        return answer(200, action())
    except Problems as rejected:
        return answer(400, {"problems": problems_json(rejected.problems)})
    except Refused as refused:
        return answer(refused.status, refused.body)
    except api.RulesNotAccepted:
        return answer(403, {"reason": "rules"})
    except api.Paused as paused:
        return answer(403, {"reason": "paused", "until": paused.until.isoformat()})
    except TooFast as fast:
        return answer(429, {"reason": "too_fast", "wait_s": fast.wait_s}, headers={"Retry-After": str(fast.wait_s)})
    except api.NotThere:
        return answer(404, {"reason": "not_there"})
    except (NotAllowed, api.Faster):
        return answer(409, {"reason": "changed"})


def row_id(body: Body, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 2**63 - 1:
        raise Problems({name: Problem("not_a_number")})
    return value


def one_of(body: Body, name: str, allowed: tuple[str, ...]) -> Any:
    value = body.get(name)
    if not isinstance(value, str) or value not in allowed:
        raise Problems({name: Problem("not_allowed", {"allowed": ", ".join(allowed)})})
    return value


def flag(body: Body, name: str) -> bool:
    value = body.get(name)
    if not isinstance(value, bool):
        raise Problems({name: Problem("wrong_type")})
    return value


def cohort_in(request: Request) -> int | None:
    """The room that a GET asks for."""
    text = request.GET.get("cohort", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def wanted_of(block: Any) -> completion.Wanted:
    return completion.Wanted(
        frozenset(block.setting("counts")),
        posts=block.setting("posts_wanted"),
        replies=block.setting("replies_wanted"),
        reactions=block.setting("reactions_wanted"),
    )


def now() -> Any:
    return timezone.now()
