"""The platform's forum behind the thinnest site there can be: `python -m benchmarks.peers.talking POSTS`.

No sessions, no permissions, no rendering of Markdown: an address for each call of its Python API. Prints its port
when the posts are there, and serves until its input ends.
"""
# pylint: disable=import-error,imported-auth-user  # the forum lives in the peers' environment

import json
import os
import sys
from typing import Any

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path

COURSE = "course-v1:QI+TALK+crowd"
BASE, PEOPLE, PER_PAGE = 1_000, 200, 20


def page(_request: HttpRequest, asked: dict[str, Any]) -> Any:
    from forum.api import get_user_threads

    return get_user_threads(
        course_id=COURSE, user_id=_person(asked), page=asked["number"], per_page=PER_PAGE, sort_key="date"
    )


def post(_request: HttpRequest, asked: dict[str, Any]) -> Any:
    from forum.api import create_thread

    return create_thread("A test of change", "Said once more", COURSE, _person(asked))


def reply(_request: HttpRequest, asked: dict[str, Any]) -> Any:
    from forum.api import create_parent_comment

    return create_parent_comment(_thread(asked), "An answer", _person(asked), COURSE, False, False)


def react(_request: HttpRequest, asked: dict[str, Any]) -> Any:
    from forum.api import update_thread_votes

    return update_thread_votes(_thread(asked), _person(asked), "up", COURSE)


def _person(asked: dict[str, Any]) -> str:
    return str(asked["person"] + 1)


def _thread(asked: dict[str, Any]) -> str:
    """Two thirds of each thousand posts are threads, with the lower ids of each thousand."""
    number = asked["thread"]
    return str(number // 666 * BASE + number % 666 + 1)


def _view(act: Any) -> Any:
    return lambda request: JsonResponse(act(request, json.loads(request.body)), safe=False)


urlpatterns = [path(act.__name__, _view(act)) for act in (page, post, reply, react)]


def seed(posts: int) -> None:
    from django.contrib.auth.models import User
    from django.utils import timezone
    from forum.models import Comment, CommentThread, ForumUser

    from benchmarks.multiply import multiply

    now, common = timezone.now(), {"course_id": COURSE, "author_id": 1, "body": "What we tried and what came of it."}
    User.objects.bulk_create([User(id=n, username=f"learner{n}") for n in range(1, PEOPLE + 1)])
    ForumUser.objects.bulk_create([ForumUser(user_id=n) for n in range(1, PEOPLE + 1)])
    asked = common | {"title": "A test", "commentable_id": "course", "last_activity_at": now}
    threads = [CommentThread(id=n, **asked) for n in range(1, 667)]
    CommentThread.objects.bulk_create(threads)
    Comment.objects.bulk_create([Comment(id=n, comment_thread_id=n, **common) for n in range(1, 335)])
    copies, set_to = posts // BASE - 1, {"author_id": f"1 + copy.seq % {PEOPLE}"}
    in_thread = {"comment_thread_id": f"row.comment_thread_id + copy.seq * {BASE}"}
    multiply(CommentThread, size=BASE, copies=copies, set_to=set_to)
    multiply(Comment, size=BASE, copies=copies, set_to=set_to | in_thread)


def main() -> None:
    import pymysql

    from benchmarks.load import served

    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.peers.forum_settings"
    with pymysql.connect(unix_socket=os.environ["QI_DB_SOCKET"], user="root").cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS forum")
        cursor.execute("CREATE DATABASE forum CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
    django.setup()
    call_command("migrate", verbosity=0)
    seed(int(sys.argv[1]))
    django.db.connections.close_all()
    with served(get_wsgi_application) as port:
        print(port, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
