"""Nothing that is committed names the machine or the package registry it was made with."""

import re
from pathlib import Path

# Written in brackets, so that this file does not name them either.
TRACES = re.compile(
    r"registry[.](npmjs|yarnpkg)|pypi[.]org|python[h]osted|deb[.]debian[.]org"
    r"|(?<![\w.-])/(work|root|home/\w+)/|/tmp/[s]pec|/opt/[p]ypi"
)
BINARY = {".png", ".jpg", ".jpeg", ".ico", ".woff2", ".mo", ".pdf", ".gz"}


def test_no_file_names_a_machine_or_a_registry(root: Path, files: list[Path]) -> None:
    traces = [
        f"{path.relative_to(root)}:{number}: {found.group()}"
        for path in files
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (found := TRACES.search(line))
    ]
    assert not traces
