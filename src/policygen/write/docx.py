"""The Word file: the tree written with the styles of `reference.docx`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from policygen.doc import clauses, tree
from policygen.errors import Problem, RenderError
from policygen.write import colour
from policygen.write.ooxml import block, picture, styles
from policygen.write.ooxml.block import Indent
from policygen.write.ooxml.furniture import Furniture
from policygen.write.ooxml.numbering import ClauseCount
from policygen.write.ooxml.package import Package
from policygen.write.ooxml.text import Inlines, Look, bookmark, bookmark_name, word_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from policygen.write.skin import Skin

LONGEST_LABEL: Final = 24
"""Characters of a label that fit beside its fact; the fact of a longer one starts a new line."""

_LOGO_BOX: Final = (2_160_000, 792_000)
_EMU_A_PAGE: Final = 7_200_000
"""Greatest height of a picture: 200 mm."""


def write(document: tree.Document, skin: Skin) -> bytes:
    """Return the document as a Word file.

    Raises RenderError when the skin's reference is no Word file or lacks a style, when a picture
    cannot be drawn, and when Word would count the clauses otherwise.
    """
    package = Package(skin.reference)
    lang = word_tag(document.lang)
    writer = _Writer(document, package)
    writer.cover()
    writer.blocks(document.children, _Place())
    package.fill(writer.finished())
    furniture = Furniture(document, writer.inlines, Look(lang), package.style_id)
    has_cover_page = document.cover.layout == "page"
    package.furnish(
        header=furniture.header(first=False),
        footer=furniture.footer(),
        first_header=furniture.header(first=True),
        first_footer=furniture.empty_footer() if has_cover_page else furniture.footer(),
    )
    package.name_clauses(writer.clause_ids)
    package.set_language(lang)
    package.set_brand(colour.readable(document.brand, colour.WHITE))
    package.describe(document.metadata, lang)
    return package.to_bytes()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands.

    style: of its plain paragraphs. indent: of these, in twips. base: what lists add their own
    indent to. depth: how many lists it is in.
    """

    style: str = styles.BODY
    indent: int = 0
    base: int = 0
    depth: int = 0


