"""`python -m qi_templates FOLDER`: is a site's own set whole? Tells the first fault of each file, and fails.

`python -m qi_templates course NAME > course.tar.gz` writes a ready-made course for Studio to import.
"""

import sys
from pathlib import Path

from qi_templates import KINDS, TemplateError, course_archive, errors, list_courses, list_templates, use_folders

USAGE = f"""usage: python -m qi_templates FOLDER
       python -m qi_templates course NAME > course.tar.gz
The courses: {", ".join(list_courses())}"""


def main(arguments: list[str]) -> int:
    match arguments:
        case ["course", name]:
            return write_course(name)
        case [folder] if folder != "course":
            return check_folder(Path(folder))
    print(USAGE)
    return 2


def write_course(name: str) -> int:
    try:
        packed = course_archive(name)
    except TemplateError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(packed)
    return 0


def check_folder(folder: Path) -> int:
    use_folders([folder])
    faults = [str(error) for error in errors()]
    if folder.is_dir():
        known = ", ".join(KINDS)
        strangers = sorted(entry for entry in folder.iterdir() if entry.is_dir() and entry.name not in KINDS)
        faults += [f"{stranger}: no such kind; there are {known}" for stranger in strangers]
    print("\n".join(faults or [f"{kind}: {', '.join(list_templates(kind))}" for kind in KINDS]))
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
