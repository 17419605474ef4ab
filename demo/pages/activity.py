"""The activity panel's JSON: completion rows as they are, tracking events as they come.

One sees what the platform keeps about oneself; staff who view as a certain learner see that learner's.
"""

from typing import Any

from completion.models import BlockCompletion
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from demo.models import ActivityEvent, Block, Course
from demo.pages.access import for_members, learner_shown
from demo.pages.outline import State, all_units, sections_of
from demo.roles import Person

NEWEST = 20
Json = dict[str, Any]


@require_GET
@for_members
def activity(request: HttpRequest, course: Course) -> HttpResponse:
    """`?after=<id>`: only events after that one. Newest first."""
    learner = learner_shown(request, course)
    after = request.GET.get("after", "0")
    reply = {
        "completions": _completions(course, learner),
        "events": _events(course, learner, after=int(after) if after.isdecimal() else 0),
        "units": {str(unit.key): _ticks(unit.state) for unit in all_units(sections_of(course, learner))},
    }
    return JsonResponse(reply, headers={"Cache-Control": "no-store"})


def _completions(course: Course, learner: Person) -> list[Json]:
    rows = BlockCompletion.objects.filter(user=learner, context_key=course.key).order_by("-modified")
    blocks = {
        block.usage_key: block for block in Block.objects.filter(course=course).select_related("parent")
    }
    return [
        {
            "name": _name(blocks.get(row.full_block_key), row.block_type),
            "percent": round(row.completion * 100),
        }
        for row in rows
    ]


def _name(block: Block | None, block_type: str) -> str:
    """A block's name, or its unit's where it has none of its own."""
    if block is None:
        return block_type
    unit = block.parent.fields.get("display_name", "") if block.parent else ""
    own = block.fields.get("display_name", "")
    return own or (f"{unit} ({block_type})" if unit else block_type)


def _events(course: Course, learner: Person, *, after: int) -> list[Json]:
    theirs = ActivityEvent.objects.filter(user__username=learner.get_username(), id__gt=after)
    events = theirs.filter(context__course_id=str(course.key))[:NEWEST]
    return [
        {"id": event.pk, "name": event.name, "at": event.created.isoformat(), "data": event.data}
        for event in events
    ]


def _ticks(state: State) -> dict[str, str]:
    return {
        "link": render_to_string("demo/parts/state.html", {"state": state}).strip(),
        "head": render_to_string("demo/parts/state.html", {"state": state, "words": "state-words"}).strip(),
    }
