"""What a course has beside its outline: attributes, policy, about pages, uploads. The local host only keeps it.

Studio names the policy's folder and its entry after the run: both are kept without it, and named again on the way out.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from demo.models import Course
from demo.olx.archive import NotACourse
from demo.olx.leaves import named

OUTLINE = ("course.xml", "course/", "chapter/", "sequential/", "vertical/", "html/", "problem/")
POLICY = "policy.json"
Kept = dict[str, Any]


def around_of(root: etree._Element, files: Mapping[str, bytes]) -> Kept:
    """`root` is the course with its attributes. Files are kept byte by byte, each byte as a character."""
    run = root.get("url_name", "")
    folder = f"policies/{run}/"
    others = {path: text for path, text in files.items() if not path.startswith(OUTLINE)}
    policy = others.pop(folder + POLICY, None)
    of_run = {path for path in others if path.startswith(folder)}
    return {
        "attributes": named(root).get("xml_attributes", {}),
        "policy": _policy(policy, run) if policy else {},
        "of_run": {path.removeprefix(folder): others[path].decode("latin-1") for path in sorted(of_run)},
        "files": {path: others[path].decode("latin-1") for path in sorted(others.keys() - of_run)},
    }


def _policy(text: bytes, run: str) -> Kept:
    try:
        found = json.loads(text)[f"course/{run}"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotACourse(f"policies/{run}/{POLICY} is not the policy of this course.") from error
    return dict(found)


def files_around(course: Course) -> Iterator[tuple[str, bytes]]:
    kept, folder = course.olx, f"policies/{course.key.run}/"
    if kept.get("policy"):
        policy = {f"course/{course.key.run}": kept["policy"]}
        yield folder + POLICY, json.dumps(policy, indent=4).encode()
    for path, text in kept.get("of_run", {}).items():
        yield folder + path, text.encode("latin-1")
    for path, text in kept.get("files", {}).items():
        yield path, text.encode("latin-1")
