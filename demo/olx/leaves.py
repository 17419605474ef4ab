"""`html` and `problem` as the platform writes them: a file of their own, and attributes that it does not know are kept.

Blocks of other kinds read and write themselves; what they do not know is lost, as on the platform.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from demo import html_block, problem
from demo.models import Block
from demo.olx.archive import resolved

Files = Mapping[str, bytes]
TAGS = (html_block.TAG, problem.TAG)
OWN = {"url_name", "filename", "display_name"}


def fields_of(node: etree._Element, files: Files) -> dict[str, Any]:
    """The text of an `html` is in a file beside the settings, or inline; that of a `problem` is its XML."""
    settings = resolved(node, files)
    path = f"html/{settings.get('filename')}.html"
    fields = {"data": files[path].decode(errors="replace") if path in files else inner(settings)}
    return fields | named(settings)


def named(node: etree._Element) -> dict[str, Any]:
    """The name, if there is one, and the attributes that only the archive knows, if there are any."""
    others = {name: value for name, value in node.items() if name not in OWN}
    name = node.get("display_name")
    return ({"display_name": name} if name else {}) | ({"xml_attributes": others} if others else {})


def attributes_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """The way back."""
    name = fields.get("display_name")
    return ({"display_name": str(name)} if name else {}) | fields.get("xml_attributes", {})


def inner(node: etree._Element) -> str:
    children = (etree.tostring(child, encoding="unicode") for child in node)
    return (node.text or "") + "".join(children)


def files_of(row: Block) -> Iterator[tuple[str, bytes]]:
    name, attributes = str(row.usage_key.block_id), attributes_of(row.fields)
    data = str(row.fields.get("data", ""))
    if row.block_type == html_block.TAG:
        settings = etree.Element("html", filename=name, **attributes)
        yield f"html/{name}.xml", etree.tostring(settings, encoding="utf-8")
        yield f"html/{name}.html", data.encode()
        return
    whole = etree.fromstring(f"<problem>{data}</problem>")
    whole.attrib.update(attributes)
    yield f"problem/{name}.xml", etree.tostring(whole, encoding="utf-8")
