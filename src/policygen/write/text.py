"""The text file: the tree as plain UTF-8 text that any program shows and any form field takes.

Layout says what a thing is, and only the writer makes two spaces in a row: after the number of a
clause, after the mark of an item, and after the colon of a label. So `write.text_text` can tell
what was added from what the document says.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.write.text_layout import (
    WIDTH,
    fits,
    heading,
    inline_text,
    marked,
    numbered,
    plain,
    underline,
    without_colon,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_STEP: Final = " " * 4
_WIDEST_ALIGNED: Final = 34
"""Values are aligned when no label beside them is wider."""

_WIDEST_LABEL: Final = 48
"""Labels up to here stand beside what they label, wider ones above it."""

_SHORTEST_LINE: Final = 20
"""Characters that are at least left for what is filled in beside a label."""

_LINES: Final = 3
"""Lines to fill in where several are asked for."""

_MARKS: Final[Mapping[str, str]] = MappingProxyType({"bullet": "-", "always": "✓", "never": "✗"})
_CALLOUTS: Final[Mapping[str, str]] = MappingProxyType({"important": "[!]", "note": "[i]"})
_NO_COLON_AFTER: Final = ("?", "!")


def write(document: tree.Document) -> bytes:
    """Return the document as plain text: UTF-8, lines that end in a line feed."""
    writer = _Writer(document)
    parts = [writer.cover(), writer.blocks(document.children)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of one document. Every block ends without a line feed."""

    document: tree.Document

    def cover(self) -> str:
        """Return the title block, below the word for a draft."""
        cover = self.document.cover
        lines = [(without_colon(line.label), plain(line.value)) for line in cover.lines]
        draft = f"{_CALLOUTS['important']}  {self.document.labels.draft}"
        parts = [
            draft if self.document.draft else "",
            wrapped(plain(cover.company), "", ""),
            *([] if cover.layout == "letter" else self._title(cover)),
            self._pairs(lines, ""),
        ]
        return "\n\n".join(filter(None, parts))

    @staticmethod
    def _title(cover: tree.Cover) -> list[str]:
        title = wrapped(plain(cover.title), "", "")
        line = underline(title, "=")
        return [f"{line}\n{title}\n{line}", wrapped(plain(cover.audience), "", "")]

    def blocks(self, nodes: Iterable[tree.Block], indent: str = "") -> str:
        """Return blocks with an empty line between them."""
        return "\n\n".join(part for node in nodes if (part := self._block(node, indent)))

    def _block(self, node: tree.Block, indent: str) -> str:  # noqa: PLR0911 - one for each kind
        match node:
            case tree.Section(title=title, number=number, level=level, children=children):
                parts = (heading(number, title, level), self.blocks(children))
                return "\n\n".join(filter(None, parts))
            case tree.Paragraph(children):
                return wrapped(inline_text(children), indent, indent)
            case tree.ItemList():
                return self._list(node, indent)
            case tree.Terms():
                return self._terms(node, indent)
            case tree.Table():
                return self._table(node, indent)
            case tree.Callout(label, children, kind):
                mark = f"{_CALLOUTS[kind]}  "
                inside = indent + " " * len(mark)
                return marked(mark, self._titled(inline_text(label), children, inside, ""), indent)
            case tree.Cards(cards):
                return "\n\n".join(
                    self._titled(inline_text(card.title), card.children, indent, _STEP)
                    for card in cards
                )
            case tree.Figure(alt=alt, caption=caption):
                lines = (inline_text(caption), plain(alt))
                return "\n".join(wrapped(line, indent, indent) for line in lines if line)
            case tree.Diagram(caption=caption):
                return wrapped(inline_text(caption), indent, indent)
            case tree.Field():
                return self._field(node, indent, "[ ]")
            case tree.Choice(label=label, options=options, one=one):
                box = "( )" if one else "[ ]"
                question = wrapped(inline_text(label), indent, indent)
                answers = (self._field(option, indent, box) for option in options)
                return "\n".join([question, *answers])
            case tree.Contents(entries):
                return self._contents(entries)

    def _contents(self, entries: Sequence[tree.ContentsEntry]) -> str:
        lines = [
            numbered(entry.number, entry.title, _STEP * (entry.level - 1)) for entry in entries
        ]
        title = heading("", (tree.Text(self.document.labels.contents),), 1)
        return "\n\n".join([title, "\n".join(lines)])

    def _titled(self, title: str, children: Iterable[tree.Block], indent: str, step: str) -> str:
        """Return blocks right below their title, set in by `step`."""
        parts = (wrapped(title, indent, indent), self.blocks(children, indent + step))
        return "\n".join(filter(None, parts))

    def _list(self, node: tree.ItemList, indent: str) -> str:
        if node.kind in _MARKS:
            marks = [_MARKS[node.kind]] * len(node.items)
        else:
            widest = len(f"{len(node.items)}.")
            marks = [f"{number}.".rjust(widest) for number in range(1, len(node.items) + 1)]
        texts = []
        for mark, item in zip(marks, node.items, strict=True):
            inside = indent + " " * (len(mark) + 2)
            texts.append(marked(f"{mark}  ", self.blocks(item.children, inside), indent))
        short = all(len(item.children) == 1 for item in node.items)
        return ("\n" if short else "\n\n").join(filter(None, texts))

    def _terms(self, node: tree.Terms, indent: str) -> str:
        """Return facts as labels with values where each is one paragraph, others as titles."""
        titles = [without_colon(inline_text(entry.title)) for entry in node.entries]
        pairs = [
            (title, inline_text(entry.children[0].children))
            for title, entry in zip(titles, node.entries, strict=True)
            if len(entry.children) == 1 and isinstance(entry.children[0], tree.Paragraph)
        ]
        if node.kind == "facts" and len(pairs) == len(titles):
            return self._pairs(pairs, indent)
        return "\n\n".join(
            self._titled(title, entry.children, indent, _STEP)
            for title, entry in zip(titles, node.entries, strict=True)
        )

    def _table(self, table: tree.Table, indent: str) -> str:
        """Return each row as a block of the columns' names with what the row says there."""
        names = [without_colon(inline_text(cell.children)) for cell in table.header.cells]
        rows = (
            self._pairs(
                [
                    (name, said)
                    for name, cell in zip(names, row.cells, strict=True)
                    if (said := inline_text(cell.children)).strip()
                ],
                indent + _STEP,
            )
            for row in table.rows
        )
        caption = wrapped(inline_text(table.caption), indent, indent)
        return "\n\n".join([caption, *rows])

    def _pairs(self, pairs: Sequence[tuple[str, str]], indent: str) -> str:
        """Return labels with their values, one below the other, aligned where labels are short."""
        labels = {label: self._with_colon(label) for label, _ in pairs}
        widest = max(map(len, labels.values()), default=0)
        aligned = widest <= _WIDEST_ALIGNED
        inside = indent + (" " * (widest + 2) if aligned else _STEP)
        lines = []
        for label, value in pairs:
            first = labels[label].ljust(widest if aligned else 0) + "  "
            if not label:
                lines.append(wrapped(value, indent, indent))
            elif value and len(first) <= _WIDEST_LABEL and fits(value, indent + first):
                lines.append(wrapped(value, indent + first, inside))
            else:
                lines.append(wrapped(label, indent, indent))
                lines.append(wrapped(value, inside, inside))
        return "\n".join(filter(None, lines))

    def _with_colon(self, label: str) -> str:
        if not label or label.endswith(_NO_COLON_AFTER):
            return label
        space = "\u00a0" if self.document.lang.partition("-")[0] == "fr" else ""
        return f"{label}{space}:"

    def _field(self, field: tree.Field, indent: str, box: str) -> str:
        """Return something to fill in, what to write there below it."""
        words = inline_text(field.label)
        step = indent + _STEP
        explained = wrapped(inline_text(field.help), step, step)
        if field.kind == "tick":
            asked = marked(f"{box}  ", wrapped(words, step + " ", step + " "), indent)
            return "\n".join(filter(None, [asked, explained]))
        label = without_colon(words)
        beside = f"{indent}{self._with_colon(label)}  "
        room = WIDTH - len(beside)
        if field.kind != "lines" and room >= _SHORTEST_LINE and "\n" not in label:
            return "\n".join(filter(None, [beside + "_" * room, explained]))
        lines = [indent + "_" * (WIDTH - len(indent))] * (_LINES if field.kind == "lines" else 1)
        return "\n".join(filter(None, [wrapped(label, indent, indent), explained, *lines]))
