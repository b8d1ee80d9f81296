"""Paragraphs, tables and the frame of the contents field."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygen.write.ooxml.markup import q, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

_PERCENT: Final = 100
TABLE: Final = q("tbl")


@dataclass(frozen=True, slots=True)
class Indent:
    """Distance of a paragraph from the left margin in twips; its first line hangs out so far."""

    left: int
    hanging: int = 0

    @classmethod
    def of(cls, owner: etree._Element) -> Indent:
        """Return the indent that a style or a level of a numbering sets itself."""
        ind = owner.find(f"{q('pPr')}/{q('ind')}")
        if ind is None:
            return cls(0)
        left = ind.get(q("left"), ind.get(q("start"), "0"))  # "start" in strict files
        return cls(int(left), int(ind.get(q("hanging"), "0")))


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering (its `numId`, 0 for none) and the level in it, from 0."""

    id: int
    level: int = 0


def paragraph(
    style: str,
    content: Iterable[etree._Element],
    *,
    indent: Indent | None = None,
    numbering: Numbering | None = None,
    new_page: bool = False,
) -> etree._Element:
    """Return a paragraph. style: a style's id; what is None is as the style says.

    new_page: begin a new page, at its very top.
    """
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("pageBreakBefore") if new_page else None,
        _numbering(numbering),
        w("spacing", before=0) if new_page else None,
        w("ind", left=indent.left, hanging=indent.hanging) if indent else None,
    )
    return w("p", properties, *content)


def _numbering(numbering: Numbering | None) -> etree._Element | None:
    if numbering is None:
        return None
    return w("numPr", w("ilvl", val=numbering.level), w("numId", val=numbering.id))


def keep_together(elements: Sequence[etree._Element]) -> None:
    """Make each paragraph but the last stay on one page with the next; tables stay as they are."""
    for element in elements[:-1]:
        _keep_with_next(element)


def _keep_with_next(element: etree._Element) -> None:
    properties = element.find(q("pPr"))
    if properties is not None and properties.find(q("keepNext")) is None:
        properties.insert(1, w("keepNext"))


@dataclass(frozen=True, slots=True)
class TableFrame:
    """What a table has besides its rows.

    style: a table style's id. title, description: its alternative text. width, indent: in twips.
    columns: widths in percent. row_headers: the first column heads the rows.
    """

    style: str
    title: str
    description: str
    width: int
    indent: int
    columns: tuple[int, ...]
    row_headers: bool

    def widths(self) -> list[int]:
        """Return the width of each column in twips; together they are the table's width."""
        edges = [
            self.width * sum(self.columns[:count]) // _PERCENT
            for count in range(len(self.columns) + 1)
        ]
        return [right - left for left, right in pairwise(edges)]


def table(frame: TableFrame, rows: Sequence[Sequence[etree._Element]]) -> etree._Element:
    """Return a table with fixed columns, whose last two rows stay on one page.

    rows: one paragraph a cell, the header row first.
    """
    for cells in rows[-2:-1]:
        for cell in cells:
            _keep_with_next(cell)
    widths = frame.widths()
    properties = w(
        "tblPr",
        w("tblStyle", val=frame.style),
        w("tblW", w=frame.width, type="dxa"),
        w("tblInd", w=frame.indent, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", firstRow=1, firstColumn=int(frame.row_headers), noHBand=1, noVBand=1),
        w("tblCaption", val=frame.title),
        w("tblDescription", val=frame.description),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    lines = [_row(cells, widths, header=not index) for index, cells in enumerate(rows)]
    return w("tbl", properties, grid, *lines)


def _row(cells: Sequence[etree._Element], widths: Sequence[int], *, header: bool) -> etree._Element:
    properties = w("trPr", w("cantSplit"), w("tblHeader") if header else None)
    return w("tr", properties, *(_cell(*pair) for pair in zip(cells, widths, strict=True)))


def _cell(content: etree._Element, width: int) -> etree._Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), content)


def contents_frame(paragraphs: Iterable[etree._Element]) -> etree._Element:
    """Return the frame by which Word offers to update a contents list."""
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", *paragraphs))


def internal_link(target: str, content: Iterable[etree._Element]) -> etree._Element:
    """Return a link to a bookmark of the document."""
    return w("hyperlink", *content, anchor=target, history=1)
