"""The tree as HTML fragments, shared by the screen file and the page that becomes the PDF.

The vocabulary is small and semantic; the style sheets decide how it looks, and the PDF's tags
are made from its elements and classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.doc.clauses import COVER, inline_text
from policygen.write.form import FormMarkup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

DEEPEST_HEADING: Final = 6
CARDS_A_ROW: Final = 2
"""Cards side by side on paper; on a screen the style sheet decides."""

CONTENTS: Final = (("long", 36), ("dense", 72))
"""Contents lists with more lines than this fill two columns on paper, or are set smaller there."""

LAYOUTS: Final[Mapping[str, str]] = MappingProxyType({"card": "desk-card"})
"""Class of a layout where it is not its name: a `card` is one of a group."""

TALL_ROW: Final = 35
"""Rows of more lines than this may be split over pages; the others stay whole."""

WIDE_TABLE: Final = 3
"""Tables of so many columns are stacked on a small screen, each cell below its column's name."""


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes the fragments of one document for one medium.

    picture: the URL under which an asset is found. screen: whether each clause offers a link to
    itself and cells know their column, for screens too narrow for columns. embedded: whether the
    fragments go into a page that has an h1, styles and links of its own.
    """

    document: tree.Document
    picture: Callable[[tree.Asset], str]
    screen: bool
    embedded: bool = False

    @property
    def _above(self) -> int:
        """The levels of headings above the sections: the title, which a letter does not have."""
        titles = 0 if self.document.cover.layout == "letter" else 1
        return titles + 1 if self.embedded else titles

    def cover(self) -> str:
        """Return the title block that stands before the text."""
        cover = self.document.cover
        kind = LAYOUTS.get(cover.layout, cover.layout)
        logo = ""
        if cover.logo:
            logo = self._image(self.document.asset(cover.logo), cover.logo_alt, "logo") + "\n"
        title = "" if cover.layout == "letter" else self._title(cover)
        return (
            f'<header class="cover {kind}" id="{self._cover_id}">\n'
            f'<div class="sender">\n{logo}<p class="company">{escape(cover.company)}</p>\n</div>\n'
            f"{title}{self._cover_lines(cover.lines)}</header>"
        )

    @property
    def _cover_id(self) -> str:
        return f"{self.document.id}-{COVER}" if self.embedded else COVER

    def _title(self, cover: tree.Cover) -> str:
        audience = f'<p class="audience">{escape(cover.audience)}</p>\n' if cover.audience else ""
        title = f"<{_heading(self._above)}>{escape(cover.title)}</{_heading(self._above)}>"
        return f'<div class="title">\n{title}\n{audience}</div>\n'

    @staticmethod
    def _cover_lines(lines: Sequence[tree.CoverLine]) -> str:
        if not lines:
            return ""
        pairs = (
            f'<div class="pair"><dt>{escape(line.label)}</dt><dd>{escape(line.value)}</dd></div>\n'
            for line in lines
        )
        return f'<dl class="control">\n{"".join(pairs)}</dl>\n'

    def contents(self, contents: tree.Contents) -> str:
        """Return the contents as nested lists of links, without a heading."""
        kinds = (kind for kind, most in CONTENTS if len(contents.entries) > most)
        kind = " ".join(["contents", *kinds])
        return self._entries(contents.entries, 1, kind)

    def _entries(self, entries: Sequence[tree.ContentsEntry], level: int, kind: str) -> str:
        starts = [place for place, entry in enumerate(entries) if entry.level <= level]
        items = []
        for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
            nested = entries[start + 1 : end]
            inner = "\n" + self._entries(nested, level + 1, "contents") if nested else ""
            items.append(f'<li class="entry">{self._entry(entries[start])}{inner}</li>')
        return f'<ol class="{kind}">\n' + "\n".join(items) + "\n</ol>"

    def _entry(self, entry: tree.ContentsEntry) -> str:
        number = f'<span class="entry-number">{escape(entry.number)} </span>'
        title = self.inline(_without_links(entry.title))
        return (
            f'<a href="#{escape(entry.target)}">{number if entry.number else ""}'
            f'<span class="entry-title">{title}</span></a>'
        )

    def blocks(self, nodes: Iterable[tree.Block], depth: int = 0) -> str:
        """Return the fragments of blocks inside a section of level `depth`, 0 for none."""
        return "\n".join(self._block(node, depth) for node in nodes)

    def _block(self, node: tree.Block, depth: int) -> str:
        match node:
            case tree.Section():
                return self._section(node)
            case tree.Paragraph(children, kind):
                return f"<p{_class(kind)}>{self.inline(children)}</p>"
            case tree.ItemList():
                return self._list(node, depth)
            case tree.Terms():
                return self._terms(node, depth)
            case tree.Table():
                return self._table(node)
            case tree.Callout(label, children, kind):
                return (
                    f'<div class="callout {escape(kind)}" role="note">\n'
                    f'<p class="label">{self.inline(label)}</p>\n'
                    f"{self.blocks(children, depth)}\n</div>"
                )
            case tree.Cards(cards):
                return self._cards(cards, depth)
            case tree.Figure():
                return self._figure(node)
            case tree.Field() | tree.Choice():
                return FormMarkup(self.inline, self.screen).block(node)
            case tree.Diagram():
                message = "diagrams are drawn before a document is written"
                raise TypeError(message)
            case tree.Contents():
                heading = escape(self.document.labels.contents)
                return (
                    f'<nav class="contents">\n<h2 class="contents-title">{heading}</h2>\n'
                    f"{self.contents(node)}\n</nav>"
                )

    def _section(self, section: tree.Section) -> str:
        tag = _heading(section.level + self._above)
        number = f'<span class="number">{escape(section.number)} </span>' if section.number else ""
        heading = f"<{tag}>{number}{self.inline(section.title)}</{tag}>"
        if self.screen and not self.embedded:
            name = escape(f"{section.number} {inline_text(section.title)}".strip())
            link = f'<a class="permalink" href="#{escape(section.id)}" aria-label="{name}"></a>'
            heading = f'<div class="heading">{heading}{link}</div>'
        return (
            f'<section id="{escape(section.id)}" class="level-{section.level}">\n'
            f"{heading}\n{self.blocks(section.children, section.level)}\n</section>"
        )

    def _list(self, node: tree.ItemList, depth: int) -> str:
        tag = "ol" if node.kind in {"ordered", "timeline"} else "ul"
        items = "\n".join(
            f"<li{_id(item.id)}>{self.blocks(item.children, depth)}</li>" for item in node.items
        )
        return f'<{tag} class="{escape(node.kind)}">\n{items}\n</{tag}>'

    def _terms(self, node: tree.Terms, depth: int) -> str:
        pairs = "\n".join(
            f'<div class="pair"{_id(entry.id)}><dt>{self.inline(entry.title)}</dt>'
            f"<dd>{self.blocks(entry.children, depth)}</dd></div>"
            for entry in node.entries
        )
        return f'<dl class="{escape(node.kind)}">\n{pairs}\n</dl>'

    def _table(self, table: tree.Table) -> str:
        columns = "" if self.embedded else _columns(table.widths)
        stacks = self.screen and len(table.widths) >= WIDE_TABLE
        names = [inline_text(cell.children) if stacks else "" for cell in table.header.cells]
        rows = "\n".join(self._row(row, table.widths, names) for row in table.rows)
        return (
            f"<table{_class(f'{table.kind} stacks' if stacks else table.kind)}>\n"
            f"<caption>{self.inline(table.caption)}</caption>\n"
            f"{columns}"
            f"<thead>\n{self._row(table.header, table.widths, names)}\n</thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def _row(self, row: tree.Row, widths: Sequence[int], columns: Sequence[str]) -> str:
        cells = "".join(map(self._cell, row.cells, columns))
        return f"<tr{_id(row.id)}{_class('tall' if _is_tall(row, widths) else '')}>{cells}</tr>"

    def _cell(self, cell: tree.Cell, column: str) -> str:
        """Return a cell; `column` is the name to show beside it where columns are stacked."""
        if cell.header:
            return f'<th scope="{escape(cell.header)}">{self.inline(cell.children)}</th>'
        label = f' data-label="{escape(column)}"' if column else ""
        return f"<td{label}>{self.inline(cell.children)}</td>"

    def _cards(self, cards: Sequence[tree.Card], depth: int) -> str:
        tag = _heading(depth + 1 + self._above)
        written = [
            f'<div class="card"{_id(card.id)}>\n<{tag}>{self.inline(card.title)}</{tag}>\n'
            f"{self.blocks(card.children, depth + 1)}\n</div>"
            for card in cards
        ]
        starts = range(0, len(written), CARDS_A_ROW)
        rows = (_card_row(written[start : start + CARDS_A_ROW]) for start in starts)
        return '<div class="cards">\n' + "\n".join(rows) + "\n</div>"

    def _figure(self, figure: tree.Figure) -> str:
        image = self._image(self.document.asset(figure.asset), figure.alt, "picture")
        caption = ""
        if figure.caption:
            caption = f"\n<figcaption>{self.inline(figure.caption)}</figcaption>"
        return f'<figure class="picture">{image}{caption}</figure>'

    def _image(self, asset: tree.Asset, alt: str, kind: str) -> str:
        return (
            f'<img class="{kind}" src="{escape(self.picture(asset))}" alt="{escape(alt)}" '
            f'width="{asset.width}" height="{asset.height}">'
        )

    def inline(self, nodes: Iterable[tree.Inline]) -> str:
        """Return the fragments of inline nodes."""
        return "".join(self._inline(node) for node in nodes)

    def _inline(self, node: tree.Inline) -> str:
        match node:
            case tree.Text(value):
                return escape(value, quote=False)
            case tree.LineBreak():
                return "<br>"
            case tree.Strong(children):
                return f"<strong>{self.inline(children)}</strong>"
            case tree.Emphasis(children):
                return f"<em>{self.inline(children)}</em>"
            case tree.Link(href, children):
                return f'<a href="{escape(href)}">{self.inline(children)}</a>'
            case tree.Reference(target, children):
                return f'<a href="#{escape(target)}">{self.inline(children)}</a>'
            case tree.Span(children, lang, role):
                if not lang and not role:
                    return self.inline(children)
                language = f' lang="{escape(lang)}"' if lang else ""
                return f"<span{_class(role)}{language}>{self.inline(children)}</span>"


def _card_row(cards: Sequence[str]) -> str:
    """Return the cards that stand side by side on paper."""
    single = " single" if len(cards) < CARDS_A_ROW else ""
    return f'<div class="row{single}">\n' + "\n".join(cards) + "\n</div>"


def _columns(widths: Sequence[int]) -> str:
    """Return the elements that give a table's columns their widths, in per cent."""
    columns = "".join(f'<col style="width: {width}%">' for width in widths)
    return f"<colgroup>{columns}</colgroup>\n"


