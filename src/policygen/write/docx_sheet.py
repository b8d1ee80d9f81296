"""The page setup of a Word file by layout.

Word alone knows where its pages end, so that sizes are chosen by an estimate of the text's length;
it errs on the safe side. The PDF is measured.
"""

from __future__ import annotations

import math
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.doc.clauses import block_texts, inline_text, sections
from policygen.write.ooxml.sheet import LARGEST_LABEL, PageSetup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TWIPS_A_MM: Final = 1440 / 25.4
_PAGE: Final = (11_906, 16_838)
"""Width and height of A4 in twips."""


def _mm(length: float) -> int:
    return round(length * _TWIPS_A_MM)


SETUPS: Final[Mapping[str, PageSetup]] = MappingProxyType(
    {
        "poster": PageSetup(
            _mm(12), _mm(12), _mm(15), columns=2, gap=_mm(10), space=0.6, headings=0.7
        ),
        "card": PageSetup(
            _mm(12), _mm(14), _mm(12), columns=2, gap=_mm(8), space=0.5, headings=0.65
        ),
        "letter": PageSetup(_mm(25), _mm(25), _mm(25), type=11 / 10.5),
    }
)
"""By layout of the cover; of others, the page is the reference's."""

_PAGES: Final[Mapping[str, int]] = MappingProxyType({"poster": 1, "card": 2})
_TYPES: Final[Mapping[str, tuple[float, ...]]] = MappingProxyType(
    {
        "poster": tuple(
            size / 10.5 for size in (18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9)
        ),
        "card": tuple(size / 10.5 for size in (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5)),
    }
)
"""Sizes of type to choose from, the largest first; the reference's body text has 10.5 points."""

_FULL: Final = 0.92
"""Share of the room that the estimate may fill; from there on it was found to be too low."""

_CHARACTER: Final = 130
"""Width of an average character at the reference's size, in twips: of a wide font, since Word
takes another one where the document's is missing."""
_LINE: Final = 300
_COVER: Final = 2_600
_HEADING: Final = 1_000
_GAP: Final = 250
"""Heights at the reference's size, in twips: of a line, of the title block, of the space around a
heading and before a paragraph."""


def setup(document: tree.Document) -> PageSetup | None:
    """Return how the page of a document differs from the reference's, None when it does not."""
    layout = document.cover.layout
    page = SETUPS.get(layout)
    if page is None or layout not in _TYPES:
        return page
    room = _FULL * _PAGES[layout] * (_PAGE[1] - page.top - page.bottom)
    for size in _TYPES[layout]:
        page = replace(page, type=size)
        if _height(document, page) <= room:
            break
    return page


def _height(document: tree.Document, page: PageSetup) -> float:
    """Return the estimated height in twips of a document on pages of its columns."""
    characters = page.column(_PAGE[0]) / (_CHARACTER * page.type)
    height = 0.0
    for section in sections(document.children):
        heights = [_lines(inline_text(section.title), characters)]
        heights += [lines for block in section.children for lines in _heights(block, characters)]
        height += sum(heights) * _LINE + page.space * (_HEADING + _GAP * len(heights))
    return page.type * (height / page.columns + _COVER)


def _heights(block: tree.Block, characters: float) -> Iterator[int]:
    """Yield the lines of each paragraph, or table row, of a block in a column so wide."""
    match block:
        case tree.Terms(entries, "facts"):
            for term in entries:
                facts = "".join(block_texts(term.children))
                label = _lines(inline_text(term.title), characters * LARGEST_LABEL)
                yield max(label, _lines(facts, characters * (1 - LARGEST_LABEL)))
        case tree.Table():
            yield _lines(inline_text(block.caption), characters)
            for row in (block.header, *block.rows):
                cells = zip(row.cells, block.widths, strict=True)
                yield max(
                    _lines(inline_text(cell.children), characters * width / 100)
                    for cell, width in cells
                )
        case tree.Section():
            pass
        case _:
            yield from (_lines(piece, characters) for piece in block_texts([block]))


def _lines(text: str, characters: float) -> int:
    return math.ceil(len(text) / characters)
