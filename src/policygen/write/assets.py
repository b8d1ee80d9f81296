"""Pictures that a document embeds: refused when they would fetch something, else made data."""

from __future__ import annotations

import base64
import re
from typing import Final

from lxml import etree

from policygen.doc import tree
from policygen.errors import Problem, RenderError

SVG: Final = "image/svg+xml"

_REFERENCE_ATTRIBUTES: Final = frozenset({"href", "src"})
_CSS_URL: Final = re.compile(r"""(?:url\(|@import)\s*["']?\s*([^"')\s;]*)""", re.IGNORECASE)


def check(asset: tree.Asset) -> None:
    """Raise RenderError when a picture refers to anything outside itself.

    Browsers and the PDF engine leave such a part blank or would fetch it; both are worse than a
    clear message. Bitmaps cannot refer to anything.
    """
    if asset.media_type != SVG:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(asset.data, parser)
    except etree.XMLSyntaxError as error:
        raise RenderError(
            Problem(
                "RND301",
                f"the picture “{asset.name}” is not a readable SVG file: {error.msg}",
                hint="open it in the program it was drawn with and save it again as SVG",
            )
        ) from error
    for target in _references(root):
        if not target.startswith(("#", "data:")):
            raise RenderError(
                Problem(
                    "RND302",
                    f"the picture “{asset.name}” refers to another file: {target}",
                    hint="save the picture with everything embedded; documents load nothing from "
                    "elsewhere",
                )
            )


def _references(root: etree._Element) -> list[str]:
    """Return what the elements, attributes and style sheets of an SVG picture refer to."""
    found: list[str] = []
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if etree.QName(str(name)).localname in _REFERENCE_ATTRIBUTES:
                found.append(str(value).strip())
            else:
                found.extend(_CSS_URL.findall(str(value)))
        found.extend(_CSS_URL.findall(element.text or ""))
    return found


def data_uri(media_type: str, data: bytes) -> str:
    """Return the bytes of a file as a `data:` URI."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
