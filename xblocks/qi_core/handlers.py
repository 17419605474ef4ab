"""JSON handlers: who may call, what a body may be, and one shape for every answer.

XBlock's own json_handler takes any JSON value, of any size and depth, and asks nobody who is calling.
"""

import json
import math
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Literal

from webob import Request, Response
from xblock.core import XBlock

from qi_core.domain.problems import Problem
from qi_core.host import Visitor, visitor_of

JSON = "application/json"
BODY_MAX = 512 * 1024
DEPTH_MAX = 32
PROJECT_DIGITS_MAX = 18  # more no column holds
NO_SUCH_PROJECT = 0

Body = dict[str, Any]
Caller = Literal["learner", "author"]
Handler = Callable[[Any, Visitor, Body], Response]


class BadBody(Exception):
    """The body is not a JSON object of sensible size and depth."""

    def __init__(self, code: str, *, status: int = 400, **facts: int | str) -> None:
        super().__init__(code)
        self.status = status
        self.problems = {"": {"code": code, "facts": facts}}


def json_post(caller: Caller, *, most: int = BODY_MAX) -> Callable[[Handler], Any]:
    """A handler that takes a JSON object by POST: from the record's own learner, or an author in Studio.

    `most` is how many bytes the body may have.
    """

    def wrap(method: Handler) -> Any:
        @XBlock.handler
        @wraps(method)
        def handler(self: Any, request: Request, suffix: str = "") -> Response:  # pylint: disable=unused-argument
            if request.method != "POST":
                return answer(405, {"reason": "post_only"}, headers={"Allow": "POST"})
            visitor = visitor_on_page(self, request)
            refused = refusal(visitor, caller)
            if refused:
                return answer(403, {"reason": refused})
            try:
                return method(self, visitor, read(request, most=most))
            except BadBody as bad:
                return answer(bad.status, {"problems": bad.problems})

        return handler

    return wrap


def refusal(visitor: Visitor, caller: Caller) -> str | None:
    if caller == "learner":
        return visitor.why_not
    return None if visitor.may_author else "not_author"


def visitor_on_page(block: Any, request: Request) -> Visitor:
    """Every address that a page calls names the project that it was opened on, if there was one by then.

    The block remembers it for as long as it answers; what is no number is a project that does not exist.
    """
    if named := request.GET.get("project", ""):
        is_number = named.isascii() and named.isdigit() and len(named) <= PROJECT_DIGITS_MAX
        block.project_named = int(named) if is_number else NO_SUCH_PROJECT
    return visitor_of(block)


def read(request: Request, *, most: int = BODY_MAX) -> Body:
    """What does not say that it is JSON is not read, whatever it holds.

    A page of another site can have forms and plain text sent with the visitor's cookies, and the platform's
    `handler_noauth` addresses ask for no CSRF token. JSON no browser sends for another site unasked.
    """
    if request.content_type != JSON:
        raise BadBody("not_json")
    if (request.content_length or 0) > most or len(request.body) > most:
        raise BadBody("too_large", status=413, max=most)
    try:
        value = json.loads(request.body, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadBody("not_json") from error
    if not isinstance(value, dict):
        raise BadBody("not_an_object")
    if _is_deeper(value, DEPTH_MAX):
        raise BadBody("too_deep", max=DEPTH_MAX)
    return value


def answer(status: int, body: Mapping[str, Any], *, headers: Mapping[str, str] | None = None) -> Response:
    text = json.dumps(body, allow_nan=False)
    response = Response(text, status=status, content_type=JSON, charset="UTF-8")
    response.headers.update({"Cache-Control": "no-store", **(headers or {})})
    return response


def problems_json(problems: Mapping[str, Problem]) -> dict[str, Any]:
    return {path: {"code": problem.code, "facts": dict(problem.facts)} for path, problem in problems.items()}


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _is_deeper(value: Any, allowed: int) -> bool:
    level = [value]
    for _ in range(allowed):
        level = [inner for outer in level if isinstance(outer, dict | list) for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(outer: dict[str, Any] | list[Any]) -> list[Any]:
    return list(outer.values()) if isinstance(outer, dict) else outer
