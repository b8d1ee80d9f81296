"""Diagrams drawn by the program: each becomes a picture (SVG) that every format can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.write import fonts
from policygen.write.diagrams import chart, flow, hours, path, pyramid, timeline
from policygen.write.diagrams.cards import Studio
from policygen.write.diagrams.lettering import lettering, plain
from policygen.write.diagrams.shapes import WIDTH, Drawing, palette
from policygen.write.diagrams.svg import svg

if TYPE_CHECKING:
    from policygen.write.skin import FontFace

KINDS: Final[Mapping[str, Callable[[tree.Diagram, Studio], Drawing]]] = MappingProxyType(
    {
        "path": path.draw,
        "timeline": timeline.draw,
        "flow": flow.draw,
        "hours": hours.draw,
        "pyramid": pyramid.draw,
        "chart": chart.draw,
    }
)

_TALLEST: Final = 860.0
"""CSS pixels: what a page of A4 holds besides a caption. A taller drawing is shown smaller."""


def drawn(document: tree.Document, faces: Sequence[FontFace]) -> tree.Document:
    """Return a document with each diagram replaced by a figure, and the pictures as assets.

    faces: those of the document's theme. Raises RenderError when the font lacks a character.
    """
    artist = _Artist(document, faces)
    children = artist.blocks(document.children)
    return replace(document, children=children, assets=(*document.assets, *artist.assets))


def drawing(diagram: tree.Diagram, document: tree.Document, faces: Sequence[FontFace]) -> Drawing:
    """Return the layout of a diagram in the document's type and colours."""
    words = [word for part in diagram.parts for word in _words(part)]
    passages = [plain(word) for word in (*words, *diagram.legend)]
    fonts.check_characters(faces, document.theme, passages)
    type_ = lettering(faces, document.theme.text_font, document.lang)
    return KINDS[diagram.kind](diagram, Studio(type_, palette(document.theme.brand)))


def _words(part: tree.Part) -> tuple[str, ...]:
    return (part.title, *part.details, *(arrow.label for arrow in part.arrows))


@dataclass(slots=True)
class _Artist:
    """Draws a document's diagrams one after the other and collects the pictures."""

    document: tree.Document
    faces: Sequence[FontFace]
    assets: list[tree.Asset] = field(default_factory=list)

    def blocks(self, blocks: Sequence[tree.Block]) -> tuple[tree.Block, ...]:
        """Return blocks with the diagrams in them replaced; one without parts is left out."""
        return tuple(
            self._block(block)
            for block in blocks
            if not isinstance(block, tree.Diagram) or block.parts
        )

    def _block(self, block: tree.Block) -> tree.Block:
        match block:
            case tree.Diagram():
                return self._figure(block)
            case tree.Section() | tree.Callout():
                return replace(block, children=self.blocks(block.children))
            case tree.ItemList():
                items = (replace(item, children=self.blocks(item.children)) for item in block.items)
                return replace(block, items=tuple(items))
            case tree.Terms():
                terms = (
                    replace(term, children=self.blocks(term.children)) for term in block.entries
                )
                return replace(block, entries=tuple(terms))
            case tree.Cards():
                cards = (replace(card, children=self.blocks(card.children)) for card in block.cards)
                return replace(block, cards=tuple(cards))
            case _:
                return block

    def _figure(self, diagram: tree.Diagram) -> tree.Figure:
        layout = drawing(diagram, self.document, self.faces)
        scale = min(1.0, _TALLEST / layout.height)
        asset = tree.Asset(
            name=f"diagram-{len(self.assets) + 1}.svg",
            media_type="image/svg+xml",
            data=svg(layout, diagram.alt),
            width=round(WIDTH * scale),
            height=round(layout.height * scale),
        )
        self.assets.append(asset)
        return tree.Figure(asset.name, diagram.alt, diagram.caption)
