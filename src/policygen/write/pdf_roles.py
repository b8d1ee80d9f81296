"""Which structure type each HTML element of the print page has in the PDF."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

Box: TypeAlias = Any
"""A laid-out box of WeasyPrint, which has no type hints."""

ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "header.cover": "Sect",
        "nav.contents": "Sect",
        "section": "Sect",
        **{f"h{level}": f"H{level}" for level in range(1, 7)},
        "p": "P",
        "figcaption": "P",
        "ul": "L",
        "ol": "L",
        "dl": "L",
        "li": "LI",
        "p::before": "Lbl",
        "div.pair": "LI",
        "dt": "Lbl",
        "dd": "LBody",
        "ol.contents": "TOC",
        "li.entry": "TOCI",
        "span.number": "Lbl",
        "table": "Table",
        "caption": "Caption",
        "thead": "THead",
        "tbody": "TBody",
        "tr": "TR",
        "th": "TH",
        "td": "TD",
        "a": "Link",
        "img": "Figure",
        "div.slot": "Form",
    }
)
"""HTML element, or element with its first class, to structure type. Others are transparent: their
content belongs to the element around them."""

NUMBERINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bullet": "/Disc",
        "always": "/None",
        "never": "/None",
        "ordered": "/Decimal",
        "timeline": "/Decimal",
    }
)
"""Kind of list to what its labels are; the labels of a definition list are its terms."""


def role_of(box: Box) -> str | None:
    """Return the structure type of a box's element or pseudo-element, None when it has none."""
    element = box.element
    first_class = (element.get("class") or "").partition(" ")[0]
    role = ROLES.get(f"{box.element_tag}.{first_class}") or ROLES.get(box.element_tag)
    if role is None and box.element_tag == "span" and element.get("lang"):
        return "Span"
    return role


def crowding_headers(table: Element) -> frozenset[int]:
    """Return the row headers (by identity) of a table that has more header than data cells.

    A reader would speak more headers than data in it, and its columns' headers say enough.
    """
    headers = list(table.iter("th"))
    if len(headers) <= len(list(table.iter("td"))):
        return frozenset()
    return frozenset(id(cell) for cell in headers if cell.get("scope") == "row")
