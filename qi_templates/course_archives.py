"""Ready-made courses: each a folder with the files that Studio exports, packed into the archive that Studio imports.

What a folder holds beside the course, such as FILMING.md, is for its team and stays out of the archive.
"""

import io
import tarfile
from collections.abc import Iterator
from gzip import compress
from importlib.resources import files
from importlib.resources.abc import Traversable

from qi_templates.loader import TemplateError

FOLDER = "courses"
TOP = "course"
LONG_AGO = 1_735_689_600  # 1 January 2025: the same files make the same archive


def list_courses() -> list[str]:
    return sorted(entry.name for entry in files("qi_templates").joinpath(FOLDER).iterdir() if entry.is_dir())


def course_files(name: str) -> dict[str, bytes]:
    """By path below the folder that holds course.xml. Raises TemplateError for a course that does not exist."""
    if name not in list_courses():
        raise TemplateError(f"{FOLDER}/{name}", "", f"no such course; there are {', '.join(list_courses())}")
    found = dict(_walk(files("qi_templates").joinpath(FOLDER, name), ""))
    return {path: found[path] for path in sorted(found) if not path.endswith(".md")}


def course_archive(name: str) -> bytes:
    """A tar.gz for "Import" in Studio."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for path, content in course_files(name).items():
            entry = tarfile.TarInfo(f"{TOP}/{path}")
            entry.size, entry.mtime = len(content), LONG_AGO
            archive.addfile(entry, io.BytesIO(content))
    return compress(packed.getvalue(), mtime=LONG_AGO)


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()
