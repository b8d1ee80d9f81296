"""The text of a text file, compared with the tree clause by clause.

A text file has no hidden marks, so it is read from its beginning to its end: each clause of the
tree must follow the one before it, whole and with nothing between them.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.doc.clauses import COVER, inline_text, normalise
from policygen.write.text_layout import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS: Final = re.compile(r"^ *(?:(?:\[[ !i]\]|\( \)|[-✓✗]|[0-9.]+)  )+", re.MULTILINE)
_COLON: Final = re.compile(r"\u00a0?:(?=  )")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b"))
_RULES: Final = re.compile(r"={3,}|_{3,}")


def differences(data: bytes, document: tree.Document) -> list[str]:
    """Return the ids of clauses whose text is missing from a text file or different in it.

    data: a file that `write.text` wrote from `document`. Text that stands in no clause counts as
    the cover's.
    """
    links = [f"<{address(href)}>" for href in _addresses(document)]
    file = _comparable(_COLON.sub("", _MARKS.sub("", data.decode())), links)
    differing: list[str] = []
    before, position, lost = COVER, 0, False
    for clause, said in _clauses(document, links):
        place = file.find(said, position)
        if place < 0:
            differing.append(clause)
            lost = True
            continue
        if place > position and not lost:
            differing.append(before)  # it is followed by something that nobody says
        before, position, lost = clause, place + len(said), False
    if position < len(file) and not lost:
        differing.append(before)
    return list(dict.fromkeys(differing))


def _comparable(words: str, links: Iterable[str]) -> str:
    """Return text without the addresses of links, rules and all that a format may change."""
    for link in links:
        words = words.replace(link, "")
    return normalise(_RULES.sub("", words))


def _clauses(document: tree.Document, links: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the id of a clause and what it says up to the next one, in reading order."""
    cover = document.cover
    titles = () if cover.layout == "letter" else (cover.title, cover.audience)
    pieces = [
        (COVER, document.labels.draft if document.draft else ""),
        *((COVER, words) for words in (cover.company, *titles)),
        *((COVER, words) for line in cover.lines for words in (_label(line.label), line.value)),
        *_pieces(document.children, COVER, document.labels),
    ]
    for clause, group in groupby(pieces, key=itemgetter(0)):
        yield clause, "".join(_comparable(words, links) for _, words in group)


def _pieces(
    blocks: Iterable[tree.Block], clause: str, labels: tree.Labels
) -> Iterator[tuple[str, str]]:
    """Yield the clause and the words of each piece of text, in the order of a text file.

    It differs from that of `doc.clauses` in tables: every row repeats the names of the columns.
    """
    for block in blocks:
        for part in _parts(block, labels):
            inside = block.id if isinstance(block, tree.Section) else clause
            if isinstance(part, str):
                yield inside, part
            else:
                yield from _pieces(part, inside, labels)


def _parts(block: tree.Block, labels: tree.Labels) -> Iterator[str | tuple[tree.Block, ...]]:
    """Yield the words of a block and the blocks inside it, in reading order."""
    match block:
        case tree.Paragraph(children):
            yield inline_text(children)
        case tree.ItemList(items):
            yield from (item.children for item in items)
        case tree.Terms(entries):
            for entry in entries:
                yield _label(inline_text(entry.title))
                yield entry.children
        case tree.Table():
            yield from _table(block)
        case tree.Callout(label, children):
            yield inline_text(label)
            yield children
        case tree.Cards(cards):
            for card in cards:
                yield inline_text(card.title)
                yield card.children
        case tree.Figure(alt=alt, caption=caption):
            yield inline_text(caption)
            yield alt
        case tree.Diagram(caption=caption):
            yield inline_text(caption)
        case tree.Field(label=label, kind=kind, help=help_):
            yield inline_text(label) if kind == "tick" else _label(inline_text(label))
            yield inline_text(help_)
        case tree.Choice(label=label, options=options):
            yield inline_text(label)
            yield options
        case tree.Contents(entries):
            yield labels.contents
            yield from (inline_text(entry.title) for entry in entries)
        case tree.Section(title=title, children=children):
            yield inline_text(title)
            yield children


def _table(table: tree.Table) -> Iterator[str]:
    """Yield the words of a table; a cell that says nothing goes without its column's name."""
    yield inline_text(table.caption)
    names = [_label(inline_text(cell.children)) for cell in table.header.cells]
    for row in table.rows:
        for name, cell in zip(names, row.cells, strict=True):
            said = inline_text(cell.children)
            if said.translate(_UNSEEN).strip():
                yield name
                yield said


def _label(words: str) -> str:
    """Return a label without a colon of its own."""
    return words.rstrip(": \u00a0\u202f")


def _addresses(node: object) -> Iterator[str]:
    """Yield where the links in a part of the tree lead."""
    if isinstance(node, tree.Link):
        yield node.href
    if isinstance(node, tuple):
        for child in node:
            yield from _addresses(child)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _addresses(getattr(node, field.name))
