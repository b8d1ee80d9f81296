"""The text of a document, clause by clause: what every format must say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import category

from policygen.doc import tree

_HYPHENS: Final = "-\u2010\u2011"
COVER: Final = "cover"
"""The pseudo-clause that stands for the cover or masthead."""


def inline_text(nodes: Iterable[tree.Inline]) -> str:
    """Return the characters of inline nodes, with a line feed for a forced break."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case tree.Text(value):
                parts.append(value)
            case tree.LineBreak():
                parts.append("\n")
            case _:
                parts.append(inline_text(node.children))
    return "".join(parts)


def block_texts(blocks: Iterable[tree.Block]) -> Iterator[str]:
    """Yield the pieces of text of blocks in reading order, without those of nested sections."""
    for block in blocks:
        match block:
            case tree.Paragraph(children):
                yield inline_text(children)
            case tree.ItemList(items):
                for item in items:
                    yield from block_texts(item.children)
            case tree.Terms(entries):
                for entry in entries:
                    yield inline_text(entry.title)
                    yield from block_texts(entry.children)
            case tree.Table():
                yield inline_text(block.caption)
                for row in (block.header, *block.rows):
                    yield from (inline_text(cell.children) for cell in row.cells)
            case tree.Callout():
                yield inline_text(block.label)
                yield from block_texts(block.children)
            case tree.Cards(cards):
                for card in cards:
                    yield inline_text(card.title)
                    yield from block_texts(card.children)
            case tree.Figure() | tree.Diagram():
                yield inline_text(block.caption)
            case tree.Field():
                yield inline_text(block.label)
                yield inline_text(block.help)
            case tree.Choice():
                yield inline_text(block.label)
                yield from block_texts(block.options)
            case tree.Section() | tree.Contents():
                pass


def sections(blocks: Iterable[tree.Block]) -> Iterator[tree.Section]:
    """Yield every section in reading order, nested ones after their parent."""
    for block in blocks:
        if isinstance(block, tree.Section):
            yield block
            yield from sections(block.children)


def normalise(text: str) -> str:
    """Return the text without white space, hyphens and characters that show nothing.

    Line breaking and hyphenation belong to a format, and so do invisible format characters (soft
    hyphen, joiners): they cannot count in a comparison.
    """
    return "".join(c for c in text if not (c.isspace() or c in _HYPHENS or category(c) == "Cf"))


def cover_text(cover: tree.Cover) -> str:
    """Return the words of the cover in reading order: company, title, audience, lines.

    A letterhead has no title and no audience: the letter's subject is a section.
    """
    lines = [f"{line.label} {line.value}" for line in cover.lines]
    titles = [] if cover.layout == "letter" else [cover.title, cover.audience]
    return " ".join([cover.company, *titles, *lines])


def clause_texts(document: tree.Document) -> dict[str, str]:
    """Return the normalised text of the cover and of each section by id, in reading order.

    A section's text is its title and its own blocks; its number and nested sections are left out.
    """
    texts = {COVER: normalise(cover_text(document.cover))}
    for section in sections(document.children):
        pieces = [inline_text(section.title), *block_texts(section.children)]
        texts[section.id] = normalise("".join(pieces))
    return texts
