"""Numbered clauses and lists, by the numberings that the reference links to its styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygen.write.ooxml import block
from policygen.write.ooxml.markup import q, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

DEEPEST_LEVEL: Final = 8
"""Word counts nine levels, from 0."""


class ListNumberings:
    """The numberings of a document: those of the reference, and new ones that start at 1."""

    def __init__(self, root: etree._Element, by_style: Mapping[str, int]) -> None:
        """root: the `w:numbering` element. by_style: name of a style -> its numbering's `numId`."""
        self._none: int | None = None
        self._by_style = by_style
        self._numberings: dict[int, etree._Element] = {
            int(element.get(q("numId"), "0")): element for element in root.iterchildren(q("num"))
        }
        self._layouts = {
            element.get(q("abstractNumId"), ""): element
            for element in root.iterchildren(q("abstractNum"))
        }

    def of(self, style: str, level: int) -> block.Numbering:
        """Return the numbering that a style is linked to, at the given level."""
        return block.Numbering(self._by_style[style], min(level, DEEPEST_LEVEL))

    def restarted(self, style: str, level: int) -> block.Numbering:
        """Return a new numbering like the style's, which starts at 1 at the given level."""
        level = min(level, DEEPEST_LEVEL)
        start = w("lvlOverride", w("startOverride", val=1), ilvl=level)
        return block.Numbering(self._added(self._layout_id(style), start), level)

    def none(self) -> block.Numbering:
        """Return the numbering that shows nothing, for a heading that is not numbered."""
        if self._none is None:
            layout = str(max(map(int, self._layouts)) + 1)
            level = w(
                "lvl",
                w("start", val=1),
                w("numFmt", val="none"),
                w("suff", val="nothing"),
                w("lvlText", val=""),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=0, firstLine=0)),
                ilvl=0,
            )
            last = list(self._layouts.values())[-1]
            self._layouts[layout] = w("abstractNum", level, abstractNumId=layout)
            last.addnext(self._layouts[layout])
            self._none = self._added(layout)
        return block.Numbering(self._none)

    def _added(self, layout: str, *overrides: etree._Element) -> int:
        """Add a numbering with the given layout and return its `numId`."""
        number = max(self._numberings) + 1
        element = w("num", w("abstractNumId", val=layout), *overrides, numId=number)
        self._numberings[max(self._numberings)].addnext(element)
        self._numberings[number] = element
        return number

    def indent(self, style: str, level: int) -> block.Indent:
        """Return how far the items of a list style are indented at the given level."""
        layout = self._layouts[self._layout_id(style)]
        for element in layout.iterchildren(q("lvl")):
            if element.get(q("ilvl")) == str(min(level, DEEPEST_LEVEL)):
                return block.Indent.of(element)
        return block.Indent(0)

    def _layout_id(self, style: str) -> str:
        link = self._numberings[self._by_style[style]].find(q("abstractNumId"))
        return "" if link is None else link.get(q("val"), "")


class ClauseCount:
    """Counts numbered headings as Word will, to tell that its numbers are those of the tree."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def advance(self, level: int) -> str:
        """Return the number that Word gives the next heading of a level, counted from 0."""
        self._counts = [*self._counts, *[0] * level][: level + 1]
        if len(self._counts) <= level:
            self._counts.append(0)
        self._counts[level] += 1
        return ".".join(map(str, self._counts))
