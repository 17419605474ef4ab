"""What a visitor finds on coming into a room: all that the first look needs, so that no second request is made."""

from typing import Any

from qi_core.host import Visitor
from qi_social_space.asking import Asker, asker_of, cohort_names, now
from qi_social_space.presenting import cursor


def room_of(block: Any, visitor: Visitor) -> dict[str, Any]:
    from qi_social_space import api

    asker = _asker(block, visitor)
    reader, standing = asker.reader, asker.standing
    api.come_in(reader, now=now())
    names = cohort_names(block) if asker.cohort or standing.sees_all_groups else {}
    return {
        "space": reader.space_id,
        "cohort": asker.cohort,
        "cohorts": _rooms(block, names) if standing.sees_all_groups else [],
        "group": names.get(asker.cohort, "") if asker.cohort else "",
        "role": standing.role,
        "waiting": len(api.queue(reader, now=now())) if standing.facilitates else 0,
        "feed": block.presenter().page(api.page(reader)) | {"since": cursor(api.newest_change(reader))},
        "news": block.presenter().news(api.news(reader)),
        **block.tell(asker),
    }


def _asker(block: Any, visitor: Visitor) -> Asker:
    """Who sees all rooms and belongs to none begins where most waits, not where nobody is."""
    from qi_social_space import api

    asker = asker_of(block, visitor)
    if asker.cohort or not asker.standing.sees_all_groups:
        return asker
    rooms = {one: space for one, space in api.rooms_of(block.scope_ids.usage_id).items() if one}
    if not rooms:
        return asker
    waiting = api.waiting_in(list(rooms.values()), now=now())
    return asker_of(block, visitor, cohort=max(rooms, key=lambda one: (waiting[rooms[one]], -one)))


def _rooms(block: Any, names: dict[int, str]) -> list[dict[str, Any]]:
    """For those who see all of them, with what waits in each."""
    from qi_social_space import api

    rooms = api.rooms_of(block.scope_ids.usage_id)
    waiting = api.waiting_in(list(rooms.values()), now=now())
    return [{"id": one, "name": names.get(one, ""), "waiting": waiting[space]} for one, space in rooms.items()]
