"""The ready-made courses of qi_templates: imported as by Studio, published, and partly taken by the sample people."""

from collections.abc import Callable, Iterable
from typing import Any

from completion.models import BlockCompletion
from django.contrib.auth.models import User  # pylint: disable=imported-auth-user  # the host's own
from django.db.models import F
from lxml import etree
from opaque_keys.edx.keys import CourseKey, UsageKey

import qi_templates
from demo import html_block, problem
from demo.children import children_of
from demo.models import Block, Course
from demo.olx import import_course
from demo.places import visit
from demo.problem.questions import questions_of
from demo.runtime import HostRuntime
from demo.seeding.work import Json
from demo.studio.edits import UNIT

IDEAS = "qi-tools-from-problem-to-ideas"
LAST = "qi-tools-2-make-it-last"
NAMES = (IDEAS, LAST)
Call = Callable[[User, UsageKey, str, Json], Json]


def key_of(name: str) -> CourseKey:
    root = etree.fromstring(qi_templates.course_files(name)["course.xml"])
    return CourseKey.from_string(f"course-v1:{root.get('org')}+{root.get('course')}+{root.get('url_name')}")


def keys() -> tuple[CourseKey, ...]:
    return tuple(key_of(name) for name in NAMES)


def block_key(block_type: str, slug: str) -> UsageKey:
    """Of the longer course."""
    return key_of(IDEAS).make_usage_key(block_type, slug)


def seed_courses() -> None:
    for name in NAMES:
        course, is_new = Course.objects.get_or_create(key=key_of(name), defaults={"title": name})
        if is_new:
            import_course(course, qi_templates.course_archive(name))
            Block.objects.filter(course=course).update(published_fields=F("fields"))


def take(learner: User, units: Iterable[str], *, call: Call) -> None:
    """As somebody who opens these units one by one, reads them and answers what is asked. Tools only open."""
    rows = list(Block.objects.filter(course__key=key_of(IDEAS)).select_related("course"))
    by_name = {row.usage_key.block_id: row for row in rows if row.block_type == UNIT}
    leaves = [leaf for name in units for leaf in children_of(by_name[name], published=True, among=rows)]
    texts = [(leaf.usage_key, 1.0) for leaf in leaves if leaf.block_type == html_block.TAG]
    BlockCompletion.objects.submit_batch_completion(learner, texts)
    for leaf in leaves:
        _take_leaf(learner, leaf, call=call)


def _take_leaf(learner: User, leaf: Block, *, call: Call) -> None:
    if leaf.block_type == problem.TAG:
        right = [
            [place for place, choice in enumerate(question.choices) if choice.is_right]
            for question in questions_of(leaf.fields["data"])
        ]
        call(learner, leaf.usage_key, "submit_answers", {"answers": right})
    elif leaf.block_type == "qi_social_space":
        call(learner, leaf.usage_key, "seen", {})
    elif leaf.block_type != html_block.TAG:
        page_of(learner, leaf.usage_key)


def page_of(learner: User, key: UsageKey) -> dict[str, Any]:
    """Opening a tool tells the platform how far its learner is: the project may have come from another course."""
    block = HostRuntime(visit("lms", key.context_key, user=learner)).get_block(key)
    arguments: dict[str, Any] = block.student_view({}).json_init_args
    block.save()
    return arguments


def read_chart(learner: User, slug: str, *, tells: str, does_not: str, call: Call) -> None:
    """What a learner writes beside a chart that the course brings along."""
    key = block_key("qi_run_chart", slug)
    document = page_of(learner, key)["state"]["document"]
    document["measures"][0]["reading"] = {"tells": tells, "does_not": does_not}
    call(learner, key, "save_work", {"revision": 0, "document": document})
