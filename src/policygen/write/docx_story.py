"""The main text of a Word file in the making: paragraphs, pictures and tables in order."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from policygen.write.ooxml import block, picture, sheet, styles
from policygen.write.ooxml.markup import q
from policygen.write.ooxml.text import Inlines, Look, bookmark, bookmark_name, word_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from policygen.doc import tree
    from policygen.write.ooxml.package import Package

_TALLEST_PICTURE: Final = 7_200_000
"""In EMU: 200 mm, which leaves room for a heading and a caption on the page."""


class Story:
    """The blocks of one document, and what they share: language, bookmarks, pictures.

    clause_ids: name of a bookmark -> id of the clause that it encloses.
    """

    def __init__(self, document: tree.Document, package: Package) -> None:
        self.document = document
        self.package = package
        self.reference = package.reference
        self._numbers = count(1)
        self.inlines = Inlines(self.reference.style_id, package.relate, self.number)
        self.look = Look(word_tag(document.lang))
        self.clause_ids: dict[str, str] = {}
        self.blocks: list[etree._Element] = []
        self.new_page = False

    def number(self) -> int:
        """Return a number that nothing else in the document has."""
        return next(self._numbers)

    def paragraph(
        self,
        style: str,
        content: Iterable[etree._Element],
        *,
        indent: block.Indent | None = None,
        numbering: block.Numbering | None = None,
    ) -> None:
        """Add a paragraph; it begins a page when `new_page` is set. style: a style's name."""
        self.blocks.append(
            block.paragraph(
                self.reference.style_id(style),
                content,
                indent=indent,
                numbering=numbering,
                new_page=self.new_page,
            )
        )
        self.new_page = False

    def line(self, style: str, words: str) -> None:
        """Add a paragraph of plain words; none when there are no words."""
        if words:
            self.paragraph(style, [self.inlines.words(words, self.look)])

    def styled(self, style: str) -> Look:
        """Return the look of a character style."""
        return replace(self.look, style=self.reference.style_id(style))

    def runs(self, nodes: Iterable[tree.Inline], style: str) -> list[etree._Element]:
        """Return the runs of inline nodes for a paragraph of the given style."""
        return list(self.inlines.runs(nodes, self.look, bold=style in styles.ALREADY_BOLD))

    def anchored(self, id_: str, runs: list[etree._Element]) -> list[etree._Element]:
        """Return the runs in a bookmark, where there is an id."""
        return self.marked(bookmark_name(id_), runs) if id_ else runs

    def marked(self, name: str, runs: list[etree._Element]) -> list[etree._Element]:
        """Return the runs in a bookmark of the given name."""
        start, end = bookmark(self.number(), name)
        return [start, *runs, end]

    def clause(self, id_: str) -> tuple[etree._Element, etree._Element]:
        """Return start and end of the bookmark that encloses a clause."""
        name = bookmark_name(id_)
        self.clause_ids[name] = id_
        return bookmark(self.number(), name)

    def picture(
        self, asset_name: str, alt: str, width: int, height: int = _TALLEST_PICTURE
    ) -> etree._Element:
        """Return the run of a picture, made smaller to fit into width and height in EMU."""
        asset = self.document.asset(asset_name)
        bitmap, vector = self.package.embed(asset)
        size = picture.fitted(asset, width, height)
        shown = picture.Picture(self.number(), alt, bitmap, vector, *size)
        return self.inlines.run(self.look, picture.drawing(shown))

    def end_section(self) -> None:
        """Let what was written so far be as wide as the page; what follows stands in columns."""
        for properties in self.blocks[-1].iterchildren(q("pPr")):
            page = self.package.reference.document.element.body.sectPr
            properties.append(sheet.full_width(page))

    def finished(self) -> list[etree._Element]:
        """Return the blocks; a table is not the last, because Word needs a paragraph there."""
        if any(element.tag == block.TABLE for element in self.blocks[-1:]):
            self.paragraph(styles.TABLE_END, [])
        return self.blocks
