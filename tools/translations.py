"""Collects the strings to translate: `make translations`, with LOCALE=cy to add a language.

The platform looks a block's catalogue up under the block's own package and nowhere else. So each gets its
<package>/translations/<locale>/LC_MESSAGES/text.po, with the words of qi_core in it as well. Compiled by
setup.py when the package is built; docs/decisions/0003 tells more.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SHARED = "qi_core"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# Headers that change at every run or that nobody has filled in.
NOISE = re.compile(
    rb'^"(POT-Creation-Date|Generated-By|[\w-]+: (YEAR|EMAIL@|FULL NAME|.*<LL@)).*\n', re.MULTILINE
)


@dataclass(frozen=True)
class Found:
    """A marked string; `message` is a tuple when it has a plural."""

    place: str
    line: int
    message: str | tuple[str, ...]
    comments: list[str]
    context: str | None


def as_python(path: Path) -> bytes:
    """A template as Django reads it; in brackets, so that its indentation means nothing to a tokenizer."""
    if path.suffix == ".py":
        return path.read_bytes()
    return f"({templatize(path.read_text(encoding='utf-8'))})".encode()


def strings_of(package: Path) -> Iterator[Found]:
    for path in sorted([*package.rglob("*.py"), *package.rglob("templates/**/*.html")]):
        place = str(path.relative_to(package.parent.parent))
        source = BytesIO(as_python(path))
        marked = extract("python", source, keywords=KEYWORDS, comment_tags=("Translators:",))
        for line, message, comments, context in marked:
            yield Found(place, line, message, comments, context)


def template_of(package: Path) -> Catalog:
    template = Catalog()
    for found in [*strings_of(package), *strings_of(package.parent / SHARED)]:
        template.add(
            found.message,
            locations=[(found.place, found.line)],
            auto_comments=found.comments,
            context=found.context,
        )
    return template


def as_file(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(buffer, catalogue, ignore_obsolete=True, sort_output=True, include_lineno=False)
    return NOISE.sub(b"", buffer.getvalue())


def write(package: Path, *, locale: str, template: Catalog) -> int:
    """Keeps what is translated, drops what is gone from the code; answers how many are untranslated."""
    path = package / "translations" / locale / "LC_MESSAGES" / "text.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=locale)
    catalogue.header_comment, catalogue.fuzzy = f"# qi-xblocks: {package.name}, {locale}", False
    catalogue.project, catalogue.version = "qi-xblocks", package.name
    catalogue.update(template, no_fuzzy_matching=True)
    path.write_bytes(as_file(catalogue))
    return sum(bool(message.id) and not any(message.string or ()) for message in catalogue)


def collect(sources: Path, *, added: set[str]) -> Iterator[str]:
    """Writes every catalogue under `sources`; a line for each."""
    packages = {block.parent for block in sources.glob("qi_*/block.py")} - {sources / SHARED}
    for package in sorted(packages):
        template = template_of(package)
        there = {folder.parent.name for folder in package.glob("translations/*/LC_MESSAGES")}
        for locale in sorted(there | added | {"en"}):
            untranslated = write(package, locale=locale, template=template)
            told = "" if locale == "en" else f", {untranslated} to translate"
            yield f"{package.name} {locale}: {len(template)} strings{told}"


def main() -> None:
    settings.configure(USE_I18N=True)
    django.setup()
    sources = Path(__file__).resolve().parent.parent / "xblocks"
    for line in collect(sources, added=set(os.environ.get("LOCALE", "").split())):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