class _Writer:
    """Writes the body of one document, block after block."""

    def __init__(self, document: tree.Document, package: Package) -> None:
        self.clause_ids: dict[str, str] = {}
        self.inlines = Inlines(package.style_id, package.relate)
        self._document = document
        self._package = package
        self._look = Look(word_tag(document.lang))
        self._numbers = count(1)
        self._blocks: list[etree._Element] = []
        self._new_page = False
        self._clause_count = ClauseCount()
        self._headings = {
            section.id: f"_Toc{100_000_000 + index}"
            for index, section in enumerate(clauses.sections(document.children))
        }

    def finished(self) -> list[etree._Element]:
        """Return the blocks; a table is not the last, because Word needs a paragraph there."""
        if self._blocks and self._blocks[-1].tag.endswith("}tbl"):
            self._paragraph(styles.TABLE_END, [])
        return self._blocks

    # ------------------------------------------------------------------- cover

    def cover(self) -> None:
        """Write what stands before the first clause; a cover page is a page of its own."""
        cover = self._document.cover
        name = bookmark_name(clauses.COVER)
        self.clause_ids[name] = clauses.COVER
        start, end = bookmark(next(self._numbers), name)
        if cover.logo:
            logo = self._picture(cover.logo, cover.logo_alt, _LOGO_BOX)
            self._paragraph(styles.COVER_LOGO, [logo])
        self._blocks.append(start)
        if cover.layout == "page":
            self._line(styles.COVER_COMPANY, cover.company)
            self._line(styles.COVER_TITLE, cover.title)
            self._line(styles.COVER_AUDIENCE, cover.audience)
            for line in cover.lines:
                self._paragraph(styles.COVER_LINE, self._fact(line, "\t"))
        else:
            self._line(styles.MASTHEAD_COMPANY, cover.company)
            self._line(styles.MASTHEAD_TITLE, cover.title)
            self._line(styles.MASTHEAD_AUDIENCE, cover.audience)
            facts = [run for line in cover.lines for run in self._fact(line, "\u00a0")]
            self._paragraph(styles.MASTHEAD_LINES, facts)
        self._blocks.append(end)
        self._new_page = cover.layout == "page"

    def _line(self, style: str, words: str) -> None:
        if words:
            self._paragraph(style, [self.inlines.words(words, self._look)])

    def _fact(self, line: tree.CoverLine, gap: str) -> list[etree._Element]:
        """Return label and value of a cover line with a tab or a space between them."""
        label = self._styled(styles.FACT_LABEL)
        fact = self._styled(styles.FACT)
        if gap == "\t":
            between = self.inlines.tab(self._look)
            return [self.inlines.words(line.label, label), between,
                    self.inlines.words(line.value, fact)]
        value = line.value.replace(" ", gap)
        return [self.inlines.words(line.label + gap, label),
                self.inlines.words(value + "\u2003 ", fact)]

    # ------------------------------------------------------------------ blocks

    def blocks(self, nodes: Iterable[tree.Block], place: _Place) -> None:
        """Write blocks one after the other; a line stays with the list that it announces."""
        announced = False
        for node in nodes:
            start = len(self._blocks)
            self._write(node, place)
            if announced and isinstance(node, tree.ItemList):
                block.keep_together(self._blocks[start - 1 : start + 1])
            announced = isinstance(node, tree.Paragraph)

    def _write(self, node: tree.Block, place: _Place) -> None:
        match node:
            case tree.Paragraph():
                self._prose(node, place)
            case tree.ItemList():
                self._list(node, place)
            case tree.Terms():
                self._terms(node, place)
            case tree.Table():
                self._table(node, place)
            case tree.Callout():
                self._callout(node, place)
            case tree.Cards():
                self._cards(node, place)
            case tree.Figure():
                self._figure(node)
            case tree.Contents():
                self._contents(node)
            case tree.Section():
                self._section(node, place)

    def _section(self, section: tree.Section, place: _Place) -> None:
        name = bookmark_name(section.id)
        self.clause_ids[name] = section.id
        start, end = bookmark(next(self._numbers), name)
        inner, inner_end = bookmark(next(self._numbers), self._headings[section.id])
        style = styles.HEADINGS[min(section.level, len(styles.HEADINGS)) - 1]
        runs = self._runs(section.title, style)
        numbering = self._clause_numbering(section)
        self._paragraph(style, [start, inner, *runs, inner_end], numbering=numbering)
        self.blocks(section.children, place)
        self._blocks.append(end)

    def _clause_numbering(self, section: tree.Section) -> block.Numbering | None:
        """Return the numbering of a heading where it differs from its style's."""
        if not section.number:
            return self._package.numberings.none()
        level = section.number.count(".")
        counted = self._clause_count.advance(level)
        if counted != section.number:
            raise RenderError(
                Problem(
                    "RND405",
                    f"clause “{section.id}” has the number {section.number}, but Word would "
                    f"show {counted}",
                    hint="number the sections above it too, or none beside it",
                )
            )
        if level == section.level - 1:
            return None
        return self._package.numberings.of(styles.HEADINGS[0], level)

    def _prose(self, node: tree.Paragraph, place: _Place) -> None:
        style = {"": place.style, "lead": styles.LEAD, "note": styles.NOTE}[node.kind]
        self._paragraph(style, self._runs(node.children, style), indent=self._indent(style, place))

    def _indent(self, style: str, place: _Place) -> Indent | None:
        own = self._package.indent(style).left
        return None if own == place.indent else Indent(place.indent)

    def _list(self, node: tree.ItemList, place: _Place) -> None:
        style = styles.LISTS[node.kind]
        numberings = self._package.numberings
        counted = node.kind in styles.COUNTED_LISTS
        numbering = (numberings.restarted if counted else numberings.of)(style, place.depth)
        own = numberings.indent(style, place.depth)
        left = place.base + own.left
        indent = Indent(left, own.hanging) if place.base else None
        in_callout = place.style in styles.CALLOUTS.values()
        more = place.style if in_callout else styles.ITEM_MORE
        within = replace(place, style=more, indent=left, depth=place.depth + 1)
        for item in node.items:
            first, rest = _first_paragraph(item.children)
            runs = self._anchored(item.id, self._runs(first, more))
            shown = more if in_callout else style
            self._paragraph(shown, runs, indent=indent, numbering=numbering)
            self.blocks(rest, within)

    def _terms(self, node: tree.Terms, place: _Place) -> None:
        entry = {"glossary": self._definition, "facts": self._fact_line}[node.kind]
        for term in node.entries:
            entry(term, place)

    def _definition(self, term: tree.Term, place: _Place) -> None:
        title = self._anchored(term.id, self._runs(term.title, styles.TERM))
        self._paragraph(styles.TERM, title, indent=self._indent(styles.TERM, place))
        left = place.indent + self._package.indent(styles.DEFINITION).left
        self.blocks(term.children, _Place(styles.DEFINITION, left, left))

    def _fact_line(self, term: tree.Term, place: _Place) -> None:
        own = self._package.indent(styles.FACT_LINE)
        left = place.indent + own.left
        label = list(self.inlines.runs(term.title, self._styled(styles.FACT_LABEL), bold=True))
        first, rest = _first_paragraph(term.children)
        fits = len(clauses.inline_text(term.title)) <= LONGEST_LABEL
        gap = self.inlines.tab(self._look) if fits else self.inlines.line_break(self._look)
        fact = self.inlines.runs(first, self._styled(styles.FACT), bold=True)
        runs = [*self._anchored(term.id, label), gap, *fact]
        indent = Indent(left, own.hanging) if place.indent else None
        self._paragraph(styles.FACT_LINE, runs, indent=indent)
        self.blocks(rest, _Place(styles.ITEM_MORE, left, left))

    def _table(self, node: tree.Table, place: _Place) -> None:
        caption = self._runs(node.caption, styles.CAPTION)
        self._paragraph(styles.CAPTION, caption, indent=self._indent(styles.CAPTION, place))
        headings = (clauses.inline_text(cell.children) for cell in node.header.cells)
        frame = block.TableFrame(
            style=self._package.style_id(styles.TABLES[node.kind]),
            title=clauses.inline_text(node.caption),
            description=" · ".join(heading for heading in headings if heading),
            width=self._package.text_width - place.indent,
            indent=place.indent,
            columns=node.widths,
            row_headers=any(row.cells[0].header == "row" for row in node.rows),
        )
        rows = [self._row(row, node.kind) for row in (node.header, *node.rows)]
        self._blocks.append(block.table(frame, rows))

    def _row(self, row: tree.Row, kind: str) -> list[etree._Element]:
        cells = []
        for index, cell in enumerate(row.cells):
            style = styles.CELLS[kind][cell.header]
            anchor = row.id if index == 0 else ""
            runs = self._anchored(anchor, self._runs(cell.children, style))
            cells.append(block.paragraph(self._package.style_id(style), runs))
        return cells

    def _callout(self, node: tree.Callout, place: _Place) -> None:
        first = len(self._blocks)
        label_style, style = styles.CALLOUT_LABELS[node.kind], styles.CALLOUTS[node.kind]
        left = place.indent + self._package.indent(style).left
        indent = Indent(left) if place.indent else None
        self._paragraph(label_style, self._runs(node.label, label_style), indent=indent)
        self.blocks(node.children, _Place(style, left, left))
        block.keep_together(self._blocks[first:])

    def _cards(self, node: tree.Cards, place: _Place) -> None:
        for card in node.cards:
            first = len(self._blocks)
            title = self._anchored(card.id, self._runs(card.title, styles.CARD_TITLE))
            self._paragraph(styles.CARD_TITLE, title, indent=self._indent(styles.CARD_TITLE, place))
            self.blocks(card.children, place)
            block.keep_together(self._blocks[first:])

    def _figure(self, node: tree.Figure) -> None:
        box = (self._package.text_width * picture.EMU_A_TWIP, _EMU_A_PAGE)
        self._paragraph(styles.PICTURE, [self._picture(node.asset, node.alt, box)])
        if node.caption:
            style = styles.PICTURE_CAPTION
            self._paragraph(style, self._runs(node.caption, style))

    def _picture(self, name: str, alt: str, box: tuple[int, int]) -> etree._Element:
        asset = self._document.asset(name)
        bitmap, vector = self._package.embed(asset)
        size = picture.fitted(asset, *box)
        shown = picture.Picture(next(self._numbers), alt, bitmap, vector, *size)
        return self.inlines.run(self._look, picture.drawing(shown))

    # ---------------------------------------------------------------- contents

    def _contents(self, node: tree.Contents) -> None:
        """Write the contents field, filled.

        The page numbers are fields too, and empty: only Word knows on which page a clause falls,
        and a number that is shown before Word has counted could be wrong. Word fills them when it
        updates the list or prints; asking it to do so on opening would greet every reader with a
        question about updating fields.
        """
        if not node.entries:
            return
        before = len(self._blocks)
        self._line(styles.CONTENTS_TITLE, self._document.labels.contents)
        depth = max(entry.level for entry in node.entries)
        code = f'TOC \\o "1-{depth}" \\h \\z \\u'
        for index, entry in enumerate(node.entries):
            style = styles.CONTENTS_LINES[min(entry.level, len(styles.CONTENTS_LINES)) - 1]
            runs = [self._contents_line(entry)]
            if index == 0:
                runs = [*self.inlines.field_start(code, self._look), *runs]
            if index == len(node.entries) - 1:
                runs.append(self.inlines.field_end(self._look))
            self._paragraph(style, runs)
        frame = block.contents_frame(self._blocks[before:])
        self._blocks[before:] = [frame]
        self._new_page = self._document.cover.layout == "page"

    def _contents_line(self, entry: tree.ContentsEntry) -> etree._Element:
        target = self._headings[entry.target]
        look = replace(self._look, linked=True)
        number = [self.inlines.words(entry.number, look), self.inlines.tab(look)]
        return block.internal_link(
            target,
            [
                *(number if entry.number else []),
                *self.inlines.runs(entry.title, look),
                self.inlines.tab(look),
                *self.inlines.field(f"PAGEREF {target} \\h", look, shown=""),
            ],
        )

    # ------------------------------------------------------------------- parts

    def _paragraph(
        self,
        style: str,
        content: Iterable[etree._Element],
        *,
        indent: Indent | None = None,
        numbering: block.Numbering | None = None,
    ) -> None:
        self._blocks.append(
            block.paragraph(
                self._package.style_id(style),
                content,
                indent=indent,
                numbering=numbering,
                new_page=self._new_page,
            )
        )
        self._new_page = False

    def _runs(self, nodes: Iterable[tree.Inline], style: str) -> list[etree._Element]:
        return list(self.inlines.runs(nodes, self._look, bold=style in styles.ALREADY_BOLD))

    def _styled(self, style: str) -> Look:
        return replace(self._look, style=self._package.style_id(style))

    def _anchored(self, id_: str, runs: list[etree._Element]) -> list[etree._Element]:
        """Return the runs in a bookmark, where there is an id."""
        if not id_:
            return runs
        start, end = bookmark(next(self._numbers), bookmark_name(id_))
        return [start, *runs, end]


def _first_paragraph(
    children: Sequence[tree.Block],
) -> tuple[Sequence[tree.Inline], Sequence[tree.Block]]:
    """Split blocks into the words of the paragraph that they start with, if any, and the rest."""
    if children and isinstance(children[0], tree.Paragraph):
        return children[0].children, children[1:]
    return (), children
