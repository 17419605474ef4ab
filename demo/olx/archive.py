"""The files of an uploaded course archive, read in memory: nothing is ever unpacked onto the disk."""

import io
import tarfile
from collections.abc import Mapping
from posixpath import normpath

from lxml import etree

MAX_FILES = 2_000
MAX_BYTES = 20_000_000


class NotACourse(Exception):
    """The upload cannot be imported; the words say why, for the author."""


def files_of(packed: bytes) -> dict[str, bytes]:
    """By path below the folder that holds course.xml."""
    try:
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
            found = _read(archive)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise NotACourse("This is not a .tar.gz file.") from error
    roots = [path.removesuffix("course.xml") for path in found if path.split("/")[-1] == "course.xml"]
    if not roots:
        raise NotACourse("There is no course.xml in this file.")
    root = min(roots, key=len)
    return {path.removeprefix(root): content for path, content in found.items() if path.startswith(root)}


def _read(archive: tarfile.TarFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MAX_BYTES
    for count, entry in enumerate(archive):
        left -= entry.size
        if count >= MAX_FILES or left < 0:
            raise NotACourse(f"At most {MAX_FILES} files and {MAX_BYTES // 1_000_000} MB, unpacked.")
        taken = archive.extractfile(entry) if entry.isfile() else None
        if taken is not None:
            found[normpath(entry.name)] = taken.read()
    return found


def parse(content: bytes, *, path: str) -> etree._Element:
    """Without entities, DTDs or anything fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NotACourse(f"{path} is not well-formed XML: {error.msg}") from error


def resolved(node: etree._Element, files: Mapping[str, bytes]) -> etree._Element:
    """The node itself, or what it points to: `<vertical url_name="x"/>` stands for vertical/x.xml."""
    name = node.get("url_name")
    path = f"{node.tag}/{name}.xml"
    if name is None or len(node) or set(node.attrib) - {"url_name", "org", "course"} or path not in files:
        return node
    found = parse(files[path], path=path)
    if found.tag != node.tag:
        raise NotACourse(f"{path} holds <{found.tag}>, not <{node.tag}>.")
    found.set("url_name", name)
    return found
