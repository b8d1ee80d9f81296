"""The blocks of the tree as Word paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygen.doc import clauses, tree
from policygen.errors import Problem, RenderError, tell
from policygen.write import docx_contents, docx_form
from policygen.write.ooxml import block, picture, styles
from policygen.write.ooxml.block import Indent
from policygen.write.ooxml.numbering import ClauseCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from policygen.write.docx_story import Story


FIRST_HEADING: Final = 100_000_001
"""Word numbers the headings of a contents list like this: `_Toc100000001`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    style: of its plain paragraphs. indent: of these, in twips. base: what lists add their own
    indent to. depth: how many lists it is in.
    """

    style: str = styles.BODY
    indent: int = 0
    base: int = 0
    depth: int = 0

    def within(self, style: str) -> str:
        """Return the style for a paragraph of the given one here: a call-out has but its own."""
        return self.style if self.style in styles.CALLOUTS.values() else style


class BlockWriter:
    """Writes the blocks of one document into its story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._reference = story.reference
        self._clause_count = ClauseCount()
        self._headings = {
            section.id: f"_Toc{number}"
            for number, section in enumerate(
                clauses.sections(story.document.children), start=FIRST_HEADING
            )
        }

    def blocks(self, nodes: Iterable[tree.Block], place: Place) -> None:
        """Write blocks one after the other; a line stays with the list that it announces."""
        announced = False
        for node in nodes:
            start = len(self._story.blocks)
            self._block(node, place)
            if announced and isinstance(node, tree.ItemList):
                block.keep_together(self._story.blocks[start - 1 : start + 1])
            announced = isinstance(node, tree.Paragraph)

    def _block(self, node: tree.Block, place: Place) -> None:
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
            case tree.Field():
                docx_form.field(self._story, node)
            case tree.Choice():
                docx_form.choice(self._story, node)
            case tree.Diagram():
                message = "diagrams are drawn before a document is written"
                raise TypeError(message)
            case tree.Contents():
                docx_contents.write(self._story, node, self._headings)
            case tree.Section():
                self._section(node, place)

    # ----------------------------------------------------------------- clauses

    def _section(self, section: tree.Section, place: Place) -> None:
        start, end = self._story.clause(section.id)
        style = styles.HEADINGS[min(section.level, len(styles.HEADINGS)) - 1]
        title = self._story.marked(
            self._headings[section.id], self._story.runs(section.title, style)
        )
        numbering = self._clause_numbering(section, styles.HEADINGS.index(style))
        self._story.paragraph(style, [start, *title], numbering=numbering)
        self.blocks(section.children, place)
        self._story.blocks.append(end)

    def _clause_numbering(self, section: tree.Section, style_level: int) -> block.Numbering | None:
        """Return the numbering of a heading where it is not its style's, of `style_level`."""
        if not section.number:
            return self._reference.numberings.none()
        level = section.number.count(".")
        counted = self._clause_count.advance(level)
        if counted != section.number:
            raise RenderError(
                Problem(
                    "RND405",
                    tell(
                        "clause “{id}” has the number {number}, but Word would show {counted}",
                        id=section.id,
                        number=section.number,
                        counted=counted,
                    ),
                    hint=tell("number the sections above it too, or none beside it"),
                )
            )
        if level == style_level:
            return None
        return self._reference.numberings.of(styles.HEADINGS[0], level)

    # ------------------------------------------------------ paragraphs and lists

    def _prose(self, node: tree.Paragraph, place: Place) -> None:
        own = {"": place.style, "lead": styles.LEAD, "note": styles.NOTE}[node.kind]
        style = place.within(own)
        runs = self._story.runs(node.children, style)
        self._story.paragraph(style, runs, indent=self._indent(style, place))

    def _indent(self, style: str, place: Place) -> Indent | None:
        """Return the indent of a paragraph where it differs from its style's."""
        own = self._reference.indent(style).left
        return None if own == place.indent else Indent(place.indent)

    def _list(self, node: tree.ItemList, place: Place) -> None:
        style = styles.LISTS[node.kind]
        numberings = self._reference.numberings
        counted = node.kind in styles.COUNTED_LISTS
        numbering = (numberings.restarted if counted else numberings.of)(style, place.depth)
        own = numberings.indent(style, place.depth)
        left = place.base + own.left
        shown = place.within(style)
        more = place.within(styles.ITEM_MORE)
        within = replace(place, style=more, indent=left, depth=place.depth + 1)
        starts: list[int] = []
        for item in node.items:
            starts.append(len(self._story.blocks))
            first, rest = _first_paragraph(item.children)
            self._story.paragraph(
                shown,
                self._story.anchored(item.id, self._story.runs(first, shown)),
                indent=Indent(left, own.hanging) if place.base else None,
                numbering=numbering,
            )
            self.blocks(rest, within)
            if rest:
                block.keep_together(self._story.blocks[starts[-1] : starts[-1] + 2])
        for start in (starts[1], starts[-1]) if len(starts) > 1 else ():
            block.keep_together(self._story.blocks[start - 1 : start + 1])

    def _terms(self, node: tree.Terms, place: Place) -> None:
        entry = {"glossary": self._definition, "facts": self._fact_line}[node.kind]
        for term in node.entries:
            entry(term, place)

    def _definition(self, term: tree.Term, place: Place) -> None:
        style, more = place.within(styles.TERM), place.within(styles.DEFINITION)
        strong = replace(self._story.look, bold=style != styles.TERM)
        title = list(self._story.inlines.runs(term.title, strong, bold=True))
        title = self._story.anchored(term.id, title)
        self._story.paragraph(style, title, indent=self._indent(style, place))
        self.blocks(term.children, replace(place, style=more))

    def _fact_line(self, term: tree.Term, place: Place) -> None:
        """Write a label and, in a column beside it, its fact; a long label has its own line.

        The columns are a hanging indent: a table would need a header row that says nothing.
        """
        story, inlines = self._story, self._story.inlines
        style, more = place.within(styles.FACT_LINE), place.within(styles.ITEM_MORE)
        look = story.styled(styles.FACT_LABEL)
        label = story.anchored(term.id, list(inlines.runs(term.title, look)))
        first, rest = _first_paragraph(term.children)
        fits = len(clauses.inline_text(term.title)) <= self._reference.longest_label
        gap = inlines.tab(look) if fits or not first else inlines.line_break(look)
        column = self._reference.indent(styles.FACT_LINE).hanging
        left = place.indent + column
        own = style == styles.FACT_LINE and not place.indent
        start = len(story.blocks)
        story.paragraph(
            style,
            [*label, gap, *story.runs(first, style)] if first else label,
            indent=None if own else Indent(left, column),
        )
        self.blocks(rest, Place(more, left, left))
        if rest:
            block.keep_together(story.blocks[start : start + 2])

    # ------------------------------------------------------------- other blocks

    def _table(self, node: tree.Table, place: Place) -> None:
        caption = self._story.runs(node.caption, styles.CAPTION)
        indent = self._indent(styles.CAPTION, place)
        self._story.paragraph(styles.CAPTION, caption, indent=indent)
        headings = (clauses.inline_text(cell.children) for cell in node.header.cells)
        frame = block.TableFrame(
            style=self._reference.style_id(styles.TABLES[node.kind]),
            title=clauses.inline_text(node.caption),
            description=" · ".join(heading for heading in headings if heading),
            width=self._reference.text_width - place.indent,
            indent=place.indent,
            columns=node.widths,
            row_headers=any(row.cells[0].header == "row" for row in node.rows),
        )
        rows = [self._row(row, node.kind) for row in (node.header, *node.rows)]
        self._story.blocks.append(block.table(frame, rows))

    def _row(self, row: tree.Row, kind: str) -> list[etree._Element]:
        """Return the paragraph of each cell; the first one carries the row's bookmark."""
        cells = []
        for index, cell in enumerate(row.cells):
            style = styles.CELLS[kind][cell.header]
            anchor = "" if index else row.id
            children = tuple(map(_unmarked, cell.children))
            runs = self._story.anchored(anchor, self._story.runs(children, style))
            cells.append(block.paragraph(self._reference.style_id(style), runs))
        return cells

    def _callout(self, node: tree.Callout, place: Place) -> None:
        first = len(self._story.blocks)
        label_style, style = styles.CALLOUT_LABELS[node.kind], styles.CALLOUTS[node.kind]
        left = place.indent + self._reference.indent(style).left
        self._story.paragraph(
            label_style,
            self._story.runs(node.label, label_style),
            indent=Indent(left) if place.indent else None,
        )
        self.blocks(node.children, Place(style, left, left))
        block.keep_together(self._story.blocks[first:])

    def _cards(self, node: tree.Cards, place: Place) -> None:
        style = styles.CARD_TITLE
        for card in node.cards:
            first = len(self._story.blocks)
            title = self._story.anchored(card.id, self._story.runs(card.title, style))
            self._story.paragraph(style, title, indent=self._indent(style, place))
            self.blocks(card.children, place)
            block.keep_together(self._story.blocks[first:])

    def _figure(self, node: tree.Figure) -> None:
        width = self._reference.text_width * picture.EMU_A_TWIP
        shown = self._story.picture(node.asset, node.alt, width)
        self._story.paragraph(styles.PICTURE, [shown])
        if node.caption:
            style = styles.PICTURE_CAPTION
            self._story.paragraph(style, self._story.runs(node.caption, style))


def _unmarked(node: tree.Inline) -> tree.Inline:
    """Return a fact of a table cell as plain words: there every cell is a fact."""
    if isinstance(node, tree.Span) and node.role == "fact":
        return replace(node, role="")
    return node


def _first_paragraph(
    children: Sequence[tree.Block],
) -> tuple[Sequence[tree.Inline], Sequence[tree.Block]]:
    """Split blocks into the words of the paragraph that they start with, if any, and the rest."""
    if children and isinstance(children[0], tree.Paragraph):
        return children[0].children, children[1:]
    return (), children