def _is_tall(row: tree.Row, widths: Sequence[int]) -> bool:
    """Return whether a row may be too long for a page, so that it has to be split.

    A column as wide as the page holds about 100 characters a line: one for each per cent.
    """
    pairs = zip(row.cells, widths, strict=True)
    return any(len(inline_text(cell.children)) > width * TALL_ROW for cell, width in pairs)


def _heading(level: int) -> str:
    """Return the element of a heading of that level; HTML knows six."""
    return f"h{min(level, DEEPEST_HEADING)}"


def _class(name: str) -> str:
    return f' class="{escape(name.strip())}"' if name else ""


def _id(name: str) -> str:
    return f' id="{escape(name)}"' if name else ""


def _without_links(nodes: Iterable[tree.Inline]) -> tuple[tree.Inline, ...]:
    """Return inline nodes with links replaced by their words: links cannot stand in a link."""
    plain: list[tree.Inline] = []
    for node in nodes:
        match node:
            case tree.Link(_, children) | tree.Reference(_, children):
                plain.extend(_without_links(children))
            case tree.Strong(children):
                plain.append(tree.Strong(_without_links(children)))
            case tree.Emphasis(children):
                plain.append(tree.Emphasis(_without_links(children)))
            case tree.Span(children, lang, role):
                plain.append(tree.Span(_without_links(children), lang, role))
            case _:
                plain.append(node)
    return tuple(plain)
