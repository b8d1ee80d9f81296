"""The page of a poster, a card or a letter: margins, columns, and the styles scaled to it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.write.ooxml import styles
from policygen.write.ooxml.markup import q, w

if TYPE_CHECKING:
    from docx.document import Document
    from lxml import etree

LARGEST_LABEL: Final = 0.32
"""Share of a column that labels may take from their facts."""

_PANEL: Final = frozenset({styles.COVER_TITLE.lower(), styles.COVER_AUDIENCE.lower()})
_PANEL_PADDING: Final = 0.4
"""Of a coloured field on a sheet, relative to that on a cover page."""

_MAIN_HEADINGS: Final = _PANEL | {styles.HEADINGS[0], styles.MASTHEAD_TITLE.lower()}
_FURNITURE: Final = frozenset({styles.HEADER, styles.FOOTER})


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a page differs from the reference's.

    top, bottom, side: margins in twips. columns: of the text, with `gap` twips between them.
    type: size of type relative to the reference. space: the same of the space between paragraphs,
    and headings: of main headings, both relative to that type.
    """

    top: int
    bottom: int
    side: int
    columns: int = 1
    gap: int = 0
    type: float = 1
    space: float = 1
    headings: float = 1

    def column(self, page_width: int) -> int:
        """Return the width of a column in twips on a page of that width."""
        return (page_width - 2 * self.side - (self.columns - 1) * self.gap) // self.columns


def arrange(document: Document, numbering: etree._Element, setup: PageSetup) -> None:
    """Give a document without text the page and the sizes of `setup`."""
    section = document.element.body.sectPr
    width = int(section.find(q("pgSz")).get(q("w")))
    margins = section.find(q("pgMar"))
    for name, value in (("top", setup.top), ("bottom", setup.bottom)):
        margins.set(q(name), str(value))
    for name in ("left", "right"):
        margins.set(q(name), str(setup.side))
    for name, edge in (("header", setup.top), ("footer", setup.bottom)):
        margins.set(q(name), str(edge // 2))
    for columns in list(section.iterchildren(q("cols"))):
        section.remove(columns)
    margins.addnext(w("cols", num=setup.columns, space=setup.gap))
    for style in document.styles.element.iterchildren(q("docDefaults"), q("style")):
        name = style.find(q("name"))
        _resize(style, setup, width, "" if name is None else name.get(q("val"), "").lower())
    for level in numbering.iter(q("lvl")):
        _scale(level, "ind", ("left", "hanging"), setup.type)


def _resize(style: etree._Element, setup: PageSetup, page_width: int, name: str) -> None:
    """Scale one style; headers and footers keep their size and reach across the page."""
    if name in _FURNITURE:
        for tab in style.iter(q("tab")):
            tab.set(q("pos"), str(page_width - 2 * setup.side))
        return
    size = setup.type * (setup.headings if name in _MAIN_HEADINGS else 1)
    for properties in style.iter(q("rPr")):
        _scale(properties, "sz", ("val",), size)
        _scale(properties, "szCs", ("val",), size)
    _scale(style, "spacing", ("before", "after"), setup.type * setup.space)
    for spacing in style.iter(q("spacing")):
        if spacing.get(q("lineRule"), "auto") != "auto":  # which counts lines, not twips
            _scale(spacing, "spacing", ("line",), size)
    _scale(style, "ind", ("left", "hanging"), setup.type)
    _scale(style, "ind", ("right",), 0 if name == styles.BODY.lower() else setup.type)
    _scale(style, "tab", ("pos",), setup.type)
    if name in _PANEL:
        _scale(style, "top", ("space",), _PANEL_PADDING)
        _scale(style, "bottom", ("space",), _PANEL_PADDING)
    if name == styles.FACT_LINE.lower():
        most = round(setup.column(page_width) * LARGEST_LABEL)
        for element in style.iter(q("ind")):
            for side in ("left", "hanging"):
                element.set(q(side), str(min(most, int(element.get(q(side), "0")))))


def _scale(owner: etree._Element, tag: str, names: tuple[str, ...], factor: float) -> None:
    for element in owner.iter(q(tag)):
        for name in names:
            if (value := element.get(q(name))) is not None:
                element.set(q(name), str(round(int(value) * factor)))


def full_width(section: etree._Element) -> etree._Element:
    """Return what ends a section as wide as the page, before text in the columns of `section`."""
    above = deepcopy(section)
    for columns in above.iterchildren(q("cols")):
        columns.set(q("num"), "1")
    section.insert(0, w("type", val="continuous"))
    return above
