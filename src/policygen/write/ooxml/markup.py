"""Elements of WordprocessingML with little ceremony."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML: Final = "http://www.w3.org/XML/1998/namespace"

_WORDS: Final = {"w": W}
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def q(name: str) -> str:
    """Return a WordprocessingML name in the form that lxml takes: `{namespace}name`."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: etree._Element | None, **attributes: str | int) -> etree._Element:
    """Return the element `w:name` with the given attributes (all `w:`) and children.

    A child that is None is left out, so that optional properties can stand in their place in the
    order that the schema demands.
    """
    element = etree.Element(q(name), nsmap=_WORDS)
    for key, value in attributes.items():
        element.set(q(key), clean(str(value)))
    element.extend([child for child in children if child is not None])
    return element


def clean(text: str) -> str:
    """Return the text with the replacement character for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def safe_parser() -> etree.XMLParser:
    """Return a parser that neither resolves entities nor fetches anything."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
