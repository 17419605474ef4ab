"""`python -m qi_templates FOLDER`: is a site's own set whole? Tells the first fault of each file, and fails."""

import sys
from pathlib import Path

from qi_templates import KINDS, errors, list_templates, use_folders


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m qi_templates FOLDER")
        return 2
    folder = Path(arguments[0])
    use_folders([folder])
    faults = [str(error) for error in errors()]
    if folder.is_dir():
        known = ", ".join(KINDS)
        strangers = sorted(entry for entry in folder.iterdir() if entry.is_dir() and entry.name not in KINDS)
        faults += [f"{stranger}: no such kind; there are {known}" for stranger in strangers]
    print("\n".join(faults or [f"{kind}: {', '.join(list_templates(kind))}" for kind in KINDS]))
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
