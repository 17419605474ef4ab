"""The handlers of a learner's list of projects: start one, open another, rename, put away, delete for good."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from webob import Response

from qi_core.events import checked
from qi_core.handlers import Body, answer, json_post
from qi_core.host import Visitor
from qi_core.learner_handlers import answered
from qi_core.moments import iso
from qi_project.domain.listing import Change, parse_change


class ListHandlers:
    """For the project's home."""

    scope_ids: Any
    runtime: Any

    @json_post("learner")
    def projects(self, visitor: Visitor, _body: Body) -> Response:
        return answer(200, self._list(visitor))

    @json_post("learner")
    def change_projects(self, visitor: Visitor, body: Body) -> Response:
        """Answers the list as it is then; the page opens anew when another project is meant by now."""
        if body.get("who") != str(visitor.user_id):
            return answer(403, {"reason": "someone_else"})

        def changed() -> Response:
            change = parse_change({name: value for name, value in body.items() if name != "who"})
            self._change(visitor.user_id or 0, change, now=timezone.now())
            self.runtime.publish(self, *checked("qi.project.list_changed", {"act": change.act}))
            return answer(200, self._list(visitor))

        return answered(changed)

    def _change(self, owner_id: int, change: Change, *, now: datetime) -> None:
        """Raises Problems, and Gone. What is opened or started here is what this course works on."""
        from qi_project import api

        course_key, project = self.scope_ids.usage_id.context_key, change.number
        if change.act == "start":
            api.start_project(owner_id, title=change.title, now=now, course_key=course_key)
        elif change.act == "rename":
            api.rename_project(owner_id, project=project, title=change.title)
        elif change.act == "archive":
            api.archive_project(owner_id, project=project, now=now)
        elif change.act == "restore":
            api.restore_project(owner_id, project=project)
        elif change.act == "open":
            api.open_project(owner_id, project=project, course_key=course_key)
        elif change.act == "delete":
            api.erase_project(owner_id, project=project)
        else:
            chosen = project if change.act == "choose" else None
            api.choose_in_course(owner_id, project=chosen, course_key=course_key)

    def _list(self, visitor: Visitor) -> dict[str, Any]:
        """`here` is the project that this course works on; `is_chosen`: whichever is open elsewhere."""
        from qi_project import api

        owner_id, course_key = visitor.user_id or 0, self.scope_ids.usage_id.context_key
        here = api.project_of(owner_id, course_key=course_key)
        return {
            "here": str(here.id) if here else "",
            "projects": [
                {
                    "id": str(line.id),
                    "title": line.title,
                    "created": iso(line.created),
                    "saved_at": iso(line.saved_at),
                    "is_open": line.is_open,
                    "is_archived": line.archived_at is not None,
                    "is_chosen": str(course_key) in line.courses,
                }
                for line in api.projects_of(owner_id)
            ],
        }
