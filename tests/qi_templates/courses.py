"""A ready-made course as its files tell it: what a platform would make of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import qi_templates
from lxml import etree, html

OURS = "qi_"
MINUTES = re.compile(r"About (\d+) minutes")


@dataclass(frozen=True)
class Unit:
    """`leaves`: each block's own XML, found behind its pointer; `texts` are those that a learner reads, in order."""

    name: str
    leaves: list[etree._Element]
    texts: list[str]

    @property
    def minutes(self) -> int:
        return int(MINUTES.search(self.texts[0])[1])

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.texts)


@dataclass(frozen=True)
class Folder:
    """`reached`: the files that the outline leads to."""

    files: dict[str, bytes]
    run: str
    course: etree._Element
    parts: list[tuple[str, list[Unit]]]
    reached: set[str]

    @property
    def units(self) -> list[Unit]:
        return [unit for _, units in self.parts for unit in units]

    @property
    def blocks(self) -> list[etree._Element]:
        return [leaf for unit in self.units for leaf in unit.leaves if leaf.tag.startswith(OURS)]


def folder(name: str) -> Folder:
    files = qi_templates.course_files(name)
    root = etree.fromstring(files["course.xml"])
    reading = _Reading(files)
    course = reading.behind(root)
    parts = [(chapter.get("display_name"), list(reading.units(chapter))) for chapter in reading.children(course)]
    return Folder(files, root.get("url_name"), course, parts, reading.reached | {"course.xml"})


class _Reading:
    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files
        self.reached: set[str] = set()

    def behind(self, pointer: etree._Element) -> etree._Element:
        """KeyError for a pointer to nowhere."""
        node = etree.fromstring(self._take(f"{pointer.tag}/{pointer.get('url_name')}.xml"))
        node.set("url_name", pointer.get("url_name"))
        return node

    def children(self, node: etree._Element) -> list[etree._Element]:
        return [child if child.tag.startswith(OURS) else self.behind(child) for child in node]

    def units(self, chapter: etree._Element) -> Iterator[Unit]:
        for subsection in self.children(chapter):
            for vertical in self.children(subsection):
                leaves = self.children(vertical)
                yield Unit(vertical.get("url_name"), leaves, [self._text(leaf) for leaf in leaves])

    def _text(self, leaf: etree._Element) -> str:
        if leaf.tag == "html":
            written = self._take(f"html/{leaf.get('filename')}.html").decode()
            return " ".join(html.fromstring(f"<div>{written}</div>").text_content().split())
        if leaf.tag == "problem":
            return " ".join(" ".join(leaf.itertext()).split())
        return " ".join(leaf.get(name, "") for name in ("display_name", "instructions", "prompt"))

    def _take(self, path: str) -> bytes:
        self.reached.add(path)
        return self._files[path]
